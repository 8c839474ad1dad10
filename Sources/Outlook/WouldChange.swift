import Diagrams
import Plans
package import Completions
package import Runtime
import Values
package import Vocabulary

/// Changes of facts that the customer can change, and what the decision would come to with them.
package struct Counterfactual: Sendable, Hashable {
    /// One fact with another value.
    package struct Change: Sendable, Hashable {
        package let fact: Place<Fact>
        package let record: Int?
        /// Of a set, all its members.
        package let value: Reading
        /// Where any value of a stretch does: its ends, as far as it has any.
        package let least: Int64?
        package let most: Int64?
        /// It leads back: to an older version, an earlier day, less.
        package let isBackward: Bool
    }

    package let changes: [Change]
    /// Nil where only the side is certain then.
    package let outcome: Int?
    /// The side that is certain then, by its number.
    package let side: Int?
    /// The clause that then decides; nil while the outcome is open.
    package let clause: Place<Clause>?
}

/// The smallest changes that were found.
package struct Counterfactuals: Sendable, Hashable {
    package var found: [Counterfactual] = []
    /// There may be others, or smaller ones: the search had to stop.
    package var isApproximate = false
    /// Nothing was looked for: of an open answer on no certain side nothing is known to be better.
    package var isOpen = false

    /// Facts that are changed together.
    package static let mostChanges = 3
    /// Sets of changes that are named.
    package static let mostNamed = 5
    /// Sets of facts that are looked at.
    static let mostTried = 600
}

/// What is looked for: that all that may come out lies among these.
struct ChangeGoal {
    let outcomes: OutcomeSet
    /// How good all of it is at least; nil where the contract does not say.
    var favour: Int?

    /// One outcome, not just a side.
    var isOutcome: Bool { outcomes.count == 1 }
}

extension Solver {
    /// The smallest sets of changes to facts that the customer can change, each leading to something better for certain.
    ///
    /// Better is what favours the party that is served more than anything that may come out now; nothing else is offered. Where the contract does
    /// not say whom outcomes favour, any other is looked for; of a ranked decision those that stand behind the present one, unless no rule
    /// speaks. Nothing is changed from what is usual. Fewest facts first, then what is less of a change, newer before older and near before far,
    /// then what is better, and outcomes against which less speaks.
    package func counterfactuals(_ decision: Place<Decision>, _ frame: FactFrame, _ now: Finding) -> Counterfactuals {
        var result = Counterfactuals()
        guard let goals = goals(decision, now) else {
            (result.isApproximate, result.isOpen) = (true, true)
            return result
        }
        let slots = changeable(decision, frame)
        guard !goals.isEmpty, !slots.isEmpty else { return result }
        var open = frame
        for slot in slots { open.forget(slot, plan) }
        // What Kleene logic settles even so no change of these facts can change.
        let wanted = goals.reduce(0) { $0 | $1.outcomes.bits }
        let reachable = kleene(decision, open)
        guard plan.outcomes(reachable, of: decision).bits & wanted != 0 else { return result }
        do throws(BudgetExceeded) {
            let kept = slots.map { (fact: $0.fact, value: frame.reading($0, plan)) }.filter {
                $0.value.state == .known && plan.caseCount(plan.facts[$0.fact].type) == nil
            }
            var search = try CompletionSearch(plan, open, decision, scope(decision), budget: budget / 4, kept: kept.map { ($0.fact, $0.value.value) })
            var sought = CounterfactualSearch(solver: self, decision: decision, frame: frame, slots: slots)
            result = try sought.run(&search, goals)
        } catch {
            result.isApproximate = true
        }
        return result
    }

    /// What is looked for, best first; nil where it is not known what would be better.
    private func goals(_ decision: Place<Decision>, _ now: Finding) -> [ChangeGoal]? {
        let declared = plan.decisions[decision]
        let present = plan.outcomes(now, of: decision)
        let answering = plan.title.answering
        // What holds when no rule speaks comes last; else what stands later, as less speaks against it.
        let order = declared.outcomes.indices.reversed().filter { $0 != declared.fallback } + [declared.fallback]
        guard declared.tellsFavour(answering: answering) else {
            guard let present = now.possible.only else { return nil }
            // Where no rule speaks, any that does is a change; where one does and outcomes are ranked, those that stand behind it.
            let isAny = !declared.isRanked || present == declared.fallback
            return order.filter { $0 != present && (isAny || $0 > present || $0 == declared.fallback) }.map { ChangeGoal(outcomes: OutcomeSet($0)) }
        }
        guard now.possible.only != nil || declared.side(of: present) != nil else { return nil }
        let better = declared.better(than: present, answering: answering)
        let best = order.filter { better.contains($0) }.enumerated().sorted { one, other in
            let (left, right) = (declared.favour(one.element, answering: answering), declared.favour(other.element, answering: answering))
            return left == right ? one.offset < other.offset : left > right
        }
        // Where other facts leave the outcome open, the side may be certain.
        let sides = declared.sides.filter { $0.outcomes.count > 1 && $0.outcomes.isSubset(of: better) }.reversed()
        return (best.map { OutcomeSet($0.element) } + sides.map(\.outcomes)).map { outcomes in
            ChangeGoal(outcomes: outcomes, favour: outcomes.map { declared.favour($0, answering: answering) }.min())
        }
    }

    /// The facts that the decision looks at and that the customer can change.
    private func changeable(_ decision: Place<Decision>, _ frame: FactFrame) -> [FactInstance] {
        plan.program(decision).facts.sorted().filter { plan.facts[$0].isChangeable && !plan.facts[$0].isDiscretion }.flatMap { fact -> [FactInstance] in
            guard let list = plan.facts[fact].list else { return [FactInstance(fact: fact, record: nil)] }
            return (0..<frame.lists[list.value].recordCount).map { FactInstance(fact: fact, record: $0) }
        }.filter { frame.reading($0, plan).state != .inapplicable }
    }
}
