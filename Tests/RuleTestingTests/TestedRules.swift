import Contract
import Decisions
import Documents
import Facts
import RuleTesting
import Samples
import Testing

/// A contract about the colour and the form of a thing: two outcomes that are ranked, two that conflict, and what is owed for red.
struct TestedRules {
    static let text = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 柄 { 縞 ; 点 }
        事実 物 「物」 {
          赤 : 真偽 「赤」 問 「赤ですか」
          青 : 真偽 「青」 問 「青ですか」
          丸 : 真偽 「丸」 問 「丸いですか」
          柄 : 集合 柄 「柄」 問 「柄は」
          日 : 日付 「日」 問 「いつですか」
          値 : 数 円 「値」 問 「いくらですか」
        }
        一覧 人 「人」 問 「だれですか」 { 甲 : 真偽 「甲か」 問 「甲ですか」 ; 柄 : 集合 柄 「柄」 問 「柄は」 }
        解釈 赤の扱い { 論点 「赤は暖かいか」 ; 条項 第1条 ; 案 暖かい 採用 理由 「見本」 ; 案 そうでない }
        判定 色 「何色か」 { 結果 暖色, 寒色 ; 順位 ; 既定 無色 }
        判定 形 「何形か」 { 結果 円, 角 ; 既定 不定 }
        第1条 「赤は暖色」
        規則 赤 { もし 物.赤 かつ 解釈 赤の扱い = 暖かい ならば 色 = 暖色 }
        義務 届け { 者 甲 ; 相手 乙 ; 内容 「届ける」 ; もし 物.赤 ; 期限 物.日 + 30日 }
        費用 代金 { 者 甲 ; 内容 「払う」 ; 額 切捨て(物.値 × 110%, 1円) ; もし 物.赤 }
        第2条 「青は寒色」
        規則 青 { もし 物.青 ならば 色 = 寒色 }
        第3条 「丸は円」
        規則 丸 { もし 物.丸 ならば 形 = 円 }
        第4条 「縞は角」
        規則 縞 { もし 物.柄 に 縞 を含む ならば 形 = 角 }
        制約 「点の物は丸くない」 { もし 物.柄 に 点 を含む ならば 物.丸 でない }
        不変 「青い物は暖色でない」 { もし 物.青 ならば 色 = 暖色 でない }

        """

    let sample: Sample
    let decider: Decider

    /// - Parameter tests: what stands below the rules.
    init(_ tests: String = "") throws {
        sample = try Sample(Self.text + tests + "\n")
        decider = Decider(sample.plan)
    }

    /// How the tests of the rule file come out.
    func results() -> [TestResult] { RuleTestRunner(decider).run(sample.contract.tests) }

    /// A case file, of its facts and what is expected.
    func caseFile(_ facts: String, expect: String) throws -> CaseFile {
        let text = #"{"as_of": "2026-07-01", "facts": \#(facts), "expect": \#(expect)}"#
        let file = CaseFile(try DocumentFormat.json.read(Array(text.utf8)), plan: sample.plan)
        try #require(file.faults.isEmpty, "\(file.faults)")
        return file
    }

    /// Where a case differs.
    func differences(_ facts: String, expect: String) throws -> [Difference] {
        Trial(try caseFile(facts, expect: expect), label: "case").differences(decider)
    }
}
