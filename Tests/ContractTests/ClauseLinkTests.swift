import Contract
import Diagnostics
import Samples
import Syntax
import Testing
import Vocabulary

@Suite("Rules and their clauses")
struct ClauseLinkTests {
    private static let head = "規約 見本 { 当事者 甲, 乙 }\n事実 物 { a : 真偽 「a」 問 「a」 }\n判定 可否 { 結果 否 ; 既定 可 根拠 第9条 }\n"

    /// For each rule its clause.
    private func clauses(_ text: String) throws -> [String?] {
        let contract = try Sample(Self.head + text).contract
        return contract.rules.map { rule in rule.rule.clause.map { contract.clauses[$0].id } }
    }

    @Test("A rule belongs to the last header before it, however that is spelled")
    func lastHeader() throws {
        let text = """
            第9条 「九」
            規則 い { もし 物.a ならば 可否 = 否 }
            第四十条第一項第三号 「四十」
            規則 ろ { もし 物.a ならば 可否 = 否 }
            規則 は { もし 物.a ならば 可否 = 否 }
            第9条
            規則 に { もし 物.a ならば 可否 = 否 }
            """
        #expect(try clauses(text) == ["9", "40.1.3", "40.1.3", "9"])
    }

    @Test("Before any header a rule, a duty or a mark belongs to no clause, which is refused")
    func outside() {
        let rules = "規則 い { もし 物.a ならば 可否 = 否 }\n義務 g { 者 甲 ; 内容 「何か」 }\n非規範 「何も」\n第9条 「九」"
        #expect(CheckedRules(rules, under: Self.head).errors == ["K3004 い", "K3004 g", "K3004 非規範 「何も」"])
    }

    @Test("The citation of the only paragraph is that of its article; a citation of its own goes before")
    func citations() throws {
        let contract = try Sample(Self.head + "第7条 提供 単項\n第7条第1項 「七」\n第8条第1項 「八」\n条項 app2.os.1 引用 「別紙2 1行目」 「表」\n第9条 「九」").contract
        #expect(contract.clauses.map(\.id) == ["7", "7.1", "8.1", "app2.os.1", "9"])
        #expect(contract.clauses.map(\.citation) == ["第7条", "第7条", "第8条第1項", "別紙2 1行目", "第9条"])
    }

    @Test("Headers of one clause are one clause, with what each of them says")
    func repeated() throws {
        let contract = try Sample(Self.head + "第9条 見出し\n第8条 「八」\n第9条 「九」\n非規範 「何も」").contract
        #expect(contract.clauses.count == 2)
        #expect(contract.clauses[0].heading == "見出し" && contract.clauses[0].gist == "九" && contract.clauses[0].nonoperative == "何も")
        #expect(contract.clauses[1].nonoperative == nil)
        #expect(contract.decisions[0].ground == Place<Clause>(0))
    }

    @Test("A clause with another number answers under both, with all below it")
    func otherNumber() throws {
        let text = """
            別紙1Ⅱ 別番号 別紙1Ⅲ 「二つの番号」
            別紙1Ⅱ（5） 「五」
            規則 い { もし 物.a ならば 可否 = 否 }
            第9条 「九」
            規則 ろ { もし 別紙1Ⅲ（5） が 成立 ならば 可否 = 可 }
            """
        let sample = try Sample(Self.head + text)
        #expect(sample.contract.rules.last?.condition == .or([.holds(try sample.rule("い"))]))
    }

    @Test("Whether a clause holds is whether one of the rules under it does; where there is none it does not")
    func holds() throws {
        let text = """
            判定 別 { 結果 否 ; 既定 可 }
            第9条 「九」
            第9条第1項 「一」
            規則 い { もし 物.a ならば 可否 = 否 }
            第9条第2項 「二」
            規則 ろ { もし 物.a ならば 可否 = 否 }
            第10条 「十」
            規則 は { もし 第9条 が 適用 ならば 別 = 否 }
            規則 に { もし 第10条第1項 が 適用 ならば 別 = 否 }
            第10条第1項 「空」
            """
        let sample = try Sample(Self.head + text)
        #expect(sample.contract.rules[2].condition == .or([.applies(try sample.rule("い")), .applies(try sample.rule("ろ"))]))
        #expect(sample.contract.rules[3].condition == .or([]))
    }

    @Test("A clause may be given by its ID wherever one is mentioned", arguments: ["第40条第1項第3号", "40.1.3"])
    func bareIDs(clause: String) {
        let text = """
            判定 別 { 結果 ある ; 既定 ない 根拠 \(clause) }
            条項 \(clause) 「四十」
            規則 い { もし 物.a ならば 可否 = 否 ; 要件 知らせ : 物.a }
            解釈 読み { 論点 「何」 ; 条項 \(clause) ; 案 広い 採用 理由 「見本」 ; 案 狭い }
            第9条 「九」
            規則 ろ { もし \(clause) が 成立 ならば 別 = ある }
            規則 は { もし 物.a かつ 解釈 読み = 広い ならば 可否 = 可 ; 優先 \(clause) ; 免除 \(clause) 要件 知らせ }
            試験 「見本」 {
              基準日 2026-07-01
              物.a = 真
              期待 可否 = 可 根拠 9 全根拠 9
              例 {
                | 物.a || 可否 | 条項 | 別 | 全根拠    |
                | 偽   || 可   | -    | ない | -       |
                | 真   || 可   | 9    | ある | 9       |
              }
            }
            試験 「並び」 { 基準日 2026-07-01 ; 例 { | 物.a || 可否 | 根拠 |
                | 真 || 可 | 9, \(clause) | } }
            """
        #expect(CheckedRules(text, under: Self.head).errors == [])
    }
}
