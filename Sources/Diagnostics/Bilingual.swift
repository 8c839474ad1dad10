/// Something that writes in the language of its reader.
package protocol Bilingual {
    var language: MessageLanguage { get }
}

extension Bilingual {
    /// A word or a sentence in that language.
    package func word(_ japanese: String, _ english: String) -> String { Wording(japanese, english)(language) }

    /// What is said beside something else.
    package func aside(_ text: String) -> String { word("（\(text)）", " (\(text))") }

    /// Several things one after the other.
    package func listed(_ texts: [String]) -> String { texts.joined(separator: word("・", ", ")) }

    /// Alternatives as a question or a rule names them.
    package func quoted(_ texts: [String]) -> String { word(texts.map { "「\($0)」" }.joined(), texts.map { "`\($0)`" }.joined(separator: ", ")) }
}
