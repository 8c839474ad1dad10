import Clauses
import Testing

@Suite("Clause references")
struct ClauseReferenceTests {
    @Test(
        "An article reads in every spelling",
        arguments: [
            ("第四十条第一項第三号", "40.1.3"), ("第40条第1項第3号", "40.1.3"), ("第４０条第１項第３号", "40.1.3"), ("40条1項3号", "40.1.3"),
            ("第四〇条第一項第三号", "40.1.3"), ("四十条一項三号", "40.1.3"), ("第40条 第1項 第3号", "40.1.3"), (" 第 40 条　第1項第3号 ", "40.1.3"),
            ("40.1.3", "40.1.3"), ("４０.１.３", "40.1.3"), ("第40条", "40"), ("第40条第1項第1号③", "40.1.1.3"), ("40条1項3号ロ", "40.1.3.2"),
            ("40条1項3号（ロ）", "40.1.3.2"), ("第三条第二項第一号イ（１）", "3.2.1.1.1"), ("第3条第1号ス", "3.1.1.47"), ("第38条の2の2第1項", "38_2_2.1"),
            ("第三十八条の二の二第一項", "38_2_2.1"), ("第31条の2", "31_2"), ("第3条第1項第2号の2", "3.1.2_2"), ("第5条第2号", "5.1.2"), ("第12条（３）", "12.1.3"),
            ("第12条第2項（３）", "12.2.3"), ("第12条⑶", "12.1.3"), ("第40条第1項第1号㉑", "40.1.1.21"),
        ])
    func articles(text: String, id: String) {
        #expect(ClauseReference.parse(text)?.id.text == id)
    }

    @Test(
        "Parts of a provision follow it, and those of an unnumbered paragraph are in paragraph 1",
        arguments: [
            ("第15条第2項ただし書", "15.2.proviso"), ("第15条第2項ただし書き", "15.2.proviso"), ("15条2項但書", "15.2.proviso"), ("15条2項但し書", "15.2.proviso"),
            ("第8条第1項なお書", "8.1.nao"), ("12条1項前段", "12.1.first"), ("12条1項後段", "12.1.latter"), ("12条1項後段ただし書", "12.1.latter.proviso"),
            ("15条2項本文", "15.2"), ("第15条ただし書", "15.1.proviso"), ("第15条本文", "15.1"), ("第31条の2前段", "31_2.1.first"),
            ("第9条第1項ただし書①", "9.1.proviso.1"),
        ])
    func parts(text: String, id: String) {
        #expect(ClauseReference.parse(text)?.id.text == id)
    }

    @Test(
        "Annexes, tables and supplementary provisions read in every spelling",
        arguments: [
            ("別紙2", "app2"), ("別紙２", "app2"), ("別紙二", "app2"), ("別紙第二", "app2"), ("別表第一", "table1"), ("別表1", "table1"),
            ("附則第二条", "suppl.2"), ("付則2条1項", "suppl.2.1"), ("附則", "suppl"), ("別紙1 Ⅴ（３）３", "app1.5.3.3"), ("別紙1Ⅴ(3)3", "app1.5.3.3"),
            ("別紙1 V(3)3", "app1.5.3.3"), ("別紙１Ｖ（３）３", "app1.5.3.3"), ("別紙1 ⅴ (3) 3", "app1.5.3.3"), ("別紙1Ⅴ（3）4(1)", "app1.5.3.4.1"),
            ("別紙1XII(1)", "app1.12.1"), ("別紙1 IX", "app1.9"), ("別紙2注1", "app2.note1"), ("別紙2の3注1", "app2_3.note1"),
            ("別紙2 ※1", "app2.note1"), ("別紙２※１", "app2.note1"), ("app2.os.pc.1", "app2.os.pc.1"), ("別紙2 os.pc.1", "app2.os.pc.1"),
            ("別紙1Ⅴ（3）1なお書", "app1.5.3.1.nao"),
        ])
    func annexes(text: String, id: String) {
        #expect(ClauseReference.parse(text)?.id.text == id)
    }

    @Test(
        "What is no reference, or has something left over, is refused",
        arguments: [
            "", " ", "第", "条", "第条", "第40", "第0条", "第40条の規定", "第40条第1項第3号。", "第1項", "3号", "別紙", "別紙0", "別紙1 XIII", "別紙1 IIII",
            "別紙1 Virtual", "附則第2項", "第40条第1項第1号イメージ", "第10000条", "第40条 Def", "(1)", "第四条の一部", "第40条(", "第40条第1項第1号(",
            "第1条" + String(repeating: "の2", count: 40), String(repeating: "第", count: 10_000),
            "第1条第1項第1号" + String(repeating: "①", count: 10_000), "\u{0}", "第40条\n第1項",
        ])
    func refused(text: String) {
        #expect(ClauseReference.parse(text) == nil)
    }

    @Test(
        "A scan takes the longest reference and nothing behind it",
        arguments: [
            ("第40条の規定", "40", 4), ("第40条第1項第3号 「要旨」", "40.1.3", 10), ("第15条第2項 が 成立", "15.2", 7), ("第15条第2項ただし書{", "15.2.proviso", 11),
            ("40条1項", "40.1", 5), ("第四条の一部", "4", 3), ("第4条の2つ", "4", 3), ("第1条第1号イメージ", "1.1.1", 6), ("第1条第1号イ メージ", "1.1.1.1", 7),
            ("別紙2注1 「", "app2.note1", 5), ("別紙1Ⅴ（3）3 「", "app1.5.3.3", 8), ("別紙1Virtual", "app1", 3), ("別紙2対応OS", "app2", 3),
            ("附則第2条の", "suppl.2", 5), ("第40条 第1項", "40", 4), ("第7条 提供地域", "7", 3), ("第12条(a)", "12", 4), ("第12条本社", "12", 4),
        ])
    func scans(text: String, id: String, end: Int) throws {
        let found = try #require(ClauseReference.scanPrefix(Array(text.unicodeScalars), from: 0))
        #expect(found.id.text == id)
        #expect(found.end == end)
    }

    @Test("Pieces of references in any order are read without harm, and what is read cites back to itself")
    func anyOrder() {
        let pieces = [
            "第", "4", "十", "条", "項", "号", "第1条", "第2項", "3号", "の2", "ロ", "（ロ）", "③", "(51)", "（3）", "Ⅴ", "V", "別紙1", "別表第一", "附則", "注1",
            "※2", "ただし書", "なお書", "前段", "本文", " ", "及び", "から", "x.y", "〇", "9999999", "👨‍👩‍👧", "・", "。",
        ]
        var state: UInt64 = 40
        var citedBack = 0
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<8 where text.utf8.count < 60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
                if state >> 62 == 0 { break }
            }
            let scalars = Array(text.unicodeScalars)
            for start in scalars.indices {
                guard let found = ClauseReference.scanPrefix(scalars, from: start) else { continue }
                guard found.end > start, found.end <= scalars.count else {
                    Issue.record("\(text): a scan from \(start) ends at \(found.end)")
                    return
                }
                if let alone = ClauseReference.parse(String(String.UnicodeScalarView(scalars[start..<found.end]))) {
                    #expect(alone.id == found.id, "\(text)")
                } else {
                    Issue.record("\(text): what the scan took does not parse")
                }
            }
            for range in ClauseReference.parseList(text) {
                #expect(ClauseReference.parse(range.first.citation)?.id == range.first, "\(text)")
                citedBack += 1
            }
        }
        #expect(citedBack > 500)
    }

    @Test(
        "A scan finds nothing where no reference begins",
        arguments: ["", "第一四半期", "三条", "四十条", "附則", "附則の", "別紙", "別表現", "40", "40.1.3", "app2", " 第1条", "項", "12か月"])
    func scansNothing(text: String) {
        #expect(ClauseReference.scanPrefix(Array(text.unicodeScalars), from: 0) == nil)
    }

    @Test(
        "A scan begins where it is told, also outside the text", arguments: [(2, "4"), (0, nil), (5, nil), (.max, nil)] as [(Int, String?)])
    func scansFrom(start: Int, id: String?) {
        #expect(ClauseReference.scanPrefix(["x", " ", "第", "4", "条"], from: start)?.id.text == id)
    }
}
