import Completions
import Decisions
import Extraction
import Facts
import Kiyaku
import Testing
import Values
import Vocabulary

@Suite("Facts of a text, one after the other")
struct FreeTextFactsTests {
    private let edition: Edition

    init() throws { edition = try DoorSample.edition() }

    private func facts(_ text: String, _ start: String = #"{"as_of": "2026-07-01"}"#) throws -> FreeTextFacts {
        let document = try DoorSample.document(start)
        return FreeTextFacts(text, edition, try #require(edition.vocabulary.mainDecision), InterviewStart(document, edition.read(document)))
    }

    private func name(_ found: FoundFact?) -> String? { found.map { edition.vocabulary.facts[$0.fact].name } }

    @Test("What is confirmed is what the interview begins with")
    func confirmed() throws {
        var facts = try facts("ウイルスに感染したので復旧してほしい")
        var offered: [String] = []
        while let found = facts.next() {
            offered.append(try #require(name(found)))
            facts.confirm(found)
        }
        #expect(Set(offered) == ["依頼.作業", "依頼.原因"])
        #expect(facts.taken.count == 2)
        #expect(facts.idle.isEmpty)
        let decision = try #require(edition.vocabulary.mainDecision)
        let answer = try #require(edition.answers(facts.start.frame, [decision]).first)
        #expect(answer.outcome.map { edition.vocabulary.decisions[decision].outcomes[$0].name } == "適用外")
    }

    @Test("What was not confirmed is not known")
    func refused() throws {
        var facts = try facts("ウイルスに感染したので復旧してほしい")
        while facts.next() != nil {}
        #expect(facts.taken.isEmpty)
        let decision = try #require(edition.vocabulary.mainDecision)
        #expect(try #require(edition.answers(facts.start.frame, [decision]).first).status == .undetermined)
    }

    @Test("What no longer matters is not offered, and is told")
    func idle() throws {
        // The default holds whatever the cause is.
        var facts = try facts("地震のあと、使い方が分からない", #"{"as_of": "2026-07-01", "依頼": {"作業": "質問"}}"#)
        #expect(facts.next() == nil)
        #expect(Set(facts.idle.map { edition.vocabulary.facts[$0.fact].name }) == ["依頼.作業", "依頼.原因"])
        #expect(facts.taken.isEmpty)
    }

    @Test("A text without facts offers none", arguments: ["", "こんにちは"])
    func nothing(text: String) throws {
        var facts = try facts(text)
        #expect(facts.isEmpty)
        #expect(facts.next() == nil)
    }

    @Test("What a person confirmed no longer comes from where the file said")
    func origins() throws {
        let start = #"{"as_of": "2026-07-01", "依頼": {"原因": {"value": {"地震": true}, "source": "電話"}}}"#
        var facts = try facts("ウイルスに感染したので復旧してほしい", start)
        let before = facts.start.given.map { edition.vocabulary.facts[$0.fact].name }
        try #require(before == ["依頼.原因"])
        while let found = facts.next() { facts.confirm(found) }
        #expect(facts.start.given.isEmpty)
    }
}
