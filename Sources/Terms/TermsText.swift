/// A contract's text cut into lines, the blank ones left out.
package struct TermsText: Sendable {
    /// A line with something on it.
    package struct Line: Sendable {
        /// As editors count, from 1.
        package let number: Int
        /// How far it is indented, in columns.
        let indent: Int
        /// Without the white space around it.
        package let scalars: [Unicode.Scalar]
        /// White space stands behind it: some programs mark so that a paragraph ends.
        let endsInSpace: Bool
        /// A blank line is above it.
        let followsBlank: Bool
        /// A form feed stands before it.
        let followsPageBreak: Bool
    }

    package let lines: [Line]
    /// The first line with bytes that are not UTF-8.
    let undecodable: Int?

    /// The most bytes that are read: many times the longest contract.
    package static let largest = 16 << 20

    package init(_ bytes: [UInt8]) {
        var lines: [Line] = []
        var number = 1
        var isBlankAbove = false
        var isPageAbove = false
        var undecodable: Int?
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var markup = Markup(bytes)
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            if undecodable == nil, text.utf8.count != end - start || text.unicodeScalars.contains("\u{FFFD}") { undecodable = number }
            let scalars = markup.plain(Array(text.unicodeScalars), at: start)
            isPageAbove = isPageAbove || scalars?.first == "\u{0C}"
            if let scalars, let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) }) {
                lines.append(
                    Line(
                        number: number, indent: Self.columns(scalars[..<first]), scalars: Array(scalars[first...last]), endsInSpace: last + 1 < scalars.count,
                        followsBlank: isBlankAbove, followsPageBreak: isPageAbove))
                (isBlankAbove, isPageAbove) = (false, scalars.last == "\u{0C}")
            } else if let scalars {
                isBlankAbove = true
                isPageAbove = isPageAbove || scalars.contains("\u{0C}")
            }
            number += 1
            start = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
        }
        self.lines = lines
        self.undecodable = undecodable
    }

    /// How many columns white space takes: a tab to the next multiple of four, a full-width space two.
    private static func columns(_ space: ArraySlice<Unicode.Scalar>) -> Int {
        space.reduce(0) { column, scalar in
            switch scalar {
            case "\t": (column / 4 + 1) * 4
            case "\u{3000}": column + 2
            case " ", "\u{A0}": column + 1
            default: column
            }
        }
    }
}

/// Whether a scalar leaves no mark on paper: white space, controls, and the invisible characters of word processors.
package func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0x9FFF, 0xFF01...0xFFEE: return false
    case 0...0x20, 0x3000, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xAD: return true
    default: return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
}
