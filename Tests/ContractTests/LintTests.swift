import Contract
import Diagnostics
import Syntax
import Testing

@Suite("What is probably wrong")
struct LintTests {
    private static let head = "規約 見本 { }\n列挙 種 { 赤 ; 青 }\n事実 物 { 色 : 種 「色」 問 「色」 }\n判定 可否 { 結果 否, 別 ; 既定 可 }\n第1条 「一」\n"

    private func warnings(_ text: String) -> [String] { CheckedRules(text, under: Self.head).findings(.warning) }
    private static let others = "規則 い { もし 物.色 = 赤 ならば 可否 = 否 }\n規則 ろ { もし 物.色 = 青 ならば 可否 = 別 }\n"

    @Test("Rules of one condition and different outcomes are in conflict, unless one yields or the outcomes are ranked")
    func conflict() {
        let rule = "規則 は { もし 物.色 = 赤 ならば 可否 = 別"
        #expect(warnings(Self.others) == [])
        #expect(warnings(Self.others + rule + " }") == ["K3008 は"])
        #expect(warnings(Self.others + rule + " ; 優先 規則 い }") == [])
        #expect(warnings(Self.others + "規則 は { もし 物.色 = 赤 ならば 可否 = 否 }") == [])
        #expect(CheckedRules(Self.others + rule + " }", under: Self.head.replacing("既定", with: "順位 ; 既定")).findings(.warning) == [])
    }

    @Test("An outcome that no rule gives, and a rule that can never hold, are said")
    func unreachable() {
        #expect(warnings("規則 い { もし 物.色 = 赤 ならば 可否 = 否 }") == ["K3009 別"])
        #expect(warnings(Self.others + "規則 は { もし 物.色 = 赤 かつ 物.色 = 青 ならば 可否 = 否 }") == ["K3014 は"])
        #expect(warnings(Self.others + "規則 は { もし 物.色 = 赤 または 物.色 = 青 ならば 可否 = 否 }") == [])
    }

    @Test("Facts and definitions that nothing uses are advice; facts without a question and clauses without a gist are warnings")
    func unused() {
        let checked = CheckedRules(Self.others + "事実 品 { 数 : 整数 「数」\n メモ : 文字 「メモ」 問 「メモ」 }\n定義 d = 物.色 = 赤\n第2条 見出し\n第3条\n第3条第1項 「三」", under: Self.head)
        #expect(checked.findings(.advice) == ["K6003 数", "K6004 d"])
        #expect(checked.findings(.warning) == ["K6001 数", "K6002 第2条 見出し"])
        #expect(checked.result.contract != nil)
    }

    @Test("Where there are errors nothing else is guessed")
    func errors() {
        let checked = CheckedRules("規則 い { もし 物.形 = 赤 ならば 可否 = 否 }\n定義 d = 物.色 = 赤", under: Self.head)
        #expect(checked.errors == ["K2001 物.形"] && checked.findings(.warning) == [] && checked.findings(.advice) == [])
    }
}
