import Diagrams
import Plans
import Runtime
import Vocabulary

/// What a decision comes to, from the diagrams of its rules.
extension CompletionSearch {
    /// Under which completions that keep the constraints each outcome comes out.
    mutating func outcomesWithin() throws(BudgetExceeded) -> [DiagramNode] {
        var within: [DiagramNode] = []
        for outcome in try outcomes(of: decision) { within.append(try diagram.and(constraint, outcome)) }
        return within
    }

    /// Settles what Kleene logic left open, and returns under which completions each outcome comes out.
    @discardableResult
    mutating func find(_ finding: inout Finding) throws(BudgetExceeded) -> [DiagramNode] {
        var possible = OutcomeSet()
        var within: [DiagramNode] = []
        for (number, here) in try outcomesWithin().enumerated() {
            within.append(here)
            if here != .no { possible.insert(number) }
        }
        // Known facts that contradict each other leave nothing possible; the reader of facts has said so already.
        if !possible.isEmpty { finding.possible = possible } else { finding.isContradictory = true }
        // Taken over only when they are complete: beyond the budget the rules that three values know to apply stand.
        var applying: [Place<Rule>] = []
        var open: [Place<Rule>] = []
        for rule in plan.deciding[decision.value] {
            let here = try diagram.and(constraint, applies[rule.value])
            if here == .no { continue }
            if here == constraint { applying.append(rule) } else { open.append(rule) }
        }
        finding.applying = applying
        finding.open = open
        return within
    }
}
