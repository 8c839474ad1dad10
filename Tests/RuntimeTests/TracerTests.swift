import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("Looking on while rules are evaluated")
struct TracerTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 { 色 : 色 「色」 問 「何色ですか」 ; 期日 : 日付 「期日」 問 「いつですか」 }
        判定 可否 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 赤 { もし 物.色 = 赤 ならば 可否 = 可 }
        規則 青 { もし 物.色 = 青 ならば 可否 = 可 }
        規則 休み { もし 祝日(物.期日) ならば 可否 = 可 }
        規則 送り { もし 休日送り(物.期日) が 基準日 以降 ならば 可否 = 可 }
        規則 曜日 { もし 曜日(物.期日) = 日 ならば 可否 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test("Every rule is seen, also those that the index rules out, and comes out as in a run that nobody watches")
    func steps() throws {
        let facts = #""物": {"色": "青"}"#
        let plain = try sample.run("可否", facts)
        var watched = Evaluator(sample.plan, try sample.dated(facts), tracer: StepTracer())
        watched.run(try sample.decision("可否"))
        #expect(watched.applies == plain.applies && watched.holds == plain.holds)
        let applying = watched.tracer.steps.filter { if case .applies = $0.step { true } else { false } }
        #expect(Set(applying.map(\.step.rule)) == Set(sample.plan.rules.places))
        #expect(
            watched.tracer.steps.allSatisfy { step, truth in
                switch step {
                case .holds(let rule): plain.holds[rule.value] == truth
                case .applies(let rule): plain.applies[rule.value] == truth
                }
            })
        #expect(plain.applies[try sample.rule("青").value] == .yes)
        #expect(plain.applies[try sample.rule("赤").value] == .no)
    }

    @Test(
        "Days behind the announced holidays are kept, where holidays have a say in the step",
        arguments: [
            ("休み", "2149-03-20", true), ("送り", "2149-03-20", true), ("曜日", "2149-03-20", false), ("休み", "2020-03-20", false), ("送り", "2020-03-20", false),
        ])
    func predicted(rule: String, day: String, isKept: Bool) throws {
        var evaluator = Evaluator(sample.plan, try sample.dated(#""物": {"期日": "\#(day)"}"#), tracer: StepTracer())
        _ = evaluator.truth(sample.plan.conditions[try sample.rule(rule).value])
        #expect(evaluator.tracer.predicted == (isKept ? [try #require(CivilDate(day))] : []))
    }
}
