import Completions
import Decisions
import Diagrams
import Plans
import Runtime
import Vocabulary

/// Two cases read off the diagrams of a search: they differ in one fact, and in what is asked because of it, and the plain engine decides them
/// differently.
struct WitnessSearch {
    let decider: Decider
    private var plan: Plan { decider.plan }

    /// Whether the diagrams give two such cases for the fact.
    func isFound(_ fact: Place<Fact>, _ decision: Place<Decision>, _ start: FactFrame) throws(BudgetExceeded) -> Bool {
        var search = try CompletionSearch(plan, start, decision, decider.solver.scope(decision), budget: 2_000_000)
        let diagram = search.diagram
        var tried = 0
        var within: [DiagramNode] = []
        for outcome in try search.outcomes(of: decision) { within.append(try diagram.and(search.constraint, outcome)) }
        for variable in search.variables.indices where isOf(fact, search.variables[variable]) {
            let count = search.values(of: variable).count
            for (number, here) in within.enumerated() where here != .no {
                for there in within[(number + 1)...] where there != .no {
                    for (one, other) in (0..<count).flatMap({ one in (0..<count).map { (one, $0) } }) where one != other {
                        let left = try diagram.restrict(here, [variable: one])
                        if left == .no { continue }
                        let both = try diagram.and(left, try diagram.restrict(there, [variable: other]))
                        if both == .no { continue }
                        tried += 1
                        if tried > Self.mostTries { return false }
                        let choice = try choice(both, search)
                        let cases = (
                            frame(start, choice, variable, one, decision, search), frame(start, choice, variable, other, decision, search)
                        )
                        if decideDifferently(cases.0, cases.1, decision) { return true }
                    }
                }
            }
        }
        return false
    }

    private static let mostTries = 200

    private func isOf(_ fact: Place<Fact>, _ source: VariableSource) -> Bool {
        switch source {
        case .fact(fact, record: nil), .member(fact, record: nil, code: _): true
        case .fact, .member, .further, .others, .order: false
        }
    }

    /// Values of the variables under which a condition is true, days that have come before those that are still to come.
    private func choice(_ node: DiagramNode, _ search: borrowing CompletionSearch) throws(BudgetExceeded) -> [Int: Int] {
        let diagram = search.diagram
        var node = node
        for variable in diagram.support(node).sorted() {
            let known = search.values(of: variable).map { $0.state == .known }
            if known.allSatisfy({ $0 }) { continue }
            let narrower = try diagram.and(node, try diagram.literal(variable, known))
            if narrower != .no { node = narrower }
        }
        return diagram.fewest(of: Set(search.variables.indices), for: node) ?? [:]
    }

    /// The case with the values that were chosen: of each fact that the decision looks at, as soon as its premise is true. What only constraints look
    /// at stays open; nobody chose for it.
    private func frame(
        _ start: FactFrame, _ choice: [Int: Int], _ variable: Int, _ value: Int, _ decision: Place<Decision>, _ search: borrowing CompletionSearch
    ) -> FactFrame {
        var frame = start
        var given: Set<Int> = []
        let variables = search.variables
        let looked = plan.program(decision).facts
        while true {
            var evaluator = Evaluator(plan, frame, tracer: NoTracer())
            evaluator.run(decision)
            let next = variables.indices.filter { number in
                guard !given.contains(number) else { return false }
                switch variables[number] {
                case .fact(let fact, record: nil), .member(let fact, record: nil, code: _):
                    guard looked.contains(fact) else { return false }
                    guard let premise = plan.premises[fact.value] else { return true }
                    return evaluator.truth(premise) == .yes
                case .fact, .member, .further, .others, .order: return false
                }
            }
            if next.isEmpty { return frame }
            for number in next {
                given.insert(number)
                let chosen = number == variable ? value : choice[number] ?? 0
                switch variables[number] {
                case .fact(let fact, _) where start[fact].state == .unknown:
                    // What nothing compares has no values that are told apart.
                    let values = search.values(of: number)
                    if values.indices.contains(chosen) { frame[fact] = values[chosen] }
                case .member(let fact, _, let code):
                    let known = frame[fact].state == .known
                    let (yes, no) = known ? (UInt64(bitPattern: frame[fact].value), frame.excluded[fact.value]) : (0, 0)
                    let bit: UInt64 = 1 << UInt64(code)
                    if (yes | no) & bit == 0 { frame.set(fact, yes: chosen == 1 ? yes | bit : yes, no: chosen == 1 ? no : no | bit) }
                case .fact, .further, .others, .order: break
                }
            }
        }
    }

    private func decideDifferently(_ one: FactFrame, _ other: FactFrame, _ decision: Place<Decision>) -> Bool {
        let check = ConsistencyCheck(plan)
        guard check.check(one) == .possible, check.check(other) == .possible else { return false }
        let answers = [one, other].map { decider.answer(decision, $0, []) }
        return answers.allSatisfy { !$0.isContradictory && $0.possible.only != nil } && answers[0].possible != answers[1].possible
    }
}
