import Morphology
import Patterns
import Sentences
import Values
package import Vocabulary

/// Finds facts in free text by the patterns (表記) of cases and facts.
///
/// Patterns are compiled when first used, and shared by copies of the extractor. Case and width of letters do not matter.
package struct Extractor: Sendable {
    /// The longest text, in UTF-8 bytes of its half-width form: some ten thousand characters.
    package static let longestText = 32_768
    /// More matches of one pattern than a text of that length should have.
    private static let mostMatches = 1_000
    private static let limits = PatternLimits(steps: 5_000_000, subjectBytes: longestText)

    /// A pattern and whose it is.
    struct Owned: Sendable {
        let owner: ExtractionFault.Owner
        let source: String
        private let pattern: Pattern

        init(_ owner: ExtractionFault.Owner, _ source: String) {
            self.owner = owner
            self.source = source
            pattern = Pattern(foldedPattern(source), caseInsensitive: true)
        }

        /// The places of a text that it matches.
        func mentions(in text: FoldedText, scratch: MatchScratch) throws(PatternError) -> [Mention] {
            let matches = try pattern.allMatches(in: text.bytes, limit: Extractor.mostMatches, scratch: scratch)
            guard !matches.isEmpty else { return [] }
            let (no, fallback) = (try group(["偽", "false"]), try group(["控え", "fallback"]))
            let excluded = try group(["除外", "excluded"])
            return matches.filter { match in !match.range.isEmpty && excluded.flatMap { match.group($0) } == nil }.map { match in
                Mention(
                    pattern: self, range: match.range, captured: match.group(1) ?? match.range, saysNo: no.flatMap { match.group($0) } != nil,
                    isFallback: fallback.flatMap { match.group($0) } != nil)
            }
        }

        /// The number of a group with one of these names.
        private func group(_ names: [String]) throws(PatternError) -> Int? {
            guard source.contains("(?<") else { return nil }
            for name in names {
                if let number = try pattern.group(named: name) { return number }
            }
            return nil
        }
    }

    let enumerations: [Enumeration]
    let facts: [Fact]
    private let patterns: [Owned]
    private let phrases: PhraseMatcher
    /// Nil where there is no dictionary, or no phrase.
    let reader: SharedReader?
    private let dictionary: DictionaryState
    private let parties: [String: Participant]
    /// The facts that a case of each enumeration may be said of, wherever its words stand.
    let targets: [[Place<Fact>]]
    /// The facts that a case of each enumeration may be said of where their own patterns match.
    let windowed: [[Place<Fact>]]

    /// - Parameters:
    ///   - words: the groups of words that phrases use.
    ///   - title: whose parties phrases name; the one that answers is the provider.
    ///   - dictionary: the folder of the dictionary; MeCab's usual place without it.
    package init(enumerations: [Enumeration], facts: [Fact], words: [WordGroup] = [], title: ContractTitle? = nil, dictionary folder: String? = nil) {
        self.enumerations = enumerations
        self.facts = facts
        var patterns: [Owned] = []
        for place in enumerations.places {
            for (code, one) in enumerations[place].cases.enumerated() {
                patterns += one.patterns.map { Owned(.enumerationCase(place, code: code), $0) }
            }
        }
        // A fact of a list has no record yet that a text could speak of.
        for place in facts.places where facts[place].list == nil {
            patterns += facts[place].patterns.map { Owned(.fact(place), $0) }
        }
        self.patterns = patterns
        let users = enumerations.places.map { enumeration in
            facts.places.filter { place in
                let fact = facts[place]
                return fact.list == nil && fact.kind == .plain && (fact.type == .enumeration(enumeration) || fact.type == .set(enumeration))
            }
        }
        windowed = users.map { $0.filter { facts[$0].hasOwnSpellings } }
        // What is asked is what a text speaks of. Where some facts of an enumeration say in which words they are spoken of, nothing tells when the others are.
        targets = zip(users, windowed).map { users, windowed in
            let topics = users.filter { facts[$0].isTopic && !facts[$0].hasOwnSpellings }
            return !topics.isEmpty ? topics : windowed.isEmpty ? users : []
        }
        let parties = Self.parties(title)
        self.parties = parties
        let owned = Self.phrases(enumerations, facts)
        guard !owned.isEmpty else {
            (phrases, reader, dictionary) = (PhraseMatcher([]), nil, .unused)
            return
        }
        do throws(MorphologyError) {
            let opened = try MorphologicalDictionary(at: folder ?? MorphologicalDictionary.usualPlace)
            let reader = SharedReader(opened, words: .of(words.flatMap { [$0.word] + $0.members } + owned.map(\.phrase.words)))
            var compiler = PhraseCompiler(reader, words: words, parties: parties)
            phrases = PhraseMatcher(owned.compactMap { compiler.pattern($0.phrase, $0.owner) })
            dictionary = DictionaryState(opened)
            self.reader = reader
        } catch {
            (phrases, reader, dictionary) = (PhraseMatcher([]), nil, .missing(reason: error.description))
        }
    }

    private static func parties(_ title: ContractTitle?) -> [String: Participant] {
        guard let title, let answering = title.answering else { return [:] }
        return Dictionary(title.parties.map { ($0.name, $0.name == answering ? .provider : .customer) }, uniquingKeysWith: { first, _ in first })
    }

    private static func phrases(_ enumerations: [Enumeration], _ facts: [Fact]) -> [(phrase: Phrase, owner: ExtractionFault.Owner)] {
        var owned: [(phrase: Phrase, owner: ExtractionFault.Owner)] = []
        for place in enumerations.places {
            for (code, one) in enumerations[place].cases.enumerated() { owned += one.phrases.map { ($0, .enumerationCase(place, code: code)) } }
        }
        for place in facts.places where facts[place].list == nil { owned += facts[place].phrases.map { ($0, .fact(place)) } }
        return owned
    }

    /// The facts that a text speaks of.
    ///
    /// - Parameters:
    ///   - asOf: the day to judge by; days without a year are taken near it, and without it not at all.
    ///   - voice: who writes; guessed without it.
    package func extract(_ original: String, asOf: Int64? = nil, voice: Voice? = nil) -> Extraction {
        let text = FoldedText(original)
        let writer = voice ?? Voice.guessed(original)
        func result(
            _ found: [FoundFact], _ faults: [ExtractionFault], moment: AskedMoment? = nil, unread: [Range<Int>] = []
        ) -> Extraction {
            Extraction(
                found: found, faults: faults, voice: writer, isVoiceGuessed: voice == nil, dictionary: dictionary, moment: moment, unread: unread)
        }
        guard text.bytes.count <= Self.longestText else {
            let error = PatternError(.limit, message: "text of \(text.bytes.count) bytes, at most \(Self.longestText)")
            return result([], [ExtractionFault(owner: .text, pattern: "", error: error)])
        }
        let scratch = MatchScratch(limits: Self.limits)
        var mentions: [Mention] = []
        var faults: [ExtractionFault] = []
        for one in patterns {
            do throws(PatternError) {
                mentions += try one.mentions(in: text, scratch: scratch)
            } catch {
                faults.append(ExtractionFault(owner: one.owner, pattern: one.source, error: error))
            }
        }
        mentions = mentions.withoutOverlaps
        let context = MannerReader(text: text, scratch: scratch)
        let manners = mentions.manners(context)
        let owned = mentions.owned(context)
        let today = asOf.flatMap { CivilDate(dayNumber: Int(clamping: $0)) }
        let reader = CapturedValue(enumerations: enumerations, days: SpokenDay(today: today, scratch: scratch))
        var claims: [Claim] = []
        for (number, mention) in mentions.enumerated() {
            switch mention.pattern.owner {
            case .enumerationCase(let enumeration, let code):
                let places = targets[enumeration.value] + windowed[enumeration.value].filter { owned[$0]?.contains(number) == true }
                claims += places.map { claim(mention, text, $0, Int64(code), manners[number], isShared: places.count > 1) }
            case .fact(let place): claims += captured(mention, place, manners[number], text, reader)
            case .text: break
            }
        }
        guard let predications = try? self.reader?.read(original, writer: writer.writer) else {
            return result(claims.settled(in: text, facts: facts), faults)
        }
        let spoken = SpokenText(predications, original)
        let matches = phrases.matches(in: spoken)
        let speech = PhraseClaims(self, spoken, matches, original: original, parties: parties, values: reader)
        claims += speech.claims
        let found = claims.settled(in: text, facts: facts)
        return result(
            found, faults, moment: AskedMoment(spoken, days: reader.days),
            unread: spoken.unread(matches, found).map { text.span(words: $0) })
    }

    /// What the words that the pattern of a fact captured say of it.
    private func captured(_ mention: Mention, _ place: Place<Fact>, _ manner: Manner, _ text: FoldedText, _ reader: CapturedValue) -> [Claim] {
        let type = facts[place].type
        // What is not known, or not settled, is neither so nor not so, nor on any day.
        if manner.isOpen, [.bool, .date, .month, .time].contains(type) { return [] }
        return reader.values(text.text(mention.captured), as: type, at: mention.side).map { value, isGuessed in
            claim(mention, text, place, type == .bool && mention.saysNo ? 0 : value, manner, isGuessed: isGuessed)
        }
    }

    private func claim(
        _ mention: Mention, _ text: FoldedText, _ place: Place<Fact>, _ value: Int64, _ manner: Manner, isShared: Bool = false, isGuessed: Bool = false
    ) -> Claim {
        claim(
            text.words(mention.range), mention.pattern.source, isFallback: mention.isFallback, place, value, manner, isShared: isShared, isGuessed: isGuessed)
    }

    /// What some words say of a fact, with all that it leaves open.
    func claim(
        _ words: Range<Int>, _ source: String, isFallback: Bool, _ place: Place<Fact>, _ value: Int64?, _ manner: Manner, isShared: Bool = false,
        isGuessed: Bool = false
    ) -> Claim {
        var doubts = manner.doubts
        if dictionary.isDoubtful { doubts.insert(.dictionary) }
        if !facts[place].canBeCertain {
            // What an answer rests on has mostly happened.
            doubts.remove(.past)
            doubts.insert(.basis)
        }
        if facts[place].kind != .plain { doubts.insert(.reserved) }
        if isShared { doubts.insert(.shared) }
        if isGuessed { doubts.insert(.guessed) }
        if isFallback { doubts.insert(.inferred) }
        return Claim(
            words: words, source: source, isFallback: isFallback, fact: place, value: value, isDenied: manner.isDenied, doubts: doubts)
    }
}

extension Fact {
    /// It says in which words it is spoken of.
    var hasOwnSpellings: Bool { !patterns.isEmpty || !phrases.isEmpty }

    /// What a text says of it may count as it stands: it says what is asked (主題), which is one of several cases or a version.
    ///
    /// All else is what an answer rests on. A set, yes or no, a day, a number, a finding: a person must say so.
    fileprivate var canBeCertain: Bool {
        switch type {
        case .enumeration, .version: isTopic && kind == .plain
        case .bool, .set, .date, .month, .time, .number, .integer, .text: false
        }
    }
}
