import Diagnostics
import Terms
import Testing

/// What the reader does not understand, it says, with the line.
@Suite("Numbers and headings that were not read")
struct DoubtTests {
    /// A text behind the heading of an article, and the findings with their lines, the heading being line 1.
    struct Reading: CustomTestStringConvertible, Sendable {
        let text: String
        let findings: String

        init(_ text: String, _ findings: String) { (self.text, self.findings) = (text, findings) }

        var testDescription: String { text.split(separator: "\n").joined(separator: " / ") }
    }

    static func outline(_ text: String) -> Outline { Outline.parse(Array(text.utf8), names: .none) }

    static func findings(_ text: String) -> String { outline(text).findings.map { "\($0.code.rawValue)@\($0.lines.lowerBound)" }.joined(separator: " ") }

    private static func expect(_ reading: Reading) {
        #expect(findings("第1条（貸出し）\n" + reading.text) == reading.findings)
        #expect(outline("第1条（貸出し）\n" + reading.text).isCertain == reading.findings.isEmpty)
    }

    @Test(
        "A list within a list of the same form",
        arguments: [
            Reading("（１）傘\n（１）長い傘\n（２）短い傘\n（２）靴", "K7005@3 K7016@4 K7005@5"), Reading("1. 傘\n1. 長い傘\n2. 短い傘", "K7005@3 K7016@4"),
            Reading("一　傘\n一　長い傘\n二　短い傘\n二　靴", "K7015@3 K7016@4 K7015@5"),
            Reading("1. 傘\n(1) 長い傘\n1. 赤い傘\n2. 青い傘\n2. 靴", "K7016@4 K7013@5"),
            Reading("　・傘\n　・靴\n・服", "K7016@4"),
            Reading("・傘\n○長い傘\n○短い傘\n・靴", "K7016@3 K7016@5"),
        ])
    func nested(_ reading: Reading) { Self.expect(reading) }

    @Test(
        "A list within a list of Markdown",
        arguments: [
            Reading("1. 傘\n   * 長い傘\n   * 短い傘\n2. 靴\n* 服", "K7016@6"), Reading("  - 傘\n  - 靴\n- 服", "K7016@4"),
            Reading("1. 傘\n2. 靴\n2. 服", "K7005@4"), Reading("- 傘\n1. 長い傘\n2. 短い傘\n- 靴", "K7016@3 K7016@5"),
        ])
    func markdown(_ reading: Reading) {
        Self.expect(reading)
        let lines = reading.text.split(separator: "\n").joined(separator: "\n")
        #expect(Self.findings("## 第1条（貸出し）\n" + lines) == reading.findings)
    }

    @Test(
        "A number that is not due stays in the text",
        arguments: [
            Reading("次の物を貸す。\n一　長い傘。\n三　短い傘。\n三　赤い傘。", "K7015@4 K7015@5"), Reading("次の物を貸す。\n一、長い傘であること\n三、赤い傘であること", "K7015@4"),
            Reading("次の物を貸す。\n一　長い傘。\n二　短い傘。\n一　赤い傘。\n二　青い傘。\n三　黒い傘。", "K7015@5 K7015@6 K7016@7"),
            Reading("次の物を貸す。\n一　長い傘\n一の三　赤い傘", "K7015@4"), Reading("次の物を貸す。\n９　長い傘\n10　短い傘", "K7015@3 K7015@4"),
            Reading("１　次の傘を貸す。\n２　Windows の傘\n３ Android の傘", "K7015@4"), Reading("1. 傘を貸す。\na) 長い傘\nb) 短い傘\nd) 赤い傘", "K7015@5"),
            Reading("1. 傘を貸す。\ni) 長い傘\niii) 短い傘", "K7015@4"), Reading("1. 傘を貸す。\n(i) 長い傘\n(iii) 短い傘", "K7005@4"),
            Reading("1. 傘を貸す。\n1.1.1　長い傘", "K7015@3"), Reading("**1.** 傘を貸す。\n**3.** 靴を貸す。", "K7015@2 K7015@3"),
            Reading("傘を貸す。\n3\n第2条（返却）\n返す。", "K7015@3"), Reading("第1項　傘を貸す。\n第2項　靴を貸す。\n第4項　服を貸す。", "K7015@4"),
        ])
    func strays(_ reading: Reading) { Self.expect(reading) }

    @Test(
        "A number that stands behind a text without a full stop",
        arguments: [
            Reading("次の物を貸す。\n一　町内会の傘\n２前項の傘は、町内会のものとする。", "K7015@4"),
            Reading("次の所で貸す。\n（１）電話 03-1234-5678\n２　前項の窓口は、朝に開く。", "K7015@4"),
            Reading("時間は、次の表のとおりとする。\n平日 9:00～17:00\n土曜 9:00～12:00\n３　前項の時間は、変えることができる。", "K7015@5"),
        ])
    func unended(_ reading: Reading) { Self.expect(reading) }

    @Test(
        "A mark of a form that is not read, or that looks like a word",
        arguments: [
            Reading("１．次の傘を貸す。\n（ア）長い傘\n（ウ）短い傘", "K7005@4"), Reading("１．次の傘を貸す。\nア　長い傘\nウ　短い傘", "K7015@4"),
            Reading("次の傘を貸す。\nＡ　長い傘\nＢ　短い傘", "K7015@3 K7015@4"), Reading("次の傘を貸す。\n①長い傘\n②短い傘\n①赤い傘", "K7005@5"),
            Reading("次の傘を貸す。\n①長い傘\n③短い傘", "K7005@4"), Reading("次の傘を貸す。\n・（１）長い傘", "K7015@3"), Reading("１．次の傘を貸す。\n２．（２）長い傘", "K7015@3"),
            Reading("次のことを禁止する。\n（１）火を使うこと。\n（２）はさみを使うこと。\n（３）のこぎりを使うこと。", "K7015@4 K7015@5"),
            Reading("１この規約は、傘の貸出しを定める。\n２前項の傘は、町内会のものとする。\n３傘を借りた者は、返す。", "K7015@2 K7015@3 K7015@4"),
            Reading("１\nこの規約は、傘の貸出しを定める。", "K7015@2"),
        ])
    func forms(_ reading: Reading) { Self.expect(reading) }

    @Test("A number before the first article, in a chapter or in a heading")
    func elsewhere() {
        #expect(Self.findings("傘の規約\n１　この規約は町内会が定める。\n第1条（目的）\n傘を貸す。") == "K7015@2")
        #expect(Self.findings("第1章 総則\n１　この規約は町内会が定める。\n第1条（目的）\n傘を貸す。") == "K7015@2")
        #expect(Self.findings("第1条　１　日本国内\n傘を貸す。") == "K7015@1")
    }

    @Test(
        "第N条 at the beginning of a line that became no article",
        arguments: [
            Reading("第2条第三者への貸与は禁止する。", "K7011@3"), Reading("第3条、返却\n返す。", "K7011@3"),
            Reading("第2条この規約は、改めることができる。", "K7011@3"), Reading("第5条規定外の事項は話し合って決める。", "K7011@3"),
        ])
    func articles(_ reading: Reading) {
        #expect(Self.findings("第1条（目的）\n傘を貸す。\n" + reading.text) == reading.findings)
        #expect(!Self.outline("第1条（目的）\n傘を貸す。\n" + reading.text).isCertain)
    }

    @Test("A chapter that became none")
    func chapters() { #expect(Self.findings("第1章 総則\n第1条（目的）\n傘を貸す者\n第2章返却\n第2条（返却）\n返す。") == "K7011@4") }

    // MARK: - What is no number

    /// What begins lines without numbering anything.
    static let beginnings = [
        "４月１日から施行する。", "2025年10月1日から施行する。", "2025 年 10 月 1 日から施行する。", "令和七年四月一日から施行する。", "５００円を払う。", "1,000 円を払う。", "2 千円を払う。", "３０日以内に返す。",
        "3 日以内に返す。", "2 週間掲げる。", "２ヶ月前までに申し出る。", "10 営業日を超えない。", "9:00 に集まる。", "17 時 30 分に終わる。", "20 名とする。", "60 cm 以上とする。", "2 GB 以上とする。", "３階の会議室とする。",
        "14.6％の割合とする。", "8.1 以降とする。", "第３条第１項の規定による。", "第３条に定める届出をする。", "第３条（期間）の規定による。", "第３条所定の届出をする。", "第２項の規定による。", "第２項及び第３項の規定による。", "第２号の者には貸さない。",
        "（１）又は（２）に掲げるところによる。", "（１）の場合を除く。", "①の場合を除く。", "一部の会員に貸す。", "三者で話し合う。", "十分に探す。", "１０％を超えない。", "1/2 を払う。", "2 倍を払う。", "5 人以上とする。",
    ]

    /// How a line ends that the next one goes on with.
    static let endings = [
        "会員は、町内会の傘を借りるときは、前もって窓口に申し出るものとし、その後、", "会員が傘を借りるときは、町内会の規約のほか、総会の議決を経て定められた規程の", "町内会は、会員に対して、傘の貸出しの方法を掲示板に掲げて知らせるものとし、会員は",
        "会員が傘を失ったとき、又は会員の家族がこれを失ったときの扱いについては、別に", "傘は、",
    ]

    @Test("Dates, amounts, times, units and references begin wrapped lines without a word", arguments: beginnings)
    func wrapped(_ beginning: String) {
        for ending in Self.endings {
            for before in ["", "１．傘を貸します。\n２．", "次の物を貸す。\n（１）傘\n（２）靴\n（３）"] {
                let text = "第1条（貸出し）\n\(before)\(ending)\n\(beginning)\n第2条（返却）\n返します。\n第3条（届出）\n届け出ます。"
                let findings = Self.outline(text).findings.filter { [.strayNumber, .doubtfulHeading, .nestedList].contains($0.code) }
                #expect(findings.map { "\($0.code.rawValue)@\($0.lines.lowerBound)" } == [], "\(text)")
            }
        }
    }

    @Test(
        "What is in order is in no doubt",
        arguments: [
            "１．次の物を貸します。\n（１）傘\n①長い傘\n②短い傘\n（２）靴\n２．返してください。\n（１）窓口で返す\n（２）郵便で返す",
            "時間は、次の表のとおりとする。\n平日 9:00～17:00\n1 月 10:00～15:00\n２ 階 8:30～18:00\n3 号館 10:00～12:00\n※祝日は休みます。",
            "町内会の事務所は、次の所に置く。\n東京都千代田区一番町\n1番地の2\n電話 03-1234-5678", "受付は、次の時間とする。\n9:00～12:00\n13:00～17:00", "料金は、次のとおりとする。\n傘 100円\n3本以上は割り引く。",
            "会員は、傘を借りた日から数えて五日の間、傘を使うことができるものとする。\n10 日を超えて使うときは、前もって窓口に申し出て、役員の許しを得るものとする。",
            "１　傘を貸す。\n２　第1項の傘は、翌日までに返す。\n第2項の場合は、この限りでない。", "傘を貸す。\n第1条の目的のため、傘は翌日までに返す。\n第1条に反する者には貸さない。",
            "次のことを禁止する。\n（１）傘を、次の目的のために使うこと。ただし、\n（２）に当たるときを除く。\n（２）傘を売ること",
        ])
    func sound(_ text: String) { #expect(Self.findings("第1条（貸出し）\n" + text) == "") }

    @Test("Rows of a table of Markdown are cells")
    func pipes() { #expect(Self.findings("# 規約\n## 第1条（料金）\n料金は次のとおりとする。\n\n| 番号 | 品 |\n|---|---|\n| 1 | 傘 |\n| 1 | 靴 |") == "") }
}
