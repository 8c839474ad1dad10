import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("Look-ups in reference tables")
struct LookupTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 ; 緑 }
        事実 物 「物」 {
          色 : 色 「色」 問 「何色ですか」
          大きい : 真偽 「大きい」 問 「大きいですか」
          受付日 : 日付 「受付日」 問 「いつですか」
          版 : 版 「版」 問 「版は」
        }
        参照表 期限 「期限」 { 元 「end.csv」 ; 鍵 色 : 色 ; 列 日 : 日付 ; 一部 }
        参照表 級 「級」 { 元 「grade.csv」 ; 鍵 版 : 版, 色 : 色 ; 列 点 : 整数 ; 一部 }
        参照表 料率 「料率」 { 元 「rate.csv」 ; 直近 始 ; 列 率 : 整数 ; 期末 2026-06-30 }
        判定 可否 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 期限内 { もし 期限(物.色).日 が 2026-07-01 以降 ならば 可否 = 可 }
        規則 一点 { もし 級(物.版, 物.色).点 = 1 ならば 可否 = 可 }
        規則 率三 { もし 料率(物.受付日).率 = 3 ならば 可否 = 可 }

        """
    private static let data = [
        "end.csv": "色,日,出典,取得日\n赤,2026-07-01,見本,2026-01-01\n青,2026-06-30,見本,2026-01-01\n黄,,見本,2026-01-01\n",
        "grade.csv": "版,色,点,出典,取得日\n1.2,赤,1,見本,2026-01-01\n1,*,2,見本,2026-01-01\n*,青,1,見本,2026-01-01\n",
        "rate.csv": "始,率,出典,取得日\n2026-01-01,3,見本,2026-01-01\n2025-01-01,5,見本,2026-01-01\n",
    ]
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules, data: Self.data) }

    @Test(
        "The row of a key answers; without a row, with an empty cell or with an open key it is unknown, and with none it does not apply",
        arguments: [
            (#""物": {"色": "赤"}"#, Truth.yes), (#""物": {"色": "青"}"#, .no), (#""物": {"色": "黄"}"#, .unknown), (#""物": {"色": "緑"}"#, .unknown),
            ("", .unknown), (#""物": "該当なし""#, .no),
        ])
    func keyed(facts: String, expected: Truth) throws {
        #expect(try sample.holding(["期限内"], of: "可否", facts) == [expected])
    }

    @Test(
        "The first row that fits answers: a version begins with the row's, and a star fits all",
        arguments: [
            ("1.2.7", "赤", Truth.yes), ("1.2", "赤", .yes), ("1.20", "赤", .no), ("1.3", "赤", .no), ("1.2", "青", .no), ("2", "青", .yes), ("2", "赤", .unknown),
        ])
    func several(version: String, colour: String, expected: Truth) throws {
        #expect(try sample.holding(["一点"], of: "可否", #""物": {"版": "\#(version)", "色": "\#(colour)"}"#) == [expected])
    }

    @Test(
        "By day the last row before or on it answers, up to the end of the table",
        arguments: [
            ("2026-01-01", Truth.yes), ("2026-06-30", .yes), ("2025-12-31", .no), ("2025-01-01", .no), ("2024-12-31", .unknown), ("2026-07-01", .unknown),
            ("未到来", .unknown),
        ])
    func latest(day: String, expected: Truth) throws {
        #expect(try sample.holding(["率三"], of: "可否", #""物": {"受付日": "\#(day)"}"#) == [expected])
    }

    @Test("Who looks on sees the row, or that there is none; where a key is open nothing was looked up")
    func traced() throws {
        let table = try #require(sample.plan.tables.places.first { sample.plan.tables[$0].name == "期限" })
        let condition = sample.plan.conditions[try sample.rule("期限内").value]
        func rows(_ facts: String) throws -> [Int?] {
            var evaluator = Evaluator(sample.plan, try sample.dated(facts), tracer: StepTracer())
            _ = evaluator.truth(condition)
            #expect(evaluator.tracer.lookups.allSatisfy { $0.table == table })
            return evaluator.tracer.lookups.map(\.row)
        }
        let blue = try #require(sample.plan.tables[table].rows.firstIndex { $0.provenance.row.contains("青") })
        #expect(try rows(#""物": {"色": "青"}"#) == [blue])
        #expect(try rows(#""物": {"色": "緑"}"#) == [nil])
        #expect(try rows("").isEmpty)
    }
}
