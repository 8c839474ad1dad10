internal import Values

/// A clause as rules and people refer to it, in whatever spelling.
package struct ClauseReference: Sendable, Hashable {
    /// The clause referred to.
    package let id: ClauseID

    /// A reference to a clause.
    package init(_ id: ClauseID) { self.id = id }

    /// Reads a whole text as one reference: 第四十条第一項第三号, 40条1項3号, 別紙1 Ⅴ（3）3, or a plain ID such as `40.1.3`,
    /// also below a place in words (別紙2 os.pc.1). `nil` when it is none, or would make an ID beyond 64 bytes.
    package static func parse(_ text: String) -> ClauseReference? {
        let scalars = trimmed(Array(text.unicodeScalars))
        if let id = plainID(scalars[...]) { return ClauseReference(id) }
        var scanner = ClauseScanner(scalars, isLoose: true)
        guard scanner.reference(), let place = scanner.id else { return nil }
        let end = scanner.position
        guard end < scalars.count else { return ClauseReference(place) }
        scanner.skipSpaces()
        guard scanner.position > end, let first = scanner.peek(), first.properties.isAlphabetic,
            let below = plainID(scalars[scanner.position...])
        else { return nil }
        return ClauseID("\(place).\(below)").map(ClauseReference.init)
    }

    /// The longest reference in words, without spaces, that begins at a position, and the position behind it. `nil` when none
    /// begins there: 第, a digit, 別紙, 別表 or 附則 must, and 条 or the number of the annex must follow.
    /// Looks no further than one word behind the reference.
    package static func scanPrefix(_ scalars: [Unicode.Scalar], from start: Int) -> (id: ClauseID, end: Int)? {
        var scanner = ClauseScanner(scalars, from: start, isLoose: false)
        guard scanner.reference(), let id = scanner.id else { return nil }
        return (id, scanner.position)
    }

    /// Scalars that spell an ID in ASCII of either width.
    private static func plainID(_ scalars: ArraySlice<Unicode.Scalar>) -> ClauseID? {
        guard scalars.count <= ClauseID.longest else { return nil }
        var text = String.UnicodeScalarView()
        for scalar in scalars { text.append(foldWidth(scalar)) }
        return ClauseID(String(text))
    }

    /// Scalars without the white space around them.
    static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return [] }
        return Array(scalars[first...last])
    }
}
