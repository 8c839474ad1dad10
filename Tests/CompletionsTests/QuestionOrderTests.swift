import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

/// Points by docs/decisions/questions.md: outcomes that are expected to fall away, by the trouble of the question.
@Suite("Which question comes first")
struct QuestionOrderTests {
    /// 甲 decides by itself, 乙 only without it: of three outcomes 甲 leaves one or two, 乙 two either way.
    private static func contract(_ leading: String, condition: String) -> String {
        """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { 乙 : 真偽 「乙」 問 「乙ですか」 ; \(leading) }
        判定 何 { 結果 一, 二 ; 順位 ; 既定 なし }
        第1条 「見本」
        規則 一 { もし \(condition) ならば 何 = 一 }
        規則 二 { もし 物.乙 ならば 何 = 二 }

        """
    }

    @Test(
        "What promises to settle most for its trouble does",
        arguments: [
            // 3 - (1 + 2) / 2 = 1.5 outcomes against 3 - 2 = 1.
            ("甲 : 真偽 「甲」 問 「甲ですか」", "物.甲", ["物.甲", "物.乙"]),
            // 1.5 / 2 = 0.75: a day is twice the trouble, and so is what only one party can find.
            ("甲 : 日付 「甲」 問 「いつですか」", "物.甲 が 2026-01-01 以降", ["物.乙", "物.甲"]),
            ("甲 : 真偽 「甲」 問 「甲ですか」 認定 乙", "物.甲", ["物.乙", "物.甲"]),
            // 1.5 / 1.5 = 1: as good as each other, so as the vocabulary has them.
            ("甲 : 真偽 「甲」 問 「甲ですか」 個人情報", "物.甲", ["物.乙", "物.甲"]),
        ])
    func weighed(leading: String, condition: String, expected: [String]) throws {
        let sample = try Sample(Self.contract(leading, condition: condition))
        #expect(try sample.settle("何", "", order: .best).missing == expected)
        #expect(try sample.settle("何", "", order: .vocabulary).missing == ["物.乙", "物.甲"])
    }

    @Test("Where facts have a weight, what leaves fewer of them to ask for counts too")
    func facts() throws {
        let sample = try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 { 乙 : 真偽 「乙」 問 「乙ですか」 ; 丙 : 真偽 「丙」 問 「丙ですか」 ; 甲 : 真偽 「甲」 問 「甲ですか」 認定 乙 }
            判定 何 { 結果 一 ; 既定 なし }
            第1条 「見本」
            規則 一 { もし 物.甲 かつ (物.乙 または 物.丙) ならば 何 = 一 }

            """)
        // 甲, at twice the trouble: half an outcome less, and of three facts one left on average. 乙: no outcome less, and one and a half left.
        #expect(try sample.settle("何", "", order: .weighed(facts: 0)).missing == ["物.甲", "物.乙", "物.丙"])
        // 0.25 + 1 against 0 + 1.5.
        #expect(try sample.settle("何", "", order: .weighed(facts: 1)).missing == ["物.乙", "物.丙", "物.甲"])
    }

    @Test("Which of two orders is used changes nothing about what is missing")
    func same() throws {
        let sample = try Sample(Self.contract("甲 : 真偽 「甲」 問 「甲ですか」", condition: "物.甲"))
        let (one, other) = (try sample.settle("何", "", order: .best), try sample.settle("何", "", order: .vocabulary))
        #expect(Set(one.missing) == Set(other.missing) && one.outcomes == other.outcomes)
    }

    @Test(
        "Trouble goes by the type; what only one party finds is double, what is personal half as much again",
        arguments: [
            ("真偽", 1), ("色", 1.25), ("集合 色", 1.5), ("整数", 1.5), ("数 円", 1.5), ("版", 1.5), ("日付", 2), ("年月", 2), ("時刻", 2), ("文字", 2),
            ("真偽 「甲」 問 「甲」 認定 乙", 2), ("日付 「甲」 問 「甲」 個人情報", 3), ("真偽 「甲」 問 「甲」 認定 乙 個人情報", 3),
        ])
    func cost(type: String, expected: Double) throws {
        let words = type.contains("「") ? type : "\(type) 「甲」 問 「甲」"
        let sample = try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            列挙 色 { 赤 ; 青 }
            事実 物 「物」 { 甲 : \(words) ; 乙 : 真偽 「乙」 問 「乙」 }
            判定 何 { 結果 一 ; 既定 なし }
            第1条 「見本」
            規則 一 { もし 物.乙 ならば 何 = 一 }

            """)
        let fact = try sample.fact("物.甲")
        #expect(sample.plan.cost(.fact(fact, record: nil, members: [])) == expected)
        #expect(sample.plan.cost(FactInstance(fact: fact, record: nil)) == expected)
        #expect(sample.plan.cost(.reference) > 100 && sample.plan.cost(.event(fact)) > 100)
    }
}
