import Batch
import Completions
import Decisions
import Diagnostics
import Documents
import Facts
import Kiyaku
import Runtime
import Samples
import Testing

@Suite("Documents of cases, and results as documents")
struct DocumentBatchTests {
    private static let lines = """
        {"id": "A-1", "物": {"値": 1000, "赤": false}}
        {"id": "A-2", "物": {"値": 1000}, "as_of": "2025-02-03"}

        """

    @Test("A line of JSON comes back with its input and what was decided")
    func documents() async throws {
        let found = try await BatchRun(Self.lines, BatchRun.request(.ndjson, .ndjson)).documents()
        #expect(found.map { $0["line"]?.text() } == ["1", "2"])
        #expect(found.map { $0["as_of"] } == ["2026-07-01", "2025-02-03"])
        #expect(found.first?["input"]?.text() == #"{"id":"A-1","物":{"値":1000,"赤":false}}"#)
        let (first, second) = (try #require(found.first?["decisions"]?[0]), try #require(found.last?["decisions"]?[0]))
        #expect(first["decision"] == "可否" && first["status"] == "determined" && first["outcome"] == "可" && first["possible"] == ["可"])
        #expect(first["grounds"]?.elements.map { $0["clause"] } == ["1"] && first["duties"]?.elements.map { $0["name"] } == ["届け"])
        #expect(second["status"] == "undetermined" && second["outcome"] == .null && second["possible"] == ["可", "conflict"])
        #expect(second["missing"]?.elements.map { $0["fact"] } == ["物.赤"])
    }

    @Test("A table may come out as documents; its cells are then texts")
    func tableIn() async throws {
        let run = try await BatchRun("番号,物.値,物.赤\n7,1,いいえ\n", BatchRun.request(.csv, .ndjson))
        #expect(try run.documents().first?["input"]?.text() == #"{"番号":"7","物.値":"1","物.赤":"いいえ"}"#)
        #expect(try run.documents().first?["line"]?.text() == "2", "the header is a line too")
    }

    @Test("An id that is a number stays as it was written", arguments: [("5", "5"), ("1.50", "1.50"), ("null", ""), ("[1]", "")])
    func numberedId(id: String, written: String) async throws {
        let run = try await BatchRun(#"{"id": \#(id), "物": {"値": 1000, "赤": false}}"# + "\n", BatchRun.request(.ndjson, .csv))
        #expect(run.rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(2).joined(separator: ",") } == ["1,\(written)"])
    }

    @Test("Documents may come out as a table, with their line and their id")
    func tableOut() async throws {
        let run = try await BatchRun(Self.lines, BatchRun.request(.ndjson, .csv))
        #expect(run.results.hasPrefix("\u{FEFF}行,id,判定の基準日,可否.結果,"))
        #expect(
            run.rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(4).joined(separator: ",") } == [
                "1,A-1,2026-07-01,可", "2,A-2,2025-02-03,",
            ])
    }

    @Test("One document holds all results and the summary, whether there are many, one or none", arguments: [0, 1, 150])
    func whole(count: Int) async throws {
        let text = "物.値,物.赤\n" + String(repeating: "1,いいえ\n", count: count)
        let request = try BatchRun.request(.csv, .json)
        let run = try await BatchRun(text, request)
        let document = JSONValue(try JSONReader.read(Array(run.results.utf8)))
        #expect(document["schema"] == "kiyaku.check/1" && document["contract"] == "見本" && document["rules_digest"] == .string(request.edition.digest))
        #expect(document["results"]?.elements.count == count)
        #expect(document["summary"]?["judged"]?.text() == "\(count)")
    }

    @Test("Keys that are no facts stay in the input and are named in the summary, each once; else they are faults", arguments: [true, false])
    func unknown(carriesUnknown: Bool) async throws {
        let text = String(repeating: "{\"担当\": \"x\", \"物\": {\"値\": 1, \"赤\": false}}\n", count: 2)
        let run = try await BatchRun(text, BatchRun.request(.ndjson, .ndjson, carriesUnknown: carriesUnknown))
        #expect(run.summary.unknownKeys == (carriesUnknown ? ["担当"] : []))
        #expect(run.refusals.map(\.code) == (carriesUnknown ? [] : Array(repeating: DiagnosticCode.unknownKey.rawValue, count: 2)))
        let documents = try run.documents()
        #expect(documents.allSatisfy { $0["input"]?["担当"] == "x" } && documents.count == (carriesUnknown ? 2 : 0))
    }

    /// Why a reader stops.
    private struct Full: Error {}

    @Test("What is kept of answers is handed over before their results are written, without the refused")
    func kept() async throws {
        let request = try BatchRun.request(.ndjson, .ndjson)
        let decider = Decider(request.plan)
        let text = Self.lines + "{\"物\": 1}\n"
        var batch = try Batch<Int>(
            request,
            judge: { document, reading in
                (request.decisions.map { decider.answer($0, reading.frame, .conclusion, order: .vocabulary) }, document["id"]?.string?.count ?? 0)
            }, read: BatchRun.pieces(Array(text.utf8), of: 1000))
        var events: [String] = []
        _ = try await batch.run(
            .init(
                keep: { events.append("keep \($0)") }, write: { if !$0.isEmpty { events.append("write") } }, refuse: { events.append("refuse \($0.line)") },
                advance: { events.append("done \($0)") }))
        #expect(events == ["keep [3, 3]", "refuse 3", "write", "done 3"])
    }

    @Test("What cannot be taken stops the run")
    func stops() async throws {
        let request = try BatchRun.request(.ndjson, .ndjson)
        var batch = try Batch(request, read: BatchRun.pieces(Array(Self.lines.utf8), of: 1000))
        await #expect(throws: Full.self) {
            _ = try await batch.run(.init(keep: { _ in }, write: { if !$0.isEmpty { throw Full() } }, refuse: { _ in }, advance: { _ in }))
        }
    }
}
