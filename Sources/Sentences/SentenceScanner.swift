import Morphology

/// Goes through the words of a sentence from left to right and finds its predicates with their arguments.
struct SentenceScanner {
    let words: [Morpheme]
    let participants: Participants
    let depth: Int
    var place = 0
    var drafts: [PredicateDraft] = []
    /// What is spoken of in the sentence.
    var topics: [Argument] = []
    /// Nouns and times that no predicate has taken yet, and whether a comma follows.
    var pending: [(argument: Argument, isCut: Bool)] = []
    var times: [(time: TimeExpression, isCut: Bool)] = []
    /// Nouns that の joins to the next.
    var modifiers: [Range<Int>] = []
    /// Adverbs that no predicate has taken yet.
    var adverbs: [String] = []
    var (asksHow, isSupposed, isUnsure, isStill) = (false, false, false, false)

    /// Brackets deeper than this are read over.
    static let deepest = 4

    init(_ words: [Morpheme], _ participants: Participants, depth: Int = 0) {
        self.words = words
        self.participants = participants
        self.depth = depth
    }

    func word(_ place: Int) -> Morpheme? { place >= 0 && place < words.count ? words[place] : nil }

    mutating func scan() -> [PredicateDraft] {
        while let word = word(place) {
            let before = place
            switch word.partOfSpeech {
            case .comma:
                cut()
                place += 1
            case .openBracket: bracket()
            case .noun(.dependent) where !isNominal(word): dependent(word)
            case .noun, .prefix: nominal()
            case .verb where isNounForm(place): nominal()
            case .verb, .dependentVerb: verb()
            case .adjective, .dependentAdjective: adjective()
            case .adverb: adverb(word)
            case .adnominal, .conjunction, .interjection: opening(word)
            case .auxiliary where ["ござる", "御座る", "ある"].contains(word.base): verb()
            case .auxiliary where word.base == "ない": adjective()
            case .auxiliary, .verbSuffix, .particle, .fullStop, .closeBracket, .space, .symbol: stray(word)
            }
            if place <= before { place = before + 1 }
        }
        return drafts
    }

    /// A comma after a noun keeps it from a relative clause.
    private mutating func cut() {
        if !pending.isEmpty { pending[pending.count - 1].isCut = true }
        if !times.isEmpty { times[times.count - 1].isCut = true }
        modifiers = []
    }

    private static let interrogatives: Set<String> = [
        "どう", "なぜ", "いつ", "いくら", "どこ", "誰", "だれ", "何", "なに", "なん", "どれ", "どちら", "どの", "どんな", "どなた", "いかが", "どっち", "何故", "幾ら", "どうして", "いくつ", "どれくらい", "どのくらい",
        "どういう", "いつごろ", "なんで", "何で",
        "どれだけ", "いかほど", "何時", "何人", "何曜日",
    ]

    func isInterrogative(_ phrase: NounPhrase) -> Bool { words[phrase.words].contains { Self.interrogatives.contains($0.base) } }

    mutating func notice(_ word: Morpheme) {
        if Self.interrogatives.contains(word.base) || word.surface.hasPrefix("何") && word.partOfSpeech != .adverb { asksHow = true }
    }

    private mutating func adverb(_ word: Morpheme) {
        notice(word)
        switch word.base {
        case "もし", "仮に", "かりに", "万一", "万が一", "たとえ", "例えば", "もしも": isSupposed = true
        case "たぶん", "多分", "恐らく", "おそらく", "もしかすると", "ひょっとすると", "どうやら", "どうも", "もしかして", "ひょっとして", "もしかしたら": isUnsure = word.base != "どうも"
        case "まだ", "未だ", "いまだ", "未だに": isStill = true
        default:
            if let direction = TimeWords.direction(word) {
                times.append((time(place..<(place + 1), [direction], nil), false))
            } else {
                adverbs.append(word.base)
            }
        }
        place += 1
        // どうですか, そうです, まだです.
        if let next = self.word(place), next.partOfSpeech == .auxiliary, next.word.conjugation == .copula {
            let head = place - 1
            add(Lemma(kind: .noun, base: word.base, reading: word.word.reading, parts: [word.base]), head..<place, ending(after: head))
        }
    }

    private mutating func opening(_ word: Morpheme) {
        notice(word)
        if ["もし", "もしも", "仮に", "たとえば"].contains(word.surface) { isSupposed = true }
        // この前, この間.
        if word.surface == "この", let next = self.word(place + 1), ["前", "間", "あいだ"].contains(next.surface) {
            times.append((time(place..<(place + 2), [.past], nil), false))
            place += 2
            if let after = self.word(place), after.partOfSpeech.isParticle { place += 1 }
            return
        }
        if word.surface == "その", self.word(place + 1)?.surface == "うち" {
            times.append((time(place..<(place + 2), [.future], nil), false))
            place += 1
        }
        place += 1
    }

    private mutating func stray(_ word: Morpheme) {
        if word.partOfSpeech == .fullStop || word.partOfSpeech == .space { cut() }
        place += 1
    }

    /// こと, の, ため without a clause before: 「3月からのことです」.
    private mutating func dependent(_ word: Morpheme) {
        let phrase = NounPhrase(words: place..<(place + 1), modifiers: modifiers, start: modifiers.first?.lowerBound ?? place)
        place += 1
        finish(phrase)
    }

    /// The endings after the word at a place.
    func ending(after head: Int) -> Ending {
        var reader = EndingReader(words, after: head)
        return reader.read()
    }

    /// Adds a predicate, and gives it what it takes of what stands before.
    mutating func add(_ lemma: Lemma, _ head: Range<Int>, _ ending: Ending, isBare: Bool = false, extra: [Argument] = []) {
        var draft = PredicateDraft(lemma: lemma, words: head.lowerBound..<max(ending.end, head.upperBound), range: 0..<0, ending: ending)
        draft.range = range(draft.words)
        draft.isBare = isBare
        let isInner = ending.position == .relative || ending.position == .nominal || ending.position == .temporal
        if isInner {
            // A comma and は keep what stands before for the sentence.
            let firstOwn = pending.lastIndex { $0.isCut }.map { $0 + 1 } ?? 0
            draft.arguments = pending[firstOwn...].map(\.argument)
            pending.removeSubrange(firstOwn...)
            let firstTime = times.lastIndex { $0.isCut }.map { $0 + 1 } ?? 0
            draft.times = times[firstTime...].map(\.time)
            times.removeSubrange(firstTime...)
        } else {
            draft.arguments = topics + pending.map(\.argument)
            draft.times = times.map(\.time)
            pending = []
            times = []
            for number in topics.indices { topics[number].isInherited = true }
        }
        draft.arguments += extra
        draft.adverbs = adverbs
        adverbs = []
        (draft.asksHow, draft.isSupposed, draft.isUnsure, draft.isStill) = (asksHow, isSupposed, isUnsure, isStill)
        // どうすれば直りますか: how is asked of what follows.
        if ending.position == .condition { isStill = false } else if !isInner || ending.isAskedWithin { (asksHow, isStill) = (false, false) }
        if !isInner { isUnsure = false }
        if ending.position == .condition || ending.position == .main { isSupposed = false }
        if ending.position == .relative, ending.moods.isEmpty { isStill = false }
        drafts.append(draft)
        place = max(ending.end, head.upperBound)
        // うちの若い者: whose it is belongs to the noun.
        if lemma.kind != .adjective || ending.position != .relative { modifiers = [] }
        // 動かすことを, 動かすのは: the particle after it.
        if ending.position == .nominal { skipParticles() }
    }

    private mutating func skipParticles() {
        while let word = word(place), word.partOfSpeech.isParticle || word.surface == "の" || word.surface == "ん" { place += 1 }
    }

    /// A time that some words say.
    func time(_ range: Range<Int>, _ directions: [TimeExpression.Direction], _ particle: String?) -> TimeExpression {
        TimeExpression(text: text(range), range: self.range(range), direction: TimeWords.joined(directions), particle: particle)
    }

    /// Words in brackets: someone's words, a name, or an aside.
    private mutating func bracket() {
        var (end, open) = (place + 1, 1)
        while end < words.count {
            if words[end].partOfSpeech == .openBracket { open += 1 }
            if words[end].partOfSpeech == .closeBracket { open -= 1 }
            if open == 0 { break }
            end += 1
        }
        let isQuote = ["「", "『", "“", "\""].contains(words[place].surface)
        guard end < words.count, depth < Self.deepest, end > place + 1 else {
            place += 1
            return
        }
        let start = place + 1
        let speaker: Writer? = participants.writer == .colleague ? .caller : nil
        let inner = isQuote ? Participants(writer: speaker) : participants
        var found: [PredicateDraft] = []
        for sentence in SentenceList.split(words[start..<end]) {
            var scanner = SentenceScanner(Array(words[sentence]), inner, depth: depth + 1)
            found += scanner.scan().map { draft in
                var draft = draft
                draft.words = (draft.words.lowerBound + sentence.lowerBound)..<(draft.words.upperBound + sentence.lowerBound)
                draft.ending.end += sentence.lowerBound
                draft.isInQuotes = draft.isInQuotes || isQuote
                return draft
            }
        }
        if isQuote, found.allSatisfy(\.isBare) {
            // A name.
            place = end + 1
            finish(NounPhrase(words: start..<end, modifiers: modifiers, start: modifiers.first?.lowerBound ?? start))
            return
        }
        drafts += found
        place = end + 1
        if isQuote { while let word = word(place), word.partOfSpeech.isParticle, ["と", "って", "とか", "っち", "という", "との"].contains(word.surface) { place += 1 } }
    }
}
