import Plans
package import Runtime
package import Vocabulary

/// What Kleene logic or a search says about a decision, before it is asked what is missing.
package struct Finding: Equatable {
    package var possible: OutcomeSet
    /// Rules that certainly apply.
    package var applying: [Place<Rule>]
    /// Rules that may apply.
    package var open: [Place<Rule>]
    package var isContradictory = false
    /// A search was given up or looked at something only roughly: it may be too open, never wrong.
    package var isApproximate = false

    /// What three values say after a decision was run.
    package init(_ decision: Place<Decision>, _ evaluator: borrowing Evaluator<NoTracer>) {
        possible = evaluator.outcomes(of: decision)
        (applying, open) = ([], [])
        for rule in evaluator.plan.deciding[decision.value] {
            switch evaluator.applies[rule.value] {
            case .yes: applying.append(rule)
            case .unknown: open.append(rule)
            case .no: break
            }
        }
    }

    package init(possible: OutcomeSet, applying: [Place<Rule>], open: [Place<Rule>]) { (self.possible, self.applying, self.open) = (possible, applying, open) }

    /// Whether a search may say more.
    package var isOpen: Bool { !open.isEmpty }
}
