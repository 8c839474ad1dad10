import Diagnostics
import Syntax

/// A stretch of a declaration that stays on one line, unless it is a condition that is too long for that.
struct Piece {
    /// Where the line may be broken before a piece.
    enum Start { case attribute, element }

    let start: Start
    /// The number of its first token.
    let first: Int
    var text = ""
    /// A condition of several parts at the end of the piece.
    var condition: ExpressionID?

    /// Adds a text, after a space unless the signs between want none.
    fileprivate mutating func append(_ addition: String, isTight: Bool) { text += (isTight || text.isEmpty ? "" : " ") + addition }
}

extension Layout {
    /// The pieces of a declaration or an entry, up to its block or its end, and the token behind them.
    func pieces(_ span: TokenSpan, _ item: Item? = nil) throws(FormattingFault) -> (pieces: [Piece], end: Int) {
        var pieces = [Piece(start: .attribute, first: span.first)]
        var index = span.first
        var before: TokenKind?
        /// Braces within the line: of sides and what lies on them.
        var open = 0
        while index <= span.last {
            let token = tree.tokens[index]
            if parts.part(at: index) == nil {
                if parts.block(openingAt: index) != nil { break }
                if isSuperfluous(index, span) {
                    index += 1
                    continue
                }
            }
            let (text, condition, last) = try element(index, in: span)
            if let start = start(of: index, in: span, after: before, inBraces: open > 0, item), !pieces[pieces.count - 1].text.isEmpty {
                pieces.append(Piece(start: start, first: index))
            }
            if let condition {
                pieces[pieces.count - 1].condition = condition
                if last < span.last { pieces.append(Piece(start: .attribute, first: last + 1)) }
            } else {
                pieces[pieces.count - 1].append(text, isTight: Self.holds(token.kind, after: before))
            }
            if token.kind == .leftBrace, last == index { open += 1 }
            if token.kind == .rightBrace { open -= 1 }
            before = tree.tokens[last].kind
            index = last + 1
        }
        if let last = pieces.last, last.text.isEmpty, last.condition == nil { pieces.removeLast() }
        return (pieces, index)
    }

    /// A part or a single token as text, or as a condition to be laid out, and its last token.
    private func element(_ index: Int, in span: TokenSpan) throws(FormattingFault) -> (text: String, condition: ExpressionID?, last: Int) {
        if let (part, last) = parts.part(at: index) {
            if case .expression(let id) = part, breaks(id) != nil { return ("", id, last) }
            let text = speller.text(part)
            return (index == span.first && needsQuotes(index, in: span) ? "「\(text)」" : text, nil, last)
        }
        let token = tree.tokens[index]
        switch token.kind {
        case .word:
            guard let keyword = token.keyword else { break }
            // 版 as a type is a part of its own; any other 版 is that of the document.
            return (speller.word(keyword == .version ? .edition : keyword), nil, index)
        case .comma, .colon, .equal, .dot, .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace: return (speller.token(index), nil, index)
        default: break
        }
        throw .notInTree(tree.range(TokenSpan(first: index, last: index)))
    }

    /// Whether a line may be broken before a token, and how.
    private func start(of index: Int, in span: TokenSpan, after before: TokenKind?, inBraces: Bool, _ item: Item?) -> Piece.Start? {
        if case .clause? = item { return nil }
        if case .definition? = item, before == .equal { return .attribute }
        // Phrases are many and short: a line takes as many as it holds.
        if before == .comma { return inBraces || isWord(index) && isWord(index - 2) ? .attribute : .element }
        guard parts.part(at: index) == nil, let keyword = tree.tokens[index].keyword else { return nil }
        if keyword == .pattern { return .element }
        return Self.attributes.contains(keyword) ? .attribute : nil
    }

    /// Words in quotes, or a pattern.
    private func isWord(_ index: Int) -> Bool {
        guard tree.tokens.indices.contains(index) else { return false }
        return switch tree.tokens[index].kind {
        case .string, .patternLiteral: true
        default: false
        }
    }

    private static let attributes: Set<Keyword> = [
        .ask, .askedOf, .given, .changeable, .discretion, .finding, .personal, .topic, .adopted, .reason, .bears, .ground, .allGrounds,
        .usual,
    ]

    /// A comma behind the last element, and the sign of 基準日 = 2026-11-22.
    private func isSuperfluous(_ index: Int, _ span: TokenSpan) -> Bool {
        switch tree.tokens[index].kind {
        case .comma: index == span.last
        case .equal:
            index == span.first + 1 && parts.part(at: span.first) == nil
                && (tree.tokens[span.first].keyword == .asOf || tree.tokens[span.first].keyword == .asOfTime)
        default: false
        }
    }

    /// Whether a name that begins an entry would be taken for the keyword that it also is, once it begins a line.
    private func needsQuotes(_ index: Int, in span: TokenSpan) -> Bool {
        guard case .name? = parts.part(at: index)?.part, tree.tokens[index].kind == .word, let keyword = tree.tokens[index].keyword,
            Keyword.declarations.contains(keyword) && keyword != .interpretation && keyword != .clause || keyword == .pattern
        else { return false }
        guard index < span.last else { return true }
        let next = tree.tokens[index + 1].kind
        return next != .colon && next != .equal && next != .dot
    }

    private static func holds(_ kind: TokenKind, after before: TokenKind?) -> Bool {
        kind == .comma || kind == .dot || kind == .rightParenthesis || before == .dot || before == .leftParenthesis
    }
}

extension Speller {
    /// 毎月 … から … まで, or monthly from … through ….
    private func recurrence(_ recurrence: NormDeclaration.Recurrence) -> String {
        let (from, through) = (flat(recurrence.from), flat(recurrence.through))
        let months = lexicon == .japanese ? [from, word(.from), through, word(.through)] : [word(.from), from, word(.through), through]
        return ([word(.monthly)] + months).joined(separator: " ")
    }

    /// A part on one line.
    func text(_ part: Part) -> String {
        switch part {
        case .name(let name): self.name(name)
        case .quoted(let quoted), .pattern(let quoted): token(quoted.span.first)
        case .clause(let clause): self.clause(clause)
        case .type(let type): self.type(type)
        case .expression(let id): flat(id)
        case .cell(let cell): self.cell(cell)
        case .recurrence(let recurrence): self.recurrence(recurrence)
        case .keywordColumn(let name): tree.tokens[name.span.first].keyword.map { word($0) } ?? self.name(name)
        case .mark: ""
        }
    }
}
