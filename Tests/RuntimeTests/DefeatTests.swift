import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Rules that give way")
struct DefeatTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 {
          甲 : 真偽 「甲」 問 「甲ですか」 ; 乙 : 真偽 「乙」 問 「乙ですか」 ; 丙 : 真偽 「丙」 問 「丙ですか」 ; 丁 : 真偽 「丁」 問 「丁ですか」
        }
        判定 可否 { 結果 否, 可 ; 順位 ; 既定 なし }
        判定 次 { 結果 成立, 適用, 判定 ; 既定 なし }
        判定 要件 { 結果 足りる ; 既定 足りない }
        判定 免除 { 結果 する ; 既定 しない }
        第1条 本文 「可」
        第1条第1項 「甲なら可」
        規則 本文 { もし 物.甲 ならば 可否 = 可 }
        第1条第1項ただし書 「乙なら否」
        規則 ただし書 { もし 物.乙 ならば 可否 = 否 ; ただし }
        第2条 「丙なら、乙でも可」
        規則 例外 { もし 物.丙 ならば 可否 = 可 ; かかわらず 規則 ただし書 }
        第3条 「ほかを見る」
        規則 成立を見る { もし 第1条第1項 が 成立 ならば 次 = 成立 }
        規則 適用を見る { もし 規則 本文 が 適用 ならば 次 = 適用 }
        規則 判定を見る { もし 可否 = 否 ならば 次 = 判定 }
        第4条第1項 「乙が要る」
        規則 要件つき { もし 物.甲 ; 要件 通知 : 物.乙 ; ならば 要件 = 足りる }
        第4条第2項 「丙なら要らない」
        規則 免除 { もし 物.丙 ならば 免除 = する ; 免除 第4条第1項 要件 通知 }

        """
    private static let facts = ["甲", "乙", "丙"]
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test("A rule applies where it holds and nothing above it applies; what is above may itself give way", arguments: KleeneNumbers.assignments(3))
    func chain(numbers: [Int]) throws {
        let evaluator = try sample.run("可否", KleeneNumbers.facts("物", Self.facts, numbers))
        let exception = numbers[2]
        let proviso = min(numbers[1], 2 - exception)
        let body = min(numbers[0], 2 - proviso)
        let rules = try ["本文", "ただし書", "例外"].map { try sample.rule($0).value }
        #expect(rules.map { evaluator.holds[$0] } == numbers.map { KleeneNumbers.truths[$0] }, "what gives way still holds")
        #expect(rules.map { evaluator.applies[$0] } == [body, proviso, exception].map { KleeneNumbers.truths[$0] })
    }

    @Test(
        "Other rules read whether one holds, whether it applies, and what its decision comes to",
        arguments: [
            // Of a rule that gives way only the first is true.
            (#""物": {"甲": true, "乙": true, "丙": false}"#, [Truth.yes, .no, .yes]), (#""物": {"甲": true, "乙": true, "丙": true}"#, [.yes, .yes, .no]),
            (#""物": {"甲": true, "乙": true}"#, [.yes, .unknown, .unknown]), (#""物": {"甲": false, "乙": false}"#, [.no, .no, .no]),
            ("", [.unknown, .unknown, .unknown]), (#""物": {"乙": true, "丙": false}"#, [.unknown, .no, .yes]),
        ])
    func reading(facts: String, expected: [Truth]) throws {
        #expect(try sample.holding(["成立を見る", "適用を見る", "判定を見る"], of: "次", facts) == expected)
    }

    @Test("A requirement is met, or taken away by a rule that applies; the rule itself does not give way", arguments: KleeneNumbers.assignments(3))
    func waiver(numbers: [Int]) throws {
        let evaluator = try sample.run("要件", KleeneNumbers.facts("物", Self.facts, numbers))
        let expected = min(numbers[0], max(numbers[1], numbers[2]))
        #expect(evaluator.applies[try sample.rule("要件つき").value] == KleeneNumbers.truths[expected])
    }

    @Test("What came out can be taken up again by another evaluator, and a run of another case leaves nothing behind")
    func results() throws {
        let (first, second) = (try sample.dated(#""物": {"甲": true, "乙": false}"#), try sample.dated(#""物": {"甲": false, "乙": false, "丙": false}"#))
        let (decision, body) = (try sample.decision("可否"), try sample.rule("本文").value)
        var evaluator = Evaluator(sample.plan, first, tracer: NoTracer())
        evaluator.run(decision)
        let results = evaluator.results
        evaluator.load(second)
        evaluator.run(decision)
        #expect(evaluator.applies[body] == .no)
        #expect(try sample.outcomes(of: "可否", evaluator) == ["なし"])
        let again = Evaluator(sample.plan, first, results, tracer: NoTracer())
        #expect(again.applies[body] == .yes && again.applies == results.applies && again.holds == results.holds)
        #expect(try sample.outcomes(of: "可否", again) == ["可"])
        #expect(again.applies != evaluator.applies)
    }
}
