import Plans
import Runtime
import Vocabulary

extension Plan {
    /// What a value can be, looked up or calculated from what is known; empty where an unknown fact decides.
    func possibleValues(_ id: NodeID, _ frame: FactFrame) -> [Reading] {
        let node = self[id]
        // What is known needs no regions: a lookup by known keys has one value, not a column of them.
        var evaluator = Evaluator(self, frame, tracer: NoTracer())
        let known = evaluator.value(id)
        if known.state == .known, !readsRecords(id) { return [known] }
        switch node.operation {
        case .fact:
            // Of a list's fact, what any record has.
            guard let list = facts[Int(node.first)].list else { return [known] }
            let own = frame.lists[list.value]
            return (0..<own.recordCount).map { own[$0, fieldNumbers[Int(node.first)]] }
        case .lookup:
            return tables[Int(node.first)].rows.compactMap { $0.values[Int(node.immediate)].map { Reading(.known, $0) } }
        case .choice:
            return (0..<Int(node.first)).flatMap { possibleValues(children[Int(node.second) + 2 * $0 + 1], frame) }
        case .addDays, .addMonths, .weekday:
            return possibleValues(NodeID(Int(node.first)), frame).map { calendar(node, $0) }
        case .sum, .difference, .product:
            let left = possibleValues(NodeID(Int(node.first)), frame)
            let right = possibleValues(NodeID(Int(node.second)), frame)
            guard left.count * right.count <= 10_000 else { return [] }
            return left.flatMap { one in right.map { arithmetic(node.operation, one, $0) } }
        default: return [known]
        }
    }

    /// Whether a value may differ from record to record of a list.
    private func readsRecords(_ id: NodeID) -> Bool {
        var reach = Reach()
        reach.add(id, of: self)
        return reach.facts.contains { facts[$0].list != nil }
    }

    /// The unknown facts and the open lists that a comparison calculates with: the search leaves them together as one open point.
    func calculatedWith(_ id: NodeID, _ records: [Int], _ frame: FactFrame) -> [Missing.Subject] {
        var found: [Missing.Subject] = []
        gather(id, records, frame, &found)
        return found
    }

    private func gather(_ id: NodeID, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        let node = self[id]
        switch node.operation {
        case .fact:
            let fact = Place<Fact>(Int(node.first))
            guard let list = facts[fact].list else {
                if frame[fact].state == .unknown { found.append(.fact(fact, record: nil, members: [])) }
                return
            }
            let (own, record) = (frame.lists[list.value], records[list.value])
            guard record >= 0 else { return }
            guard record < own.recordCount else { return found.append(.list(list)) }
            guard own[record, fieldNumbers[fact.value]].state == .unknown else { return }
            found.append(.fact(fact, record: record, members: []))
        case .count, .total:
            let list = Place<RecordList>(Int(node.first))
            if !frame.lists[list.value].isComplete { found.append(.list(list)) }
            // What is counted is a condition, and exact; what is added up is calculated with.
            guard node.operation == .total else { return }
            for record in 0..<frame.lists[list.value].recordCount {
                var inside = records
                inside[list.value] = record
                gather(NodeID(Int(node.second)), inside, frame, &found)
            }
        case .choice:
            for number in 0..<Int(node.first) { gather(children[Int(node.second) + 2 * number + 1], records, frame, &found) }
        default:
            for operand in operands(of: id) { gather(operand, records, frame, &found) }
        }
    }
}
