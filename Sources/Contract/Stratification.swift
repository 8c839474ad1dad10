import Diagnostics
import Syntax
import Vocabulary

extension Checker {
    /// Puts all steps into an order in which what a step needs comes first; a circle is an error.
    ///
    /// Circles are refused whatever the readings: that a circle exists only under readings which exclude each other is not looked at.
    mutating func stratify() {
        let rules = contract.rules
        var defeaters: [[Int]] = Array(repeating: [], count: rules.count)
        for (number, rule) in rules.enumerated() {
            for target in rule.defeats.flatMap(\.targets) { defeaters[target.value].append(number) }
        }
        var rulesOfDecision: [Place<Decision>: [Int]] = [:]
        for (number, rule) in rules.enumerated() { rulesOfDecision[rule.rule.decision, default: []].append(number) }

        // Node 2n is holds(n), node 2n + 1 is applies(n).
        let needs: [[Int]] = rules.indices.flatMap { number -> [[Int]] in
            var steps: Set<Int> = []
            collect(rules[number].whole, rulesOfDecision, into: &steps)
            return [steps.sorted(), [2 * number] + defeaters[number].map { 2 * $0 + 1 }]
        }
        var state = Array(repeating: UInt8(0), count: needs.count)
        var order: [Step] = []
        for root in needs.indices where state[root] == 0 {
            var stack: [(node: Int, next: Int)] = [(root, 0)]
            state[root] = 1
            while let (node, next) = stack.last {
                if next < needs[node].count {
                    stack[stack.count - 1].next += 1
                    let child = needs[node][next]
                    if state[child] == 0 {
                        state[child] = 1
                        stack.append((child, 0))
                    } else if state[child] == 1 {
                        let start = stack.firstIndex { $0.node == child } ?? 0
                        let names = (stack[start...].map(\.node) + [child]).map { rules[$0 / 2].rule.name }
                        let distinct = names.enumerated().filter { $0.offset == 0 || names[$0.offset - 1] != $0.element }.map(\.element)
                        report(ContractDiagnostics.cyclicPrecedence(rules[child / 2].range, distinct))
                        return
                    }
                } else {
                    state[node] = 2
                    order.append(node % 2 == 0 ? .holds(Place(node / 2)) : .applies(Place(node / 2)))
                    stack.removeLast()
                }
            }
        }
        contract.evaluationOrder = order
    }

    private func collect(_ condition: Condition, _ rules: [Place<Decision>: [Int]], into steps: inout Set<Int>) {
        var seen: Set<Place<Definition>> = []
        visit(condition, &seen) { part in
            switch part {
            case .holds(let rule): steps.insert(2 * rule.value)
            case .applies(let rule): steps.insert(2 * rule.value + 1)
            case .outcome(let decision, _): steps.formUnion((rules[decision] ?? []).map { 2 * $0 + 1 })
            default: break
            }
        }
    }

    /// Visits a condition and all conditions and values inside it, through definitions once each.
    func visit(_ condition: Condition, _ seen: inout Set<Place<Definition>>, onValue: (Value) -> Void = { _ in }, _ each: (Condition) -> Void) {
        each(condition)
        switch condition {
        case .and(let parts), .or(let parts): for part in parts { visit(part, &seen, onValue: onValue, each) }
        case .not(let part), .some(_, let part), .every(_, let part): visit(part, &seen, onValue: onValue, each)
        case .compare(_, let left, let right):
            visit(left, &seen, onValue, each)
            visit(right, &seen, onValue, each)
        case .definition(let place): visit(place, &seen, onValue, each)
        default: break
        }
    }

    private func visit(_ place: Place<Definition>, _ seen: inout Set<Place<Definition>>, _ onValue: (Value) -> Void, _ each: (Condition) -> Void) {
        guard seen.insert(place).inserted, place.value < contract.definitions.count else { return }
        switch contract.definitions[place].body {
        case .condition(let condition): visit(condition, &seen, onValue: onValue, each)
        case .value(let value, _): visit(value, &seen, onValue, each)
        }
    }

    private func visit(_ value: Value, _ seen: inout Set<Place<Definition>>, _ onValue: (Value) -> Void, _ each: (Condition) -> Void) {
        onValue(value)
        switch value {
        case .constant, .fact: break
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right), .days(let left, let right):
            visit(left, &seen, onValue, each)
            visit(right, &seen, onValue, each)
        case .rounded(_, let factors, let divisors, _): for part in factors + divisors { visit(part, &seen, onValue, each) }
        case .calendar(_, let inner, _): visit(inner, &seen, onValue, each)
        case .count(_, let condition): visit(condition, &seen, onValue: onValue, each)
        case .total(_, let inner): visit(inner, &seen, onValue, each)
        case .lookup(_, let keys, _): for key in keys { visit(key, &seen, onValue, each) }
        case .definition(let place): visit(place, &seen, onValue, each)
        case .choice(let choices):
            for choice in choices {
                visit(choice.condition, &seen, onValue: onValue, each)
                visit(choice.value, &seen, onValue, each)
            }
        }
    }
}
