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

    /// Settles what Kleene logic left open.
    mutating func find(_ finding: inout Finding) throws(BudgetExceeded) {
        var possible = OutcomeSet()
        for (number, outcome) in try outcomes(of: decision).enumerated() where diagram.meets(constraint, outcome) { possible.insert(number) }
        // Known facts that contradict each other leave nothing possible; the reader of facts has said so already.
        if !possible.isEmpty { finding.possible = possible } else { finding.isContradictory = true }
        // Taken over only when they are complete: beyond the budget the rules that three values know to apply stand.
        var applying: [Place<Rule>] = []
        var open: [Place<Rule>] = []
        for rule in plan.deciding[decision.value] where diagram.meets(constraint, applies[rule.value]) {
            if try diagram.isWithin(constraint, applies[rule.value]) { applying.append(rule) } else { open.append(rule) }
        }
        finding.applying = applying
        finding.open = open
    }
}
