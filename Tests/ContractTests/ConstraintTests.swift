import Contract
import Diagnostics
import Samples
import Syntax
import Testing
import Vocabulary

@Suite("Constraints, invariants and premises")
struct ConstraintTests {
    @Test("A constraint says that its condition is false or its consequence true, and names the facts it was written with")
    func implication() throws {
        let sample = try Sample(CheckedRules.vocabulary + "定義 c = 物.台 > 1\n制約 「見本」 { もし 物.真 ならば 物.色 = 赤 または c }\n不変 「いつも」 { ならば 可否 = 可 }")
        let (truth, color) = (try sample.fact("物.真"), try sample.fact("物.色"))
        let constraint = try #require(sample.contract.constraints.first)
        let defined = Condition.definition(Place(0))
        #expect(constraint.condition == .or([.not(.isCase(truth, CaseSet([1]))), .or([.isCase(color, CaseSet([0])), defined])]))
        #expect(constraint.facts == [color, truth].sorted())
        #expect(sample.contract.invariants.map(\.condition) == [.outcome(try sample.decision("可否"), 0b10)])
    }

    @Test("Constraints and premises look at facts only, also through definitions; invariants may look at decisions")
    func factsOnly() {
        #expect(CheckedRules("制約 「見本」 { もし 可否 = 否 ならば 物.真 }").errors == ["K2012 「見本」"])
        #expect(CheckedRules("定義 c = 第1条 が 成立\n規則 r { もし 物.真 ならば 可否 = 否 }\n制約 「見本」 { ならば c }").errors == ["K2012 「見本」"])
        #expect(CheckedRules("定義 c = 可否 = 否\n事実 品 { a : 真偽 前提 c }").errors == ["K2012 a"])
        #expect(CheckedRules("不変 「見本」 { もし 可否 = 否 ならば 物.真 }").errors.isEmpty)
    }

    @Test("The premise of a list's fact may look at the record, another's may not")
    func records() {
        #expect(CheckedRules("一覧 品 { a : 真偽 ; b : 真偽 前提 品.a }").errors.isEmpty)
        #expect(CheckedRules("事実 箱 { b : 真偽 前提 者.可 }").errors == ["K2007 者.可"])
    }

    @Test("More cases than can be kept are refused")
    func limits() {
        func cases(_ count: Int) -> String { (0..<count).map { "c\($0)" }.joined(separator: " ; ") }
        #expect(CheckedRules("列挙 大 { \(cases(255)) }").errors.isEmpty)
        #expect(CheckedRules("列挙 大 { \(cases(256)) }").errors == ["K2013 大"])
        #expect(CheckedRules("列挙 大 { \(cases(64)) }\n事実 品 { a : 集合 大 }").errors.isEmpty)
        #expect(CheckedRules("列挙 大 { \(cases(65)) }\n事実 品 { a : 集合 大 }").errors == ["K2013 集合 大"])
        func outcomes(_ count: Int) -> String { "判定 d { 結果 \((1..<count).map { "o\($0)" }.joined(separator: ", ")) ; 既定 o0 }" }
        #expect(CheckedRules(outcomes(62)).errors.isEmpty)
        #expect(CheckedRules(outcomes(63)).errors == ["K2013 d"])
    }

    @Test(
        "What a declaration must have and lacks is said at its name",
        arguments: [
            ("判定 d { 結果 否 }", "K3013 d"), ("費用 f { 者 甲 ; 内容 「何か」 }", "K3013 f"), ("解釈 i { 案 広い 採用 }", "K3013 i"), ("解釈 i { 論点 「何」 ; 案 広い }", "K3011 i"),
            ("解釈 i { 論点 「何」 ; 案 広い 採用 ; 案 狭い 採用 }", "K3011 i"), ("参照表 t { 元 「a.csv」 ; 列 a : 日付 }", "K3013 t"),
        ])
    func lacking(text: String, error: String) {
        #expect(CheckedRules(text).errors.first == error)
    }
}
