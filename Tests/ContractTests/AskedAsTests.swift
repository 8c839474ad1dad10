import Diagnostics
import Plans
import Samples
import Testing
import Vocabulary

@Suite("How callers ask for decisions")
struct AskedAsTests {
    private static func rules(_ first: String, _ second: String) -> String {
        """
        規約 見本 { 当事者 甲 }
        事実 物 「物」 { 停止 : 真偽 「停止」 問 「止めていますか」 }
        判定 受付 「受けるか」 { \(first) 結果 停止中 ; 既定 可 }
        判定 返金 「返すか」 { \(second) 結果 返す ; 既定 返さない }
        第1条 「見本」
        規則 停止 { もし 物.停止 ならば 受付 = 停止中 }
        規則 返金 { もし 物.停止 ならば 返金 = 返す }

        """
    }

    @Test("Phrases of several lines are kept in their order, in both lexicons")
    func phrases() throws {
        let decisions = try Sample(Self.rules("尋ね方 「いま頼める」, 「受け付けていますか」 ; asked_as 「are you open」 ;", "")).plan.decisions
        #expect(decisions[0].askedAs == ["いま頼める", "受け付けていますか", "are you open"])
        #expect(decisions[1].askedAs == [])
    }

    @Test("Where one decision has phrases, each that has none is named; where none has, nothing is said")
    func lint() {
        func found(_ first: String, _ second: String) -> [String] {
            let checked = CheckedRules(Self.rules(first, second), under: "")
            return checked.errors + checked.findings(.warning)
        }
        #expect(found("尋ね方 「頼める」 ;", "") == ["K6009 返金"])
        #expect(found("尋ね方 「頼める」 ;", "尋ね方 「返して」 ;") == [])
        #expect(found("", "") == [])
    }

    @Test("A phrase is a quoted text")
    func malformed() { #expect(!CheckedRules(Self.rules("尋ね方 頼める ;", ""), under: "").errors.isEmpty) }
}
