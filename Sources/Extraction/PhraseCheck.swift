import Morphology
import Sentences

/// Reads phrases for authors: whether there is anything in them that a text could be searched for.
package struct PhraseCheck {
    private let reader: SentenceReader?

    /// Without the dictionary nothing is checked.
    package init() {
        let dictionary = try? MorphologicalDictionary()
        reader = dictionary.flatMap { try? SentenceReader($0) }
    }

    /// Whether a phrase has a predicate or a noun.
    package func isReadable(_ phrase: String) -> Bool {
        guard let reader else { return true }
        return (try? reader.read(phrase, writer: .caller))?.isEmpty == false
    }
}
