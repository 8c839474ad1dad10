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
            return matches.filter { !$0.range.isEmpty }.map { match in
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
        // Where some facts of an enumeration say in which words they are spoken of, nothing tells when the others are.
        targets = zip(users, windowed).map { users, windowed in windowed.isEmpty ? users : [] }
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
        let readings = mentions.manners(in: text, scratch: scratch)
        let today = asOf.flatMap { CivilDate(dayNumber: Int(clamping: $0)) }
        let reader = CapturedValue(enumerations: enumerations, days: SpokenDay(today: today, scratch: scratch))
        let windows = mentions.windows
        var claims: [Claim] = []
        for (mention, manner) in zip(mentions, readings) {
            claims += self.claims(mention, manner, text, reader, windows)
        }
        return Extraction(found: claims.settled(in: text, facts: facts), faults: faults)
    }

    /// What one mention says of which facts.
    private func claims(
        _ mention: Mention, _ manner: Manner, _ text: FoldedText, _ reader: CapturedValue, _ windows: [Place<Fact>: [Range<Int>]]
    ) -> [Claim] {
        switch mention.pattern.owner {
        case .enumerationCase(let enumeration, let code):
            let own = windowed[enumeration.value].filter { place in
                windows[place, default: []].contains { $0.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= $0.upperBound }
            }
            let places = targets[enumeration.value] + own
            return places.map { place in
                Claim(mention: mention, fact: place, value: Int64(code), manner: manner, doubts: places.count > 1 ? [.shared] : [])
            }
        case .fact(let place):
            let fact = facts[place]
            let side: CapturedValue.Side = mention.captured.lowerBound > mention.range.lowerBound ? .first : .last
            guard let (value, isGuessed) = reader.value(text.text(mention.captured), as: fact.type, at: side) else { return [] }
            var doubts: Set<FoundFact.Doubt> = isGuessed ? [.guessed] : []
            if fact.kind != .plain { doubts.insert(.reserved) }
            let isNo = fact.type == .bool && mention.saysNo
            return [Claim(mention: mention, fact: place, value: isNo ? 0 : value, manner: manner, doubts: doubts)]
        case .text: return []
        }
    }
}
