import Morphology

/// Reads what follows the stem of a predicate: negation, time, politeness, wish, guess, and how it goes on.
struct EndingReader {
    let words: [Morpheme]
    var place: Int
    var ending = Ending()
    /// The predicate is a verb.
    private let isVerb: Bool
    let isAdjective: Bool
    /// The form that the last word read stands in.
    var form: ConjugationForm?

    init(_ words: [Morpheme], after head: Int) {
        self.words = words
        place = head + 1
        form = words[head].form
        isAdjective = words[head].word.conjugation == .adjective
        isVerb = words[head].partOfSpeech == .verb || words[head].partOfSpeech == .dependentVerb
    }

    /// All endings.
    mutating func read() -> Ending {
        while let word = word(0) {
            let before = place
            switch word.partOfSpeech {
            case .auxiliary: if !auxiliary(word) { return finish() }
            case .verbSuffix: suffix(word)
            case .dependentVerb, .verb: if !dependentVerb(word) { return finish() }
            case .dependentAdjective: if !dependentAdjective(word) { return finish() }
            case .adjective:
                if !dependentAdjective(word) {
                    // 交換した古い機器.
                    return isPlain && form == .basic && !["ない", "無い"].contains(word.base) && word.form == .basic && self.word(1)?.partOfSpeech.isNoun == true
                        ? relative() : finish()
                }
            case .particle: if !particle(word) { return finish() }
            case .noun, .prefix: if !noun(word) { return finish() }
            case .adnominal: return isPlain ? relative() : finish()
            case .adverb: if word.base != "そう" || !stem() { return finish() }
            default: return finish()
            }
            if place == before { return finish() }
        }
        return finish()
    }

    private mutating func finish() -> Ending {
        ending.end = place
        // A stem before anything else goes on: 「止まり、」.
        if ending.position == .main, form == .continuative || form == .euphonic, place < words.count { ending.position = .chained }
        // して。 asks for it.
        if ending.position == .chained, ending.moods.isEmpty, ending.polarity == .positive, !ending.isPast, ["て", "で"].contains(surface(-1)), base(-2) != "ます",
            isAtEnd, !ending.isPassive, isVerb
        {
            ending.position = .main
            ending.moods.insert(.request)
        }
        return ending
    }

    mutating func relative() -> Ending {
        ending.position = .relative
        ending.isBeforeNoun = true
        ending.end = place
        return ending
    }

    /// The word so many places on.
    func word(_ offset: Int) -> Morpheme? { place + offset < words.count && place + offset >= 0 ? words[place + offset] : nil }

    func base(_ offset: Int) -> String { word(offset)?.base ?? "" }
    func surface(_ offset: Int) -> String { word(offset)?.surface ?? "" }

    /// Whether some words, by surface or base form, come next.
    func follows(_ wanted: String..., at offset: Int = 0) -> Bool {
        wanted.enumerated().allSatisfy { surface(offset + $0.offset) == $0.element || base(offset + $0.offset) == $0.element }
    }

    mutating func take(_ count: Int = 1) {
        form = word(count - 1)?.form
        place += count
        ending.isOpenEnded = false
    }

    /// The last word read ends a clause: 動く, 動いた, 遅い.
    var isPlain: Bool { form == .basic || form == .attributive }

    /// Nothing but marks and final particles follows.
    private var isAtEnd: Bool {
        words[place...].allSatisfy { [.fullStop, .symbol, .space, .particle(.final), .closeBracket].contains($0.partOfSpeech) }
    }

    /// The number of words of a negation that comes at an offset: ない, ありません, いない, おらん, あらへん. Nil where there is none.
    func negation(at offset: Int) -> Int? {
        guard let word = word(offset) else { return nil }
        if ["ない", "無い"].contains(word.base) { return polite(after: offset + 1) - offset }
        guard ["ある", "有る", "ござる", "御座る", "いる", "おる", "居る"].contains(word.base) else { return nil }
        var place = offset + 1
        if base(place) == "ます" { place += 1 }
        guard let next = self.word(place), Self.negatives.contains(next.base), next.partOfSpeech == .auxiliary else { return nil }
        return polite(after: place + 1) - offset
    }

    /// Past the polite words after a negation: です, でした, た.
    private func polite(after offset: Int) -> Int {
        var place = offset
        while let word = word(place), word.partOfSpeech == .auxiliary, ["です", "た"].contains(word.base), word.form != .volitional, word.form != .conditional,
            word.surface != "でしょ"
        { place += 1 }
        return place
    }

    static let negatives: Set<String> = ["ない", "ぬ", "ん", "へん", "ひん", "まい", "ず"]

    /// Notes what a negation of some words' length says besides: なかった.
    mutating func negate(_ count: Int) {
        ending.negations += 1
        if !ending.isTimeSettled, (0..<count).contains(where: { base($0) == "た" }) { ending.isPast = true }
        take(count)
        if form == nil { form = .basic }
    }
}
