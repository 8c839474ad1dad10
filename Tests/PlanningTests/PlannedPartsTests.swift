import Contract
import Planning
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("What a contract becomes besides conditions")
struct PlannedPartsTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 ; 主判定 可否 ; 申込判定 申込 }
        事実 物 「物」 {
          a : 真偽 「a」 問 「a」
          b : 真偽 「b」 問 「b」 前提 物.a
          c : 真偽 「c」 問 「c」 前提 物.b
          日 : 日付 「日」 問 「日」
          額 : 数 円 「額」 問 「額」
        }
        判定 可否 { 結果 否, 別 ; 既定 可 }
        判定 申込 { 結果 受ける ; 既定 受けない }
        定義 d = 物.c かつ 物.日 ≥ 2026-01-01
        制約 「見本」 { もし d ならば 物.a }
        第1条 「一」
        規則 い { もし 物.a ; 要件 x : 物.b ; ならば 可否 = 否 }
        第1条第1項ただし書 「但」
        規則 ろ { もし 物.b ならば 可否 = 別 ; ただし ; 免除 規則 い 要件 x }
        規則 は { もし 可否 = 可 ならば 申込 = 受ける }
        費用 料 { 者 甲 ; 内容 「払う」 ; 額 物.額 × 110% ; もし 物.a ; 期限 月末(物.日) ; 周期 毎月 年月(物.日) から 2027-03 まで }

        """

    @Test("A plan keeps what the contract names, in its order, and the decisions for a purpose")
    func names() throws {
        let sample = try Sample(Self.rules)
        let (plan, contract) = (sample.plan, sample.contract)
        #expect(plan.facts == contract.facts && plan.decisions == contract.decisions && plan.clauses == contract.clauses && plan.title == contract.title)
        #expect(plan.rules == contract.rules.map(\.rule) && plan.evaluationOrder == contract.evaluationOrder)
        let (main, application) = (try sample.decision("可否"), try sample.decision("申込"))
        #expect(plan.purposes[.main] == main && plan.purposes[.application] == application && plan.purposes[.environment] == nil)
    }

    @Test("A rule knows what defeats it and in which words")
    func defeaters() throws {
        let plan = try Sample(Self.rules).plan
        #expect(plan.defeaters == [[Defeater(rule: Place(1), form: .proviso)], [], []])
    }

    @Test("A requirement has its condition, what waives it, and both as a whole")
    func requirements() throws {
        let sample = try Sample(Self.rules)
        let plan = sample.plan
        let requirement = try #require(plan.requirements.first?.first)
        let waiver = try sample.rule("ろ")
        #expect(plan.requirements.map(\.count) == [1, 0, 0] && requirement.name == "x" && requirement.waivers == [waiver])
        guard case .or(let parts) = plan[requirement.whole] else {
            Issue.record("no alternative")
            return
        }
        #expect(plan[parts].map { plan[$0] } == [plan[requirement.condition], .applies(try sample.rule("ろ"))])
        guard case .and(let all) = plan[plan.conditions[0]] else {
            Issue.record("no conjunction")
            return
        }
        #expect(plan[all].contains(requirement.whole))
    }

    @Test("Premises are conditions of their facts, and a constraint hangs on all facts through definitions and premises")
    func premises() throws {
        let sample = try Sample(Self.rules)
        let plan = sample.plan
        let (a, b, c, day) = (try sample.fact("物.a"), try sample.fact("物.b"), try sample.fact("物.c"), try sample.fact("物.日"))
        #expect(plan.premises.map { $0 != nil } == plan.facts.places.map { $0 == b || $0 == c })
        let constraint = try #require(plan.constraints.first)
        #expect(constraint.facts == [a] && constraint.reach == [a, b, c, day])
    }

    @Test("A charge has its amount, its deadline, and its first and last month")
    func charge() throws {
        let plan = try Sample(Self.rules).plan
        let norm = try #require(plan.norms.first)
        #expect(norm.values.count == 4 && norm.nodes.count == 5 && norm.norm.unit == "円")
        let (deadline, amount, months) = (try #require(norm.deadline), try #require(norm.amount), try #require(norm.recurrence))
        guard case .calendar(.monthEnd, _, _) = plan[deadline], case .arithmetic(.product, _, _) = plan[amount],
            case .calendar(.month, _, _) = plan[months.from]
        else {
            Issue.record("other values")
            return
        }
        #expect(plan[months.through] == .constant(2027 * 12 + 2))
    }

    @Test("What is planned passes the check of plans from outside")
    func sound() throws {
        try PlanCheck(try Sample(Self.rules).plan).run()
    }
}
