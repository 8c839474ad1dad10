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
    /// Before a kanji of a word.
    static let kanjiMark = "*"

    /// Two words that follow each other.
    var isPair: Bool { key.utf8.contains(UInt8(ascii: " ")) }
    var isReading: Bool { key.hasPrefix(Self.readingMark) }
    var isKanji: Bool { key.hasPrefix(Self.kanjiMark) }
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
    private static let turns = [
        "あと", "それから", "それと", "それに", "また", "ところで", "ついでに", "ちなみに", "あわせて", "加えて", "さらに", "別件", "もう一つ", "もうひとつ", "もう一点", "ほかに", "他に",
    ]
    /// What stands before the things of a list: (1), 二、, a.
    private static let numerals = Set("123456789①②③④⑤一二三四五abcde")
    private static let numeralMarks = Set(").、つ点:")

    private static func split(_ words: [Morpheme]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        func close(_ end: Int) {
            if end > start { parts.append(start..<end) }
            start = end
        }
        for (place, word) in words.enumerated() {
            let isAfterMark = place > start && [.comma, .space].contains(words[place - 1].partOfSpeech)
            if word.partOfSpeech == .openBracket || isAfterMark, isAnother(words[place...]) { close(place) }
            let isMark = word.partOfSpeech == .fullStop || ["?", "!", "!?", "?!"].contains(word.surface)
            if isMark || word.partOfSpeech == .space && word.surface.contains("\n") { close(place + 1) }
        }
        close(words.count)
        return parts
    }

    /// Whether some words begin another thing.
    private static func isAnother(_ words: ArraySlice<Morpheme>) -> Bool {
        let head = words.prefix(4).map(\.surface).joined().drop { " \n(・-".contains($0) }
        if turns.contains(where: { head.hasPrefix($0) }) { return true }
        guard let first = head.first, let second = head.dropFirst().first, numerals.contains(first) else { return false }
        return numeralMarks.contains(second) && head.dropFirst(2).first.map { !$0.isNumber } ?? true || "①②③④⑤".contains(first)
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
        case .date, .distance, .duration:
            // 土曜日 and 元日 tell something; 3月 is any day.
            if word.surface.contains(where: \.isNumber) { return nil }
            return word.surface.hasSuffix("曜日") ? String(word.surface.dropLast()) : word.surface
        case .version, .number: return nil
        case .given, nil: break
        }
        if case .noun(.number) = word.partOfSpeech { return nil }
        guard let scalar = word.surface.unicodeScalars.first, scalar.properties.isAlphabetic else { return nil }
        if scalar.isASCII { return EnglishTerms.stem(word.surface) }
        return empty.contains(word.base) ? nil : word.base
    }

    /// Other forms by which a word is found: 使える is 使う too, kana are what they are read as, and words of one kanji are alike.
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
        // 検品 is like 検査, and 移す like 移動.
        let kanji = word.base.filter { $0.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } }
        if kanji.count >= 2 || !word.partOfSpeech.isNoun { keys += kanji.map { Term.kanjiMark + String($0) } }
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
