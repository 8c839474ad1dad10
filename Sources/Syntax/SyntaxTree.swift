package import Diagnostics

/// What a file says: its tokens, and the declarations that they make up.
///
/// Lossless: the tokens and what lies between them are all the bytes of the file, and every node knows its tokens.
package struct SyntaxTree: Sendable {
    package let file: SourceFile
    package let id: SourceID
    package let tokens: [Token]
    /// The declarations in the order of the file.
    package let items: [Item]
    /// All conditions and expressions; items refer to them by number.
    package let expressions: [Expression]
    /// All blocks in braces with their entries, an inner block before the one around it.
    package let blocks: [Block]
    /// Words in what was passed over because something was wrong there: they may have declared a name.
    package let lostWords: Set<String>
    package let diagnostics: [Diagnostic]

    /// Reads a file. Never fails; what is wrong is in `diagnostics`.
    package static func parse(_ file: SourceFile, id: SourceID) -> SyntaxTree {
        var lexer = Lexer(file: file, id: id)
        lexer.run()
        var parser = Parser(file: file, id: id, tokens: lexer.tokens, findings: lexer.diagnostics)
        parser.parseFile()
        return SyntaxTree(
            file: file, id: id, tokens: lexer.tokens, items: parser.items, expressions: parser.expressions,
            blocks: parser.blocks, lostWords: parser.lostWords, diagnostics: (lexer.diagnostics + parser.diagnostics).inReadingOrder)
    }

    package subscript(_ id: ExpressionID) -> Expression { expressions[Int(id.index)] }

    /// The bytes that some tokens cover.
    package func range(_ span: TokenSpan) -> SourceRange {
        guard !tokens.isEmpty else { return SourceRange(file: self.id, start: 0, end: 0) }
        let last = tokens.count - 1
        let first = tokens[min(max(0, span.first), last)]
        let final = tokens[min(max(0, max(span.first, span.last)), last)]
        return SourceRange(file: self.id, start: Int(first.start), end: Int(final.end))
    }
}

/// Tokens from one to another, both included, by their place in the file's list.
package struct TokenSpan: Sendable, Hashable {
    package let first: Int
    package let last: Int

    package init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }
}

/// `{ entries }`: where it opens and closes, and what each entry covers with a comma behind it, but without a `;`.
package struct Block: Sendable {
    /// The place of `{` in the file's list of tokens.
    package let opening: Int
    /// The place of `}`.
    package let closing: Int
    package let entries: [TokenSpan]
}

/// The number of an expression in its tree.
package struct ExpressionID: Hashable, Sendable {
    package let index: UInt32
}

/// A word or a quoted string that names something, with full-width letters folded.
package struct Name: Sendable, Hashable {
    package let text: String
    package let span: TokenSpan

    package init(text: String, span: TokenSpan) {
        self.text = text
        self.span = span
    }
}

/// A string literal without its quotes.
package struct Quoted: Sendable, Hashable {
    package let text: String
    package let span: TokenSpan
}

/// A clause as somebody wrote it; `id` is its canonical form.
package struct ClauseMention: Sendable, Hashable {
    package let id: String
    package let span: TokenSpan
}

/// What a rule may point at: a clause with all below it, or one rule.
package enum Target: Sendable, Hashable {
    case clause(ClauseMention)
    case rule(Name)

    package var span: TokenSpan {
        switch self {
        case .clause(let mention): mention.span
        case .rule(let name): name.span
        }
    }
}
