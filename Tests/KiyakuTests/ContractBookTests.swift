import Coverage
import Decisions
import Diagnostics
import Kiyaku
import Plans
import Samples
import Serialization
import Testing
import Vocabulary

@Suite("The contract to read in")
struct ContractBookTests {
    /// The clauses are not in the order of the contract.
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 ; 丸 : 真偽 「丸」 問 「丸いですか」 }
        判定 可否 「できるか」 { 結果 可 「できる」, 不可 「できない」 ; 既定 不可 根拠 第9条 }
        第10条 「丸はできる」
        規則 丸 { もし 物.丸 ならば 可否 = 可 }
        第2条 色の扱い
        第2条第1項 「赤はできる」
        規則 赤 { もし 物.赤 ならば 可否 = 可 }
        義務 届け { 者 甲 ; 相手 乙 ; 内容 「届ける」 ; もし 可否 = 可 ; 期限 「翌日」 }
        解釈 読み { 論点 「赤とは」 ; 条項 第2条第1項 ; 案 広い 「広く読む」 採用 理由 「見本」 ; 案 狭い }
        第2条第2項 「準拠法」
        非規範 「判定には現れない」
        第3条第1項ただし書 「なし」
        第9条 「定めのないこと」
        試験 「赤い」 { 基準日 2026-07-01 ; 物.赤 = 真 ; 物.丸 = 偽 ; 期待 可否 = 可 根拠 第2条第1項 }
        試験 「どちらでもない」 { 基準日 2026-07-01 ; 物.赤 = 偽 ; 物.丸 = 偽 ; 期待 可否 = 不可 根拠 第9条 }
        試験 「根拠を見ない」 { 基準日 2026-07-01 ; 物.丸 = 真 ; 期待 可否 = 可 }

        """

    private func book(_ more: String = "") throws -> ContractBook {
        try Edition(RuleFiles(sources: [SourceFile(path: "a.kiyaku", bytes: Array((Self.rules + more).utf8))])).book
    }

    private func page(_ id: String, _ language: MessageLanguage = .japanese, more: String = "") throws -> ClauseContent {
        let view = ClauseView(try book(more), language: language) { $0 == "9" ? nil : "/clauses/\($0)" }
        return try #require(view.content(id, outline: "/clauses"))
    }

    @Test("A test is an example of the clause that it expects to decide, and of what that is in; one that names none is none")
    func examples() throws {
        let book = try book()
        #expect(book.exampleCount == 2)
        #expect(book.examples("2.1").map(\.name) == ["赤い"] && book.examples("2").map(\.name) == ["赤い"])
        #expect(book.examples("9").map(\.name) == ["どちらでもない"] && book.examples("10").isEmpty && book.examples("77").isEmpty)
        #expect(book.examples("9").first?.outcome?.outcome == 1)
    }

    @Test("What hangs on a clause is known by name, and a rule as it is written")
    func names() throws {
        let book = try book()
        #expect(book.names("2.1")?.rules == ["赤"] && book.names("2.1")?.norms == ["届け"] && book.names("2")?.all.isEmpty == true)
        #expect(book.names("77") == nil && book.place("2.1") != nil && book.place("77") == nil)
        #expect(book.source("赤") == "規則 赤 { もし 物.赤 ならば 可否 = 可 }" && book.source("青") == nil)
        #expect(book.wording("2.1") == nil && book.lines.isEmpty, "there is no document beside these rules")
    }

    @Test("A page says what the clause is and what hangs on it")
    func clause() throws {
        let page = try page("2.1")
        #expect(page.id == "2.1" && page.cite == "第2条第1項" && page.gist == "赤はできる" && page.heading == nil)
        #expect(page.statusText == "規則あり" && page.reason == nil && page.below.isEmpty)
        let rule = try #require(page.rules.first)
        #expect(rule.name == "赤" && rule.decision == "できるか" && rule.outcome == "できる" && rule.source?.hasPrefix("規則 赤 {") == true)
        let norm = try #require(page.norms.first)
        #expect(norm.kind == "義務" && norm.who == "甲" && norm.to == "乙" && norm.what == "届ける" && norm.by == "翌日")
        let readings = try #require(page.interpretations.first).readings
        #expect(readings.map(\.name) == ["広い", "狭い"] && readings.map(\.isAdopted) == [true, false])
        #expect(readings.map(\.text) == ["広く読む", nil] && readings.map(\.reason) == ["見本", nil])
        #expect(page.cases.map(\.name) == ["赤い"] && page.cases.map(\.outcome) == ["できる"] && page.cases.map(\.note) == [nil])
        #expect(page.coverage == "規則 1、義務など 1、解釈 1、試験と事例 1")
    }

    @Test("What has no place of its own on the page is counted with its name")
    func fallback() throws {
        #expect(try page("9").coverage == "既定の結果 1（可否）、試験と事例 1")
        #expect(try page("9", .english).coverage == "default outcomes 1 (可否), tests and cases 1")
        #expect(try page("2").coverage == "試験と事例 1")
    }

    @Test(
        "A clause has rules, is without effect, or is a heading",
        arguments: [("2.1", "規則あり", "in rules"), ("2.2", "非規範", "without effect"), ("2", "見出し", "heading"), ("9", "規則あり", "in rules")])
    func status(id: String, japanese: String, english: String) throws {
        #expect(try page(id).statusText == japanese && page(id, .english).statusText == english)
        #expect(try page("2.2").reason == "判定には現れない")
    }

    @Test("Below a clause stand those in it, with how they stand")
    func below() throws {
        let below = try page("2").below
        #expect(below.map(\.clause.cite) == ["第2条第1項", "第2条第2項"] && below.map(\.statusText) == ["規則あり", "非規範"])
    }

    @Test(
        "One may go from clause to clause in the order of the contract, out of what a clause is in at its ends",
        arguments: [
            ("2", nil, "3.1.proviso"), ("2.1", "2", "2.2"), ("2.2", "2.1", "3.1.proviso"), ("3.1.proviso", "2", "9"), ("10", "9", nil),
        ] as [(String, String?, String?)])
    func neighbours(id: String, before: String?, after: String?) throws {
        let (page, book) = (try page(id), try book())
        func cite(_ id: String?) -> String? { id.flatMap { book.place($0) }.map { book.plan.clauses[$0].citation } }
        #expect(page.previous?.text == cite(before) && page.next?.text == cite(after))
    }

    @Test("The way up names what a clause is in; a clause without a page has no address")
    func ways() throws {
        #expect(try page("2.1").up == [PageLink(text: "第2条", href: "/clauses/2")])
        #expect(try page("2").up.isEmpty && page("10").previous == PageLink(text: "第9条", href: nil))
    }

    @Test("Of many examples forty are shown and the rest counted")
    func many() throws {
        let tests = (1...44).map { "試験 「\($0)番」 { 基準日 2026-07-01 ; 物.赤 = 真 ; 物.丸 = 偽 ; 期待 可否 = 可 根拠 第2条第1項 }\n" }.joined()
        let cases = try page("2.1", more: tests).cases
        #expect(cases.count == 41 && cases.last?.name == "ほか 5 件" && cases.last?.outcome == nil)
    }

    @Test("What is no clause of the rules has no page", arguments: ["77", "2.3", ""])
    func nothing(id: String) throws {
        #expect(ClauseView(try book(), language: .japanese) { $0 }.content(id, outline: "") == nil)
    }
}
