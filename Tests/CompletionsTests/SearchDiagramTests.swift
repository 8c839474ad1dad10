import Completions
import Diagrams
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("The search and its diagrams")
struct SearchDiagramTests {
    private static func contract(_ order: String) -> String {
        """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 { 色 : 色 「色」 問 「何色ですか」 ; 塗り : 集合 色 「塗り」 問 「どの色ですか」 ; 額 : 整数 「額」 問 「いくらですか」 ; 無関係 : 真偽 「ほか」 問 「ほか」 }
        判定 何 { 結果 一, 二, 三 ; \(order)既定 なし }
        第1条 「見本」
        規則 一 { もし 物.色 = 赤 または 物.塗り に 青 を含む ならば 何 = 一 }
        規則 二 { もし 物.額 が 10 以上 かつ 物.色 ≠ 黄 ならば 何 = 二 }
        規則 三 { もし 物.額 が 20 以下 ならば 何 = 三 }

        """
    }

    @Test("Under each completion exactly one outcome comes out", arguments: ["順位 ; ", ""])
    func partition(order: String) throws {
        let sample = try Sample(Self.contract(order))
        let decision = try sample.decision("何")
        var search = try CompletionSearch(sample.plan, try sample.dated(""), decision, SearchScope(sample.plan, decision), budget: 100_000)
        let outcomes = try search.outcomes(of: decision)
        #expect(outcomes.count == 5, "three outcomes, the fallback and the conflict")
        var any = DiagramNode.no
        for (number, outcome) in outcomes.enumerated() {
            any = try search.diagram.or(any, outcome)
            for other in outcomes[..<number] {
                let both = try search.diagram.and(outcome, other)
                #expect(both == .no)
            }
        }
        #expect(any == .yes)
        #expect((outcomes.last == .no) == !order.isEmpty, "only unranked outcomes conflict")
        let isApproximate = search.isApproximate
        #expect(search.constraint == .yes && !isApproximate)
    }

    @Test("Variables are the facts that the decision looks at: one for a fact, one for each member of a set")
    func variables() throws {
        let sample = try Sample(Self.contract(""))
        let decision = try sample.decision("何")
        let search = try CompletionSearch(sample.plan, try sample.dated(""), decision, SearchScope(sample.plan, decision), budget: 100_000)
        let (colour, paint, amount) = (try sample.fact("物.色"), try sample.fact("物.塗り"), try sample.fact("物.額"))
        let expected: [VariableSource] =
            [.fact(colour, record: nil)] + (0..<3).map { .member(paint, record: nil, code: $0) } + [.fact(amount, record: nil)]
        #expect(search.variables == expected)
        let domains = search.variables.indices.map { search.values(of: $0).filter { $0.state == .known }.map(\.value) }
        #expect(domains[0] == [0, 1, 2] && domains[1] == [0, 1])
        // The region below 10, from 10 to 20, and above 20: one value at least of each.
        let amounts = domains[4]
        #expect(amounts.contains { $0 < 10_000_000 } && amounts.contains { (10_000_000...20_000_000).contains($0) } && amounts.contains { $0 > 20_000_000 })
        #expect(amounts == amounts.sorted())
    }

    @Test("A search beyond its budget throws")
    func budget() throws {
        let sample = try Sample(Self.contract(""))
        let (frame, decision) = (try sample.dated(""), try sample.decision("何"))
        #expect(throws: BudgetExceeded.self) { _ = try CompletionSearch(sample.plan, frame, decision, SearchScope(sample.plan, decision), budget: 2) }
    }

    @Test("The rules on which an outcome rests are those that give it, of a conflict all that apply")
    func primary() throws {
        let sample = try Sample(Self.contract(""))
        let solver = Solver(sample.plan, budget: 100_000)
        let (one, two, three) = (try sample.rule("一"), try sample.rule("二"), try sample.rule("三"))
        #expect(solver.primary(OutcomeSet(0), [one, two]) == [one])
        #expect(solver.primary(OutcomeSet(4), [one, two, three]) == [one, two, three])
        #expect(solver.primary(OutcomeSet([0, 1]), [one, two]) == [])
        #expect(solver.primary(OutcomeSet(3), []) == [])
    }
}
