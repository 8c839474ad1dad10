package import Plans
import Values
import Vocabulary

extension Evaluator {
    /// What is known of a value.
    @specialized(where Trace == NoTracer)
    package mutating func value(_ id: ValueID) -> Reading { value(at: id) }

    mutating func value(_ node: ValueNode) -> Reading {
        switch node {
        case .constant(let value): return Reading(.known, value)
        case .fact(let fact): return reading(fact)
        case .arithmetic(let operation, let left, let right):
            let first = value(at: left)
            let second = value(at: right)
            return arithmetic(operation, first, second)
        case .calendar(let step, let date, let count):
            let start = value(at: date)
            if Trace.looksOn, start.state == .known { tracer.calendar(step, start.value) }
            return stepped(start, step, count: count)
        case .rounded(let quotient):
            var parts: [Reading] = []
            for place in places(quotient.parts) { parts.append(value(at: plan.valueOperands[place])) }
            return rounded(quotient, parts)
        case .count(let list, let body):
            return sum(over: list) { evaluator in
                let result = evaluator.truth(at: body)
                return result == .unknown ? nil : FixedDecimal(micros: result == .yes ? FixedDecimal.one : 0)
            }
        case .total(let list, let body):
            return sum(over: list) { evaluator in
                let reading = evaluator.value(at: body)
                switch reading.state {
                case .known: return FixedDecimal(micros: reading.value)
                case .inapplicable: return .zero
                case .unknown, .pending, .unexercised: return nil
                }
            }
        case .lookup(let table, let keys, let column): return lookup(table, keys, Int(column))
        case .choice(let branches):
            for place in places(branches) {
                let branch = plan.branches[place]
                switch truth(at: branch.condition) {
                case .yes: return value(at: branch.value)
                case .unknown: return .unknown
                case .no: break
                }
            }
            return .unknown
        }
    }

    /// The sum over the records of a list that has no others; unknown where a part is, or the sum does not fit.
    private mutating func sum(over list: Place<RecordList>, _ part: (inout Self) -> FixedDecimal?) -> Reading {
        guard frame.lists[Int(list.number)].isComplete else { return .unknown }
        let outer = records[Int(list.number)]
        defer { records[Int(list.number)] = outer }
        var sum = FixedDecimal.zero
        for record in 0..<frame.lists[Int(list.number)].recordCount {
            records[Int(list.number)] = record
            guard let part = part(&self), let next = sum.adding(part) else { return .unknown }
            sum = next
        }
        return Reading(.known, sum.micros)
    }

    private mutating func lookup(_ table: Place<ReferenceTable>, _ parts: Operands<ValueID>, _ column: Int) -> Reading {
        let index = plan.tables[Int(table.number)].index
        let outer = keys.count
        defer { while keys.count > outer { keys.removeLast() } }
        for place in places(parts) {
            let reading = value(at: plan.valueOperands[place])
            guard reading.state == .known else { return reading.state == .pending ? .unknown : Reading(reading.state) }
            keys.append(reading.value)
        }
        let row = index.row(for: keys, from: outer)
        if Trace.looksOn { tracer.lookup(table, row: row, column: column) }
        // An empty cell is not known.
        guard let row, let value = index.value(row, column) else { return .unknown }
        return Reading(.known, value)
    }
}
