import Contract
import Decisions
import RuleTesting
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Trials of rule files and of cases")
struct TrialTests {
    @Test("The facts of a test are those that JSON would give")
    func facts() throws {
        let rules = try TestedRules(
            """
            試験 「見本」 {
              基準日 2026-07-01
              物.赤 = 真 ; 物.青 = 偽 ; 物.柄 = {縞} ; 物.日 = 未到来 ; 物.値 = 1000円 ; 物.丸 = 不明
              期待 色 = 暖色
            }
            """)
        let test = try #require(rules.sample.contract.tests.first)
        let frame = FactFrame(rules.sample.plan, test)
        let facts = #"{"as_of": "2026-07-01", "物": {"赤": true, "青": false, "柄": ["縞"], "日": "未到来", "値": 1000}}"#
        let expected = try rules.sample.frame(facts)
        #expect(frame.readings == expected.readings && frame.excluded == expected.excluded && frame.interpretations == expected.interpretations)
        let own = try ["赤", "青", "日", "丸"].map { frame[try rules.sample.fact("物.\($0)")] }
        #expect(own == [Reading(.known, 1), Reading(.known, 0), Reading(.pending), .unknown])
    }

    @Test("A set that is only this holds nothing else; one that is not only this says nothing of the rest")
    func sets() throws {
        let rules = try TestedRules(
            "試験 「開」 { 基準日 2026-07-01 ; 物.柄 = {点} ; 期待 色 未決 }\n試験 「閉」 { 基準日 2026-07-01 ; 物.柄 = のみ {点} ; 期待 色 未決 }")
        let fact = try rules.sample.fact("物.柄")
        let frames = rules.sample.contract.tests.map { FactFrame(rules.sample.plan, $0) }
        #expect(frames.map { $0[fact].value } == [0b10, 0b10])
        #expect(frames.map { $0.excluded[fact.value] } == [0, 0b01])
    }

    @Test("Records of a list come in order, each with what is known of it, and the list is closed only where that is said")
    func lists() throws {
        let rules = try TestedRules(
            """
            試験 「全員」 { 基準日 2026-07-01 ; 人 = { 甲 = 真 }, { 柄 = のみ {縞} } 全員 ; 期待 色 未決 }
            試験 「ほかにも」 { 基準日 2026-07-01 ; 人 = { 甲 = 偽 } ; 期待 色 未決 }
            """)
        let frames = rules.sample.contract.tests.map { FactFrame(rules.sample.plan, $0) }
        let (all, more) = (try #require(frames.first?.lists.first), try #require(frames.last?.lists.first))
        #expect(all.isComplete && all.recordCount == 2)
        #expect(all[0, 0] == Reading(.known, 1) && all[0, 1].state == .unknown)
        #expect(all[1, 0].state == .unknown && all[1, 1] == Reading(.known, 0b01) && all.excluded == [0, 0, 0, 0b10])
        #expect(!more.isComplete && more.recordCount == 1 && more[0, 0] == Reading(.known, 0))
    }

    @Test("A test is under the reading that it names, and else under the adopted one")
    func readings() throws {
        let rules = try TestedRules(
            """
            試験 「採用」 { 基準日 2026-07-01 ; 期待 色 未決 }
            試験 「別」 { 基準日 2026-07-01 ; 解釈 赤の扱い = そうでない ; 期待 色 未決 }
            """)
        #expect(rules.sample.contract.tests.map { FactFrame(rules.sample.plan, $0).interpretations } == [[0], [1]])
    }

    @Test("A case file says what its trial expects")
    func caseFile() throws {
        let rules = try TestedRules()
        let expect = #"[{"decision": "色", "status": "determined", "outcome": "寒色", "grounds": ["第2条"], "duties": [{"name": "届け", "applies": false}]}]"#
        let trial = Trial(try rules.caseFile(#"{"物": {"赤": false, "青": true}}"#, expect: expect), label: "青い物")
        #expect(trial.label == "青い物" && trial.expectations.count == 1 && trial.norms.count == 1)
        #expect(trial.expectations.first?.grounds == ["2"] && trial.expectations.first?.outcome == 1)
        #expect(trial.differences(rules.decider).isEmpty && !trial.fails(rules.decider))
    }

    @Test(
        "A trial fails where a decision differs, or a norm alone",
        arguments: [
            (#"[{"decision": "色", "outcome": "暖色"}]"#, 0), (#"[{"decision": "色", "outcome": "寒色"}]"#, 1),
            (#"[{"decision": "色", "outcome": "暖色", "duties": [{"name": "届け", "applies": false}]}]"#, 1),
            (#"[{"decision": "色", "outcome": "寒色"}, {"decision": "形", "outcome": "円"}]"#, 2), ("[]", 0),
        ])
    func fails(expect: String, count: Int) throws {
        let rules = try TestedRules()
        let facts = #"{"物": {"赤": true, "青": false, "丸": false, "柄": {"のみ": []}}}"#
        let trial = Trial(try rules.caseFile(facts, expect: expect), label: "見本")
        #expect(trial.differences(rules.decider).count == count)
        #expect(trial.fails(rules.decider) == (count > 0))
    }

    @Test("The runner sees also what a case's facts break")
    func broken() throws {
        let rules = try TestedRules()
        let trial = Trial(try rules.caseFile(#"{"物": {"赤": true, "青": true}}"#, expect: #"[{"decision": "色", "outcome": "暖色"}]"#), label: "紫")
        #expect(trial.differences(rules.decider).isEmpty)
        #expect(RuleTestRunner(rules.decider).differences(trial) == [Difference(what: "不変", expected: "青い物は暖色でない", found: "×")])
    }
}
