import Plans
import Runtime
import Vocabulary

/// What Kleene logic or a search says about a decision, before it is asked what is missing.
struct Finding {
    var possible: OutcomeSet
    /// Rules that certainly apply.
    var applying: [Place<Rule>]
    /// Rules that may apply.
    var open: [Place<Rule>]
    var isContradictory = false

    /// What three values say after a decision was run.
    init(_ decision: Place<Decision>, _ evaluator: borrowing Evaluator<NoTracer>) {
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

    init(possible: OutcomeSet, applying: [Place<Rule>], open: [Place<Rule>]) { (self.possible, self.applying, self.open) = (possible, applying, open) }

    /// Whether a search may say more.
    var isOpen: Bool { !open.isEmpty }
}
