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
    }

    package let changes: [Change]
    package let outcome: Int
    /// The clause that then decides.
    package let clause: Place<Clause>?
}

/// The smallest changes that were found.
package struct Counterfactuals: Sendable, Hashable {
    package var found: [Counterfactual] = []
    /// There may be others, or smaller ones: the search had to stop.
    package var isApproximate = false

    /// Facts that are changed together.
    package static let mostChanges = 3
    /// Sets of changes that are named.
    package static let mostNamed = 5
    /// Sets of facts that are looked at.
    static let mostTried = 600
}

extension Solver {
    /// The smallest sets of changes to facts that the customer can change, each leading to another settled outcome.
    ///
    /// Fewest changes first, then outcomes that come later in the decision (against which less speaks; what holds when no rule speaks comes
    /// last), then what is least trouble to change. Of a ranked decision only outcomes that come later than the present one are looked for;
    /// where no rule speaks, all.
    package func counterfactuals(_ decision: Place<Decision>, _ frame: FactFrame, _ now: Finding) -> Counterfactuals {
        var result = Counterfactuals()
        guard let present = now.possible.only else {
            // What an open answer could change to is not looked for.
            result.isApproximate = true
            return result
        }
        let targets = targets(plan.decisions[decision], present)
        let slots = changeable(decision, frame)
        guard !targets.isEmpty, !slots.isEmpty else { return result }
        var open = frame
        for slot in slots { open.forget(slot, plan) }
        // What Kleene logic settles even so no change of these facts can change.
        guard !kleene(decision, open).possible.isSubset(of: now.possible) else { return result }
        do throws(BudgetExceeded) {
            let kept = slots.map { (fact: $0.fact, value: frame.reading($0, plan)) }.filter {
                $0.value.state == .known && plan.caseCount(plan.facts[$0.fact].type) == nil
            }
            var search = try CompletionSearch(plan, open, decision, budget: budget / 4, kept: kept.map { ($0.fact, $0.value.value) })
            var sought = CounterfactualSearch(solver: self, frame: frame, slots: slots)
            result = try sought.run(&search, targets, decision)
        } catch {
            result.isApproximate = true
        }
        return result
    }

    /// The outcomes that are looked for, best first.
    private func targets(_ declared: Decision, _ present: Int) -> [Int] {
        // Where no rule speaks, any that does is a change; where one does and outcomes are ranked, those that stand behind it.
        let isAny = !declared.isRanked || present == declared.fallback
        let later = declared.outcomes.indices.reversed().filter { $0 != present && $0 != declared.fallback && (isAny || $0 > present) }
        return later + (present == declared.fallback ? [] : [declared.fallback])
    }

    /// The facts that the decision looks at and that the customer can change.
    private func changeable(_ decision: Place<Decision>, _ frame: FactFrame) -> [FactInstance] {
        plan.program(decision).facts.sorted().filter { plan.facts[$0].isChangeable && !plan.facts[$0].isDiscretion }.flatMap { fact -> [FactInstance] in
            guard let list = plan.facts[fact].list else { return [FactInstance(fact: fact, record: nil)] }
            return (0..<frame.lists[list.value].recordCount).map { FactInstance(fact: fact, record: $0) }
        }.filter { frame.reading($0, plan).state != .inapplicable }
    }
}
