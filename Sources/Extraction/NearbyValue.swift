import Sentences
import Vocabulary

/// The number, amount, version or day that stands with words: 支払いは88,000円, iOSは15.8, 12月13日の停電, 検収日は10月末.
struct NearbyValue {
    private let text: SpokenText
    private let match: PhraseMatch
    private let values: CapturedValue

    init(_ text: SpokenText, _ match: PhraseMatch, _ values: CapturedValue) {
        self.text = text
        self.match = match
        self.values = values
    }

    private typealias Candidate = (words: String, range: Range<Int>)

    private var predication: Predication { text.predications[match.predication] }

    /// The nearest value of the type, and its words.
    func value(as type: FactType) -> (value: Int64, range: Range<Int>)? {
        for candidate in candidates {
            if let found = values.values(candidate.words, as: type, at: nil).first { return (found.value, candidate.range) }
        }
        return nil
    }

    /// The days, times or months of the predicate; of a noun only what is said of it.
    func days(as type: FactType) -> [(value: Int64, isGuessed: Bool, range: Range<Int>)] {
        if let noun = match.noun {
            guard noun.role != .of || predication.lemma.kind != .verb, saysValue(noun) || !inside.isEmpty else { return [] }
        }
        let times: [Candidate] = predication.times.filter { $0.particle.map { !["から", "以降"].contains($0) } ?? true || match.noun == nil }.map {
            ($0.text, $0.range)
        }
        for candidate in inside + times {
            let found = values.values(candidate.words, as: type, at: .first)
            if !found.isEmpty { return found.map { ($0.value, $0.isGuessed, candidate.range) } }
        }
        return []
    }

    /// Verbs by which a noun gets a value: 検収は12月になった.
    private static let linking: Set<String> = ["なる", "する", "ある", "決まる", "済む", "終わる", "予定する", "完了する", "いう", "聞く", "言う"]

    private func saysValue(_ noun: SpokenText.Noun) -> Bool {
        noun.isPredicate || predication.lemma.kind == .noun || Self.linking.contains(predication.lemma.base)
    }

    /// What stands in the words of the noun itself.
    private var inside: [Candidate] {
        guard let noun = match.noun else { return [] }
        let wholes = predication.arguments.filter { $0.range == noun.range }.flatMap { $0.wholes }
        return wholes.filter { !$0.isGiven }.map { ($0.text, $0.range) }
    }

    /// In the noun itself, then behind the words, nearest first, then before them.
    private var candidates: [Candidate] {
        let one = predication
        var others: [Candidate] = one.arguments.filter { $0.range != match.noun?.range }.flatMap { $0.wholes }.filter { !$0.isGiven }.map {
            ($0.text, $0.range)
        }
        others += one.times.map { ($0.text, $0.range) }
        if one.lemma.kind == .noun { others.append((one.lemma.parts.filter { $0.first?.isNumber == true }.joined(), one.range)) }
        if one.lemma.kind == .noun { others.append((one.lemma.base, one.range)) }
        let start = match.range.lowerBound
        let behind = others.filter { $0.range.lowerBound >= start }.sorted { $0.range.lowerBound < $1.range.lowerBound }
        let before = others.filter { $0.range.lowerBound < start }.sorted { $0.range.lowerBound > $1.range.lowerBound }
        return inside + behind + before
    }
}
