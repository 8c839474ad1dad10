import Morphology
import Sentences
import Testing

/// A text, the predicate that is looked at, and what grammar says of it.
struct Expectation: Sendable, CustomTestStringConvertible {
    let text: String
    let base: String
    let says: String
    let writer: Writer

    init(_ text: String, _ base: String, _ says: String, by writer: Writer = .caller) {
        self.text = text
        self.base = base
        self.says = says
        self.writer = writer
    }

    var testDescription: String { "\(text) [\(base)]" }

    private static let moods: [String: Mood] = [
        "if": .condition, "wish": .wish, "request": .request, "plan": .plan, "whether": .whether, "how": .how, "duty": .duty, "may": .permission,
        "can": .ability, "named": .named,
        "order": .command,
    ]
    private static let certainties: [String: Certainty] = ["guess": .guessed, "hearsay": .hearsay, "quote": .quoted, "open": .open]
    private static let tenses: [String: Tense] = ["past": .past, "present": .present, "ongoing": .ongoing, "future": .future]
    private static let actors: [String: Participant?] = ["customer": .customer, "provider": .provider, "other": .other, "nobody": nil]
    private static let voices: [String: Diathesis] = ["passive": .passive, "causative": .causative, "received": .received, "given": .given]

    /// Reads the text and compares.
    func check() throws {
        let differences = differences(try Reading.read(text, by: writer))
        #expect(differences.isEmpty, "\(text) [\(base)]: \(differences.joined(separator: "; "))")
    }

    /// What differs from a reading; empty where nothing does. Polarity, certainty and moods always count, the rest where it is spoken of.
    private func differences(_ found: [Predication]) -> [String] {
        let bytes = Array(text.utf8)
        guard let one = found.last(where: { $0.lemma.base == base }) else { return ["no \(base) among \(found.map(\.lemma.base))"] }
        let words = says.split(separator: " ").map(String.init)
        var differences: [String] = []
        func expect<Value: Equatable>(_ name: String, _ actual: Value, _ wanted: Value) {
            if actual != wanted { differences.append("\(name) \(actual), not \(wanted)") }
        }
        expect("polarity", one.polarity, words.contains("not") ? .negative : .positive)
        expect("certainty", one.certainty, words.lazy.compactMap { Self.certainties[$0] }.first ?? .stated)
        expect("moods", one.moods, Set(words.compactMap { Self.moods[$0] }))
        if let tense = words.lazy.compactMap({ Self.tenses[$0] }).first { expect("tense", one.tense, tense) }
        if let actor = words.lazy.compactMap({ Self.actors[$0] }).first { expect("actor", one.actor.participant, actor) }
        if let voice = words.lazy.compactMap({ Self.voices[$0] }).first { expect("diathesis", one.diathesis, voice) }
        if words.contains("pending") { expect("pending", one.isPending, true) }
        let times = words.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
        if !times.isEmpty { expect("times", one.times.map { String(decoding: bytes[$0.range], as: UTF8.self) }, times == ["-"] ? [] : times) }
        return differences
    }
}

/// The dictionary, opened once for all tests.
enum Reading {
    static let dictionary = Result { try MorphologicalDictionary() }
    static let words = GivenWords([
        .init("ルーター"), .init("VPN", reading: "ブイピーエヌ"), .init("アクセスポイント"), .init("インターネット"), .init("センドバック", noun: .verbal), .init("プリンター"),
        .init("複合機", reading: "フクゴウキ"),
    ])

    static func read(_ text: String, by writer: Writer = .caller) throws -> [Predication] {
        try SentenceReader(dictionary.get(), words: words).read(text, writer: writer)
    }
}
