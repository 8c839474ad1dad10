import Completions
import Interviews
import Plans
import Runtime
import Testing
import Vocabulary

@Suite("Which question comes first")
struct QuestionOrderTests {
    private func plan(_ rules: String) throws -> Plan {
        try InterviewsTests.plan(
            """
            規約 t { }
            事実 物 「物」 {
              日 : 日付 「日」 問 「日」
              急 : 真偽 「急」 問 「急」
              甲 : 真偽 「甲」 問 「甲」
              乙 : 真偽 「乙」 問 「乙」
            }
            判定 可否 { 結果 否, 可 ; 順位 ; 既定 他 }
            第1条 一
            \(rules)
            """)
    }

    private func first(_ plan: Plan, _ order: QuestionOrder) -> String? {
        Interview(plan, decision: Place(0), frame: FactFrame(plan, asOf: day("2026-01-10"), time: nil), order: order).next?.id
    }

    @Test("Yes or no that may settle everything comes before a date that settles little")
    func cheapAndStrong() throws {
        let plan = try plan("規則 一 { もし 物.日 が 2025-01-01 より前 ならば 可否 = 可 }\n規則 二 { もし 物.急 ならば 可否 = 否 }")
        #expect(first(plan, .best) == "物.急")
        #expect(first(plan, .vocabulary) == "物.日")
    }

    @Test("Questions that are as good as each other keep their order")
    func ties() throws {
        let plan = try plan("規則 一 { もし 物.甲 または 物.乙 ならば 可否 = 否 }")
        #expect(first(plan, .best) == "物.甲")
    }
}
