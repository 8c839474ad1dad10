package import Plans
import Values
import Vocabulary

extension Evaluator {
    /// What is known of a value.
    @specialized(where Trace == NoTracer)
    package mutating func value(_ id: NodeID) -> Reading { value(Int(id.number)) }

    mutating func value(_ number: Int) -> Reading {
        let node = plan.nodes[number]
        switch node.operation {
        case .constantValue: return Reading(.known, node.immediate)
        case .fact: return reading(of: Int(node.first))
        case .sum, .difference, .product, .days:
            let left = value(Int(node.first))
            let right = value(Int(node.second))
            return arithmetic(node.operation, left, right)
        case .calendar:
            let date = value(Int(node.first))
            if Trace.looksOn, date.state == .known { tracer.calendar(node.calendarStep, date.value) }
            return calendar(node, date)
        case .rounded:
            let start = Int(node.second)
            var parts: [Reading] = []
            for child in start..<start + node.roundedCount { parts.append(value(Int(plan.children[child].number))) }
            return rounded(node, parts)
        case .count: return aggregate(node, isCount: true)
        case .total: return aggregate(node, isCount: false)
        case .lookup: return lookup(node)
        case .choice:
            for child in stride(from: Int(node.second), to: Int(node.second) + 2 * Int(node.first), by: 2) {
                switch truth(Int(plan.children[child].number)) {
                case .yes: return value(Int(plan.children[child + 1].number))
                case .unknown: return .unknown
                case .no: break
                }
            }
            return .unknown
        default: return .unknown
        }
    }

    private mutating func aggregate(_ node: Node, isCount: Bool) -> Reading {
        let list = Int(node.first)
        let body = Int(node.second)
        guard frame.lists[list].isComplete else { return .unknown }
        let outer = records[list]
        defer { records[list] = outer }
        var sum = FixedDecimal.zero
        for record in 0..<frame.lists[list].recordCount {
            records[list] = record
            let part: FixedDecimal
            if isCount {
                let result = truth(body)
                if result == .unknown { return .unknown }
                part = FixedDecimal(micros: result == .yes ? FixedDecimal.one : 0)
            } else {
                let reading = value(body)
                switch reading.state {
                case .known: part = FixedDecimal(micros: reading.value)
                case .inapplicable: part = .zero
                default: return .unknown
                }
            }
            guard let next = sum.adding(part) else { return .unknown }
            sum = next
        }
        return Reading(.known, sum.micros)
    }

    private mutating func lookup(_ node: Node) -> Reading {
        let index = plan.tables[Int(node.first)].index
        let outer = keys.count
        defer { while keys.count > outer { keys.removeLast() } }
        for child in Int(node.second)..<Int(node.second) + index.keyCount {
            let reading = value(Int(plan.children[child].number))
            guard reading.state == .known else { return reading.state == .pending ? .unknown : Reading(reading.state) }
            keys.append(reading.value)
        }
        let row = index.row(for: keys, from: outer)
        if Trace.looksOn { tracer.lookup(Place(Int(node.first)), row: row, column: Int(node.immediate)) }
        guard let row, let value = index.value(row, Int(node.immediate)) else { return .unknown }
        return Reading(.known, value)
    }
}
