import Batch
import Decisions
import Diagnostics
import Documents
import Plans
import Samples
import Testing
import Vocabulary

@Suite("The summary of a file of cases")
struct BatchSummaryTests {
    /// Two that may go, two that may not, one of them without a clause; two open for two reasons, one in conflict; one refused.
    private static let table = """
        基準日,物.値,物.赤
        2026-07-01,1000,いいえ
        2026-07-02,2000,いいえ
        2026-06-30,1,はい
        2026-07-01,1,いいえ
        ,1000,
        ,,いいえ
        ,,いいえ

        2026-07-01,1000,はい
        2026-01-01,5km,いいえ

        """

    private func summary() async throws -> BatchSummary { try await BatchRun(Self.table, BatchRun.request(.csv, .csv)).summary }

    @Test("Cases are counted by what came of them")
    func counts() async throws {
        let summary = try await summary()
        #expect(summary.judged == 8 && summary.refused == 1 && summary.blanks == 1)
        let tally = try #require(summary.tallies.first)
        #expect(summary.tallies.count == 1 && tally.undetermined == 3 && tally.conflict == 1)
        let ranked = tally.ranked(try BatchRun.request(.csv, .csv).plan)
        #expect(ranked.map(\.outcome.name) == ["可", "不可"] && ranked.map(\.cases) == [2, 2])
        #expect(ranked.map { $0.clauses.map(\.clause.id) } == [["1"], ["2"]] && ranked.map { $0.clauses.map(\.cases) } == [[2], [1]])
    }

    @Test("The question that most cases wait for comes first")
    func awaited() async throws {
        let tally = try #require(try await summary().tallies.first)
        #expect(tally.awaited(.japanese).map(\.text) == ["いくらですか", "赤ですか"] && tally.awaited(.japanese).map(\.cases) == [2, 1])
    }

    @Test("As JSON it has the same, and the days between which cases were judged; refused ones do not count")
    func json() async throws {
        let json = try await summary().json
        #expect(json["judged"]?.text() == "8" && json["refused"]?.text() == "1" && json["blank"]?.text() == "1")
        #expect(json["as_of_first"] == "2026-06-30" && json["as_of_last"] == "2026-07-02" && json["encoding"] == "utf-8")
        let decision = try #require(json["decisions"]?[0])
        let outcomes =
            #"[{"outcome":"可","cases":2,"clauses":[{"clause":"1","cite":"第1条","cases":2}]},"#
            + #"{"outcome":"不可","cases":2,"clauses":[{"clause":"2","cite":"第2条","cases":1}]}]"#
        #expect(decision["outcomes"]?.text() == outcomes)
        let missing = #"[{"fact":"物.値","question":"いくらですか","asked_of":null,"cases":2},{"fact":"物.赤","question":"赤ですか","asked_of":null,"cases":1}]"#
        #expect(decision["missing"]?.text() == missing)
    }

    @Test("Of no cases there are no days, and a file of ASCII needs no encoding")
    func none() async throws {
        let json = try await BatchRun("as_of\n", BatchRun.request(.csv, .csv)).summary.json
        #expect(json["as_of_first"] == .null && json["as_of_last"] == .null && json["encoding"] == .null && json["judged"]?.text() == "0")
        #expect(try await BatchRun("as_of\n", BatchRun.request(.csv, .csv)).summary.statuses.isEmpty)
    }

    @Test("A file of an old spreadsheet is read in the encoding that it is in")
    func encoding() async throws {
        // 番号,物.値 and a row in CP932.
        let bytes: [UInt8] = [
            0x94, 0xD4, 0x8D, 0x86, 0x2C, 0x95, 0xA8, 0x2E, 0x92, 0x6C, 0x0D, 0x0A, 0x41, 0x2D, 0x31, 0x2C, 0x31, 0x30, 0x30, 0x30, 0x0D, 0x0A,
        ]
        let run = try await BatchRun(bytes, BatchRun.request(.csv, .csv))
        #expect(run.summary.json["encoding"] == "cp932" && run.results.hasPrefix("\u{FEFF}番号,物.値,") && run.rows.first?.hasPrefix("A-1,1000,") == true)
    }

    @Test("A person reads the counts in columns, what decided, and what to ask")
    func japanese() async throws {
        let plan = try BatchRun.request(.csv, .csv).plan
        let text = SummaryText(plan, language: .japanese).render(try await summary(), file: "台帳.csv")
        let expected = """
            台帳.csv: 9 件（判定 8、誤り 1）　基準日 2026-06-30 – 2026-07-02
              空の行を 1 行、飛ばしました
              文字コード: UTF-8（UTF-8 として読めるため）
            可否　できるか
              可    2  第1条 2
              不可  2  第2条 1
              抵触  1  
              未決  3  下の事実が分かれば決まります
                ・いくらですか（2）
                ・赤ですか（1）
            """
        #expect(text == expected)
    }

    @Test("In English too; thousands are told apart, and one day is said once")
    func english() async throws {
        let plan = try BatchRun.request(.csv, .csv).plan
        let text = "物.値,物.赤\n" + String(repeating: "1000,いいえ\n", count: 1234) + String(repeating: "1,いいえ\n", count: 5)
        let summary = try await BatchRun(text, BatchRun.request(.csv, .csv)).summary
        let lines = SummaryText(plan, language: .english).render(summary, file: "a.csv").split(separator: "\n")
        #expect(lines.first == "a.csv: 1,239 cases (1,239 judged, 0 refused)  as of 2026-07-01")
        #expect(lines.suffix(2).map(String.init) == ["  可    1,234  第1条 1,234", "  不可      5  "])
    }
}
