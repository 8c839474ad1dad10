import Sentences
import Vocabulary

/// What the phrases that were found say of facts.
struct PhraseClaims {
    private let extractor: Extractor
    private let text: SpokenText
    private let matches: [PhraseMatch]
    private let original: String
    private let parties: [String: Participant]
    private let values: CapturedValue

    init(_ extractor: Extractor, _ text: SpokenText, _ matches: [PhraseMatch], original: String, parties: [String: Participant], values: CapturedValue) {
        self.extractor = extractor
        self.text = text
        self.matches = matches
        self.original = original
        self.parties = parties
        self.values = values
    }

    var claims: [Claim] {
        matches.flatMap { match -> [Claim] in
            switch match.pattern.owner {
            case .enumerationCase(let enumeration, let code): cases(match, enumeration, code)
            case .fact(let place): fact(match, place)
            case .text: []
            }
        }
    }

    /// A case is said of the facts that any text speaks of, and of those whose own words stand with it.
    private func cases(_ match: PhraseMatch, _ enumeration: Place<Enumeration>, _ code: Int) -> [Claim] {
        let own = extractor.windowed[enumeration.value].filter { place in owners(place).contains { $0.owns(match, in: text) } }
        let places = extractor.targets[enumeration.value] + own
        return places.map { claim(match, $0, Int64(code), match.manner, isShared: places.count > 1) }
    }

    /// The places where the own words of a fact stand, that say nothing by themselves.
    private func owners(_ place: Place<Fact>) -> [PhraseMatch] { matches.filter { $0.pattern.owner == .fact(place) && !$0.pattern.phrase.readsActor } }

    private func fact(_ match: PhraseMatch, _ place: Place<Fact>) -> [Claim] {
        let type = extractor.facts[place].type
        switch type {
        case .bool: return [claim(match, place, match.pattern.phrase.saysNo ? 0 : 1, match.manner)]
        case .enumeration(let of), .set(let of):
            guard match.pattern.phrase.readsActor else { return [] }
            return doers(match, of).map { claim(match, place, Int64($0), match.manner.asserted) }
        case .date, .month, .time: return days(match, place, type)
        case .number, .integer, .version:
            guard let (value, range) = NearbyValue(text, match, values).value(as: type) else { return [] }
            return [claim(match, place, value, match.manner.asserted, with: range)]
        case .text: return []
        }
    }

    /// The day of the predicate itself, or that it is still to come.
    private func days(_ match: PhraseMatch, _ place: Place<Fact>, _ type: FactType) -> [Claim] {
        let one = text.predications[match.predication]
        if match.noun == nil, match.manner.isDenied || one.isPending { return type == .date ? [claim(match, place, nil, match.manner.asserted)] : [] }
        if match.manner.isDenied { return [] }
        return NearbyValue(text, match, values).days(as: type).map { value, isGuessed, range in
            claim(match, place, value, match.manner, isGuessed: isGuessed, with: range)
        }
    }

    /// The cases for whoever did it: a party of the contract by its name, others by their words.
    private func doers(_ match: PhraseMatch, _ of: Place<Enumeration>) -> [Int] {
        let one = text.predications[match.predication]
        guard let who = one.actor.participant else { return [] }
        let cases = extractor.enumerations[of].cases
        let named = matches.compactMap { other -> Int? in
            guard case .enumerationCase(of, let code) = other.pattern.owner, let noun = other.noun, noun.predication == match.predication,
                one.arguments.contains(where: { $0.participant == who && $0.range == noun.range })
            else { return nil }
            return parties[cases[code].name].map { $0 == who } ?? true ? code : nil
        }
        if !named.isEmpty { return named }
        return cases.indices.filter { parties[cases[$0].name] == who }
    }

    private func claim(
        _ match: PhraseMatch, _ place: Place<Fact>, _ value: Int64?, _ manner: Manner, isShared: Bool = false, isGuessed: Bool = false,
        with range: Range<Int>? = nil
    ) -> Claim {
        let words = range.map { min($0.lowerBound, match.range.lowerBound)..<max($0.upperBound, match.range.upperBound) } ?? match.range
        return extractor.claim(
            words, "「\(match.pattern.phrase.words)」", isFallback: match.pattern.phrase.isFallback, place, value, manner, isShared: isShared,
            isGuessed: isGuessed)
    }
}

extension PhraseMatch {
    /// Whether a case stands with the words of a fact: at the same predicate, or in the same sentence.
    fileprivate func owns(_ other: PhraseMatch, in text: SpokenText) -> Bool {
        predication == other.predication || text.areTogether(predication, other.predication)
    }
}

extension Manner {
    /// The same, where what is denied is not the value.
    fileprivate var asserted: Manner {
        var manner = self
        manner.isDenied = false
        return manner
    }
}

extension SpokenText {
    /// What the text says and neither phrase nor pattern found.
    func unread(_ matches: [PhraseMatch], _ found: [FoundFact]) -> [Range<Int>] {
        let read = Set(matches.map(\.predication))
        return predications.indices.compactMap { number in
            let extent = extent(number)
            return read.contains(number) || found.contains { $0.words.overlaps(extent) } || extent.isEmpty ? nil : extent
        }
    }
}
