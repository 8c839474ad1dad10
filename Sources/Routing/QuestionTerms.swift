import Morphology
import Sentences

/// A word by which texts are compared, and where it stands.
struct Term: Hashable, Sendable {
    /// The base form; of two words that follow each other both.
    let key: String
    /// In UTF-8 bytes of the text.
    let range: Range<Int>

    /// Before what a word is read as.
    static let readingMark = "/"

    /// Two words that follow each other.
    var isPair: Bool { key.utf8.contains(UInt8(ascii: " ")) }
    var isReading: Bool { key.hasPrefix(Self.readingMark) }
}

/// A sentence, or a part of one that begins with あと or また, by its words.
struct AskedSentence: Sendable {
    var terms: [Term]
    let range: Range<Int>
    /// It asks, wishes or requests something.
    let isAsking: Bool
    /// It says of itself that it is another thing: あと, それから, (2).
    let isAnother: Bool
}

/// The words of texts that tell what they are about.
enum QuestionTerms {
    /// The sentences of a text in Japanese.
    static func sentences(_ words: [Morpheme], writer: Writer) -> [AskedSentence] {
        let predicates = SentenceReader.predicates(of: words, writer: writer)
        return split(words).compactMap { place in
            let part = words[place]
            guard let first = part.first(where: { $0.partOfSpeech != .space }), let last = part.last(where: { $0.partOfSpeech != .space }) else { return nil }
            let range = first.range.lowerBound..<last.range.upperBound
            let own = predicates.filter { range.contains($0.range.lowerBound) }
            let isAsking = last.surface.contains("?") || last.surface == "か" || own.contains { $0.isAsked }
            return AskedSentence(terms: terms(part), range: range, isAsking: isAsking, isAnother: isAnother(part))
        }
    }

    // MARK: Sentences

    /// Words that begin another thing.
    private static let turns: Set<String> = ["あと", "それから", "それと", "また", "ところで", "ついでに", "ちなみに", "あわせて", "別件"]

    private static func split(_ words: [Morpheme]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        func close(_ end: Int) {
            if end > start { parts.append(start..<end) }
            start = end
        }
        for (place, word) in words.enumerated() {
            let isAfterMark = place == start || place > 0 && [.comma, .space].contains(words[place - 1].partOfSpeech)
            if turns.contains(word.surface), isAfterMark, place > start { close(place) }
            let isEnd = word.partOfSpeech == .fullStop || ["?", "!", "!?", "?!"].contains(word.surface) || word.partOfSpeech == .space && word.surface.contains("\n")
            if isEnd { close(place + 1) }
        }
        close(words.count)
        return parts
    }

    private static func isAnother(_ words: ArraySlice<Morpheme>) -> Bool {
        guard let first = words.first(where: { ![.space, .symbol, .openBracket].contains($0.partOfSpeech) }) else { return false }
        return turns.contains(first.surface) || first.partOfSpeech == .noun(.number) && first.range.lowerBound == words.first?.range.lowerBound
    }

    // MARK: Terms

    /// Words that say nothing of what is asked.
    private static let empty: Set<String> = [
        "する", "なる", "ある", "いる", "おる", "できる", "くる", "いう", "言う", "思う", "存じる", "願う", "お願い", "いただく", "くださる", "もらう", "くれる", "下さる", "頂く",
        "教える", "聞く", "伺う", "確認", "いい", "よい", "良い", "ない", "無い", "さん", "様", "場合", "世話", "件", "いつも", "どう", "いかが", "もし", "まだ", "もう", "ちょっと", "何",
    ]

    /// The terms of some words, whatever they ask.
    static func terms(_ words: ArraySlice<Morpheme>) -> [Term] {
        var terms: [Term] = []
        var last: Term?
        for place in words.indices {
            let word = words[place]
            let next = place + 1 < words.endIndex ? words[place + 1] : nil
            guard let key = key(word, before: next) else {
                if [.fullStop, .comma].contains(word.partOfSpeech) { last = nil }
                continue
            }
            let term = Term(key: key, range: word.range)
            if let last { terms.append(Term(key: last.key + " " + key, range: last.range.lowerBound..<word.range.upperBound)) }
            terms.append(term)
            for other in otherKeys(word) { terms.append(Term(key: other, range: word.range)) }
            last = term
        }
        return terms
    }

    /// Words that ask, as they are compared.
    private static let asking = [
        "いつ": "いつ", "誰": "誰", "だれ": "誰", "どなた": "誰", "どこ": "どこ", "いくら": "いくら", "なんぼ": "いくら", "どちら": "どちら", "どっち": "どちら",
    ]

    /// The base form of a word that tells something, what a number counts, or what is asked for; nil for all others.
    private static func key(_ word: Morpheme, before next: Morpheme?) -> String? {
        if let asked = asking[word.surface] { return "?" + asked }
        if word.surface == "何" {
            guard let next, case .noun(.counter) = next.partOfSpeech else { return nil }
            return "?何" + next.surface
        }
        switch word.partOfSpeech {
        case .noun(.pronoun), .noun(.dependent), .noun(.auxiliaryStem), .noun(.person): return nil
        case .noun, .verb, .adjective, .adverb, .prefix: break
        default: return nil
        }
        switch word.whole {
        case .percent: return "#%"
        case .clock: return "#時"
        case .amount: return "#円"
        case .quantity: return "#" + String(word.surface.drop { $0.isNumber || $0 == "." || $0 == "," })
        case .date, .distance, .duration, .version, .number: return nil
        case .given, nil: break
        }
        if case .noun(.number) = word.partOfSpeech { return nil }
        guard let scalar = word.surface.unicodeScalars.first, scalar.properties.isAlphabetic else { return nil }
        if scalar.isASCII { return EnglishTerms.stem(word.surface) }
        return empty.contains(word.base) ? nil : word.base
    }

    /// Other forms by which a word is found: 使える is 使う too, and kana are what they are read as.
    private static func otherKeys(_ word: Morpheme) -> [String] {
        guard word.whole == nil, !word.surface.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        var keys: [String] = []
        var base = word.base
        if word.partOfSpeech == .verb, word.word.conjugation == .ichidan, base.popLast() == "る", let last = base.popLast(), let plain = plainEndings[last],
            !base.isEmpty
        {
            keys.append(base + plain)
        }
        let reading = word.baseReading
        if reading.unicodeScalars.count >= 3 { keys.append(Term.readingMark + reading) }
        return keys
    }

    /// The last letters of verbs that can: 使え(る), and of what they are made from: 使う.
    private static let plainEndings: [Character: String] = [
        "え": "う", "け": "く", "げ": "ぐ", "せ": "す", "て": "つ", "ね": "ぬ", "べ": "ぶ", "め": "む", "れ": "る",
    ]
}

extension Predication {
    /// Whether it is asked, wished or requested.
    fileprivate var isAsked: Bool { !moods.isDisjoint(with: [.whether, .how, .wish, .request, .permission, .command]) }
}
