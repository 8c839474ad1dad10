import Contract
import Diagnostics
import Samples
import Syntax
import Testing
import Values
import Vocabulary

@Suite("Types of conditions and values")
struct TypeTests {
    @Test(
        "A condition of the right types is taken",
        arguments: [
            "物.真", "物.真 = 偽", "物.色 ≠ 赤", "物.色 が {赤, 青} のいずれか", "物.印 に {赤, 青} のすべてを含む", "物.日 が 2026-01-31 以前", "物.日 + 1か月 ≥ 基準日", "物.日 - 30日 < 基準日",
            "物.月 + 2か月 = 2026-03", "物.時 < 9:00", "物.版 が 5.0 以上", "物.版 が 6系", "物.版 = 5", "物.量 が 1GB 未満", "物.台 ≥ 3", "物.額 × 物.台 ≥ 100円", "物.額 × 10% = 10円",
            "切捨て(物.額 ÷ 3, 1円) = 1円", "日数(物.日, 基準日) > 30日", "うるう年の日数(物.日, 基準日) > 30日", "曜日(物.日) = 月", "祝日(物.日)", "月末(物.月) = 物.日", "年月(物.日) = 物.月",
            "者 のいずれかで (者.可)",
            "者 の件数 (者.歳 ≥ 20) > 2", "者 の合計 者.歳 > 60", "物.日 が 未到来", "物.色 が 該当なし", "可否 = 否 でない", "第1条 が 適用", "物.色 = 物.別",
        ])
    func right(condition: String) {
        // A rule that looks at its own decision would go in a circle.
        let checked = CheckedRules("判定 別 { 結果 否 ; 既定 可 }\n第2条 「二」\n規則 r { もし \(condition) ならば 別 = 否 }")
        #expect(checked.errors == [])
    }

    @Test(
        "A condition of the wrong types is refused where it is wrong",
        arguments: [
            ("物.色", "K2008 物.色"), ("物.額 + 1円", "K2008 物.額 + 1円"), ("可否", "K2008 可否"), ("物.色 > 赤", "K2003 物.色 > 赤"), ("物.真 = 赤", "K2003 赤"),
            ("物.日 = 5", "K2003 物.日 = 5"), ("物.日 = 2026-01", "K2003 物.日 = 2026-01"), ("物.文 = 「a」", "K2003 物.文 = 「a」"), ("物.印 = {赤}", "K2003 物.印 = {赤}"),
            ("物.色 に 赤 を含む", "K2003 物.色"), ("物.量 = 3円", "K2004 3円"), ("物.額 < 物.量", "K2004 物.額 < 物.量"), ("物.額 + 物.量 = 1円", "K2004 物.量"),
            ("物.日 + 物.台 = 基準日", "K2003 物.台"),
            ("物.月 + 30日 = 2026-01", "K2003 30日"), ("物.日 × 2 = 基準日", "K2003 2"), ("物.額 が 6系", "K2003 6系"), ("物.額 ÷ 3 = 1円", "K2014 3"),
            ("切捨て(物.額 ÷ 3, 0円) = 1円", "K2006 0円"),
            ("切捨て(物.額 ÷ 3, 物.額) = 1円", "K2003 物.額"), ("満了日(物.日) = 基準日", "K2011 満了日(物.日)"), ("満了日(物.日, 0日) = 基準日", "K2003 0日"),
            ("日数(物.日, 物.額) = 1日", "K2003 物.額"), ("うるう年の日数(物.額, 物.日) = 1日", "K2003 物.額"),
            ("者.可", "K2007 者.可"), ("者.歳 > 3", "K2007 者.歳"), ("者 の合計 者.可 > 1", "K2003 者.可"), ("物.色 = 不明", "K2003 不明"), ("物.額 = 真", "K2003 物.額 = 真"),
            ("可否 < 否", "K2003 可否 < 否"),
            ("(物.額 + 1円) が 未到来", "K2003 物.額 + 1円"),
            ("物.額 が {1円, 物.量} のいずれか", "K2004 物.量"), ("物.額 = {1円, 物.日}", "K2003 物.日"), ("物.額 が {1円, 3MB} のいずれか", "K2004 3MB"),
            ("物.台 > {1, 2}", "K2003 物.台 > {1, 2}"), ("物.版 が 6系 以上", "K2003 物.版 が 6系 以上"), ("物.日 が {6系, 基準日} のいずれか", "K2003 6系"),
            ("物.色 が {赤, 物.印} のいずれか", "K2005 物.印"), ("可否 が 未到来", "K2003 可否"), ("可否 に 否 を含む", "K2003 可否 に 否 を含む"),
        ])
    func wrong(condition: String, error: String) {
        #expect(CheckedRules("判定 別 { 結果 否 ; 既定 可 }\n規則 r { もし \(condition) ならば 別 = 否 }").errors == [error])
    }

    @Test(
        "A defined condition is yes or no: it has no order, no state and no members",
        arguments: [
            ("c < 真", "K2003 c < 真"), ("c ≥ 偽", "K2003 c ≥ 偽"), ("c が 真 以上", "K2003 c が 真 以上"), ("c が 未到来", "K2003 c"), ("c が 該当なし", "K2003 c"),
            ("c に 真 を含む", "K2003 c"), ("c が 6系", "K2003 c が 6系"), ("c = 3", "K2003 3"), ("c + 1 = 2", "K2003 c"), ("c = {真, 3}", "K2003 3"),
        ])
    func defined(condition: String, error: String) {
        #expect(CheckedRules("定義 c = 物.真\n規則 r { もし \(condition) ならば 可否 = 否 }").errors == [error])
    }

    private func condition(_ text: String) throws -> Condition {
        try #require(try Sample(CheckedRules.vocabulary + "規則 r { もし \(text) ならば 可否 = 否 }").contract.rules.first).condition
    }

    @Test("Numbers are kept in millionths of the unit of their fact")
    func units() throws {
        let amount = Value.fact(try Sample(CheckedRules.vocabulary).fact("物.量"))
        // 1 GB is 1024 MB, 512 kB half of one.
        #expect(try condition("物.量 < 1GB") == .compare(.less, amount, .constant(1_024_000_000)))
        #expect(try condition("物.量 が 512kB 超") == .compare(.greater, amount, .constant(500_000)))
    }

    @Test("Days, months and times are counted from their beginnings")
    func calendar() throws {
        let sample = try Sample(CheckedRules.vocabulary)
        let (day, month, time) = (Value.fact(try sample.fact("物.日")), Value.fact(try sample.fact("物.月")), Value.fact(try sample.fact("物.時")))
        // 1970-01-31 is 30 days after the first day; 2026-03 is 24314 months after the first of year 0; 9:30 is 570 minutes after midnight.
        #expect(try condition("物.日 が 1970-01-31 以前") == .compare(.lessOrEqual, day, .constant(30)))
        #expect(try condition("物.月 = 2026-03") == .compare(.equal, month, .constant(2026 * 12 + 2)))
        #expect(try condition("物.時 ≥ 9:30") == .compare(.greaterOrEqual, time, .constant(570)))
        #expect(try condition("物.日 - 1年 = 基準日") == .compare(.equal, .calendar(.addMonths, day, count: -12), .fact(.asOf)))
        #expect(try condition("物.月 + 1年 = 2026-03") == .compare(.equal, .sum(month, .constant(12)), .constant(2026 * 12 + 2)))
    }

    @Test("A period without its first day begins on the next (Civil Code, art. 140)")
    func periods() throws {
        let day = Value.fact(try Sample(CheckedRules.vocabulary).fact("物.日"))
        func period(_ text: String) throws -> Condition { try condition("\(text) = 基準日") }
        #expect(try period("満了日(物.日, 30日)") == .compare(.equal, .calendar(.addDays, day, count: 30), .fact(.asOf)))
        #expect(try period("初日算入満了日(物.日, 30日)") == .compare(.equal, .calendar(.addDays, day, count: 29), .fact(.asOf)))
        #expect(try period("初日算入満了日(物.日, 1年)") == .compare(.equal, .calendar(.periodEnd, day, count: 12), .fact(.asOf)))
        let next = Value.calendar(.addDays, day, count: 1)
        #expect(try period("満了日(物.日, 2か月)") == .compare(.equal, .calendar(.periodEnd, next, count: 2), .fact(.asOf)))
    }

    @Test("A condition on cases says which; that it is not one of some is that it is one of the others")
    func cases() throws {
        let color = try Sample(CheckedRules.vocabulary).fact("物.色")
        #expect(try condition("物.色 が {赤, 黄} のいずれか") == .isCase(color, CaseSet([0, 2])))
        #expect(try condition("物.色 ≠ {赤, 黄}") == .isCase(color, CaseSet([1])))
        #expect(try condition("物.色 = 赤 でない") == .not(.isCase(color, CaseSet([0]))))
    }

    @Test("A version series goes from its first to its last version")
    func series() throws {
        let version = Value.fact(try Sample(CheckedRules.vocabulary).fact("物.版"))
        let (first, next) = (try #require(Version("6")?.packed), try #require(Version("7")?.packed))
        guard case .and(let bounds) = try condition("物.版 が 6系"), bounds.count == 2, case .compare(.lessOrEqual, version, .constant(let last)) = bounds[1] else {
            Issue.record("no two bounds")
            return
        }
        #expect(bounds[0] == .compare(.greaterOrEqual, version, .constant(first)))
        #expect(last >= first && last < next)
        #expect(try condition("物.版 ≠ 6系") == .or([.compare(.less, version, .constant(first)), .compare(.greater, version, .constant(last))]))
    }
}
