import Batch
import Diagnostics
import Documents
import Samples
import Testing

@Suite("Cases that cannot be judged")
struct RefusalTests {
    @Test("A bad row is refused with its line and what stands there, and the next goes on")
    func rows() async throws {
        let text = "番号,物.値,物.赤\nA-1,5km,いいえ\nA-2,1,いいえ\nA-3\nA-4,1,いいえ\n"
        let run = try await BatchRun(text, BatchRun.request(.csv, .csv))
        #expect(run.rows.map { $0.prefix(3) } == ["A-2", "A-4"])
        #expect(run.refusals.map(\.line) == [2, 4])
        #expect(run.refusals.map(\.code) == [DiagnosticCode.factUnit.rawValue, DiagnosticCode.unreadableDocument.rawValue])
        #expect(run.refusals.map(\.column) == ["物.値", ""] && run.refusals.map(\.value) == ["5km", ""])
        #expect(run.summary.judged == 2 && run.summary.refused == 2)
    }

    @Test("Everything wrong with a row is told at once")
    func several() async throws {
        let run = try await BatchRun("物.値,物.赤\n5km,たぶん\n", BatchRun.request(.csv, .csv))
        #expect(run.refusals.map(\.column) == ["物.値", "物.赤"] && run.refusals.map(\.value) == ["5km", "たぶん"])
        #expect(run.summary.refused == 1 && run.rows.isEmpty)
    }

    @Test("A quotation mark that is never closed costs its own line")
    func quotation() async throws {
        let run = try await BatchRun("番号,物.値,物.赤\n\"A-1,1,いいえ\nA-2,1,いいえ\n", BatchRun.request(.csv, .csv))
        #expect(run.refusals.map(\.line) == [2] && run.rows.map { $0.prefix(3) } == ["A-2"])
    }

    @Test("A line that is no document is refused, and the next goes on")
    func lines() async throws {
        let text = "{\"物\": {\"値\": 1, \"赤\": false}}\n{\"物\": \n\n[1]\n{\"物\": {\"値\": 1, \"赤\": false}}\n"
        let run = try await BatchRun(text, BatchRun.request(.ndjson, .ndjson))
        #expect(run.refusals.map(\.line) == [2, 4] && run.summary.judged == 2 && run.summary.blanks == 1)
        #expect(run.refusals.first?.code == DiagnosticCode.unreadableDocument.rawValue)
        #expect(try run.documents().map { $0["line"]?.text() } == ["1", "5"])
    }

    @Test("A header with a name that is no fact is refused, and so is one that only begins like a fact", arguments: [("番号", false), ("物.ね", true)])
    func header(name: String, carriesUnknown: Bool) async throws {
        let request = try BatchRun.request(.csv, .csv, carriesUnknown: carriesUnknown)
        let error = await #expect(throws: BatchFault.self) { try await BatchRun("物.値,\(name)\n1,1\n", request) }
        guard case .header(let refusals)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusals.map(\.column) == [name] && refusals.map(\.line) == [1])
        #expect(refusals.map(\.code) == [DiagnosticCode.unknownKey.rawValue])
    }

    @Test(
        "A file in which nothing stands cannot be begun",
        arguments: [("", CaseNotation.csv), ("\r\n\r\n", .csv), ("", .ndjson), ("\n  \n", .ndjson)])
    func empty(text: String, notation: CaseNotation) async throws {
        let request = try BatchRun.request(notation, .csv)
        let error = await #expect(throws: BatchFault.self) { try await BatchRun(text, request) }
        guard case .empty? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("A header alone is a table of no cases")
    func headerOnly() async throws {
        let run = try await BatchRun("物.値\n", BatchRun.request(.csv, .csv))
        #expect(run.rows.isEmpty && run.summary.judged == 0 && run.summary.refused == 0)
    }

    @Test("Refusals are written as a table or as JSON, and as faults are shown")
    func written() async throws {
        let run = try await BatchRun("物.値,物.赤\n\"5,km\",いいえ\n", BatchRun.request(.csv, .csv))
        let refusal = try #require(run.refusals.first)
        let table = RefusalTable(isTable: true, language: .japanese)
        #expect(table.head == "\u{FEFF}行,列,値,内容,対処,コード\r\n")
        #expect(table.line(refusal).hasPrefix("2,物.値,\"5,km\",") && table.line(refusal).hasSuffix(",\(refusal.code)\r\n"))
        #expect(RefusalTable(isTable: true, language: .english).head == "\u{FEFF}line,column,value,message,help,code\r\n")
        let json = RefusalTable(isTable: false, language: .japanese)
        #expect(json.head.isEmpty && json.line(refusal).hasPrefix(#"{"line":2,"column":"物.値","value":"5,km","message":""#))
        #expect(json.line(refusal).hasSuffix("\"code\":\"\(refusal.code)\"}\n"))
        let (message, help) = (refusal.message, refusal.help)
        #expect(
            refusal.text(in: "a.csv", .japanese) == "a.csv:2: 誤り[\(refusal.code)] 物.値: \(message(.japanese))\n  対処: \(help(.japanese))")
        #expect(refusal.text(in: "a.csv", .english) == "a.csv:2: error[\(refusal.code)] 物.値: \(message(.english))\n  help: \(help(.english))")
    }
}
