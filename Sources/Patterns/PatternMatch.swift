/// One place where a pattern matched.
package struct PatternMatch: Hashable, Sendable {
    /// Byte ranges of the subject: the whole match first, then the groups; nil where a group took no part.
    package let groups: [Range<Int>?]

    /// A match from its groups.
    package init(groups: [Range<Int>?]) { self.groups = groups }

    /// The whole match.
    package var range: Range<Int> { groups.first.flatMap { $0 } ?? 0..<0 }

    /// A group by its number; nil where it took no part or is not in the pattern.
    package func group(_ number: Int) -> Range<Int>? {
        groups.indices.contains(number) ? groups[number] : nil
    }
}
