import Contract
import Planning
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("What conditions become")
struct PlannedNodeTests {
    private static let head = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 種 { 赤 ; 青 ; 黄 }
        事実 物 「物」 {
          a : 真偽 「a」 問 「a」
          b : 真偽 「b」 問 「b」
          色 : 種 「色」 問 「色」 前提 物.a
          印 : 集合 種 「印」 問 「印」
          台 : 整数 「台」 問 「台」
          日 : 日付 「日」 問 「日」
        }
        一覧 者 「者」 問 「者」 { 歳 : 整数 「歳」 問 「歳」 }
        解釈 読み { 論点 「何」 ; 条項 第1条 ; 案 広い 採用 理由 「見本」 ; 案 狭い }
        判定 可否 { 結果 否 ; 既定 可 }
        第1条 「一」

        """

    private func sample(_ text: String) throws -> Sample { try Sample(Self.head + text) }

    /// The condition of the first rule, which is given as written.
    private func node(_ condition: String) throws -> (ConditionNode, Plan) {
        let plan = try sample("規則 r { もし \(condition) ならば 可否 = 否 }").plan
        return (plan[try #require(plan.conditions.first)], plan)
    }

    /// A condition with its parts written out.
    private func written(_ id: ConditionID, of plan: Plan) -> String {
        func all(_ head: String, _ parts: Operands<ConditionID>) -> String { "(\(head) \(plan[parts].map { written($0, of: plan) }.joined(separator: " ")))" }
        switch plan[id] {
        case .and(let parts): return all("and", parts)
        case .or(let parts): return all("or", parts)
        case .not(let part): return "(not \(written(part, of: plan)))"
        case .constant(let value): return "\(value)"
        case .isCase(let fact, let cases, _):
            return "\(plan.facts[fact].field)=\(plan.codes(of: fact).filter { plan.caseSets[cases].contains($0) }.map(String.init).joined(separator: ","))"
        case .reading(_, let reading): return "reading \(reading)"
        case .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome, .some, .every: return "other"
        }
    }

    @Test(
        "Conjunctions in conjunctions are one, and so are disjunctions; what adds nothing is left out",
        arguments: [
            ("物.a かつ (物.b かつ 物.色 = 赤)", "(and a=1 b=1 色=0)"), ("(物.a または 物.b) または 物.色 = 赤", "(or a=1 b=1 色=0)"),
            ("物.a かつ (物.b または 物.色 = 赤)", "(and a=1 (or b=1 色=0))"), ("物.a かつ 真", "a=1"), ("物.a または 偽", "a=1"), ("真 かつ 真", "true"), ("偽 または 偽", "false"),
            ("(物.a でない) でない", "(not (not a=1))"), ("物.色 ≠ 赤", "色=1,2"), ("物.a = 偽", "a=0"),
        ])
    func flattened(condition: String, written expected: String) throws {
        let plan = try sample("規則 r { もし \(condition) ならば 可否 = 否 }").plan
        #expect(written(try #require(plan.conditions.first), of: plan) == expected)
    }

    @Test("Each kind of question becomes the node of its kind")
    func kinds() throws {
        let sample = try sample("規則 r { もし 物.a ならば 可否 = 否 }")
        let (marks, count, day, color) = (try sample.fact("物.印"), try sample.fact("物.台"), try sample.fact("物.日"), try sample.fact("物.色"))
        #expect(try node("物.印 に {赤, 黄} のいずれかを含む").0 == .hasAny(marks, 0b101))
        #expect(try node("物.印 に {赤, 黄} のすべてを含む").0 == .hasAll(marks, 0b101))
        #expect(try node("物.台 が 3 以上").0 == .compareFact(count, .greaterOrEqual, 3_000_000))
        #expect(try node("物.日 が 未到来").0 == .isPending(day))
        #expect(try node("物.色 が 該当なし").0 == .isInapplicable(color))
        #expect(try node("解釈 読み = 狭い").0 == .reading(Place(0), 1))
        guard case .compare(let left, .less, let right) = try node("物.日 + 2か月 < 基準日").0 else {
            Issue.record("no comparison of two values")
            return
        }
        let plan = try node("物.日 + 2か月 < 基準日").1
        guard case .calendar(.addMonths, let start, count: 2) = plan[left] else {
            Issue.record("no step")
            return
        }
        #expect(plan[start] == .fact(day) && plan[right] == .fact(.asOf))
    }

    @Test("Questions about records have the list and the question about one of them")
    func records() throws {
        let (some, plan) = try node("者 のいずれかで (者.歳 < 20)")
        guard case .some(let list, let body) = some, case .compareFact(let fact, .less, 20_000_000) = plan[body] else {
            Issue.record("no question about a record")
            return
        }
        #expect(plan.lists[list].name == "者" && plan.facts[fact].name == "者.歳")
        guard case .every(list, let all) = try node("者 のすべてで (者.歳 < 20)").0 else {
            Issue.record("no question about all records")
            return
        }
        #expect(all == body)
    }

    @Test("What is the same is one node, however often it is written, and through definitions")
    func shared() throws {
        let plan = try sample(
            """
            定義 c = 物.a かつ 物.色 = 赤
            規則 い { もし c ならば 可否 = 否 }
            規則 ろ { もし 物.a かつ 物.色 = 赤 ならば 可否 = 否 }
            規則 は { もし c かつ 物.日 + 1か月 ≥ 基準日 かつ 物.日 + 1か月 ≠ 2026-01-01 ならば 可否 = 否 }
            """
        ).plan
        #expect(plan.conditions[0] == plan.conditions[1])
        #expect(Set(plan.conditionNodes).count == plan.conditionNodes.count)
        #expect(Set(plan.valueNodes).count == plan.valueNodes.count)
        #expect(plan.valueNodes.filter { if case .calendar = $0 { true } else { false } }.count == 1)
        #expect(plan.caseSets.count == 2)
    }

    @Test("A quotient has its factors, its divisors and last its step")
    func quotient() throws {
        let plan = try Sample(Self.head + "事実 料 「料」 { 額 : 数 円 「額」 問 「額」 ; 率 : 数 % 「率」 問 「率」 }\n規則 r { もし 四捨五入(料.額 × 料.率 ÷ 365, 10円) ≥ 1円 ならば 可否 = 否 }").plan
        let quotients = plan.valueNodes.compactMap { if case .rounded(let quotient) = $0 { quotient } else { nil } }
        let quotient = try #require(quotients.first)
        #expect(quotients.count == 1 && quotient.rounding == .half && quotient.factorCount == 2 && quotient.divisorCount == 2)
        let parts = plan[quotient.parts].map { plan[$0] }
        // A percentage is divided by a hundred, and the year by its days; all in millionths.
        #expect(Set(parts[2...3]) == [.constant(100_000_000), .constant(365_000_000)] && parts.last == .constant(10_000_000))
    }

    @Test("An empty condition is true, and a clause without rules never holds")
    func empty() throws {
        #expect(try sample("規則 r { ならば 可否 = 否 }").plan.conditions.count == 1)
        let always = try sample("規則 r { ならば 可否 = 否 }").plan
        #expect(always[always.conditions[0]] == .constant(true))
        let never = try sample("規則 r { もし 第2条 が 適用 ならば 可否 = 否 }\n第2条 「空」").plan
        #expect(never[never.conditions[0]] == .constant(false))
    }
}
