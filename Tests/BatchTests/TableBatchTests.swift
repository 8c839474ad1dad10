import Batch
import Completions
import Diagnostics
import Documents
import Testing

@Suite("Tables of cases")
struct TableBatchTests {
    private static let names = ["結果", "側", "状態", "ありうる結果", "条項", "引用", "要旨", "義務と費用", "次に変わる時", "確認すること", "当社で確かめること"]

    @Test("The table comes back with its own columns and those of the results, ready for a spreadsheet")
    func table() async throws {
        let text = "番号,物.値,物.赤\nA-1,1000,いいえ\nA-2,1,はい\nA-3,1,いいえ\n"
        let run = try await BatchRun(text, BatchRun.request(.csv, .csv))
        let head = "番号,物.値,物.赤,判定の基準日," + Self.names.map { "可否.\($0)" }.joined(separator: ",")
        #expect(run.results.hasPrefix("\u{FEFF}\(head)\r\n"))
        let expected = [
            "A-1,1000,いいえ,2026-07-01,可,可,確定,,1,第1条,高い物はできる,甲→乙 届ける　第1条,,,", "A-2,1,はい,2026-07-01,不可,不可,確定,,2,第2条,赤い物はできない,,,,",
            "A-3,1,いいえ,2026-07-01,不可,不可,確定,,,,,,,,",
        ]
        #expect(run.rows == expected)
        #expect(run.results.hasSuffix("\r\n") && run.refusals.isEmpty)
    }

    @Test("What is open says what remains and what to ask; a conflict is one")
    func open() async throws {
        let run = try await BatchRun("物.値,物.赤\n1000,\n,いいえ\n1000,はい\n", BatchRun.request(.csv, .csv))
        let expected = ["1000,,2026-07-01,,,未決,可; 抵触,,,,,,赤ですか,", ",いいえ,2026-07-01,,,未決,可; 不可,,,,,,いくらですか,"]
        #expect(Array(run.rows.prefix(2)) == expected)
        #expect(run.rows.last?.hasPrefix("1000,はい,2026-07-01,,,抵触,,") == true)
        #expect(run.summary.statuses == [.conflict, .undetermined])
    }

    @Test("In English the columns and the words for states are English")
    func english() async throws {
        let run = try await BatchRun("物.値,物.赤\n1,いいえ\n", BatchRun.request(.csv, .csv, language: .english))
        let names = ["outcome", "side", "status", "possible", "clauses", "cite", "gist", "duties", "next_change", "missing", "missing_own"]
        #expect(run.results.hasPrefix("\u{FEFF}物.値,物.赤,judged_as_of," + names.map { "可否.\($0)" }.joined(separator: ",") + "\r\n"))
        #expect(run.rows == ["1,いいえ,2026-07-01,不可,不可,determined,,,,,,,,"])
    }

    @Test("A result can be judged again and comes out the same, in either language")
    func again() async throws {
        let text = "番号,物.値,物.赤\n=1+1,1000,いいえ\nA-2,1,\n"
        let first = try await BatchRun(text, BatchRun.request(.csv, .csv))
        #expect(first.rows.first?.hasPrefix("'=1+1,") == true, "a spreadsheet must not calculate it")
        #expect(try await BatchRun(first.results, BatchRun.request(.csv, .csv)).results == first.results)
        let english = try await BatchRun(first.results, BatchRun.request(.csv, .csv, language: .english))
        #expect(try await BatchRun(english.results, BatchRun.request(.csv, .csv)).results == first.results)
    }

    @Test("It does not matter in what pieces the file is read", arguments: [1, 3, 64])
    func pieces(size: Int) async throws {
        let text = "番号,物.値,物.赤\r\n\"A\r\n1\",1000,いいえ\r\n\r\nA-2,1,はい"
        let whole = try await BatchRun(text, BatchRun.request(.csv, .csv))
        let cut = try await BatchRun(text, BatchRun.request(.csv, .csv), piece: size)
        #expect(cut.results == whole.results && cut.summary.blanks == 1 && cut.summary.judged == 2)
    }

    @Test("Columns without a name at the end of the header are left out, and empty cells beyond it are nothing")
    func trailing() async throws {
        let run = try await BatchRun("物.値,物.赤,,\n1,いいえ,,\n1,いいえ\n1,いいえ,,x\n", BatchRun.request(.csv, .csv))
        #expect(run.results.hasPrefix("\u{FEFF}物.値,物.赤,判定の基準日,"))
        #expect(run.summary.judged == 2 && run.refusals.map(\.line) == [4])
    }

    @Test(
        "The day is that of the request, else that of the row, else the default",
        arguments: [(nil, ["2025-01-02", "2026-07-01"]), ("2024-05-06", ["2024-05-06", "2024-05-06"])] as [(String?, [String])])
    func days(asOf: String?, expected: [String]) async throws {
        let run = try await BatchRun("基準日,物.値,物.赤\n2025-01-02,1,いいえ\n,1,いいえ\n", BatchRun.request(.csv, .ndjson, asOf: asOf))
        #expect(try run.documents().map { $0["as_of"] } == expected.map { .string($0) })
    }

    @Test("Many rows come out in the order of the file, however many work at once", arguments: [1, 4])
    func order(workers: Int) async throws {
        let numbers = 1...1000
        let text = "番号,物.値,物.赤\n" + numbers.map { "\($0),\($0),いいえ\n" }.joined()
        let run = try await BatchRun(text, BatchRun.request(.csv, .csv, workers: workers))
        #expect(run.rows.map { $0.prefix { $0 != "," } } == numbers.map { "\($0)"[...] })
        #expect(run.progress.last == 1000 && run.progress == run.progress.sorted())
        #expect(run.summary.judged == 1000)
    }

    @Test("Columns that are no facts and are carried along are named")
    func carried() throws {
        let batch = try Batch(BatchRun.request(.csv, .csv), read: BatchRun.pieces(Array("番号,物.値,管理者\n".utf8), of: 100))
        #expect(batch.carried.map(\.name) == ["番号", "管理者"])
    }
}
