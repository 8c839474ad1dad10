import Morphology
import Sentences

/// Reads phrases for authors: whether there is anything in them that a text could be searched for.
package struct PhraseCheck {
    private let reader: SentenceReader?

    /// Without the dictionary nothing is checked.
    ///
    /// - Parameter words: all that the rules have, which is read beside the dictionary.
    package init(_ words: [String]) {
        let dictionary = try? MorphologicalDictionary()
        reader = dictionary.flatMap { try? SentenceReader($0, words: .of(words)) }
    }

    /// Whether a phrase has a predicate or a noun.
    package func isReadable(_ phrase: String) -> Bool {
        guard let reader else { return true }
        return (try? reader.read(phrase, writer: .caller))?.isEmpty == false
    }

    /// The parts of a phrase that would not be looked for.
    package func lost(_ phrase: String) -> [String] {
        guard PhraseCompiler.literal(phrase) == nil, let read = try? reader?.read(phrase, writer: .caller) else { return [] }
        return PhraseRest.lost(of: phrase, read)
    }

    /// Whether a word of a group can stand for its name.
    package func isWord(_ word: String) -> Bool {
        guard PhraseCompiler.literal(word) == nil, let read = try? reader?.read(word, writer: .caller) else { return true }
        return PhraseRest.isWord(read)
    }
}
