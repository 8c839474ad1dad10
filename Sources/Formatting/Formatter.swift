package import Diagnostics
package import Syntax

/// Writes a rule file in its one canonical form.
///
/// The author decides the names, the order, the comments and the blank lines; the formatter decides everything else. It
/// refuses a file with errors, and hands out no text before it has read that text again and found the same tree.
package struct Formatter: Sendable {
    /// The spelling of the keywords; without one, the spelling that the file mostly uses.
    private let lexicon: Lexicon?

    /// A formatter into one lexicon, or, with `nil`, into the one that each file mostly uses.
    package init(lexicon: Lexicon?) { self.lexicon = lexicon }

    /// The same by the language of the keywords.
    package init(keywords language: MessageLanguage?) {
        lexicon =
            switch language {
            case .japanese: .japanese
            case .english: .english
            case nil: nil
            }
    }

    /// The canonical text of a file, or why there is none. Formatting its result again changes nothing.
    package func format(_ file: SourceFile) -> Result<String, FormattingFault> { format(SyntaxTree.parse(file, id: SourceID(0))) }

    /// The same of a tree.
    package func format(_ tree: SyntaxTree) -> Result<String, FormattingFault> {
        guard !tree.diagnostics.hasErrors else { return .failure(.hasErrors(tree.diagnostics)) }
        let parts = PartTable(tree)
        let speller = Speller(tree: tree, lexicon: lexicon ?? parts.prevailingLexicon)
        var layout = Layout(speller: speller, parts: parts)
        do throws(FormattingFault) {
            let text = try layout.file()
            try RoundTrip.check(tree, became: text)
            return .success(text)
        } catch {
            return .failure(error)
        }
    }
}
