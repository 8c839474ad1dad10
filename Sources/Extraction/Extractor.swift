import Patterns
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
        let pattern: Pattern

        init(_ owner: ExtractionFault.Owner, _ source: String) {
            self.owner = owner
            self.source = source
            pattern = Pattern(foldedPattern(source), caseInsensitive: true)
        }
    }

    let enumerations: [Enumeration]
    let facts: [Fact]
    private let patterns: [Owned]
    /// The facts that a case of each enumeration may be said of.
    private let targets: [[Place<Fact>]]

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
        targets = enumerations.places.map { enumeration in
            facts.places.filter { place in
                let fact = facts[place]
                return fact.list == nil && fact.kind == .plain && (fact.type == .enumeration(enumeration) || fact.type == .set(enumeration))
            }
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
                for match in try one.pattern.allMatches(in: text.bytes, limit: Self.mostMatches, scratch: scratch) where !match.range.isEmpty {
                    mentions.append(Mention(pattern: one, range: match.range, captured: match.group(1) ?? match.range))
                }
            } catch {
                faults.append(ExtractionFault(owner: one.owner, pattern: one.source, error: error))
            }
        }
        mentions = mentions.withoutOverlaps
        let readings = mentions.manners(in: text, scratch: scratch)
        let reader = CapturedValue(enumerations: enumerations, asOf: asOf)
        var claims: [Claim] = []
        for (mention, manner) in zip(mentions, readings) {
            claims += self.claims(mention, manner, text, reader)
        }
        return Extraction(found: claims.settled(in: text, facts: facts), faults: faults)
    }

    /// What one mention says of which facts.
    private func claims(_ mention: Mention, _ manner: Manner, _ text: FoldedText, _ reader: CapturedValue) -> [Claim] {
        switch mention.pattern.owner {
        case .enumerationCase(let enumeration, let code):
            let places = targets[enumeration.value]
            return places.map { place in
                Claim(mention: mention, fact: place, value: Int64(code), manner: manner, doubts: places.count > 1 ? [.shared] : [])
            }
        case .fact(let place):
            let fact = facts[place]
            guard let (value, isGuessed) = reader.value(text.text(mention.captured), as: fact.type) else { return [] }
            var doubts: Set<FoundFact.Doubt> = isGuessed ? [.guessed] : []
            if fact.kind != .plain { doubts.insert(.reserved) }
            return [Claim(mention: mention, fact: place, value: value, manner: manner, doubts: doubts)]
        case .text: return []
        }
    }
}
