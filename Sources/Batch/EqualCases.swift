import Completions
package import Decisions
import Norms
package import Plans
package import Runtime
import Synchronization
package import Vocabulary

/// Answers cases that are equal in all that the decisions can look at once: devices of a fleet differ by their names and places, which no rule
/// reads. Shared by all workers; its memory is bounded.
package final class EqualCases: Sendable {
    private let decider: Decider
    private let decisions: [Place<Decision>]
    /// What the decisions, the constraints that can bear on them and the norms that follow look at.
    package let facts: [Place<Fact>]
    private let lists: [Place<RecordList>]
    private let known = Mutex<[Key: [Answer]]>([:])

    /// Beyond so many different cases what is known is dropped, and collected anew.
    private static let most = 4_096

    private struct Key: Hashable {
        let readings: [Reading]
        let excluded: [UInt64]
        let lists: [ListFrame]
        let interpretations: [Int]
        let declined: Set<Place<Fact>>
    }

    package init(_ plan: Plan, _ decisions: [Place<Decision>]) {
        let decider = Decider(plan)
        (self.decider, self.decisions) = (decider, decisions)
        let looked = decisions.reduce(into: Set([Place<Fact>.asOf, .asOfTime])) { $0.formUnion(Self.facts($1, decider)) }
        facts = looked.filter { plan.facts[$0].list == nil }.sorted()
        let named = decisions.reduce(into: Set(looked.compactMap { plan.facts[$0].list })) { $0.formUnion(plan.program($1).lists) }
        lists = named.sorted()
    }

    private static func facts(_ decision: Place<Decision>, _ decider: Decider) -> Set<Place<Fact>> {
        let constraints = decider.solver.scope(decision).tied
        return constraints.reduce(decider.plan.program(decision).facts.union(decider.norms.bearing(on: decision).facts)) { $0.union($1.reach) }
    }

    /// The answers to all the decisions, with the parts that a table says.
    package func answers(_ frame: FactFrame) -> [Answer] {
        let key = Key(
            readings: facts.map { frame[$0] }, excluded: facts.map { frame.excluded[$0.value] }, lists: lists.map { frame.lists[$0.value] },
            interpretations: frame.interpretations, declined: frame.declined.intersection(facts))
        if let found = known.withLock({ $0[key] }) { return found.map { $0.given(on: frame) } }
        let answers = decisions.map { decider.answer($0, frame, .conclusion, order: .vocabulary) }
        known.withLock {
            if $0.count >= Self.most { $0.removeAll() }
            $0[key] = answers
        }
        return answers
    }
}
