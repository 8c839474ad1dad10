import Syntax

/// Lays out a file: declarations one below the other, the entries of blocks indented, comments where they were.
///
/// The text follows the tokens, so that the author's order stays; the tree says what each token is.
struct Layout {
    let speller: Speller
    let parts: PartTable
    let trivia: Trivia
    var page = WrittenLines()

    /// A layout for the tree of a speller.
    init(speller: Speller, parts: PartTable) {
        self.speller = speller
        self.parts = parts
        trivia = Trivia(speller.tree)
    }

    var tree: SyntaxTree { speller.tree }

    /// The text of the whole file.
    mutating func file() throws(FormattingFault) -> String {
        var behind = 0
        var carried: [Comment] = []
        for (index, item) in tree.items.enumerated() {
            let isClause = if case .clause = item { true } else { false }
            gap(carried, before: behind..<item.span.first + 1, 0, isStart: index == 0, wantsBlank: isClause && index > 0)
            carried = try declaration(item.span, 0, item)
            behind = item.span.last + 1
        }
        gap(carried, before: behind..<tree.tokens.count, 0, isStart: tree.items.isEmpty, isEnd: true)
        return page.text()
    }

    /// Writes what lies between two lines, and begins the second.
    ///
    /// Comments that were inside the first line, and could not stay there, are `carried` behind it. A clause header wants a
    /// blank line before it even where the author left none, unless a comment leads up to it.
    private mutating func gap(
        _ carried: [Comment], before tokens: Range<Int>, _ indentation: Int, isStart: Bool = false, isEnd: Bool = false,
        wantsBlank: Bool = false
    ) {
        let gap = trivia.gap(before: tokens)
        var comments = Self.settled(carried) + gap.comments
        if isStart, !comments.isEmpty { comments[0].followsBlank = false }
        page.remark(comments, indentation, keepsBlanks: true)
        let isLedUpTo = comments.count > 1 || comments.first.map { !$0.isTrailing } ?? false
        let isWanted = gap.endsWithBlank || wantsBlank && !isLedUpTo
        if isWanted, !isEnd, !isStart || !comments.isEmpty { page.blank() }
        page.open(indentation)
    }

    /// Comments that leave their place leave the blank lines around it, too.
    private static func settled(_ comments: [Comment]) -> [Comment] {
        comments.map { Comment(text: $0.text, isTrailing: $0.isTrailing, followsBlank: false) }
    }

    /// Writes a declaration or an entry, and returns the comments in it that now belong behind it.
    private mutating func declaration(_ span: TokenSpan, _ indentation: Int, _ item: Item? = nil) throws(FormattingFault) -> [Comment] {
        let (pieces, end) = try pieces(span, item)
        let carried = write(pieces, end: end, indentation)
        guard end <= span.last, let block = parts.block(openingAt: end) else { return carried }
        return try self.block(block, indentation, carried + trivia.comments(before: end..<end + 1))
    }

    private mutating func block(_ block: Block, _ indentation: Int, _ headerComments: [Comment]) throws(FormattingFault) -> [Comment] {
        if block.entries.isEmpty, headerComments.isEmpty, !trivia.hasComment(before: block.opening..<block.closing + 1) {
            page.put(" {}")
            return []
        }
        page.put(" {")
        let inner = indentation + WrittenLines.step
        let rows = try tableRows(block)
        var carried = headerComments
        var behind = block.opening + 1
        for (index, entry) in block.entries.enumerated() {
            gap(carried, before: behind..<entry.first + 1, inner, isStart: index == 0)
            if let rows {
                page.put(rows[index])
                carried = trivia.comments(before: entry.first + 1..<entry.last + 1)
            } else {
                carried = try declaration(entry, inner)
            }
            behind = entry.last + 1
        }
        gap(carried, before: behind..<block.closing + 1, inner, isStart: block.entries.isEmpty, isEnd: true)
        page.open(indentation)
        page.put("}")
        return []
    }
}
