import Plans
import Proofs
import Samples
import Testing
import Vocabulary

@Suite("The types of values")
struct ValueTypeTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 }
        事実 物 「物」 {
          期日 : 日付 「期日」 問 「期日」 ; 月 : 年月 「月」 問 「月」 ; 額 : 数 円 「額」 問 「額」 ; 個数 : 整数 「個数」 問 「個数」 ; 色 : 色 「色」 問 「色」
        }
        一覧 品目 「品目」 問 「品目は」 { 額 : 数 円 「額」 問 「額」 }
        参照表 期限 「期限」 { 元 「end.csv」 ; 鍵 色 : 色 ; 列 日 : 日付, 級 : 色 ; 一部 }
        判定 何 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 日数 { もし 日数(物.期日, 基準日) が 10日 以上 ならば 何 = 可 }
        規則 加算 { もし 物.期日 + 10日 が 2026-01-01 以降 ならば 何 = 可 }
        規則 差額 { もし 物.額 - 100円 が 10円 以上 ならば 何 = 可 }
        規則 按分 { もし 切捨て(物.額 × 日数(物.期日, 基準日) ÷ 365, 1円) が 10円 以上 ならば 何 = 可 }
        規則 属する月 { もし 年月(物.期日) が 2026-01 以降 ならば 何 = 可 }
        規則 月初 { もし 月初(物.月) が 2026-01-01 以降 ならば 何 = 可 }
        規則 件数 { もし 品目 の件数 (品目.額 が 1円 以上) ≥ 2 ならば 何 = 可 }
        規則 合計 { もし 品目 の合計 品目.額 が 10円 以上 ならば 何 = 可 }
        規則 曜日 { もし 曜日(物.期日) = 月 ならば 何 = 可 }
        規則 表 { もし 期限(物.色).日 が 2026-01-01 以降 ならば 何 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules, data: ["end.csv": "色,日,級,出典,取得日\n赤,2026-07-01,青,見本,2026-01-01\n"]) }

    private struct NoComparison: Error {}

    /// The left side of the comparison that a rule is, and the constant on the right.
    private func sides(_ rule: String) throws -> (ValueID, ValueID) {
        guard case .compare(let left, _, let right) = sample.plan[sample.plan.conditions[try sample.rule(rule).value]] else { throw NoComparison() }
        return (left, right)
    }

    @Test(
        "A value is of the type of what it is made of, or of what a step leads to",
        arguments: [
            ("加算", FactType.date), ("属する月", .month), ("月初", .date), ("件数", .integer), ("表", .date),
        ])
    func types(rule: String, expected: FactType) throws {
        let (left, right) = try sides(rule)
        #expect(sample.plan.type(of: left) == expected)
        #expect(sample.plan.type(of: right) == nil, "a constant is of the type that it is compared with")
    }

    @Test("A number keeps its unit: of a quotient that of the amount, not the days that it is multiplied with")
    func units() throws {
        func unit(_ rule: String) throws -> String? {
            guard case .number(let unit)? = sample.plan.type(of: try sides(rule).0) else { return "no number" }
            return unit
        }
        #expect(try unit("差額") == "円")
        #expect(try unit("合計") == "円")
        #expect(try unit("按分") == "円")
        #expect(try unit("日数") == "日")
    }

    @Test("A weekday is one of the seven")
    func weekdays() throws {
        guard case .enumeration(let place)? = sample.plan.type(of: try sides("曜日").0) else { throw NoComparison() }
        #expect(sample.plan.enumerations[place].isOfWeekdays)
        #expect(sample.plan.enumerations[place].cases.map(\.name) == ["月", "火", "水", "木", "金", "土", "日"])
        #expect(sample.plan.enumerations.first { $0.name == "色" }?.isOfWeekdays == false)
    }
}
