import Diagrams
import Plans
import Runtime
import Vocabulary

/// What constraints say of the facts that are looked at.
extension CompletionSearch {
    /// The constraints together, without the facts that only they look at: some values of those can be chosen, and nobody asks which.
    ///
    /// Each such fact is left out as soon as all that looks at it is put together, fewest companions first, so that what many constraints tie
    /// together in a row stays small. Source: R. Dechter, Bucket Elimination, Artificial Intelligence 113, 1999.
    func projection(of constraints: [DiagramNode]) throws(BudgetExceeded) -> DiagramNode {
        var parts: [(node: DiagramNode, support: Set<Int>)] = []
        for node in constraints where node != .yes { parts.append((node, diagram.support(node))) }
        // Distances hang on the facts that they lie between, which `rings` looks at later.
        let distances = parts.filter { part in part.support.contains { variables[$0].isOrder } }
        var hidden = Set(parts.flatMap(\.support)).filter { !isLookedAt(variables[$0]) }
        hidden.subtract(distances.flatMap(\.support))
        while let next = hidden.min(by: { (companions(of: $0, parts), $0) < (companions(of: $1, parts), $1) }) {
            hidden.remove(next)
            var together = DiagramNode.yes
            for part in parts where part.support.contains(next) { together = try diagram.and(together, part.node) }
            parts.removeAll { $0.support.contains(next) }
            let left = try diagram.exists(next, together)
            if left != .yes { parts.append((left, diagram.support(left))) }
        }
        var all = DiagramNode.yes
        for part in parts { all = try diagram.and(all, part.node) }
        return all
    }

    /// How many variables are put together when one is left out.
    private func companions(of variable: Int, _ parts: [(node: DiagramNode, support: Set<Int>)]) -> Int {
        parts.reduce(into: Set<Int>()) { if $1.support.contains(variable) { $0.formUnion($1.support) } }.count
    }

    private func isLookedAt(_ source: VariableSource) -> Bool {
        switch source {
        case .fact(let fact, _), .member(let fact, _, _): lookedAt.contains(fact)
        case .further, .others, .order: true
        }
    }
}

extension VariableSource {
    fileprivate var isOrder: Bool {
        if case .order = self { true } else { false }
    }
}
