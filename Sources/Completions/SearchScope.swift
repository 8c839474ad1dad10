package import Plans
import Runtime
package import Vocabulary

/// What a search makes diagrams of: the rules of decisions, and conditions beside them.
package struct SearchScope {
    let decisions: [Place<Decision>]
    let conditions: [ConditionID]
    /// The facts that these look at.
    let facts: Set<Place<Fact>>

    /// The rules of one decision.
    init(_ plan: Plan, _ decision: Place<Decision>) { (decisions, conditions, facts) = ([decision], [], plan.program(decision).facts) }

    /// Conditions, with the rules of the decisions that they read.
    init(_ plan: Plan, _ conditions: [ConditionID]) {
        var reach = Reach()
        for condition in conditions { reach.add(condition, of: plan) }
        self.conditions = conditions
        decisions = plan.decisions(read: reach).sorted()
        facts = decisions.reduce(reach.facts) { $0.union(plan.program($1).facts) }
    }

    /// The conditions of the rules, and those beside them.
    func roots(_ plan: Plan) -> [ConditionID] {
        decisions.flatMap { plan.program($0).steps }.compactMap { step in if case .holds(let rule) = step { plan.conditions[rule.value] } else { nil } }
            + conditions
    }
}

extension Plan {
    /// The decisions that something reads, through their rules too.
    package func decisions(read reach: Reach) -> Set<Place<Decision>> {
        reach.decisions.union(reach.applies.union(reach.holds).map { rules[$0].decision })
    }
}
