import Digests
import Terms
import Testing

@Suite("Two documents of a contract")
struct ComparisonTests {
    private static let old = """
        第1条（目的）
        会員に傘を貸す。
        第2条（期間）
        1 期間は3日とする。
        2 前項の期間は、1回だけ延ばすことができる。
        3 延ばすときは、窓口で申し出る。
        第3条（返却）
        会員は、第2条の期間の終わりまでに傘を返す。
        第4条（弁償）
        傘を失った会員は、500円を払う。ただし、盗まれたときはこの限りでない。
        """

    private static func compare(_ new: String, old: String = old) -> DocumentComparison {
        DocumentComparison(Outline.parse(Array(old.utf8), names: .none), Outline.parse(Array(new.utf8), names: .none))
    }

    @Test("The same document has no differences")
    func same() { #expect(Self.compare(Self.old).isEmpty) }

    @Test("Line breaks, spaces and widths are no differences")
    func layout() {
        let new = Self.old.replacing("期間は3日とする", with: "期間は\n３日と する").replacing("（期間）", with: "(期間)")
        #expect(Self.compare(new).reworded.filter(\.isSubstantive).isEmpty)
        #expect(Self.compare(new).added.isEmpty && Self.compare(new).removed.isEmpty)
    }

    @Test("Punctuation is told apart from substance")
    func punctuation() {
        let comparison = Self.compare(Self.old.replacing("会員に傘を貸す。", with: "会員に、傘を貸す。"))
        #expect(comparison.reworded.map { "\($0.from) \($0.to) \($0.isSubstantive)" } == ["1.1 1.1 false"])
    }

    @Test("A new number of days is of substance")
    func substance() {
        let comparison = Self.compare(Self.old.replacing("3日", with: "5日"))
        #expect(comparison.reworded.map { "\($0.from) \($0.to) \($0.isSubstantive)" } == ["2.1 2.1 true"])
        #expect(comparison.added.isEmpty && comparison.removed.isEmpty && comparison.renumbered.isEmpty && comparison.stale.isEmpty)
    }

    /// Article 2 is new, so that 2, 3 and 4 become 3, 4 and 5; the return still names article 2, and the price has gone up.
    private static let inserted = """
        第1条（目的）
        会員に傘を貸す。
        第2条（申込み）
        借りたい者は、名前を告げる。
        第3条（期間）
        1 期間は3日とする。
        2 前項の期間は、1回だけ延ばすことができる。
        3 延ばすときは、窓口で申し出る。
        第4条（返却）
        会員は、第2条の期間の終わりまでに傘を返す。
        第5条（弁償）
        傘を失った会員は、800円を払う。ただし、盗まれたときはこの限りでない。
        """

    @Test("An article put in renumbers those behind it, and leaves a reference stale")
    func insertion() {
        let comparison = Self.compare(Self.inserted)
        #expect(comparison.added == ["2"])
        #expect(comparison.removed.isEmpty)
        #expect(comparison.renumbered.map { "\($0.from) → \($0.to)" } == ["2 → 3", "3 → 4", "4 → 5"])
        #expect(comparison.reworded.map { "\($0.from) \($0.to) \($0.isSubstantive)" } == ["4.1 5.1 true"])
        #expect(comparison.stale.map { [$0.place, $0.words, $0.cites, $0.now] } == [["4.1", "第2条", "2", "3"]])
    }

    @Test("A reference that went along is not stale")
    func followed() {
        #expect(Self.compare(Self.inserted.replacing("第2条の期間", with: "第3条の期間")).stale.isEmpty)
    }

    @Test("A paragraph taken out renumbers the next and leaves nothing stale that is said by 前項 of the new place")
    func removal() {
        let new = Self.old.replacing("2 前項の期間は、1回だけ延ばすことができる。\n", with: "").replacing("3 延ばすとき", with: "2 延ばすとき")
        let comparison = Self.compare(new)
        #expect(comparison.removed == ["2.2"])
        #expect(comparison.renumbered.map { "\($0.from) → \($0.to)" } == ["2.3 → 2.2"])
        #expect(comparison.added.isEmpty && comparison.reworded.isEmpty && comparison.stale.isEmpty)
    }

    /// Article 5 of the new document has a paragraph and an item put in before those that the text names.
    private static func stale(_ words: String, item: Bool = false) -> [[String?]] {
        func document(_ isNew: Bool) -> String {
            let paragraphs = ["傘を貸す。", isNew && !item ? "帽子を貸す。" : nil, "次の物を貸す。"].compactMap { $0 }
            let items = ["長い傘", isNew && item ? "青い傘" : nil, "短い傘", item ? "\(words)のほか、杖" : "杖"].compactMap { $0 }
            var lines = paragraphs.enumerated().map { "\($0 + 1)　\($1)" } + items.enumerated().map { "(\($0 + 1)) \($1)" }
            if !item { lines.append("\(paragraphs.count + 1)　\(words)の物は、返す。") }
            return "第1条（貸出し）\n" + lines.joined(separator: "\n") + "\n第2条（返却）\n窓口に返す。\n"
        }
        return compare(document(true), old: document(false)).stale.map { [$0.words, $0.cites, $0.now] }
    }

    @Test("前項, 本項 and 次項 move with the text, and 第1項 does not; a range keeps what it begins with")
    func relative() {
        #expect(Self.stale("前項") == [])
        #expect(Self.stale("前項第1号から第2号まで") == [])
        #expect(Self.stale("本項") == [])
        #expect(Self.stale("前二項") == [["前二項", "1.2", "1.1"]])
        #expect(Self.stale("第2項第1号から第3号まで") == [["第2項第1号", "1.2.1", "1.3.1"], ["第3号", "1.2.3", "1.3.3"]])
        #expect(Self.stale("第1条第2項又は同条第2項") == [["第1条第2項", "1.2", "1.3"], ["同条第2項", "1.2", "1.3"]])
    }

    @Test("前号 and 前二号 mean the items before")
    func items() {
        #expect(Self.stale("前号", item: true) == [])
        #expect(Self.stale("前二号", item: true) == [["前二号", "1.2.2", "1.2.1"]])
    }

    @Test("A heading and an annex refer too")
    func headings() {
        let old = "第1条（目的）\n傘を貸す。\n第2条（期間）\n一日とする。\n別紙1（第2条関係）\n1 別紙1第2項による。\n2 傘は青い。\n"
        let new = old.replacing("第2条（期間）", with: "第2条（料金）\n無料とする。\n第3条（期間）").replacing("2 傘は青い。", with: "2 靴は黒い。\n3 傘は青い。")
        #expect(Self.compare(new, old: old).stale.map { [$0.words, $0.cites, $0.now] } == [["第2条", "2", "3"], ["別紙1第2項", "app1.2", "app1.3"]])
    }

    @Test("A clause that went to another article is one entry")
    func moved() {
        let old = "第1条（貸出し）\n1　傘を貸す。\n2　失くした傘は、同じ傘で弁償する。\n第2条（返却）\n1　窓口に返す。\n"
        let new = "第1条（貸出し）\n1　傘を貸す。\n第2条（返却）\n1　窓口に返す。\n2　失くした傘は、同じ傘で弁償する。\n"
        let comparison = Self.compare(new, old: old)
        #expect(comparison.renumbered.map { "\($0.from) → \($0.to)" } == ["1.2 → 2.2"])
        #expect(comparison.added.isEmpty && comparison.removed.isEmpty && comparison.reworded.isEmpty)
    }

    @Test("A reference to an article that is gone is stale and leads nowhere")
    func gone() {
        let new = Self.old.replacing(
            "第2条（期間）\n1 期間は3日とする。\n2 前項の期間は、1回だけ延ばすことができる。\n3 延ばすときは、窓口で申し出る。\n", with: ""
        ).replacing("第3条（", with: "第2条（").replacing("第4条（", with: "第3条（")
        let comparison = Self.compare(new)
        #expect(comparison.removed == ["2"])
        #expect(comparison.renumbered.map { "\($0.from) → \($0.to)" } == ["3 → 2", "4 → 3"])
        #expect(comparison.stale.map { [$0.place, $0.words, $0.cites, $0.now] } == [["2.1", "第2条", "2", nil]])
    }
}

@Suite("Digests of provisions")
struct DigestTests {
    private func outline(_ text: String) -> Outline { Outline.parse(Array(text.utf8), names: .none) }
    private let text = "第1条（目的）\n会員に傘を貸す。\n第2条（弁償）\n500円を払う。ただし、盗まれたときはこの限りでない。\n"

    @Test("Typesetting, width and punctuation leave a digest as it is; any other character does not")
    func substance() {
        let digests = ClauseDigests(outline(text))
        #expect(digests.compared(to: ClauseDigests(outline(text.replacing("500円を", with: "５００\n円 を、")))).isSame)
        let changed = digests.compared(to: ClauseDigests(outline(text.replacing("500円", with: "501円"))))
        #expect((changed.changed, changed.missing, changed.new) == (["2.1"], [], []))
    }

    @Test("The same words under another number are moved, and not changed")
    func moved() {
        let old = ClauseDigests(outline("第1条（目的）\n傘を貸す。\n第2条（弁償）\n五百円を払う。\n"))
        let new = ClauseDigests(outline("第1条（目的）\n傘を貸す。\n第2条（料金）\n百円を払う。\n第3条（弁償）\n五百円を払う。\n"))
        let comparison = old.compared(to: new)
        #expect(comparison.same == ["1.1"] && comparison.moved.map { [$0.from, $0.to] } == [["2.1", "3.1"]])
        #expect((comparison.changed, comparison.missing, comparison.new) == ([], [], ["2.1"]))
        #expect(!comparison.isSame)
    }

    @Test("A decimal point is of substance")
    func point() { #expect(TextForm.substance("1.0％") != TextForm.substance("10％")) }

    @Test("A provision that is gone is missing, one that is there besides is new")
    func presence() {
        let shorter = ClauseDigests(outline("第1条（目的）\n会員に傘を貸す。\n"))
        let digests = ClauseDigests(outline(text))
        #expect(digests.compared(to: shorter).missing == ["2.1"])
        #expect(shorter.compared(to: digests).new == ["2.1"])
    }

    @Test("A wording is quoted where its digest agrees: a paragraph, the article that it is the whole of, and a proviso")
    func quotations() {
        let outline = outline(text)
        let quotations = Quotations(outline, ClauseDigests(outline))
        #expect(quotations["1.1"] == .verbatim("会員に傘を貸す。"))
        #expect(quotations["1"] == .verbatim("会員に傘を貸す。"))
        #expect(quotations["2.1.proviso"] == .verbatim("ただし、盗まれたときはこの限りでない。"))
        #expect(quotations["3"] == .absent)
        let other = Quotations(self.outline(text.replacing("500円", with: "501円")), ClauseDigests(outline))
        #expect(other["2.1"] == .changed)
        #expect(other["1.1"] == .verbatim("会員に傘を貸す。"))
    }

    @Test("The digests that come with the rules are those of the contract's text", .enabled(if: Files.contract != nil, Files.absence))
    func shipped() throws {
        let outline = Outline.parse(try #require(Files.contract), names: Files.names)
        let rows = Files.text("Rules/rns/digests.csv").split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.map { [String($0[0]), String($0[4])] } == ClauseDigests(outline).entries.map { [$0.id, $0.digest.description] })
    }
}
