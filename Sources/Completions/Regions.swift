import Diagrams
import Plans
import Runtime
import Vocabulary

/// The values at which some condition changes, of each ordered fact that is unknown in a case; and what is asked of lists. Told when it is asked
/// for: most cases leave few such facts open.
struct Regions: ~Copyable {
    private let plan: Plan
    private let scope: SearchScope
    /// The case with everything open that will be changed.
    private let frame: FactFrame
    /// Which of the scope's constraints count.
    private let counts: [Bool]
    private let kept: [(fact: Place<Fact>, value: Int64)]
    private var possible: PossibleValues

    /// - Parameters:
    ///   - connected: the numbers of the scope's constraints that count.
    ///   - kept: values that shall be values of their facts, not just lie in a region.
    init(_ plan: Plan, _ scope: SearchScope, _ frame: FactFrame, connected: [Int], kept: [(fact: Place<Fact>, value: Int64)]) {
        (self.plan, self.scope, self.frame, self.kept) = (plan, scope, frame, kept)
        var counts = Array(repeating: false, count: scope.tied.count)
        for number in connected { counts[number] = true }
        self.counts = counts
        possible = PossibleValues(plan, frame)
    }

    /// The sources that may speak of a fact.
    private func sources(of fact: Place<Fact>) -> [RegionSources] {
        var sources = [scope.regions]
        for number in scope.constraints(naming: fact) where counts[number] { sources.append(scope.regions(ofConstraint: number)) }
        return sources
    }

    /// The facts that a fact is compared with while both are unknown, directly or through others, and itself.
    func company(of fact: Place<Fact>) -> Set<Place<Fact>> {
        var company: Set<Place<Fact>> = []
        var waiting = [fact]
        while let next = waiting.popLast() {
            guard company.insert(next).inserted else { continue }
            for source in sources(of: next) {
                for link in source.links[next] ?? [] where areLinked(next, link.other) { waiting.append(link.other) }
            }
        }
        return company
    }

    private func areLinked(_ one: Place<Fact>, _ other: Place<Fact>) -> Bool {
        CompletionSearch.openCount(one, plan, frame) > 0 && CompletionSearch.openCount(other, plan, frame) > 0
    }

    /// The values near which facts that are compared with each other must be looked at: the bounds of each,
    /// moved as they are moved against each other, as often as there are others.
    mutating func bounds(of company: Set<Place<Fact>>, count: Int) throws(BudgetExceeded) -> Set<Int64> {
        var result: Set<Int64> = []
        var steps: Set<Int64> = []
        for fact in company {
            try addBounds(of: fact, to: &result)
            for source in sources(of: fact) {
                for link in source.links[fact] ?? [] where areLinked(fact, link.other) { if let distance = link.distance { steps.insert(distance) } }
            }
        }
        if result.isEmpty { result.insert(0) }
        guard company.count > 1, !steps.isEmpty else { return result }
        for _ in 1..<max(2, count) {
            for bound in result {
                for step in steps {
                    result.insert(bound &+ step)
                    result.insert(bound &- step)
                }
            }
            guard result.count <= Self.mostValues else { throw BudgetExceeded() }
        }
        return result
    }

    /// What a fact is compared with: what is written, and what the other side of a comparison can be, exactly or as the entries of a table column.
    private mutating func addBounds(of fact: Place<Fact>, to result: inout Set<Int64>) throws(BudgetExceeded) {
        for (own, value) in kept where own == fact { result.insert(value) }
        for source in sources(of: fact) {
            result.formUnion(source.bounds[fact] ?? [])
            for comparison in source.comparisons[fact] ?? [] {
                for reading in try possible.values(comparison.other) where reading.state == .known {
                    plan.addBounds(of: comparison.moved, at: reading.value, to: &result)
                }
            }
        }
    }

    /// Whether the weekday is looked at of some of the facts.
    func lookAtWeekdays(of company: Set<Place<Fact>>) -> Bool {
        for fact in company where sources(of: fact).contains(where: { $0.weekdays.contains(fact) }) { return true }
        return false
    }

    /// What is asked of the records of a list.
    func quantifiers(of list: Place<RecordList>) -> Set<ConditionID> {
        var found = scope.regions.quantifiers[list] ?? []
        for number in counts.indices where counts[number] { found.formUnion(scope.regions(ofConstraint: number).quantifiers[list] ?? []) }
        return found
    }

    /// More values of one fact than are looked at.
    static let mostValues = 2_000
}
