import Diagrams
import Plans
import Runtime
import Values
import Vocabulary

/// Conditions as diagrams over the variables of a search.
extension CompletionSearch {
    mutating func condition(_ id: ConditionID) throws(BudgetExceeded) -> DiagramNode {
        guard records.allSatisfy({ $0 < 0 }) else {
            let key = Key(condition: id, records: records)
            if let known = knownInside[key] { return known }
            let result = try compute(id)
            knownInside[key] = result
            return result
        }
        if let known = known[id.value] { return known }
        let result: DiagramNode
        if let settled = settled(id) { result = settled } else { result = try compute(id) }
        known[id.value] = result
        return result
    }

    func truth(_ value: Bool) -> DiagramNode { value ? .yes : .no }

    /// What Kleene logic settles needs no diagram; inside the records of a list it is not asked.
    private mutating func settled(_ id: ConditionID) -> DiagramNode? {
        switch kleene.truth(id) {
        case .yes: return .yes
        case .no: return .no
        case .unknown: return nil
        }
    }

    private mutating func compute(_ id: ConditionID) throws(BudgetExceeded) -> DiagramNode {
        switch plan[id] {
        case .constant(let value): return truth(value)
        case .and(let parts):
            var result = DiagramNode.yes
            for part in plan[parts] where result != .no { result = try diagram.and(result, try condition(part)) }
            return result
        case .or(let parts):
            var result = DiagramNode.no
            for part in plan[parts] where result != .yes { result = try diagram.or(result, try condition(part)) }
            return result
        case .not(let part): return try diagram.not(try condition(part))
        case .isCase(let fact, let cases, _):
            let wanted = plan.caseSets[cases]
            return try test(fact) { reading in reading.state == .known && wanted.contains(reading.value) }
        case .compareFact(let fact, let relation, let constant): return try comparing(id, fact, relation, known(constant))
        case .compare(let left, let relation, let right): return try comparing(id, left, right, relation)
        case .hasAny(let fact, let mask): return try membership(fact, mask, isAny: true)
        case .hasAll(let fact, let mask): return try membership(fact, mask, isAny: false)
        case .isPending(let fact): return try test(fact) { $0.state == .pending }
        case .isInapplicable(let fact): return try test(fact) { $0.state == .inapplicable }
        case .holds(let rule): return holds[rule.value]
        case .applies(let rule): return applies[rule.value]
        case .outcome(let decision, let wanted):
            var result = DiagramNode.no
            for (number, outcome) in try outcomes(of: decision).enumerated() where wanted.contains(number) {
                result = try diagram.or(result, outcome)
            }
            return result
        case .reading(let interpretation, let reading): return truth(frame.interpretations[interpretation.value] == Int(reading))
        case .some(let list, let body): return try quantified(id, list, body, isSome: true)
        case .every(let list, let body): return try quantified(id, list, body, isSome: false)
        }
    }

    private mutating func quantified(
        _ id: ConditionID, _ list: Place<RecordList>, _ body: ConditionID, isSome: Bool
    ) throws(BudgetExceeded) -> DiagramNode {
        let outer = records
        defer { records = outer }
        var result = truth(!isSome)
        for record in 0..<frame.lists[list.value].recordCount {
            records[list.value] = record
            let part = try condition(body)
            result = isSome ? try diagram.or(result, part) : try diagram.and(result, part)
        }
        guard !frame.lists[list.value].isComplete else { return result }
        guard let further = further(list), outer.allSatisfy({ $0 < 0 }) else {
            if try !isFree(list, outer) { isRough = true }
            let others = try diagram.literal(add(.others(list, id, records: outer)), [false, true])
            return isSome ? try diagram.or(result, others) : try diagram.and(result, try diagram.not(others))
        }
        for number in 0..<further {
            records[list.value] = frame.lists[list.value].recordCount + number
            let part = try condition(body)
            let exists = try diagram.literal(add(.further(list, number)), [false, true])
            result = isSome ? try diagram.or(result, try diagram.and(exists, part)) : try diagram.and(result, try diagram.or(part, try diagram.not(exists)))
        }
        return result
    }
}
