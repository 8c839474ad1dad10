import Completions
import Decisions
import Plans
import Samples
import Testing
import Vocabulary

@Suite("What holds under usual circumstances")
struct UsualCircumstanceTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 ; 回答者 乙 }
        事実 物 「物」 {
          国内 : 真偽 「国内」 問 「国内ですか」
          停止 : 真偽 「停止」 問 「停止ですか」
          有料 : 真偽 「有料」 問 「有料ですか」
          離島 : 真偽 「離島」 問 「離島ですか」 前提 物.国内
          本土 : 真偽 「本土」 問 「本土ですか」
        }
        判定 受付 「受けるか」 {
          結果 地域外, 停止中, 離島便, 可
          順位
          既定 要協議
          側 不可 「お受けできません」 { 地域外, 停止中 }, 受ける 「お受けします」 { 離島便, 可 }
          有利 甲 { 受ける } 乙 { 不可 }
        }
        判定 逆 「断るか」 { 結果 断る ; 既定 受ける ; 有利 乙 { 断る } 甲 { 受ける } }
        通例 物.国内 = 真 { 理由 「国内」 ; 承認 「長 2026-01-01」 }
        通例 物.停止 = 偽 { もし 物.有料 = 真 ; 判定 受付 ; 理由 「停止」 }
        通例 物.離島 = 偽 { 理由 「離島」 }
        制約 「離島は本土でない」 { もし 物.本土 = 偽 ならば 物.離島 = 真 }
        第1条 「見本」
        規則 国外 { もし 物.国内 でない ならば 受付 = 地域外 }
        規則 停止 { もし 物.停止 ならば 受付 = 停止中 }
        規則 離島 { もし 物.国内 かつ 物.離島 ならば 受付 = 離島便 }
        規則 本土 { もし 物.国内 ならば 受付 = 可 }
        規則 断る { もし 物.国内 ならば 逆 = 断る }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    private func usual(_ facts: String, _ decision: String = "受付") throws -> UsualAnswer? {
        try sample.answer(decision, #"{"as_of": "2026-07-01"\#(facts.isEmpty ? "" : ", " + facts)}"#, .usual).usual
    }

    private func names(_ usuals: [Usual]?) -> [String]? { usuals?.map { sample.plan.facts[$0.fact].name } }

    @Test("What is enough is named, and no more; the side that comes out is the smallest")
    func assumed() throws {
        let usual = try #require(try usual(#""物": {"停止": false}"#))
        // 離島 settles the outcome, not the side; its premise is not stated, so that nothing is assumed of it.
        #expect(names(usual.assumed) == ["物.国内"] && usual.status == .undetermined)
        #expect(usual.side.map { sample.plan.decisions[0].sides[$0].name } == "受ける")
        let stated = try #require(try self.usual(#""物": {"停止": false, "国内": true}"#))
        #expect(names(stated.assumed) == ["物.離島"] && stated.outcome == 3 && stated.grounds.map(\.isPrimary) == [true])
    }

    @Test("Its condition must be true of what is stated")
    func condition() throws {
        #expect(try usual(#""物": {"国内": true}"#) == nil)
        #expect(names(try usual(#""物": {"国内": true, "有料": true, "離島": true}"#)?.assumed) == ["物.停止"])
        #expect(try usual(#""物": {"国内": true, "有料": false, "離島": true}"#) == nil)
    }

    @Test(
        "What somebody said is not known is not assumed; what nobody spoke of is", arguments: [(#""不明""#, true), (#"{"state": "不明"}"#, true), ("null", false)])
    func declined(value: String, isDeclined: Bool) throws {
        #expect((try usual(#""物": {"停止": false, "国内": \#(value)}"#) == nil) == isDeclined)
    }

    @Test("A settled answer needs no assumption")
    func settled() throws {
        #expect(try usual(#""物": {"国内": false, "停止": false}"#) == nil)
    }

    @Test("What a constraint forbids with what is known is given up, and named")
    func givenUp() throws {
        let usual = try usual(#""物": {"国内": true, "有料": true, "本土": false}"#)
        #expect(names(usual?.assumed) == ["物.停止"] && names(usual?.givenUp) == ["物.離島"])
    }

    @Test("What speaks against the customer, while something else is possible, is for staff alone")
    func adverse() throws {
        #expect(try usual("", "逆")?.isForStaffOnly == true)
        #expect(try usual(#""物": {"停止": false}"#)?.isForStaffOnly == false)
    }
}
