import Contract
import Vocabulary

extension CheckedContract {
    /// The same contract with the body of each definition in the place of its name.
    var inlined: CheckedContract {
        var result = self
        result.premises = premises.map { $0.map { inlined($0) } }
        for number in rules.indices {
            result.rules[number].condition = inlined(rules[number].condition)
            result.rules[number].requirements = rules[number].requirements.map { requirement in
                var own = requirement
                own.condition = inlined(requirement.condition)
                return own
            }
        }
        for number in norms.indices {
            result.norms[number].condition = inlined(norms[number].condition)
            result.norms[number].deadline = norms[number].deadline.map { inlined($0) }
        }
        for number in constraints.indices { result.constraints[number].condition = inlined(constraints[number].condition) }
        return result
    }

    private func inlined(_ condition: Condition) -> Condition {
        switch condition {
        case .and(let parts): return .and(parts.map { inlined($0) })
        case .or(let parts): return .or(parts.map { inlined($0) })
        case .not(let part): return .not(inlined(part))
        case .compare(let relation, let left, let right): return .compare(relation, inlined(left), inlined(right))
        case .some(let list, let body): return .some(list, inlined(body))
        case .every(let list, let body): return .every(list, inlined(body))
        case .definition(let place):
            guard case .condition(let body) = definitions[place].body else { return .constant(false) }
            return inlined(body)
        default: return condition
        }
    }

    private func inlined(_ value: Value) -> Value {
        switch value {
        case .constant, .fact: return value
        case .sum(let left, let right): return .sum(inlined(left), inlined(right))
        case .difference(let left, let right): return .difference(inlined(left), inlined(right))
        case .product(let left, let right): return .product(inlined(left), inlined(right))
        case .days(let from, let to): return .days(from: inlined(from), to: inlined(to))
        case .rounded(let rounding, let factors, let divisors, let step):
            return .rounded(rounding, factors.map { inlined($0) }, over: divisors.map { inlined($0) }, to: step)
        case .calendar(let step, let date, let count): return .calendar(step, inlined(date), count: count)
        case .count(let list, let body): return .count(list, inlined(body))
        case .total(let list, let body): return .total(list, inlined(body))
        case .lookup(let table, let keys, let column): return .lookup(table, keys.map { inlined($0) }, column: column)
        case .definition(let place):
            guard case .value(let body, _) = definitions[place].body else { return .constant(0) }
            return inlined(body)
        case .choice(let choices): return .choice(choices.map { .init(condition: inlined($0.condition), value: inlined($0.value)) })
        }
    }
}
