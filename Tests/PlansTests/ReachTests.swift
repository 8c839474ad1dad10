import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("What a condition can look at")
struct ReachTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 種 { 赤 ; 青 }
        事実 物 「物」 {
          a : 真偽 「a」 問 「a」
          b : 真偽 「b」 問 「b」 前提 物.a
          c : 真偽 「c」 問 「c」 前提 物.b でない
          色 : 種 「色」 問 「色」
          日 : 日付 「日」 問 「日」
          余 : 真偽 「余」 問 「余」
        }
        一覧 者 「者」 問 「者」 { 歳 : 整数 「歳」 問 「歳」 }
        参照表 表 { 元 「a.csv」 ; 鍵 色 : 種 ; 列 日 : 日付 ; 一部 }
        解釈 読み { 論点 「何」 ; 条項 第1条 ; 案 広い 採用 理由 「見本」 ; 案 狭い }
        判定 可否 { 結果 否 ; 既定 可 }
        判定 先 { 結果 否 ; 既定 可 }
        第1条 「一」
        規則 基 { もし 物.余 ならば 先 = 否 }
        規則 r { もし 物.c ならば 可否 = 否 }
        規則 s { もし 先 = 否 かつ 規則 基 が 成立 かつ 規則 r が 適用 ならば 可否 = 否 }
        規則 t { もし 者 のいずれかで (者.歳 < 20) かつ 解釈 読み = 広い かつ 月末(表(物.色).日 + 1か月) < 物.日 ならば 可否 = 否 }

        """

    private func reach(_ rule: String) throws -> (Reach, Sample) {
        let sample = try Sample(Self.rules, data: ["a.csv": "色,日\n赤,2026-01-01\n"])
        var reach = Reach()
        reach.add(sample.plan.conditions[try sample.rule(rule).value], of: sample.plan)
        return (reach, sample)
    }

    private func names(_ reach: Reach, _ sample: Sample) -> Set<String> { Set(reach.facts.map { sample.plan.facts[$0].name }) }

    @Test("A fact brings its premise, and that the premise of its own facts")
    func premises() throws {
        let (reach, sample) = try reach("r")
        #expect(names(reach, sample) == ["物.a", "物.b", "物.c"])
        #expect(reach.rulesAndDecisions == 0 && reach.lists.isEmpty && reach.tables.isEmpty && reach.interpretations.isEmpty && reach.steps.isEmpty)
    }

    @Test("Rules and decisions are named, and what they look at is not")
    func rules() throws {
        let (reach, sample) = try reach("s")
        let (decision, base, rule) = (try sample.decision("先"), try sample.rule("基"), try sample.rule("r"))
        #expect(reach.facts.isEmpty && reach.decisions == [decision] && reach.holds == [base] && reach.applies == [rule])
    }

    @Test("Lists, readings, tables with their keys, and steps along the calendar are in it")
    func others() throws {
        let (reach, sample) = try reach("t")
        #expect(names(reach, sample) == ["者.歳", "物.色", "物.日"])
        #expect(reach.lists == [Place(0)] && reach.tables == [Place(0)] && reach.interpretations == [Place(0)])
        #expect(reach.steps == [.addMonths, .monthEnd] && reach.rulesAndDecisions == 0)
    }

    @Test("A program is what its decision needs: steps in order, with the rules of decisions that it reads, and no others")
    func programs() throws {
        let sample = try Sample(Self.rules, data: ["a.csv": "色,日\n赤,2026-01-01\n"])
        let (first, second) = (sample.plan.program(try sample.decision("先")), sample.plan.program(try sample.decision("可否")))
        let (base, decision) = (try sample.rule("基"), try sample.decision("先"))
        #expect(first.steps == [.holds(base), .applies(base)] && first.decisions == [decision])
        #expect(Set(first.facts.map { sample.plan.facts[$0].name }) == ["物.余"] && first.lists.isEmpty)
        #expect(second.steps == sample.plan.evaluationOrder && second.decisions.count == 2)
        #expect(second.lists.count == 1 && second.interpretations.count == 1)
        // Several together: each step once.
        let both = Program([decision, try sample.decision("可否")], of: sample.plan)
        #expect(both.steps == second.steps && both.decisions == second.decisions && both.facts == first.facts.union(second.facts))
    }
}

extension Reach {
    fileprivate var rulesAndDecisions: Int { holds.count + applies.count + decisions.count }
}
