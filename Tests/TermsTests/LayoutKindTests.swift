import Diagnostics
import Terms
import Testing

/// The kinds of layout that documents have, each in the smallest text that shows it.
@Suite("Kinds of layout")
struct LayoutKindTests {
    /// A text, and its nodes: each ID with the beginning of its words.
    struct Kind: CustomTestStringConvertible, Sendable {
        let text: String
        let nodes: [String]

        init(_ text: String, _ nodes: [String]) { (self.text, self.nodes) = (text, nodes) }

        var testDescription: String { text.split(separator: "\n").joined(separator: " / ") }
    }

    private static func expect(_ kind: Kind, behind head: String = "第1条（貸出し）\n", notes: [String] = []) {
        let outline = Outline.parse(Array((head + kind.text).utf8))
        let nodes = outline.nodes.filter { !["1", "title", "layout"].contains($0.id) }
        #expect(nodes.map(\.id) == kind.nodes.map { String($0.prefix { $0 != " " }) })
        for (node, line) in zip(nodes, kind.nodes) {
            let words = (node.marker + node.heading + node.text).filter { !$0.isWhitespace }
            let expected = line.drop { $0 != " " }.filter { !$0.isWhitespace }
            // A heading may stand above its number.
            #expect(words.unicodeScalars.sorted() == expected.unicodeScalars.sorted(), "\(node.id): \(words)")
        }
        #expect(outline.findings.map { "\($0.code.rawValue)@\($0.lines.lowerBound)" } == notes)
    }

    @Test(
        "Indentation sets a list of the same form within another one",
        arguments: [
            Kind("1. 傘\n\t1. 長い傘\n\t2. 短い傘\n2. 靴", ["1.1 1.傘", "1.1.1 1.長い傘", "1.1.2 2.短い傘", "1.2 2.靴"]),
            Kind("1. 傘\n2. 靴\n  1. 長い靴\n  2. 短い靴\n3. 服", ["1.1 1.傘", "1.2 2.靴", "1.2.1 1.長い靴", "1.2.2 2.短い靴", "1.3 3.服"]),
            Kind("（１）傘\n　（１）長い傘\n　（２）短い傘\n（２）靴", ["1.1 （１）傘", "1.1.1 （１）長い傘", "1.1.2 （２）短い傘", "1.2 （２）靴"]),
            Kind("１　傘\n　１　長い傘\n　２　短い傘\n２　靴", ["1.1 １傘", "1.1.1 １長い傘", "1.1.2 ２短い傘", "1.2 ２靴"]),
            Kind("・傘\n　・長い傘\n　　・青い傘\n　・短い傘\n・靴", ["1.1 ・傘", "1.1.1 ・長い傘", "1.1.1.1 ・青い傘", "1.1.2 ・短い傘", "1.2 ・靴"]),
            Kind("- 傘\n    1. 長い傘\n    2. 短い傘\n- 靴", ["1.1 -傘", "1.1.1 1.長い傘", "1.1.2 2.短い傘", "1.2 -靴"]),
        ])
    func indented(_ kind: Kind) { Self.expect(kind) }

    @Test("Markdown counts numbers that are all 1, at each depth, with one note")
    func automatic() {
        let text = "1. 傘\n1. 靴\n   1. 長い靴\n   1. 短い靴\n1. 服\n"
        Self.expect(
            Kind(text, ["1.1 1.傘", "1.2 1.靴", "1.2.1 1.長い靴", "1.2.2 1.短い靴", "1.3 1.服"].map { $0 }), behind: "# 規約\n## 第1条（貸出し）\n", notes: ["K7017@4"])
    }

    @Test(
        "Statutes set paragraphs behind items that end in no full stop",
        arguments: [
            Kind("次の物を貸す。\n　一　長い傘を必要とする者に貸す物\n　二　短い傘\n２ 前項の物は返す。", ["1.1 次の物を貸す。", "1.1.1 一長い傘を必要とする者に貸す物", "1.1.2 二短い傘", "1.2 ２前項の物は返す。"]),
            Kind(
                "次の物。\n四　傘、靴その他の物であって町内会の役員が貸すことを認めたもののうち、会員がその家族と共に使うもの\n五　服".replacing("四", with: "一").replacing("五", with: "二"),
                ["1.1 次の物。", "1.1.1 一傘、靴その他の物であって町内会の役員が貸すことを認めたもののうち、会員がその家族と共に使うもの", "1.1.2 二服"]),
            Kind("次の物。\n一　傘\n一の二　日傘\n一の三　杖\n二　靴", ["1.1 次の物。", "1.1.1 一傘", "1.1.1_2 一の二日傘", "1.1.1_3 一の三杖", "1.1.2 二靴"]),
            Kind("１　日本国内で貸す。\n２　月曜日は休む。\n３　年末は休む。\n４　時間は守る。", ["1.1 １日本国内で貸す。", "1.2 ２月曜日は休む。", "1.3 ３年末は休む。", "1.4 ４時間は守る。"]),
            Kind(
                "１　分割で払う。\n２　円貨で払う。\n３　条件を付けない。\n４　項目を書く。\n５　号数を書く。\n６　章を読む。",
                ["1.1 １分割で払う。", "1.2 ２円貨で払う。", "1.3 ３条件を付けない。", "1.4 ４項目を書く。", "1.5 ５号数を書く。", "1.6 ６章を読む。"]),
        ])
    func statutes(_ kind: Kind) { Self.expect(kind) }

    @Test(
        "Letters count by the syllabary, the iroha, the alphabet or in Roman numerals",
        arguments: [
            Kind(
                "1. 傘\n(i) 長い傘\n(ii) 短い傘\n(iii) 青い傘\n(iv) 赤い傘\n2. 靴",
                ["1.1 1.傘", "1.1.1 (i)長い傘", "1.1.2 (ii)短い傘", "1.1.3 (iii)青い傘", "1.1.4 (iv)赤い傘", "1.2 2.靴"]),
            Kind("次の物。\nア　傘\nイ　靴\nウ　服", ["1.1 次の物。", "1.1.1 ア傘", "1.1.2 イ靴", "1.1.3 ウ服"]),
            Kind("次の物。\nイ　傘\nロ　靴\nハ　服", ["1.1 次の物。", "1.1.1 イ傘", "1.1.2 ロ靴", "1.1.3 ハ服"]),
            Kind("１　次の物。\n（ア）傘\n（イ）靴\n（ウ）服", ["1.1 １次の物。", "1.1.1 （ア）傘", "1.1.2 （イ）靴", "1.1.3 （ウ）服"]),
            Kind("1. 次の物。\nh) 傘", ["1.1 1.次の物。h)傘"]),
            Kind("次の物。\n❶ 傘\n❷ 靴", ["1.1 次の物。", "1.1.1 ❶傘", "1.1.2 ❷靴"]), Kind("次の物。\n[1] 傘\n[2] 靴", ["1.1 次の物。", "1.1.1 [1]傘", "1.1.2 [2]靴"]),
            Kind("次の物。\n（１）傘　（２）杖\n（３）靴", ["1.1 次の物。", "1.1.1 （１）傘", "1.1.2 （２）杖", "1.1.3 （３）靴"]),
            Kind("1.1　傘\n1.2　靴\n1.2.1　長い靴\n1.2.2　短い靴\n1.3　服", ["1.1 1.1傘", "1.2 1.2靴", "1.2.1 1.2.1長い靴", "1.2.2 1.2.2短い靴", "1.3 1.3服"]),
        ])
    func counts(_ kind: Kind) { Self.expect(kind, notes: kind.text.contains("h)") ? ["K7015@3"] : []) }

    @Test(
        "Heads of articles",
        arguments: [
            Kind("貸す。\n第2条　第三者への提供\nしない。", ["1.1 貸す。", "2 第2条第三者への提供", "2.1 しない。"]),
            Kind("貸す。\n第2条　項目の追加\nする。\n第3条　号令\nなし。\n第4条　各自の務め\n守る。", ["1.1 貸す。", "2 第2条項目の追加", "2.1 する。", "3 第3条号令", "3.1 なし。", "4 第4条各自の務め", "4.1 守る。"]),
            Kind("貸す。\n第2条　訂正、追加及び削除\n役員が行う。", ["1.1 貸す。", "2 第2条訂正、追加及び削除", "2.1 役員が行う。"]),
            Kind("貸す。\n第2条　及ばない物\n靴には及ばない。", ["1.1 貸す。", "2 第2条及ばない物", "2.1 靴には及ばない。"]),
            Kind("貸す。\n第1条の２　但し書\nなし。\n第１条ノ３　\n靴も貸す。", ["1.1 貸す。", "1_2 第1条の２但し書", "1_2.1 なし。", "1_3 第１条ノ３", "1_3.1 靴も貸す。"]),
            Kind("貸す。\n第2条．期間\n一日とする。", ["1.1 貸す。", "2 第2条．期間", "2.1 一日とする。"]), Kind("貸す。\n第2条（期間）この間は貸す。", ["1.1 貸す。", "2 第2条（期間）", "2.1 この間は貸す。"]),
            Kind("貸す。\n第2条及び第3条　削除", ["1.1 貸す。", "2 第2条及び第3条削除"]),
            Kind("第1項\n貸す。\n第2項\n返す。", ["1.1 第1項貸す。", "1.2 第2項返す。"]),
        ])
    func heads(_ kind: Kind) { Self.expect(kind) }

    @Test("Heads without any space behind the number are articles, and then there are articles")
    func glued() { Self.expect(Kind("第1条目的\n傘を貸す。\n第2条期間\n一日とする。", ["1.1 傘を貸す。", "2 第2条期間", "2.1 一日とする。"]), behind: "") }

    @Test(
        "Heads of Markdown",
        arguments: [
            Kind("###第１条（貸出し）\n貸す。\n###第２条（返却）\n返す。", ["1.1 貸す。", "2 ###第２条（返却）", "2.1 返す。"]),
            Kind("## 第1条（貸出し）\n### 第1項\n貸す。\n### 第2項\n返す。\n", ["1.1 ###第1項貸す。", "1.2 ###第2項返す。"]),
            Kind("**（目的）**\n**第1条**　貸す。\n\n**（返却）**\n**第2条**　返す。", ["1.1 貸す。", "2 **（返却）****第2条**", "2.1 返す。"]),
            Kind("## 第1条（貸出し）\n次の物。\n- 傘\n- 靴", ["1.1 次の物。", "1.1.1 -傘", "1.1.2 -靴"]),
            Kind("## 第1条（貸出し）\n次の物。\n1. 傘\n2. 靴", ["1.1 次の物。", "1.1.1 1.傘", "1.1.2 2.靴"]),
        ])
    func markdown(_ kind: Kind) { Self.expect(kind, behind: "# 規約\n") }

    @Test(
        "Annexes, and the articles behind them",
        arguments: [
            Kind("貸す。\n別表\n平日　500円\n第2条（返却）\n返す。", ["1.1 貸す。", "table1 別表", "table1.row1 平日　500円", "2 第2条（返却）", "2.1 返す。"]),
            Kind("貸す。\n様式第１号（第1条関係）\n１　名前を書く。\n第2条（返却）\n返す。", ["1.1 貸す。", "form1 様式第１号（第1条関係）", "form1.1 １名前を書く。", "2 第2条（返却）", "2.1 返す。"]),
            Kind("貸す。\n別記\n１　名前を書く。", ["1.1 貸す。", "schedule1 別記", "schedule1.1 １名前を書く。"]),
            Kind("貸す。\n別表第一\n１　傘を貸す。\n別表第一の二\n１　靴を貸す。", ["1.1 貸す。", "table1 別表第一", "table1.1 １傘を貸す。", "table1_2 別表第一の二", "table1_2.1 １靴を貸す。"]),
        ])
    func annexes(_ kind: Kind) {
        Self.expect(kind, notes: kind.text.contains("500円") ? ["K7012@4"] : [])
    }

    @Test("Page numbers of the form 2 / 3 and the heads beside them are layout, without a form feed too")
    func pages() {
        Self.expect(Kind("傘を\n1 / 3\n町内会の規約\n貸す。\n2 / 3\n町内会の規約\n第2条（返却）\n返す。\n3 / 3", ["1.1 傘を貸す。", "2 第2条（返却）", "2.1 返す。"]))
    }

    @Test("Columns that a lone | parts are not read")
    func columns() {
        let lines = ["傘を貸すときは、 | 返すときは、窓口", "会員が窓口に来て | に置いて、台帳に", "名前を書く。　　 | 印を付ける。　　"]
        let text = "第1条（貸出し）\n" + (lines + lines + lines + lines).joined(separator: "\n")
        #expect(Outline.parse(Array(text.utf8)).findings.map(\.code) == [.interleavedColumns])
    }

    @Test(
        "What is no word of the text",
        arguments: [
            Kind("傘を<!-- 靴も -->貸す。", ["1.1 傘を貸す。"]), Kind("傘を貸す。\n<!--\n2. 靴を貸す。\n-->", ["1.1 傘を貸す。"]), Kind("A&amp;B の傘を&nbsp;貸す。<br>", ["1.1 A&B の傘を貸す。"]),
            Kind("\u{200E}1. 傘\n\u{202B}2. 靴\u{202C}", ["1.1 1.傘", "1.2 2.靴"]), Kind("か\u{3099}さを貸す。ハ\u{309A}ン", ["1.1 がさを貸す。パン"]),
            Kind("傘を<!-- 貸す。", ["1.1 傘を<!--貸す。"]), Kind("1．傘を貸す．ただし，靴は除く．\n2．返す．", ["1.1 1．傘を貸す．ただし，靴は除く．", "1.2 2．返す．"]),
        ])
    func markup(_ kind: Kind) { Self.expect(kind) }

    @Test("A sentence that ends in ． may have a proviso")
    func stops() {
        let outline = Outline.parse(Array("第1条（貸出し）\n傘を貸す．ただし，靴は除く．\n料金は1．5倍とする．".utf8))
        #expect(outline.nodes.flatMap(\.parts).map(\.id) == ["1.1.first", "1.1.proviso", "1.1.latter"])
    }

    @Test(
        "A term and its meaning",
        arguments: [
            Kind("次のとおりとする。\n会員：会費を納めた者をいう。\n役員：会員が選んだ者をいう。", ["1.1 次のとおりとする。", "1.def.1 会員：会費を納めた者をいう。", "1.def.2 役員：会員が選んだ者をいう。"]),
            Kind("次のとおりとする。\n「会員」\n会費を納めた者をいう。\n「役員」\n会員が選んだ者をいう。", ["1.1 次のとおりとする。", "1.def.1 「会員」会費を納めた者をいう。", "1.def.2 「役員」会員が選んだ者をいう。"]),
        ])
    func terms(_ kind: Kind) { Self.expect(kind, behind: "第1条（定義）\n") }

    @Test("What stands above the signatures ends the last article; a text set apart from an item is a doubt")
    func closing() {
        let end = "この契約の成立を証するため、本書二通を作る。\n\n令和　年　月　日\n甲　住所"
        let outline = Outline.parse(Array("第1条（貸出し）\n次の物。\n（１）傘\n（２）靴\n\n\(end)".utf8))
        #expect(outline.nodes.first { $0.id == "1.1.2" }?.text == "靴" && outline.nodes.first { $0.kind == .closing } != nil && outline.isCertain)
        let other = Outline.parse(Array("第1条（貸出し）\n次の物。\n（１）傘\n（２）靴\n\n料金は払う。".utf8))
        #expect(other.findings.map(\.code) == [.nestedList] && other.findings.map(\.lines) == [6...6])
    }

    @Test("Numbers beyond those that are read are doubts")
    func large() {
        let outline = Outline.parse(Array("第1条（貸出し）\n傘を貸す。\n第10000条（返却）\n返す。".utf8))
        #expect(outline.findings.map(\.code) == [.doubtfulHeading])
    }
}
