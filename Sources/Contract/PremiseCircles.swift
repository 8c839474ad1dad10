import Diagnostics
import Syntax
import Vocabulary

extension Checker {
    /// Whether a fact is asked must not hang on itself, nor on rules, which hang on facts.
    mutating func checkPremiseCircles() {
        let needs = contract.premises.map { premise -> Set<Place<Fact>> in premise.map { facts(in: $0) } ?? [] }
        for (number, premise) in contract.premises.enumerated() {
            guard let premise else { continue }
            if looksAtRules(premise) {
                report(ContractDiagnostics.premiseOnRules(factRanges[number], contract.facts[number].name))
            }
            if let circle = circle(from: Place(number), needs) {
                report(ContractDiagnostics.cyclic(factRanges[number], circle.map { contract.facts[$0].name }))
                contract.premises[number] = nil
            }
        }
        checkPremiseDepths(needs)
    }

    func looksAtRules(_ condition: Condition) -> Bool {
        var found = false
        var seen: Set<Place<Definition>> = []
        visit(condition, &seen) { part in
            switch part {
            case .holds, .applies, .outcome: found = true
            default: break
            }
        }
        return found
    }

    /// The facts that lead from a premise back to its own fact.
    private func circle(from start: Place<Fact>, _ needs: [Set<Place<Fact>>]) -> [Place<Fact>]? {
        var seen: Set<Place<Fact>> = []
        var waiting = needs[start.value].map { [start, $0] }
        while let path = waiting.popLast() {
            guard let last = path.last else { continue }
            if last == start { return path }
            guard seen.insert(last).inserted else { continue }
            waiting += needs[last.value].map { path + [$0] }
        }
        return nil
    }

    private func facts(in condition: Condition) -> Set<Place<Fact>> {
        var conditions: Set<Place<Fact>> = []
        var values: Set<Place<Fact>> = []
        var seen: Set<Place<Definition>> = []
        visit(condition, &seen) { value in
            if case .fact(let fact) = value { values.insert(fact) }
        } _: { part in
            switch part {
            case .isCase(let fact, _), .hasAny(let fact, _), .hasAll(let fact, _), .isPending(let fact), .isInapplicable(let fact): conditions.insert(fact)
            default: break
            }
        }
        return conditions.union(values)
    }
}
