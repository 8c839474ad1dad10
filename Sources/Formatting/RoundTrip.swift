import Diagnostics
package import Syntax
import Values

/// Shows that a new text says what the old one did, by reading it again.
///
/// Two views are compared, so that a mistake in one shows in the other: the tree without its places, and the tokens that
/// formatting never touches: strings, patterns, numbers, dates, clauses and comments, in their order.
package enum RoundTrip {
    /// Throws unless the text says the same as the tree.
    package static func check(_ tree: SyntaxTree, became text: String) throws(FormattingFault) {
        let file = SourceFile(path: tree.file.path, bytes: Array(text.utf8))
        let again = SyntaxTree.parse(file, id: tree.id)
        guard !again.diagnostics.hasErrors, fingerprint(tree) == fingerprint(again), constants(tree) == constants(again),
            comments(tree) == comments(again)
        else { throw .wouldChange }
    }

    private static func fingerprint(_ tree: SyntaxTree) -> [String] {
        PartCollector.parts(of: tree).map { $0.fingerprint(in: tree) }
    }

    private static func comments(_ tree: SyntaxTree) -> [String] {
        Trivia(tree).comments(before: 0..<tree.tokens.count).map(\.text)
    }

    /// The tokens with a content of their own. A string that spells a keyword is left out: it may be a name that had to be quoted.
    private static func constants(_ tree: SyntaxTree) -> [String] {
        tree.tokens.compactMap { token in
            let text = tree.file.text(token)
            switch token.kind {
            case .string:
                let content = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst().dropLast()))
                return Lexicon.words[content] == nil ? content : nil
            case .patternLiteral: return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
            case .numberLiteral, .dateLiteral, .monthLiteral, .timeLiteral: return foldWidth(text)
            case .clauseReference: return Speller.digitsFolded(text)
            default: return nil
            }
        }
    }
}
