import Decisions
import Documents
import Facts
import Kiyaku
import Plans
import RuleTesting
import Testing

@Suite("Grounds that tests expect")
struct GroundsTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 依頼 「依頼」 { 無償 : 真偽 「無償」 問 「無償ですか」 ; 火災 : 真偽 「火災」 問 「火災ですか」 ; 水害 : 真偽 「水害」 問 「水害ですか」 }
        判定 可否 { 結果 適用外, 対象 ; 順位 ; 既定 要協議 根拠 第47条 }
        第1条 「応じる」
        規則 応じる { もし 依頼.無償 ならば 可否 = 対象 }
        第2条 「火災は除く」
        規則 火災 { もし 依頼.火災 ならば 可否 = 適用外 }
        第3条 「水害は除く」
        規則 水害 { もし 依頼.水害 ならば 可否 = 適用外 }
        第47条 「協議する」

        """

    private static func fails(_ expectation: String, _ facts: String) -> Bool {
        var program = Program("grounds")
        program.bytes = Array((rules + "試験 「見本」 { 基準日 2026-04-01 ; \(facts) ; \(expectation) }\n").utf8)
        let compilation = program.compiled()
        #expect(compilation.plan != nil, "\(compilation.text)")
        return !compilation.failures.isEmpty
    }

    /// All three rules hold: the two that give the outcome are its primary grounds.
    @Test(
        "A test holds only where it names exactly the primary grounds, or exactly all",
        arguments: [
            ("期待 可否 = 適用外 根拠 第2条, 第3条", true), ("期待 可否 = 適用外 根拠 第3条, 第2条", true), ("期待 可否 = 適用外 根拠 第2条", false),
            ("期待 可否 = 適用外 根拠 第1条", false), ("期待 可否 = 適用外 根拠 第1条, 第2条, 第3条", false), ("期待 可否 = 適用外", true),
            ("期待 可否 = 適用外 全根拠 第1条, 第2条, 第3条", true), ("期待 可否 = 適用外 全根拠 第2条, 第3条", false),
            ("期待 可否 = 適用外 根拠 第2条, 第3条 全根拠 第1条, 第2条, 第3条", true), ("期待 可否 = 適用外 根拠 第2条 全根拠 第1条, 第2条, 第3条", false),
            ("expect 可否 = 適用外 all_grounds 第1条, 第2条, 第3条 ground 第2条, 第3条", true),
            ("例 { | 依頼.火災 || 可否 | 条項 | ; | 真 || 適用外 | 第2条, 第3条 | }", true), ("例 { | 依頼.火災 || 可否 | 根拠 | ; | 真 || 適用外 | 第1条 | }", false),
            ("例 { | 依頼.火災 || 可否 | ground | ; | 真 || 適用外 | 第2条 | }", false),
            ("例 { | 依頼.火災 || 可否 | 全根拠 | ; | 真 || 適用外 | 第1条, 第2条, 第3条 | }", true),
            ("例 { | 依頼.火災 || 可否 | 全根拠 | ; | 真 || 適用外 | 第1条 | }", false), ("例 { | 依頼.火災 || 可否 | 条項 | ; | 真 || 適用外 | - | }", true),
        ])
    func exact(expectation: String, holds: Bool) {
        #expect(Self.fails(expectation, "依頼.無償 = 真 ; 依頼.火災 = 真 ; 依頼.水害 = 真") == !holds)
    }

    @Test("The ground of a default is a ground like others", arguments: [("根拠 第47条", true), ("根拠 第1条", false), ("全根拠 第47条", true)])
    func byDefault(grounds: String, holds: Bool) {
        #expect(Self.fails("期待 可否 = 要協議 \(grounds)", "依頼.無償 = 偽 ; 依頼.火災 = 偽 ; 依頼.水害 = 偽") == !holds)
    }

    @Test(
        "A case file likewise; an empty array expects none",
        arguments: [
            (#""grounds": ["2", "3"]"#, true), (#""grounds": ["2"]"#, false), (#""grounds": []"#, false), (#""all_grounds": ["1", "2", "3"]"#, true),
            (#""all_grounds": ["2", "3"]"#, false), (#""grounds": ["3", "2"], "all_grounds": ["3", "1", "2"]"#, true),
        ])
    func cases(grounds: String, holds: Bool) throws {
        var program = Program("grounds")
        program.bytes = Array(Self.rules.utf8)
        let plan = try #require(program.compiled().plan)
        let text = #"{"as_of": "2026-04-01", "facts": {"依頼": {"無償": true, "火災": true, "水害": true}}, "expect": [{"decision": "可否", \#(grounds)}]}"#
        let file = CaseFile(try DocumentFormat.json.read(Array(text.utf8)), plan: plan)
        #expect(file.faults.isEmpty)
        #expect(RuleTestRunner(Decider(plan)).differences(Trial(file, label: "a")).isEmpty == holds)
    }
}
