/// 側: outcomes of a decision that mean the same to a person, and what can be said of all of them.
///
/// The sides of a decision nest, and every outcome that stands on none is one of its own: docs/decisions/sides.md.
package struct Side: Sendable, Hashable {
    package let name: String
    /// What is said while only the side is known: true of each outcome.
    package let text: String
    /// Those of the sides inside it too.
    package let outcomes: OutcomeSet
    /// Whether the rules declare it; otherwise it is an outcome by itself.
    package let isDeclared: Bool

    package init(name: String, text: String, outcomes: OutcomeSet, isDeclared: Bool) {
        self.name = name
        self.text = text
        self.outcomes = outcomes
        self.isDeclared = isDeclared
    }
}

extension Decision {
    /// The smallest side that holds all of some outcomes, by its number; nil where none does, or where a conflict is among them.
    package func side(of possible: OutcomeSet) -> Int? {
        guard !possible.isEmpty else { return nil }
        return sides.indices.reversed().filter { possible.isSubset(of: sides[$0].outcomes) }.min { sides[$0].outcomes.count < sides[$1].outcomes.count }
    }

    /// What lies directly inside a side, or inside the decision: the sides, and each outcome on none of them. They share no outcome.
    package func branches(of side: Int?) -> [OutcomeSet] {
        let all = side.map { sides[$0].outcomes } ?? OutcomeSet(outcomes.indices)
        let inner = sides.map(\.outcomes).filter { $0.isSubset(of: all) && $0 != all }
        let largest = inner.filter { one in !inner.contains { one != $0 && one.isSubset(of: $0) } }
        let alone = all.filter { outcome in !largest.contains { $0.contains(outcome) } }
        return largest + alone.map { OutcomeSet($0) }
    }
}
