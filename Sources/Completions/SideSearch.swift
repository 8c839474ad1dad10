package import Diagrams
import Plans
import Runtime
package import Vocabulary

extension Plan {
    /// The outcomes that a finding may come to; of a conflict those that may disagree.
    package func outcomes(_ finding: Finding, of decision: Place<Decision>) -> OutcomeSet {
        outcomes(finding.possible, finding.applying + finding.open, of: decision)
    }

    /// - Parameter rules: those that apply or may apply.
    package func outcomes(_ possible: OutcomeSet, _ rules: [Place<Rule>], of decision: Place<Decision>) -> OutcomeSet {
        let conflict = OutcomeSet(decisions[decision].conflict)
        guard conflict.isSubset(of: possible) else { return possible }
        var all = OutcomeSet(bits: possible.bits & ~conflict.bits)
        for rule in rules { all.insert(self.rules[rule].outcome) }
        return all
    }
}

extension CompletionSearch {
    /// Under which completions all that the decision comes to lies within each of some sets of outcomes that share none.
    ///
    /// Outcomes that contradict each other lie within a set that holds them all.
    package mutating func outcomes(within sets: [OutcomeSet]) throws(BudgetExceeded) -> [DiagramNode] {
        let declared = plan.decisions[decision]
        if declared.isRanked {
            let outcomes = try outcomes(of: decision)
            return try sets.map { set throws(BudgetExceeded) in try anyOf(set.map { outcomes[$0] }) }
        }
        var given = Array(repeating: DiagramNode.no, count: declared.outcomes.count)
        for rule in plan.deciding[decision.value] {
            let outcome = plan.rules[rule].outcome
            given[outcome] = try diagram.or(given[outcome], applies[rule.value])
        }
        let none = try diagram.not(try anyOf(given))
        return try sets.map { set throws(BudgetExceeded) in
            let inside = try anyOf(set.map { given[$0] })
            let outside = try anyOf(given.indices.filter { !set.contains($0) }.map { given[$0] })
            let alone = try diagram.and(inside, try diagram.not(outside))
            return set.contains(declared.fallback) ? try diagram.or(alone, none) : alone
        }
    }

    private func anyOf(_ nodes: [DiagramNode]) throws(BudgetExceeded) -> DiagramNode {
        var all = DiagramNode.no
        for node in nodes { all = try diagram.or(all, node) }
        return all
    }
}
