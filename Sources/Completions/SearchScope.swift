package import Plans
import Runtime
import Values
package import Vocabulary

/// What a search makes diagrams of: the rules of decisions, and conditions beside them. It hangs on the plan alone.
package final class SearchScope: Sendable {
    let decisions: [Place<Decision>]
    let conditions: [ConditionID]
    /// The facts that these look at.
    let facts: Set<Place<Fact>>
    /// The constraints that facts, known or not, tie to what is looked at: all that can bear on it.
    package let tied: [PlannedConstraint]
    /// For each fact the numbers of the tied constraints that hang on it.
    private let naming: [[Int]]
    /// The regions of the rules and conditions, then of each constraint.
    private let sources: OnDemand<RegionSources>

    /// The rules of one decision.
    package convenience init(_ plan: Plan, _ decision: Place<Decision>) {
        self.init(plan, [decision], [], facts: plan.program(decision).facts)
    }

    /// Conditions, with the rules of the decisions that they read.
    convenience init(_ plan: Plan, _ conditions: [ConditionID]) {
        var reach = Reach()
        for condition in conditions { reach.add(condition, of: plan) }
        let decisions = plan.decisions(read: reach).sorted()
        self.init(plan, decisions, conditions, facts: decisions.reduce(reach.facts) { $0.union(plan.program($1).facts) })
    }

    private init(_ plan: Plan, _ decisions: [Place<Decision>], _ conditions: [ConditionID], facts: Set<Place<Fact>>) {
        (self.decisions, self.conditions, self.facts) = (decisions, conditions, facts)
        let all = Ties(plan.constraints, plan)
        let tied = all.reached(from: facts) { $0 != .asOf }.map { plan.constraints[$0] }
        self.tied = tied
        naming = Ties(tied, plan).naming
        // The conditions of the rules, and those beside them.
        let rules = decisions.flatMap { plan.program($0).steps }.compactMap { if case .holds(let rule) = $0 { plan.conditions[rule.value] } else { nil } }
        sources = OnDemand(count: 1 + tied.count) { RegionSources(plan, $0 == 0 ? rules + conditions : [tied[$0 - 1].condition]) }
    }

    /// The regions of the rules and conditions.
    var regions: RegionSources { sources[0] }
    func regions(ofConstraint number: Int) -> RegionSources { sources[number + 1] }

    /// The numbers of the constraints that hang on a fact.
    func constraints(naming fact: Place<Fact>) -> [Int] { naming[fact.value] }

    /// The numbers of the constraints that certain facts tie to what is looked at, one after the other.
    func constraints(through ties: (Place<Fact>) -> Bool) -> [Int] { Ties(tied, naming: naming).reached(from: facts, through: ties) }
}

/// How facts tie constraints together.
private struct Ties {
    private let constraints: [PlannedConstraint]
    /// For each fact the numbers of the constraints that hang on it.
    let naming: [[Int]]

    init(_ constraints: [PlannedConstraint], naming: [[Int]]) { (self.constraints, self.naming) = (constraints, naming) }

    init(_ constraints: [PlannedConstraint], _ plan: Plan) {
        var naming: [[Int]] = Array(repeating: [], count: plan.facts.count)
        for (number, constraint) in constraints.enumerated() { for fact in constraint.reach { naming[fact.value].append(number) } }
        self.init(constraints, naming: naming)
    }

    /// The numbers of the constraints that certain facts tie to some facts, one after the other.
    func reached(from facts: Set<Place<Fact>>, through ties: (Place<Fact>) -> Bool) -> [Int] {
        var (isReached, isSeen) = (Array(repeating: false, count: constraints.count), Array(repeating: false, count: naming.count))
        var waiting = Array(facts)
        for fact in waiting { isSeen[fact.value] = true }
        while let fact = waiting.popLast() {
            guard !naming[fact.value].isEmpty, ties(fact) else { continue }
            for number in naming[fact.value] where !isReached[number] {
                isReached[number] = true
                for next in constraints[number].reach where !isSeen[next.value] {
                    isSeen[next.value] = true
                    waiting.append(next)
                }
            }
        }
        return isReached.indices.filter { isReached[$0] }
    }
}

extension Plan {
    /// The decisions that something reads, through their rules too.
    package func decisions(read reach: Reach) -> Set<Place<Decision>> {
        reach.decisions.union(reach.applies.union(reach.holds).map { rules[$0].decision })
    }
}
