import Completions
import Decisions
import Diagnostics
import Documents
import Facts
import Foundation
import Interviews
import Kiyaku
import Testing
import Values
import Vocabulary

@Suite("An edition")
struct EditionDoorTests {
    private static let damaged = #"{"as_of": "2026-07-01", "依頼": {"作業": "復旧", "原因": {"のみ": ["ウイルス"]}}}"#

    @Test("Rules with errors give none, and say why")
    func errors() throws {
        let wrong = DoorSample.rules + "規則 誤り { もし 依頼.色 ならば 対象可否 = 対象 }\n"
        let error = #expect(throws: EditionError.self) { _ = try Edition(DoorSample.files(wrong)) }
        #expect(error?.errors.map(\.severity) == [.error])
        #expect(error?.text(.japanese).contains("sample.kiyaku") == true)
    }

    @Test("Facts are read once, and judged by the main decision where none is named")
    func judged() throws {
        let edition = try DoorSample.edition()
        let judged = edition.judge(try DoorSample.document(Self.damaged))
        #expect(judged.answers.map(\.status) == [.determined])
        #expect(edition.json(judged)["rules_digest"] == .string(edition.digest))
        #expect(edition.judge(try DoorSample.document(#"{"as_of": "2026-07-01", "依頼": {"色": 1}}"#)).answers.isEmpty)
    }

    @Test("Each reader has words of their own", arguments: [(Audience.staff, "【適用外です】"), (.customer, "適用外です"), (.legal, "第2条")])
    func readers(audience: Audience, words: String) throws {
        let edition = try DoorSample.edition()
        let judged = edition.judge(try DoorSample.document(Self.damaged))
        let answer = try #require(judged.answers.first)
        let texts = Audience.allCases.map { edition.text(answer, for: $0, given: judged.reading.given, .japanese) }
        #expect(Set(texts).count == Audience.allCases.count)
        #expect(edition.text(answer, for: audience, given: judged.reading.given, .japanese).contains(words))
    }

    @Test("Decisions are found by name; all of them by `all`")
    func decisions() throws {
        let edition = try DoorSample.edition()
        #expect(edition.decisions(named: "対象可否") == [Place(0)])
        #expect(edition.decisions(named: "all") == [Place(0)])
        #expect(edition.decisions(named: "可否") == nil)
    }

    @Test("A plan from the shelf answers as one that was compiled, and nothing is compiled again")
    func shelf() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let shelf = PlanShelf(folder: folder.path, program: "1")
        #expect(shelf.plan(for: DoorSample.files()) == nil)
        let compiled = try Edition(DoorSample.files(), shelf: shelf)
        #expect(shelf.plan(for: DoorSample.files()) != nil)
        let shelved = try Edition(DoorSample.files(), shelf: shelf)
        #expect(shelved.digest == compiled.digest)
        let document = try DoorSample.document(Self.damaged)
        #expect(shelved.json(shelved.judge(document)) == compiled.json(compiled.judge(document)))
    }

    @Test("An interview that was broken off is a document that goes on where it was")
    func resumed() throws {
        let edition = try DoorSample.edition()
        let decision = try #require(edition.vocabulary.mainDecision)
        let day = try #require(Instant("2026-07-01"))
        var interview = edition.interview(decision, InterviewStart(edition, asOf: day))
        let question = try #require(interview.next)
        #expect(question.text == "どの作業ですか")
        try interview.answer(try interview.parse("復旧", for: question).get()).get()
        let next = try #require(interview.next)
        try interview.answer(try interview.parse("?", for: next).get()).get()
        let document = DocumentNode(edition.document(interview, given: []))
        let reading = edition.read(document)
        try #require(reading.faults.isEmpty)
        let start = InterviewStart(document, reading)
        #expect(start.skipped == [next.id])
        #expect(edition.interview(decision, start).next == nil)
    }
}
