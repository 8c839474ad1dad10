import Documents
import Kiyaku
import Plans
import Samples
import Testing

@Suite("A clause by its number")
struct ClausePageTests {
    private static let rules = """
        規約 見本 { 当事者 甲 }
        判定 可否 { 結果 可 ; 既定 否 }
        第2条第10項 「十」
        第2条第2項 「二」
        規則 二 { ならば 可否 = 可 }
        第2条 見出し
        第3条第1項ただし書 「別」
        第4条 「一つだけ」
        第5条 「準拠法」
        非規範 「判定には現れない」

        """

    private func page(_ written: String) throws -> ClausePage? { ClausePage(written, in: try Sample(Self.rules).plan) }

    @Test("A clause is found by any spelling of its number", arguments: ["第2条第2項", "第二条第二項", "2条2項", "2.2", "第２条２項"])
    func spellings(written: String) throws {
        let page = try #require(try page(written))
        #expect(page.clause.id == "2.2" && page.clause.citation == "第2条第2項" && page.clause.rules == ["二"] && page.below.isEmpty)
    }

    @Test("What is in a clause stands below it, in the order of the contract")
    func below() throws {
        let page = try #require(try page("第2条"))
        #expect(page.clause.heading == "見出し" && page.below.map(\.id) == ["2.2", "2.10"])
    }

    @Test("A clause of which the rules have only a part is there with nothing of its own")
    func withoutHeader() throws {
        let page = try #require(try page("第3条"))
        #expect(page.clause.id == "3" && page.clause.gist == nil && page.clause.rules.isEmpty && page.below.map(\.id) == ["3.1.proviso"])
    }

    @Test("The first paragraph of an article without numbered paragraphs is the article")
    func firstParagraph() throws {
        #expect(try page("第4条第1項")?.clause.id == "4")
        #expect(try page("第4条第2項") == nil)
        #expect(try page("第2条第1項") == nil, "that article has numbered paragraphs")
    }

    @Test("What is no number, or not in the rules, has no page", arguments: ["", "可否", "第77条", "別紙1"])
    func nothing(written: String) throws {
        #expect(try page(written) == nil)
    }

    @Test("As JSON it says why a clause is without effect")
    func json() throws {
        let json = try #require(try page("第5条")).json
        #expect(json["id"] == "5" && json["status"] == "nonoperative" && json["reason"] == "判定には現れない" && json["below"] == [])
        #expect(try #require(try page("第4条")).json["status"] == "encoded")
    }
}
