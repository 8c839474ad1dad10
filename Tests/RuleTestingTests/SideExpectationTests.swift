import Contract
import Decisions
import Documents
import Facts
import RuleTesting
import Samples
import Testing

/// 不可 holds 地域外 and 停止中, 受ける holds 離島便 and 可; 要協議 stands alone. Of 国内 it is usually so, and where the thing is paid for, of 停止.
@Suite("Sides, and what holds under usual circumstances, as tests expect them")
struct SideExpectationTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 ; 回答者 乙 }
        事実 物 「物」 {
          国内 : 真偽 「国内」 問 「国内ですか」
          停止 : 真偽 「停止」 問 「停止ですか」
          離島 : 真偽 「離島」 問 「離島ですか」 前提 物.国内
        }
        判定 受付 「受けるか」 {
          結果 地域外, 停止中, 離島便, 可
          順位
          既定 要協議
          側 不可 「お受けできません」 { 地域外, 停止中 }, 受ける 「お受けします」 { 離島便, 可 }
        }
        通例 物.国内 = 真 { 理由 「国内」 }
        通例 物.停止 = 偽 { 理由 「停止」 }
        第1条 「見本」
        規則 国外 { もし 物.国内 でない ならば 受付 = 地域外 }
        規則 停止 { もし 物.停止 ならば 受付 = 停止中 }
        規則 離島 { もし 物.国内 かつ 物.離島 ならば 受付 = 離島便 }
        規則 本土 { もし 物.国内 ならば 受付 = 可 }

        """

    private static func differences(_ facts: String, _ expectation: String) throws -> [Difference] {
        let sample = try Sample(rules + "試験 「見本」 { 基準日 2026-07-01 ; \(facts) ; \(expectation) }\n")
        return RuleTestRunner(Decider(sample.plan)).run(sample.contract.tests).flatMap(\.differences)
    }

    private static func isFailing(_ facts: String, _ expectation: String) throws -> Bool { try !differences(facts, expectation).isEmpty }

    /// With 停止 everything but 可 and 離島便 remains on 不可; without a fact nothing is certain, and the usual leaves 離島便 and 可.
    @Test(
        "A side holds where it is certain, whether or not the outcome is",
        arguments: [
            ("物.停止 = 真", "期待 受付 側 不可", true), ("物.停止 = 真", "期待 受付 未決 側 不可", true), ("物.停止 = 真", "期待 受付 側 受ける", false),
            ("物.停止 = 真", "期待 受付 側 なし", false), ("物.国内 = 偽", "期待 受付 = 地域外 側 不可", true), ("物.停止 = 偽", "期待 受付 側 なし", true),
            ("物.停止 = 偽", "期待 受付 側 不可", false), ("物.停止 = 真", "expect 受付 undetermined side 不可", true),
            ("物.停止 = 偽", "expect 受付 side none", true),
        ])
    func side(facts: String, expectation: String, holds: Bool) throws {
        #expect(try Self.isFailing(facts, expectation) == !holds)
    }

    @Test(
        "Under usual circumstances the outcome, the side and exactly what is assumed are looked at as far as they are named",
        arguments: [
            ("物.停止 = 偽", "期待 受付 側 なし 通例 側 受ける", true), ("物.停止 = 偽", "期待 受付 側 なし 通例 未決 側 受ける 前提 物.国内", true),
            ("物.停止 = 偽", "期待 受付 側 なし 通例 側 不可", false), ("物.停止 = 偽", "期待 受付 側 なし 通例 = 可", false),
            ("物.停止 = 偽", "期待 受付 側 なし 通例 前提 物.停止", false), ("物.停止 = 偽", "期待 受付 側 なし 通例 なし", false),
            ("物.離島 = 偽", "期待 受付 通例 = 可 前提 物.停止, 物.国内", true), ("物.離島 = 偽", "期待 受付 通例 = 可 前提 物.国内", false),
            ("物.国内 = 偽", "期待 受付 = 地域外 通例 なし", true), ("物.国内 = 偽", "期待 受付 通例 側 不可", false),
            ("物.停止 = 偽", "expect 受付 usual undetermined side 受ける given 物.国内", true),
        ])
    func usual(facts: String, expectation: String, holds: Bool) throws {
        #expect(try Self.isFailing(facts, expectation) == !holds)
    }

    @Test("A failed one says what was expected and what came")
    func words() throws {
        #expect(
            try Self.differences("物.停止 = 偽", "期待 受付 側 不可")
                == [Difference(what: "受付 side", expected: "不可", found: "- (地域外, 離島便, 可)")])
        #expect(try Self.differences("物.停止 = 真", "期待 受付 側 なし") == [Difference(what: "受付 side", expected: "-", found: "不可")])
        #expect(
            try Self.differences("物.停止 = 偽", "期待 受付 通例 なし")
                == [Difference(what: "受付 assuming", expected: "-", found: "undetermined, side 受ける, assumed 物.国内")])
        #expect(
            try Self.differences("物.国内 = 偽", "期待 受付 通例 = 可 前提 物.停止")
                == [Difference(what: "受付 assuming", expected: "determined, 可, assumed 物.停止", found: "-")])
        #expect(
            try Self.differences("物.停止 = 偽", "期待 受付 通例 = 可 側 不可 前提 物.停止")
                == [
                    Difference(what: "受付 assuming status", expected: "determined", found: "undetermined (離島便, 可)"),
                    Difference(what: "受付 assuming outcome", expected: "可", found: "離島便, 可"),
                    Difference(what: "受付 assuming side", expected: "不可", found: "受ける"),
                    Difference(what: "受付 assuming assumed", expected: "物.停止", found: "物.国内"),
                ])
    }

    @Test(
        "Examples have columns for both; 「-」 leaves a decision to them",
        arguments: [
            ("| 物.停止 || 受付 | 側 | 通例 | ; | 真 || 未決 | 不可 | - | ; | 偽 || - | なし | 受ける |", [true, true]),
            ("| 物.停止 || 受付 | side | usual | ; | 真 || undetermined | 受ける | - | ; | 偽 || - | none | none |", [false, false]),
            ("| 物.停止 | 物.国内 | 物.離島 || 受付 | 通例 | ; | - | - | 偽 || 未決 | 可 | ; | - | - | 偽 || - | 離島便 | ; | - | 偽 | - || 地域外 | なし |", [true, false, true]),
        ])
    func columns(table: String, passed: [Bool]) throws {
        let sample = try Sample(Self.rules + "試験 「見本」 { 基準日 2026-07-01 ; 例 { \(table) } }\n")
        #expect(RuleTestRunner(Decider(sample.plan)).run(sample.contract.tests).map(\.isPassed) == passed)
    }

    @Test(
        "What a test cannot take is an error, and never passed over",
        arguments: [
            ("期待 受付 側 可", "K3005"), ("期待 受付 側 受け", "K3005"), ("期待 受付 通例 = 不可", "K3005"), ("期待 受付 通例 前提 物.無い", "K2001"),
            ("例 { | 物.停止 || 側 | ; | 真 || 不可 | }", "K4007"), ("例 { | 物.停止 || 受付 | 側 | ; | 真 || 未決 | 可 | }", "K3005"),
            ("例 { | 物.停止 || 受付 | ; | ≠ 真 || 未決 | }", "K2003"), ("例 { | 物.停止 || 受付 | ; | 真 || ≠ 可 | }", "K2003"),
            ("例 { | 物.停止 || 受付 | ; | 真 || 第1条 | }", "K2003"), ("例 { | 物.停止 || 受付 | ; | 真 || - | }", "K3013"),
        ])
    func findings(body: String, code: String) {
        #expect { try Sample(Self.rules + "試験 「見本」 { 基準日 2026-07-01 ; \(body) }\n") } throws: { "\($0)".contains(code) }
    }

    @Test(
        "A case file likewise",
        arguments: [
            (#""status": "undetermined", "side": null, "assuming": {"side": "受ける", "status": "undetermined", "assumed": ["物.国内"]}"#, true),
            (#""side": "不可""#, false), (#""assuming": null"#, false), (#""assuming": {"assumed": []}"#, false), (#""assuming": {"side": null}"#, false),
            (#""assuming": {}"#, true), (#""assuming": {"outcome": "可"}"#, false),
        ])
    func cases(expectation: String, holds: Bool) throws {
        let plan = try Sample(Self.rules).plan
        let text = #"{"as_of": "2026-07-01", "facts": {"物": {"停止": false}}, "expect": [{"decision": "受付", \#(expectation)}]}"#
        let file = CaseFile(try DocumentFormat.json.read(Array(text.utf8)), plan: plan)
        #expect(file.faults.isEmpty)
        #expect(RuleTestRunner(Decider(plan)).differences(Trial(file, label: "a")).isEmpty == holds)
    }
}
