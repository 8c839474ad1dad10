import Morphology
import Sentences
import Vocabulary

/// Reads the phrases of rules with the reader that reads texts, once for an edition.
struct PhraseCompiler {
    private let reader: SharedReader
    private let groups: [String: [String]]
    /// The parties of the contract as phrases name them.
    private let parties: [String: Participant]
    private var known: [String: [PhrasePattern.Verb]] = [:]

    init(_ reader: SharedReader, words: [WordGroup], parties: [String: Participant]) {
        self.reader = reader
        self.parties = parties
        groups = Dictionary(words.map { (WordKey.key($0.word), $0.members) }, uniquingKeysWith: { $0 + $1 })
    }

    /// - Returns: nil where the words say nothing that could be looked for.
    mutating func pattern(_ phrase: Phrase, _ owner: ExtractionFault.Owner) -> PhrasePattern? {
        if let literal = Self.literal(phrase.words) {
            var step = PhrasePattern.Step()
            step.literal = literal
            return PhrasePattern(owner: owner, phrase: phrase, steps: [step])
        }
        guard let read = try? predications(phrase.words), !read.isEmpty else { return nil }
        var steps: [PhrasePattern.Step] = []
        for (number, one) in read.enumerated() { steps.append(step(one, isBare: number == read.count - 1 && isBare(one, phrase.words))) }
        return PhrasePattern(owner: owner, phrase: phrase, steps: steps)
    }

    /// What the words say. A stem at the end is a noun: 新規の申込み.
    private func predications(_ words: String) throws(MorphologyError) -> [Predication] {
        let read = try reader.read(words, writer: .caller)
        guard let last = read.last, last.lemma.kind == .verb, last.tense == .future, let end = words.unicodeScalars.last, !Self.verbEnds.contains(end) else {
            return read
        }
        return try reader.read(words + "だ", writer: .caller)
    }

    private static let verbEnds = Set("うくぐすずつづぬふぶむゆるいeEdDsStT".unicodeScalars)

    /// A name of several English words, which are looked for as they stand: 「UTM plan」.
    static func literal(_ words: String) -> [UInt8]? {
        words.unicodeScalars.allSatisfy(\.isASCII) && words.contains(" ") ? Array(words.lowercased().utf8) : nil
    }

    /// Nothing follows the noun: 「バックアップ機」, 「機器の修理」.
    private func isBare(_ one: Predication, _ words: String) -> Bool {
        switch one.lemma.kind {
        case .noun: !["だ", "です", "である"].contains { words.hasSuffix($0) }
        case .verb: one.tense == .unstated
        case .adjective: false
        }
    }

    private mutating func step(_ one: Predication, isBare: Bool) -> PhrasePattern.Step {
        var step = PhrasePattern.Step()
        step.polarity = one.polarity
        step.isAbility = one.moods.contains(.ability)
        step.isOpen = one.certainty == .open
        step.diathesis = one.diathesis
        step.adverbs = one.adverbs
        if isBare {
            let base = one.lemma.base
            step.nouns = nouns(one.lemma.kind == .verb && base.hasSuffix("する") ? String(base.dropLast(2)) : base)
            step.modifiers = one.arguments.filter { $0.role == .of }.flatMap { $0.modifiers + [$0.noun] }.map { nouns($0) }
            return step
        }
        step.verbs = verbs(one.lemma)
        for argument in one.arguments where !argument.isInherited || argument.role == .topic {
            let participant = parties[argument.noun] ?? (Self.others.contains(argument.noun) ? .other : nil)
            if let participant, [.subject, .topic, .by].contains(argument.role) {
                step.actor = participant
            } else {
                step.arguments.append(
                    .init(
                        role: argument.role, nouns: nouns(argument.noun), modifiers: argument.modifiers.map { nouns($0) },
                        participant: participant))
            }
        }
        return step
    }

    /// Whoever is of neither party.
    private static let others: Set<String> = ["第三者", "third party"]

    /// A noun and what is said for it.
    private func nouns(_ noun: String) -> Set<String> {
        var all: Set<String> = []
        var waiting = [WordKey.key(noun)]
        while let one = waiting.popLast() {
            guard all.insert(one).inserted else { continue }
            waiting += (groups[one] ?? []).map { WordKey.key($0) }
        }
        return all
    }

    /// A predicate and what is said for it.
    private mutating func verbs(_ lemma: Lemma) -> [PhrasePattern.Verb] {
        var all = [PhrasePattern.Verb(base: lemma.base, reading: lemma.reading)]
        for word in nouns(lemma.base) where word != WordKey.key(lemma.base) {
            for verb in verbs(of: word) where !all.contains(verb) { all.append(verb) }
        }
        return all
    }

    private mutating func verbs(of word: String) -> [PhrasePattern.Verb] {
        if let found = known[word] { return found }
        let read = (try? reader.read(word, writer: .caller)) ?? []
        let found = PhraseRest.isWord(read) ? read.map { PhrasePattern.Verb(base: $0.lemma.base, reading: $0.lemma.reading) } : []
        known[word] = found
        return found
    }
}

extension GivenWords {
    /// The words in katakana and Latin letters of rules' words: the dictionary may not have them.
    static func of(_ texts: some Sequence<String>) -> GivenWords {
        var seen: Set<String> = []
        var given: [GivenWords.Word] = []
        for text in texts {
            for run in text.unicodeScalars.split(whereSeparator: { !isForeign($0) }) where run.count > 1 {
                let word = String(String.UnicodeScalarView(run))
                guard run.contains(where: { !("0"..."9").contains($0) && $0 != "-" && $0 != "." }), seen.insert(word).inserted else { continue }
                given.append(.init(word))
            }
        }
        return GivenWords(given)
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30A1...0x30FA, 0x30FC, 0x41...0x5A, 0x61...0x7A: true
        default: scalar == "-"
        }
    }
}
