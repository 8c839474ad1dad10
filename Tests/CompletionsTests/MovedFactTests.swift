import Completions
import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("Facts that are moved")
struct MovedFactTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 }
        事実 物 「物」 { 期日 : 日付 「期日」 問 「いつですか」 ; 額 : 整数 「額」 問 「いくらですか」 ; 色 : 色 「色」 問 「何色ですか」 }
        参照表 期限 「期限」 { 元 「end.csv」 ; 鍵 色 : 色 ; 列 日 : 日付, 点 : 整数 ; 一部 }
        判定 何 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 そのまま { もし 物.期日 が 物.期日 以降 ならば 何 = 可 }
        規則 日 { もし 物.期日 + 30日 が 期限(物.色).日 以降 ならば 何 = 可 }
        規則 往復 { もし 物.期日 + 30日 - 10日 が 期限(物.色).日 以降 ならば 何 = 可 }
        規則 月末 { もし 月末(物.期日 + 1日) が 期限(物.色).日 以降 ならば 何 = 可 }
        規則 送り { もし 休日送り(物.期日) が 期限(物.色).日 以降 ならば 何 = 可 }
        規則 曜日 { もし 曜日(物.期日) = 月 ならば 何 = 可 }
        規則 差 { もし 物.額 - 3 ≥ 期限(物.色).点 ならば 何 = 可 }
        規則 積 { もし 物.額 × 2 ≥ 期限(物.色).点 ならば 何 = 可 }
        規則 倍の点 { もし 物.額 ≥ 期限(物.色).点 × 期限(物.色).点 ならば 何 = 可 }

        """
    private let sample: Sample

    init() throws {
        sample = try Sample(Self.rules, data: ["end.csv": "色,日,点,出典,取得日\n赤,2026-07-01,2,見本,2026-01-01\n青,,3,見本,2026-01-01\n"])
    }

    /// The left and the right side of the comparison that a rule is.
    private func sides(_ rule: String) throws -> (left: ValueID, right: ValueID) {
        guard case .compare(let left, _, let right) = sample.plan[sample.plan.conditions[try sample.rule(rule).value]] else {
            throw NoComparison(rule: rule)
        }
        return (left, right)
    }

    private struct NoComparison: Error { let rule: String }

    @Test(
        "By how much is known where it is the same for all values",
        arguments: [
            ("日", 1, 30), ("往復", 2, 20), ("月末", 2, nil), ("送り", 1, nil), ("差", 1, -3_000_000),
        ] as [(String, Int, Int64?)])
    func moved(rule: String, steps: Int, distance: Int64?) throws {
        let moved = try #require(sample.plan.moved(try sides(rule).left))
        #expect(moved.steps.count == steps && moved.distance == distance)
        #expect(moved.fact == (try sample.fact(rule == "差" ? "物.額" : "物.期日")))
    }

    @Test("What turns back, or is made of more than one value, is not a moved fact", arguments: ["曜日", "積"])
    func other(rule: String) throws {
        #expect(sample.plan.moved(try sides(rule).left) == nil)
    }

    @Test(
        "A step leads where the calendar does, and stays where the calendar ends",
        arguments: [("日", "2026-07-01", "2026-07-31"), ("送り", "2026-06-28", "2026-06-29"), ("日", "9999-12-31", "9999-12-31")])
    func steps(rule: String, from: String, to: String) throws {
        let (from, to) = (try #require(CivilDate(from)), try #require(CivilDate(to)))
        #expect(sample.plan.stepped(try sides(rule).left, Int64(from.dayNumber)) == Int64(to.dayNumber))
    }

    private func possible(_ id: ValueID, _ frame: FactFrame) throws -> [Reading] {
        var possible = PossibleValues(sample.plan, frame)
        return try possible.values(id)
    }

    @Test("What an open key can lead to is its column, without the empty cells; a known key leads to one cell")
    func possibleValues() throws {
        let value = try sides("日").right
        let day = Int64(try #require(CivilDate("2026-07-01")).dayNumber)
        #expect(try possible(value, try sample.dated("")) == [Reading(.known, day)])
        #expect(try possible(value, try sample.dated(#""物": {"色": "赤"}"#)) == [Reading(.known, day)])
        // Two times two, two times three and three times three: each look-up by itself.
        let product = try sides("倍の点").right
        let found = try possible(product, try sample.dated(""))
        #expect(Set(found.map(\.value)) == [4_000_000, 6_000_000, 9_000_000])
        #expect(try possible(product, try sample.dated(#""物": {"色": "青"}"#)) == [Reading(.known, 9_000_000)])
    }
}
