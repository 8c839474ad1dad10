import Patterns
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
    /// The facts that a case of each enumeration may be said of, wherever its words stand.
    private let targets: [[Place<Fact>]]
    /// The facts that a case of each enumeration may be said of where their own patterns match.
    private let windowed: [[Place<Fact>]]

    package init(enumerations: [Enumeration], facts: [Fact]) {
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
        windowed = users.map { $0.filter { !facts[$0].patterns.isEmpty } }
        // What is asked is what a text speaks of. Where some facts of an enumeration say in which words they are spoken of, nothing tells when the others are.
        targets = zip(users, windowed).map { users, windowed in
            let topics = users.filter { facts[$0].isTopic && facts[$0].patterns.isEmpty }
            return !topics.isEmpty ? topics : windowed.isEmpty ? users : []
        }
    }

    /// The facts that a text speaks of.
    ///
    /// - Parameter asOf: the day to judge by; days without a year are taken near it, and without it not at all.
    package func extract(_ text: String, asOf: Int64? = nil) -> Extraction {
        let text = FoldedText(text)
        guard text.bytes.count <= Self.longestText else {
            let error = PatternError(.limit, message: "text of \(text.bytes.count) bytes, at most \(Self.longestText)")
            return Extraction(found: [], faults: [ExtractionFault(owner: .text, pattern: "", error: error)])
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
                claims += places.map { claim(mention, $0, Int64(code), manners[number], isShared: places.count > 1) }
            case .fact(let place): claims += captured(mention, place, manners[number], text, reader)
            case .text: break
            }
        }
        return Extraction(found: claims.settled(in: text, facts: facts), faults: faults)
    }

    /// What the words that the pattern of a fact captured say of it.
    private func captured(_ mention: Mention, _ place: Place<Fact>, _ manner: Manner, _ text: FoldedText, _ reader: CapturedValue) -> [Claim] {
        let type = facts[place].type
        // What is not known, or not settled, is neither so nor not so, nor on any day.
        if manner.isOpen, [.bool, .date, .month, .time].contains(type) { return [] }
        return reader.values(text.text(mention.captured), as: type, at: mention.side).map { value, isGuessed in
            claim(mention, place, type == .bool && mention.saysNo ? 0 : value, manner, isGuessed: isGuessed)
        }
    }

    private func claim(
        _ mention: Mention, _ place: Place<Fact>, _ value: Int64, _ manner: Manner, isShared: Bool = false, isGuessed: Bool = false
    ) -> Claim {
        var doubts = manner.doubts
        if !facts[place].canBeCertain {
            // What an answer rests on has mostly happened.
            doubts.remove(.past)
            doubts.insert(.basis)
        }
        if facts[place].kind != .plain { doubts.insert(.reserved) }
        if isShared { doubts.insert(.shared) }
        if isGuessed { doubts.insert(.guessed) }
        if mention.isFallback { doubts.insert(.inferred) }
        return Claim(mention: mention, fact: place, value: value, isDenied: manner.isDenied, doubts: doubts)
    }
}

extension Fact {
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
