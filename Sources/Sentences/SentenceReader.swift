package import Morphology

/// Reads what texts say, predicate by predicate. One thread uses one; the same text gives the same reading.
package final class SentenceReader {
    private let analyzer: MorphologicalAnalyzer

    /// - Throws: `.failed` where there is no memory.
    package init(_ dictionary: MorphologicalDictionary, words: GivenWords = GivenWords()) throws(MorphologyError) {
        analyzer = try MorphologicalAnalyzer(dictionary, words: words)
    }

    /// The predicates of a text in their order.
    ///
    /// - Throws: `.tooLong`, `.failed`.
    package func read(_ text: String, writer: Writer) throws(MorphologyError) -> [Predication] {
        if EnglishReader.isEnglish(text) {
            guard text.utf8.count <= MorphologicalAnalyzer.longestText else { throw .tooLong(bytes: text.utf8.count) }
            return EnglishReader(writer: writer).read(text)
        }
        return SentenceList.read(try analyzer.analyze(text), writer: writer)
    }

    /// The predicates of words that were analysed before.
    package static func predicates(of words: [Morpheme], writer: Writer) -> [Predication] { SentenceList.read(words, writer: writer) }
}

/// Words to sentences to predicates.
enum SentenceList {
    /// The longest sentence that is read at once, in words. What is longer is read in parts.
    private static let longest = 300

    static func read(_ words: [Morpheme], writer: Writer) -> [Predication] {
        let participants = Participants(writer: writer)
        return split(words[...]).flatMap { sentence in
            var scanner = SentenceScanner(Array(words[sentence]), participants)
            let drafts = scanner.scan()
            return Relations(drafts, scanner.words, writer: writer).predications
        }
    }

    /// The sentences of some words; their marks stay with them. What is in 「」 stays whole.
    static func split(_ words: ArraySlice<Morpheme>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var (start, open) = (words.startIndex, 0)
        func close(_ end: Int) {
            if end > start { sentences.append(start..<end) }
            start = end
        }
        for place in words.indices {
            let word = words[place]
            switch word.partOfSpeech {
            case .openBracket: open += 1
            case .closeBracket: open = max(0, open - 1)
            default: break
            }
            let isMark =
                word.partOfSpeech == .fullStop || ["?", "!", "!?", "?!"].contains(word.surface) || word.partOfSpeech == .space && word.surface.contains("\n")
            if isMark, open == 0 { close(place + 1) }
            // A bracket that is never closed ends with the text's first long stretch.
            if place + 1 - start >= longest {
                close(place + 1)
                open = 0
            }
        }
        close(words.endIndex)
        return sentences
    }
}
