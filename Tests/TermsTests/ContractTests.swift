import Diagnostics
import Terms
import Testing

/// Expectations read from the contract's text.
@Suite("The outline of the shipped contract", .enabled(if: Files.contract != nil, Files.absence))
struct ContractTests {
    private let outline = Outline.parse(Files.contract ?? [], names: Files.names)
    private func node(_ id: String) -> Outline.Node? { outline.byID[id].map { outline.nodes[$0] } }

    @Test("Every character belongs to exactly one node")
    func partition() throws { try OutlineTests.expectPartition(Files.contract ?? [], names: Files.names) }

    @Test("Nothing is in doubt")
    func findings() { #expect(outline.findings.map { "\($0.code.rawValue) \($0.lines.lowerBound)" } == []) }

    @Test("However it is wrapped, no line is taken for a number or a heading that was not read", arguments: [24, 28, 32, 36, 40, 45, 50, 60])
    func wrapped(width: Int) {
        var paragraphs = [""]
        for line in String(decoding: Files.contract ?? [], as: UTF8.self).split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            paragraphs[paragraphs.count - 1] += line.drop(while: \.isWhitespace)
            // White space at the end of a line marks the end of a paragraph.
            if line.last?.isWhitespace == true { paragraphs.append("") }
        }
        var lines: [Substring] = []
        for paragraph in paragraphs {
            var rest = paragraph[...]
            while !rest.isEmpty {
                lines.append(rest.prefix(width))
                rest = rest.dropFirst(width)
            }
        }
        let text = lines.map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }.joined(separator: "\n")
        let doubts = Outline.parse(Array(text.utf8), names: Files.names).findings.filter { [.strayNumber, .doubtfulHeading, .nestedList].contains($0.code) }
        #expect(doubts.map { "\($0.code.rawValue) \($0.lines.lowerBound)" } == [])
    }

    @Test("It has 7 chapters, 48 articles, 2 annexes, two closings and no other roots")
    func whole() {
        #expect(outline.nodes.filter { $0.kind == .chapter }.map(\.heading) == ["総則", "本サービス", "売買条項", "請負条項", "委任条項", "料金等", "一般条項"])
        #expect(outline.nodes.filter { $0.kind == .article }.map(\.id) == (1...48).map(String.init))
        #expect(outline.nodes.filter { $0.kind == .annex }.map(\.id) == ["app1", "app2"])
        #expect(outline.nodes.filter { $0.kind == .closing }.map(\.lines) == [856...856, 1506...1506])
    }

    @Test(
        "Each article has as many paragraphs as the contract",
        arguments: zip(
            1...48,
            [3, 2, 1, 1, 3, 1, 1, 1, 1, 5, 5, 3, 4, 3, 4, 3, 1, 2, 4, 1, 2, 2, 1, 2, 3, 1, 2, 2, 1, 2, 1, 1, 2, 5, 1, 1, 1, 2, 10, 4, 1, 3, 4, 2, 1, 1, 1, 1])
    )
    func paragraphs(article: Int, count: Int) {
        #expect(outline.nodes.filter { $0.kind == .paragraph && $0.id.hasPrefix("\(article).") }.map(\.id) == (1...count).map { "\(article).\($0)" })
    }

    @Test(
        "Each list of items is complete",
        arguments: [
            ("5.3", 6), ("11.1", 10), ("15.1", 6), ("15.2", 2), ("25.3", 5), ("40.1", 6), ("40.1.1", 3), ("40.4", 9), ("42.1", 5), ("43.1", 6), ("43.3", 2),
            ("43.3.2", 4), ("3.def", 12), ("app1.menu", 22), ("app1.2", 5), ("app1.2.3.1", 2), ("app1.2.5.1", 3), ("app1.2.5.4", 5), ("app1.2.5", 7),
            ("app1.4", 6), ("app1.4.3", 6), ("app1.4.3.2", 2), ("app1.4.3.6", 4), ("app1.4.6.4", 5), ("app1.5", 5), ("app1.5.3", 6), ("app1.5.3.4", 5),
            ("app1.5.4.3", 5), ("app1.5.5.2", 3), ("app2.os.pc", 3), ("app2.os.smart", 2), ("app2.browser", 4),
        ])
    func lists(parent: String, count: Int) {
        let own = outline.nodes.map(\.id).filter { id in
            id.hasPrefix(parent + ".") && id.dropFirst(parent.count + 1).allSatisfy(\.isNumber)
        }
        #expect(own == (1...count).map { "\(parent).\($0)" })
    }

    @Test(
        "Each kind of place is found with its words",
        arguments: [
            ("2.1", "変更後の本規約が本サービス契約すべてに適用されるものとします。"), ("3.def.3", "月の末日"), ("3.def.11", "乙所定の書面をいいます。"), ("24.2", "一切の費用を負担するものとします。"),
            ("40.1.1.3", "実施された改造又は作業等"), ("app1.menu.1", "対象機器の提供 売買条項"), ("app1.menu.14", "無線 LAN 環境調査サービス 請負条項"),
            ("app1.2.3.5.row1", "月曜日～土曜日 9:00～17:00 ※"),
            ("app1.2.3.5.note1", "乙の指定日は除きます。"), ("app1.5.4.4.row2", "VPN 設定保守サービス/ヘルプデスクサービス 月曜日～土曜日 8:30～18:00 ※"), ("app1.4.3.6.4", "一切の責任を負いません。"),
            ("app2.preamble", "次の通りです。"), ("app2.os.pc.1", "Microsoft Windows 7 （SP1）"), ("app2.os.smart.2", "Android 2.2 以降"),
            ("app2.os.note1", "お客様にてお願いいたします。"),
            ("app2.cpu", "1GHz 以上 ※4）"), ("app2.memory", "512MB 以上 ※4）"), ("app2.disk", "1GB 以上の空き容量 ※4"), ("app2.line", "上り 128kbps"), ("app2.proxy", "共に対応"),
            ("app2.browser.1", "11.0、Edge"), ("app2.browser.4", "Safari 6、7、8"), ("app2.note1", "サポート対象外となります。"), ("app2.note4", "スマートデバイスは除きます。"),
        ])
    func words(id: String, end: String) { #expect(node(id)?.text.hasSuffix(end) == true, "\(node(id)?.text ?? "absent")") }

    @Test("A section that two plans share answers under both numbers")
    func shared() {
        #expect(node("app1.3.5.4.1")?.id == "app1.2.5.4.1")
        #expect(node("app1.3.3.5.row1")?.id == "app1.2.3.5.row1")
        #expect(node("app1.4.1.1")?.also == [])
    }

    @Test("Exactly these provisions have a proviso")
    func provisos() {
        let found = outline.nodes.filter { $0.provisos > 0 }.map(\.id)
        #expect(
            found == [
                "14.2", "15.2", "16.1", "30.1", "33.2", "42.1", "45.1", "app1.2.5.4", "app1.4.3.1", "app1.4.6.4", "app1.5.3.4", "app2.note2",
            ])
    }

    @Test("Terms and headings stand apart from the text")
    func headings() {
        #expect(node("1")?.heading == "（目的）")
        #expect(
            (1...12).map { node("3.def.\($0)")?.heading } == [
                "本サービス", "検収日", "契約終了日", "関連会社等", "料金等", "データ等", "ID 等", "対象機器", "UTM", "ネットワーク環境", "無線 LAN 設定シート", "設定変更依頼書",
            ])
        #expect(node("app1.5.3")?.heading == "クライアントサポートサービス")
    }
}
