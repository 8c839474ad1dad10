import Contract
import Diagnostics
import Syntax
import Testing
import Vocabulary

@Suite("Whose question a fact is")
struct AskedTests {
    private static let head = "規約 見本 { 当事者 甲 「客」, 乙 「店」 ; 回答者 乙 }\n判定 可否 { 結果 否 ; 既定 可 }\n第1条 「一」\n"

    private static let facts = """
        事実 棚 「棚」 尋ねる相手 乙 {
          空 : 真偽 「空」 問 「空ですか」
          望み : 真偽 「望み」 問 「望みますか」 尋ねる相手 甲
          傷み : 真偽 「傷み」 問 「傷んでいますか」 認定 乙
          除外 : 真偽 「除外」 問 「外しますか」 裁量 乙
        }
        一覧 客 「客」 問 「ほかには」 尋ねる相手 甲 { 歳 : 整数 「歳」 問 「何歳ですか」 }
        規則 い { もし 棚.空 または 棚.望み または 棚.傷み または 棚.除外 または 客 のいずれかで (客.歳 < 18) ならば 可否 = 否 }

        """

    private static func contract(_ text: String) throws -> CheckedContract {
        let checked = CheckedRules(text, under: head)
        #expect(checked.errors == [])
        return try #require(checked.result.contract)
    }

    @Test("A record says it once; a fact that says otherwise, a finding and a discretion have their own")
    func inherited() throws {
        let contract = try Self.contract(Self.facts)
        let asking = Asking(contract.title, contract.facts)
        let roles = contract.facts.map { ($0.name, $0.askedOf.map { "\(asking.role($0).rawValue) \($0.party)" } ?? "") }
        let expected = [("棚.空", "us 乙"), ("棚.望み", "caller 甲"), ("棚.傷み", "responsible 乙"), ("棚.除外", "responsible 乙"), ("客.歳", "caller 甲")]
        #expect(roles.dropFirst(2).elementsEqual(expected, by: ==))
        #expect(contract.lists.first?.askedOf == AskedOf(party: "甲"))
        #expect(CheckedRules(Self.facts, under: Self.head).findings(.warning) == [])
    }

    @Test("Where nobody says who answers, a party is only a party")
    func withoutAnswering() {
        let title = ContractTitle(name: "見本", title: nil, edition: nil, effective: nil, parties: [])
        let asking = Asking(title, [Fact(name: "a.b", type: .bool, askedParty: "甲")])
        #expect(asking.role(AskedOf(party: "甲")) == .party && !asking.isOurs(AskedOf(party: "甲")))
        let deciding = Asking(title, [Fact(name: "a.b", type: .bool, kind: .finding(by: "乙"))])
        #expect(deciding.role(AskedOf(party: "甲")) == .caller && deciding.isOurs(AskedOf(party: "乙")))
    }

    @Test(
        "A question that negates twice in one sentence is a warning",
        arguments: [
            ("つながらない機器はありませんか", true), ("届いていなければ知らせていませんか", true), ("Is there none that does not work?", true),
            ("つながらない機器がありますか", false), ("やむを得ない理由はありませんか", false), ("まだ届いていませんか。変更がなければお知らせください", false),
            ("少なくなりませんか", false), ("不足はありませんか", false), ("Is it not there?", false), ("次のどれにも当たりませんか", false),
        ])
    func twiceNegated(question: String, isFound: Bool) {
        let rules = "事実 棚 { 空 : 真偽 「空」 問 「\(question)」 尋ねる相手 甲 }\n規則 い { もし 棚.空 ならば 可否 = 否 }\n"
        #expect(CheckedRules(rules, under: Self.head).findings(.warning) == (isFound ? ["K6010 空"] : []))
    }

    @Test("A question of nobody's, and a group of several parties' are warnings; another party for a finding, and one that the header lacks, are errors")
    func findings() {
        func codes(_ text: String, _ severity: Severity) -> [String] { CheckedRules(text, under: Self.head).findings(severity) }
        let rule = "規則 い { もし 棚.空 または 棚.別 ならば 可否 = 否 }\n"
        #expect(codes("事実 棚 { 空 : 真偽 「空」 問 「空」 尋ねる相手 甲 ; 別 : 真偽 「別」 問 「別」 }\n" + rule, .warning) == ["K6006 別"])
        let two = "事実 棚 { 空 : 真偽 「空」 問 「空」 尋ねる相手 甲 ; 別 : 真偽 「別」 問 「別」 認定 乙 }\n" + rule
        #expect(codes(two + "一括確認 g 「g」 問 「ない」 { 棚.空, 棚.別 }", .warning) == ["K6007 g"])
        #expect(codes(two.replacing("尋ねる相手 甲", with: "尋ねる相手 乙") + "一括確認 g 「g」 問 「ない」 { 棚.空, 棚.別 }", .warning) == [])
        #expect(CheckedRules("事実 棚 { 空 : 真偽 「空」 問 「空」 認定 乙 尋ねる相手 甲 }", under: Self.head).errors == ["K2003 甲"])
        #expect(CheckedRules("事実 棚 尋ねる相手 丙 { 空 : 真偽 「空」 問 「空」 }", under: Self.head).errors == ["K3012 丙"])
    }
}
