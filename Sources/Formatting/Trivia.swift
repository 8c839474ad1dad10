import Diagnostics
import Syntax

/// A comment, and how it lies among its neighbours.
struct Comment {
    /// From `#` to the line's end, without white space behind it.
    let text: String
    /// On the line of what stands before it, and not on one of its own.
    let isTrailing: Bool
    /// With a blank line before it.
    var followsBlank: Bool
}

/// What lies between one token and the next.
struct Gap {
    var comments: [Comment] = []
    /// A blank line before what comes next.
    var endsWithBlank = false
}

/// The comments and blank lines of a file, by the token that they precede.
struct Trivia {
    private let gaps: [Gap]

    /// Reads what lies before each token.
    init(_ tree: SyntaxTree) {
        var end = tree.file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        gaps = tree.tokens.enumerated().map { index, token in
            defer { end = Int(token.end) }
            return Self.gap(tree.file, end, Int(token.start), isFirst: index == 0)
        }
    }

    /// All comments before the tokens of a range, in order.
    func comments(before tokens: Range<Int>) -> [Comment] {
        tokens.isEmpty ? [] : gaps[tokens.clamped(to: gaps.indices)].flatMap(\.comments)
    }

    /// Whether a comment lies before any token of a range.
    func hasComment(before tokens: Range<Int>) -> Bool {
        !tokens.isEmpty && gaps[tokens.clamped(to: gaps.indices)].contains { !$0.comments.isEmpty }
    }

    /// What lies before the tokens of a range, as if the tokens but the last were not there: they are separators.
    func gap(before tokens: Range<Int>) -> Gap {
        gaps[tokens.clamped(to: gaps.indices)].reduce(into: Gap()) { sum, gap in
            for var comment in gap.comments {
                comment.followsBlank = comment.followsBlank || sum.endsWithBlank
                sum.endsWithBlank = false
                sum.comments.append(comment)
            }
            sum.endsWithBlank = sum.endsWithBlank || gap.endsWithBlank
        }
    }

    private static func gap(_ file: SourceFile, _ start: Int, _ end: Int, isFirst: Bool) -> Gap {
        var gap = Gap()
        var breaks = 0
        var offset = start
        while offset < end {
            let (value, length) = UTF8Decoding.scalar(file.bytes, offset) ?? (0, 1)
            if value == 0x23 || value == 0xFF03 {
                var behind = offset + length
                while behind < end, file.bytes[behind] != 0x0A { behind += 1 }
                let isTrailing = breaks == 0 && gap.comments.isEmpty && !isFirst
                let text = "#" + withoutTrailingSpace(file.text(offset + length, behind))
                gap.comments.append(Comment(text: text, isTrailing: isTrailing, followsBlank: breaks > 1))
                breaks = 0
                offset = behind
            } else {
                if value == 0x0A { breaks += 1 }
                offset += length
            }
        }
        gap.endsWithBlank = breaks > 1
        return gap
    }

    private static func withoutTrailingSpace(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
