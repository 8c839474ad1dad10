import Sentences
import Vocabulary

/// Looks for phrases in what was read of a text.
struct PhraseMatcher: Sendable {
    private let patterns: [PhrasePattern]
    /// The patterns of a predicate by its base form, and by its reading.
    private var byBase: [String: [Int]] = [:]
    private var byReading: [String: [Int]] = [:]
    /// The patterns of a noun, and of the noun of a verb: 修理 for 修理する.
    private var byNoun: [String: [Int]] = [:]
    private var literals: [Int] = []

    init(_ patterns: [PhrasePattern]) {
        self.patterns = patterns
        for (number, pattern) in patterns.enumerated() {
            if pattern.head.literal != nil { literals.append(number) }
            for noun in pattern.head.nouns { byNoun[noun, default: []].append(number) }
            for verb in pattern.head.verbs {
                if byBase[verb.base]?.last != number { byBase[verb.base, default: []].append(number) }
                if !verb.reading.isEmpty, byReading[verb.reading]?.last != number { byReading[verb.reading, default: []].append(number) }
                if let noun = Self.noun(verb), pattern.phrase.sense != .said { byNoun[noun, default: []].append(number) }
            }
        }
    }

    var isEmpty: Bool { patterns.isEmpty }

    private static func noun(_ verb: PhrasePattern.Verb) -> String? {
        verb.base.hasSuffix("する") && verb.base.count > 2 ? WordKey.key(String(verb.base.dropLast(2))) : nil
    }

    /// The places where a text says what a phrase looks for.
    func matches(in text: SpokenText) -> [PhraseMatch] {
        var found: [PhraseMatch] = []
        for number in text.predications.indices {
            for candidate in candidates(text.predications[number]) {
                if let match = predicate(candidate, number, text) { found.append(match) }
            }
        }
        for noun in text.nouns {
            var tried: Set<Int> = []
            for key in noun.keys {
                for end in WordKey.ends(key) {
                    for candidate in byNoun[String(end)] ?? [] where tried.insert(candidate).inserted {
                        if let match = self.noun(candidate, noun, rest: String(key.dropLast(end.count)), text) { found.append(match) }
                    }
                }
            }
        }
        return (found + literal(in: text)).withoutRivals
    }

    /// English words as they stand, with the predicate of their sentence.
    private func literal(in text: SpokenText) -> [PhraseMatch] {
        guard !literals.isEmpty, text.hasLatin, !text.predications.isEmpty else { return [] }
        return literals.flatMap { number -> [PhraseMatch] in
            let pattern = patterns[number]
            return text.places(of: pattern.head.literal ?? []).compactMap { range in
                let own = text.predications.indices.first { text.extent($0).overlaps(range) || text.predications[$0].range.upperBound > range.lowerBound }
                let noun = SpokenText.Noun(
                    predication: own ?? text.predications.count - 1, role: .bare, keys: [], modifiers: [], range: range, isPredicate: false)
                guard let manner = PhraseManner.manner(text.predications[noun.predication], pattern, noun: noun) else { return nil }
                return PhraseMatch(pattern: pattern, predication: noun.predication, range: range, manner: manner, noun: noun)
            }
        }
    }

    /// The patterns that may be of a predicate, each once.
    private func candidates(_ one: Predication) -> [Int] {
        let lemma = one.lemma
        var found = byBase[lemma.base] ?? []
        if lemma.parts.count > 1 {
            let end = lemma.kind == .verb && lemma.base.hasSuffix("する") ? "する" : ""
            for place in lemma.parts.indices.dropFirst() { found += byBase[lemma.parts[place...].joined() + end] ?? [] }
        }
        if !lemma.reading.isEmpty { found += byReading[lemma.reading] ?? [] }
        for noun in one.lightNouns { found += byBase[noun + "する"] ?? [] }
        return Set(found).sorted()
    }

    private func predicate(_ candidate: Int, _ number: Int, _ text: SpokenText) -> PhraseMatch? {
        let pattern = patterns[candidate]
        let one = text.predications[number]
        guard Self.fits(pattern.head, one), let manner = PhraseManner.manner(one, pattern, noun: nil), fitsBefore(pattern, number, text) else { return nil }
        let arguments = pattern.head.arguments.compactMap { wanted in one.arguments.first { Self.fits(wanted, $0, one) } }
        let range = arguments.filter { !$0.isInherited }.reduce(one.range) {
            min($0.lowerBound, $1.range.lowerBound)..<max($0.upperBound, $1.range.upperBound)
        }
        return finished(pattern, number, range, manner, nil, text)
    }

    private func noun(_ candidate: Int, _ noun: SpokenText.Noun, rest: String, _ text: SpokenText) -> PhraseMatch? {
        let pattern = patterns[candidate]
        // A verb was looked for as the predicate.
        if noun.isPredicate, !pattern.head.isNoun { return nil }
        let wanted = pattern.head.isNoun ? pattern.head.modifiers : pattern.head.arguments.map(\.nouns)
        guard wanted.allSatisfy({ words in noun.modifiers.contains { Self.ends($0, words) } || words.contains { rest.contains($0) } }),
            var manner = PhraseManner.manner(text.predications[noun.predication], pattern, noun: noun), fitsBefore(pattern, noun.predication, text)
        else { return nil }
        if text.predications.contains(where: { PhraseManner.isLacking($0, noun) }) { manner.isDenied = true }
        return finished(pattern, noun.predication, noun.range, manner, noun, text)
    }

    private func finished(
        _ pattern: PhrasePattern, _ number: Int, _ range: Range<Int>, _ manner: Manner, _ noun: SpokenText.Noun?, _ text: SpokenText
    ) -> PhraseMatch? {
        var manner = manner
        if let actor = pattern.head.actor {
            guard let who = text.predications[number].actor.participant else {
                manner.doubts.insert(.unstated)
                return PhraseMatch(pattern: pattern, predication: number, range: range, manner: manner, noun: noun)
            }
            guard who == actor else { return nil }
        }
        return PhraseMatch(pattern: pattern, predication: number, range: range, manner: manner, noun: noun)
    }

    /// What a phrase says before its last predicate stands in the same sentence.
    private func fitsBefore(_ pattern: PhrasePattern, _ number: Int, _ text: SpokenText) -> Bool {
        pattern.steps.dropLast().allSatisfy { step in
            text.predications.indices.contains { other in
                guard other != number, text.areTogether(other, number) else { return false }
                return Self.fits(step, text.predications[other]) && text.predications[other].polarity == step.polarity
            }
        }
    }

    private static func fits(_ step: PhrasePattern.Step, _ one: Predication) -> Bool {
        let light = one.lightNouns.map { $0 + "する" }
        guard step.verbs.contains(where: { one.lemma.matches($0.base, reading: $0.reading) || light.contains($0.base) }),
            step.adverbs.allSatisfy(one.adverbs.contains), isVoice(one.diathesis, step.diathesis)
        else {
            return false
        }
        return step.arguments.allSatisfy { wanted in
            one.arguments.contains { fits(wanted, $0, one) } || wanted.participant == nil && isInCompound(wanted, one.lemma)
        }
    }

    /// Who is made to do a thing does it for another; what is done to someone is done. What a rule says of either is not said of doing it.
    private static func isVoice(_ found: Diathesis, _ wanted: Diathesis) -> Bool {
        switch wanted {
        case .active, .received, .given: found != .causative
        case .passive, .causative: found == wanted
        }
    }

    /// 設定変更する for 設定を変更する.
    private static func isInCompound(_ wanted: PhrasePattern.ArgumentPattern, _ lemma: Lemma) -> Bool {
        [.object, .subject, .bare, .of, .to, .topic].contains(wanted.role) && wanted.modifiers.isEmpty && lemma.parts.count > 1
            && lemma.parts.dropLast().contains { ends(WordKey.key($0), wanted.nouns) }
    }

    private static func fits(_ wanted: PhrasePattern.ArgumentPattern, _ argument: Argument, _ one: Predication) -> Bool {
        guard isRole(argument.role, wanted.role, one) else { return false }
        // 機器は動かさず、人だけ移動する: what an earlier predicate was said of is not what has its own noun here.
        if argument.isInherited, one.arguments.contains(where: { !$0.isInherited && core.contains($0.role) && $0.participant == nil }) { return false }
        if let participant = wanted.participant { return argument.participant == participant }
        let key = WordKey.key(argument.noun)
        var isNamed = ends(key, wanted.nouns)
        if !isNamed, !argument.wholes.isEmpty || !argument.head.isEmpty { isNamed = ends(WordKey.key(argument.head), wanted.nouns) }
        guard isNamed else { return false }
        return wanted.modifiers.allSatisfy { words in
            argument.modifiers.contains { ends(WordKey.key($0), words) } || words.contains { key.contains($0) }
        }
    }

    private static let core: Set<Argument.Role> = [.subject, .object, .bare, .of]

    /// Whether a noun may stand so where a phrase has it as written: は and も hide が and を, a relative clause turns it round.
    private static func isRole(_ found: Argument.Role, _ wanted: Argument.Role, _ one: Predication) -> Bool {
        if found == wanted { return true }
        switch wanted {
        case .object:
            if [.topic, .also, .only, .of, .head, .bare].contains(found) { return true }
            return found == .subject
        case .subject: return [.topic, .also, .only, .of, .head, .bare].contains(found) || found == .object && one.diathesis != .active
        case .topic, .bare: return true
        case .to, .towards: return [.to, .towards, .topic, .also, .head].contains(found)
        case .with, .at, .from, .until, .by: return [.topic, .also, .head].contains(found) || wanted == .at && found == .by
        case .also, .only, .of, .than, .head: return found == .topic || found == .subject || found == .object
        }
    }

    private static func ends(_ key: String, _ words: Set<String>) -> Bool {
        words.contains(key) || words.contains { key.hasSuffix($0) }
    }
}

/// A place of a text that a phrase found.
struct PhraseMatch {
    let pattern: PhrasePattern
    let predication: Int
    /// Bytes of the text.
    let range: Range<Int>
    let manner: Manner
    /// The noun, where the phrase is one.
    let noun: SpokenText.Noun?
}

extension [PhraseMatch] {
    /// Of the matches of one theme and predicate whose words overlap, those that say most.
    fileprivate var withoutRivals: [PhraseMatch] {
        var kept: [PhraseMatch] = []
        for one in sorted(by: { ($1.pattern.weight, $0.range.lowerBound) < ($0.pattern.weight, $1.range.lowerBound) }) {
            let isTaken = kept.contains { other in
                other.pattern.theme == one.pattern.theme && other.predication == one.predication && other.range.overlaps(one.range)
                    && (other.pattern.weight > one.pattern.weight || other.pattern.owner == one.pattern.owner)
            }
            if !isTaken { kept.append(one) }
        }
        return kept.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }
}

extension Predication {
    /// 検収はまだしていません: the nouns of which する says that they are done.
    var lightNouns: [String] {
        guard ["する", "できる", "行う", "やる"].contains(lemma.base) else { return [] }
        return arguments.filter { !$0.isInherited && [.topic, .object, .also, .bare].contains($0.role) }.map(\.noun)
    }
}
