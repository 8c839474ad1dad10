import Diagnostics
import Plans
import Samples
import Serialization
import Testing
import Values

@Suite("Until when things last, as a page")
struct SupportViewTests {
    private static let rules = """
        規約 見本 { 当事者 甲 }
        列挙 製品 { 「A 1」 ; 「B 2」 ; C ; D ; E }
        事実 端末 「端末」 { OS : 製品 「OS」 問 「OS は」 }
        参照表 終了 「終了日」 { 元 「eol.csv」 ; 鍵 製品 : 製品 ; 列 終了日 : 日付 ; 列 確認日 : 日付 ; 一部 }
        定義 終了後 = 終了(端末.OS).終了日 が 基準日 より前
        判定 対象 { 結果 対象外 ; 既定 対象 }
        第1条 「終わった物は対象外」
        規則 終わり { もし 終了後 ならば 対象 = 対象外 }

        """
    private static let data = [
        "eol.csv": """
        製品,終了日,確認日,出典,取得日
        A 1,2026-06-30,2020-01-01,製造元,2026-01-02
        B 2,2026-07-01,2020-01-01,製造元,2026-01-02
        C,2027-07-01,2020-01-01,,
        D,2027-07-02,2020-01-01,,
        E,,2025-12-31,,
        """
    ]

    private func group(_ language: MessageLanguage = .japanese, on day: String = "2026-07-01") throws -> SupportContent.Group {
        let sample = try Sample(Self.rules, data: Self.data)
        #expect(SupportView.isFor(sample.plan))
        let page = SupportView(sample.plan, language: language).content(try #require(CivilDate(day)), action: "/support")
        #expect(page.action == "/support" && page.day == day)
        return try #require(page.groups.first)
    }

    @Test("A table has its name, and each row its end and how it stands; the last day still counts, and so does a year from the day")
    func rows() throws {
        let group = try group()
        #expect(group.name == "終了" && group.title == "終了日" && group.endName == "終了日")
        let rows = group.rows
        #expect(rows.map(\.name) == ["A 1", "B 2", "C", "D", "E"])
        #expect(rows.map(\.state) == ["ended", "ending", "ending", "supported", "open"])
        #expect(rows.map(\.stateText) == ["終了", "1年以内に終了", "1年以内に終了", "継続中", "終了日の記載なし"])
        #expect(rows.first?.end == "2026年6月30日" && rows.last?.end == nil && rows.first?.source == "製造元、2026-01-02")
        #expect(rows.last?.others == "確認日: 2025年12月31日")
    }

    /// A year ends on the corresponding day, and where there is none on the last day of that month (Civil Code, art. 143).
    @Test(
        "A year is one of the calendar, leap days and all",
        arguments: [
            ("2026-07-01", ["ending", "supported"]), ("2026-07-02", ["ending", "ending"]), ("2027-07-01", ["ending", "ending"]),
            ("2027-07-02", ["ended", "ending"]),
        ])
    func year(day: String, states: [String]) throws {
        #expect(try group(on: day).rows[2...3].map(\.state) == states)
    }

    @Test(
        "There are 366 days to the same day behind a leap day",
        arguments: [
            ("2027-07-01", "2028-07-01", "ending"), ("2027-07-01", "2028-07-02", "supported"), ("2028-02-29", "2029-02-28", "ending"),
            ("2028-02-29", "2029-03-01", "supported"),
        ])
    func leapYear(day: String, end: String, state: String) throws {
        let sample = try Sample(Self.rules, data: ["eol.csv": "製品,終了日,確認日\nA 1,\(end),2020-01-01\n"])
        let page = SupportView(sample.plan, language: .japanese).content(try #require(CivilDate(day)), action: "")
        #expect(page.groups.first?.rows.first?.state == state)
    }

    @Test("The picture has a bar for each row, longer where it lasts longer, and a line at the day")
    func picture() throws {
        let picture = try #require(try group().picture)
        let widths = picture.bars.map(\.width)
        #expect(widths.count == 5 && widths[0] <= widths[1] && widths[1] < widths[2] && widths[4] < widths[0])
        #expect(picture.bars.map(\.state) == ["ended", "ending", "ending", "supported", "open"])
        let (today, first) = (try #require(picture.todayX), try #require(picture.bars.first).x)
        #expect(today >= first + widths[0] && today < first + widths[2])
        // From the year before the first end to the year after the last.
        #expect(picture.years.map(\.text) == ["2024", "2025", "2026", "2027", "2028"])
    }

    @Test("A day that is outside the picture has no line", arguments: ["2023-12-31", "2029-01-01"])
    func outside(day: String) throws {
        let picture = try #require(try group(on: day).picture)
        #expect(picture.todayX == nil)
    }

    @Test("In English the states are English")
    func english() throws {
        #expect(try group(.english).rows.map(\.stateText) == ["ended", "ends within a year", "ends within a year", "lasting", "no end given"])
    }

    @Test("A contract without such a table has nothing to show")
    func none() throws {
        let sample = try Sample(SerializedSample.rules)
        #expect(!SupportView.isFor(sample.plan))
        let day = try #require(CivilDate("2026-07-01"))
        #expect(SupportView(sample.plan, language: .japanese).content(day, action: "").groups.isEmpty)
    }
}
