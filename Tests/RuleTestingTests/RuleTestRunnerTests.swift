import Contract
import Decisions
import RuleTesting
import Samples
import Testing

@Suite("Tests that stand in rule files")
struct RuleTestRunnerTests {
    @Test("A test that holds has no differences; one that does not has its own")
    func results() throws {
        let rules = try TestedRules(
            """
            試験 「赤は暖色」 { 基準日 2026-07-01 ; 物.赤 = 真 ; 期待 色 = 暖色 根拠 第1条 }
            試験 「赤は寒色」 { 基準日 2026-07-01 ; 物.赤 = 真 ; 期待 色 = 寒色 }
            試験 「青なら決まらない」 { 基準日 2026-07-01 ; 物.青 = 真 ; 期待 色 未決 }
            """)
        let results = rules.results()
        #expect(results.map(\.label) == ["赤は暖色", "赤は寒色", "青なら決まらない"])
        #expect(results.map(\.isPassed) == [true, false, true])
        #expect(results[1].differences == [Difference(what: "色 outcome", expected: "寒色", found: "暖色")])
        #expect(results.map(\.range) == rules.sample.contract.tests.map(\.range))
    }

    @Test("Each row of examples is a test of its own")
    func rows() throws {
        let rules = try TestedRules(
            """
            試験 「色」 {
              基準日 2026-07-01
              例 {
                | 物.赤 | 物.青 || 色   | 全根拠         |
                | 真    | 偽    || 暖色 | 第1条          |
                | 偽    | 偽    || 寒色 | -              |
                | 偽    | 真    || 寒色 | 第1条, 第2条   |
              }
            }
            """)
        let results = rules.results()
        #expect(results.map(\.label) == ["色 (1)", "色 (2)", "色 (3)"])
        let expected: [[Difference]] = [
            [], [Difference(what: "色 outcome", expected: "寒色", found: "無色")], [Difference(what: "色 all grounds", expected: "1, 2", found: "2")],
        ]
        #expect(results.map(\.differences) == expected)
    }

    @Test(
        "Each kind of expectation holds where it should and fails where it should not",
        arguments: [
            ("物.丸 = 真 ; 物.柄 = {縞} ; 期待 形 抵触", true), ("物.丸 = 真 ; 物.柄 = のみ {} ; 期待 形 抵触", false), ("物.丸 = 真 ; 物.柄 = {縞} ; 期待 形 = 円", false),
            ("物.青 = 真 ; 期待 色 未決", true), ("物.赤 = 真 ; 期待 色 未決", false), ("物.赤 = 偽 ; 物.青 = 偽 ; 期待 色 = 無色", true),
            ("物.赤 = 真 ; 物.日 = 2026-06-15 ; 期待 義務 届け 期限 2026-07-15", true), ("物.赤 = 真 ; 物.日 = 2026-06-15 ; 期待 義務 届け 期限 2026-07-14", false),
            ("物.赤 = 真 ; 物.日 = 未到来 ; 期待 義務 届け 期限 不明", true), ("物.赤 = 真 ; 物.日 = 2026-06-15 ; 期待 義務 届け 期限 不明", false),
            ("物.赤 = 偽 ; 期待 義務 届け なし", true), ("物.赤 = 真 ; 期待 義務 届け なし", false), ("期待 義務 届け なし", false),
            ("物.赤 = 真 ; 物.値 = 1000円 ; 期待 費用 代金 額 1100円", true), ("物.赤 = 真 ; 物.値 = 1000円 ; 期待 費用 代金 額 1000円", false),
            ("物.赤 = 真 ; 物.青 = 偽 ; 解釈 赤の扱い = そうでない ; 期待 色 = 無色", true), ("物.赤 = 真 ; 物.青 = 偽 ; 解釈 赤の扱い = そうでない ; 期待 色 = 暖色", false),
            ("物 = 該当なし ; 期待 色 = 無色", true),
        ])
    func kinds(body: String, isPassed: Bool) throws {
        let results = try TestedRules("試験 「見本」 { 基準日 2026-07-01 ; \(body) }").results()
        #expect(results.map(\.isPassed) == [isPassed])
    }

    @Test("An invariant is looked at on the facts of every test, and its name is told where it is broken")
    func invariants() throws {
        let broken = Difference(what: "不変", expected: "青い物は暖色でない", found: "×")
        let rules = try TestedRules("試験 「紫」 { 基準日 2026-07-01 ; 物.赤 = 真 ; 物.青 = 真 ; 期待 色 = 暖色 }")
        #expect(rules.results().map(\.differences) == [[broken]])
        // Of what is not known it says nothing.
        let open = try TestedRules("試験 「青」 { 基準日 2026-07-01 ; 物.青 = 真 ; 期待 色 未決 }")
        #expect(open.results().map(\.differences) == [[]])
    }

    @Test("Facts that break a constraint fail a test, whatever its expectations")
    func constraints() throws {
        let rules = try TestedRules("試験 「点で丸い」 { 基準日 2026-07-01 ; 物.柄 = のみ {点} ; 物.丸 = 真 ; 期待 色 未決 }")
        let differences = try #require(rules.results().first).differences
        #expect(differences.contains(Difference(what: "制約", expected: "点の物は丸くない", found: "×")))
    }

    @Test("Where there are no tests there are no results")
    func none() throws {
        #expect(try TestedRules().results().isEmpty)
    }
}
