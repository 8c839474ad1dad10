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
    }

    private func looksAtRules(_ condition: Condition) -> Bool {
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
        var found: Set<Place<Fact>> = []
        var seen: Set<Place<Definition>> = []
        visit(condition, &seen) { part in
            switch part {
            case .isCase(let fact, _), .hasAny(let fact, _), .hasAll(let fact, _), .isPending(let fact), .isInapplicable(let fact): found.insert(fact)
            case .compare(_, let left, let right): found.formUnion(left.facts.union(right.facts))
            default: break
            }
        }
        return found
    }
}

extension Value {
    /// The facts that the value is made of, without going into definitions and lists.
    var facts: Set<Place<Fact>> {
        switch self {
        case .fact(let fact): [fact]
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right): left.facts.union(right.facts)
        case .addDays(let inner, _), .addMonths(let inner, _), .weekday(let inner), .total(_, let inner): inner.facts
        case .lookup(_, let keys, _): keys.reduce(into: []) { $0.formUnion($1.facts) }
        case .constant, .count, .definition, .choice: []
        }
    }
}
