import Plans
import Runtime
import Vocabulary

extension Plan {
    /// What a value can be, looked up or calculated from what is known; unknown where an unknown fact decides.
    func possibleValues(_ id: NodeID, _ frame: FactFrame) throws(BudgetExceeded) -> [Reading] {
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
            var values: [Reading] = []
            for number in 0..<Int(node.first) { values += try possibleValues(children[Int(node.second) + 2 * number + 1], frame) }
            return values
        case .calendar: return try possibleValues(NodeID(Int(node.first)), frame).map { calendar(node, $0) }
        case .sum, .difference, .product, .days:
            return try combinations([NodeID(Int(node.first)), NodeID(Int(node.second))], frame).map { arithmetic(node.operation, $0[0], $0[1]) }
        case .rounded:
            return try combinations(operands(of: id), frame).map { rounded(node, $0) }
        default: return [known]
        }
    }

    /// What several values can be together.
    private func combinations(_ parts: [NodeID], _ frame: FactFrame) throws(BudgetExceeded) -> [[Reading]] {
        var combinations: [[Reading]] = [[]]
        for part in parts {
            let values = Set(try possibleValues(part, frame))
            guard combinations.count * values.count <= CompletionSearch.mostCombinations else { throw BudgetExceeded() }
            combinations = combinations.flatMap { combination in values.map { combination + [$0] } }
        }
        return combinations
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

    /// The events that a comparison calculates with and that have not come yet.
    func eventsToCome(_ id: NodeID, _ frame: FactFrame) -> [Missing.Subject] {
        var reach = Reach()
        reach.add(id, of: self)
        return reach.facts.sorted().filter { facts[$0].list == nil && frame[$0].state == .pending }.map { .event($0) }
    }

    private func gather(_ id: NodeID, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        let node = self[id]
        switch node.operation {
        case .fact:
            note(Place(Int(node.first)), records, frame, &found)
        case .count, .total:
            let list = Place<RecordList>(Int(node.first))
            let isComplete = frame.lists[list.value].isComplete
            if !isComplete { found.append(.list(list)) }
            // What is asked of a record that nobody has named may hang on facts outside the list too.
            for record in 0..<frame.lists[list.value].recordCount + (isComplete ? 0 : 1) {
                var inside = records
                inside[list.value] = record
                let body = NodeID(Int(node.second))
                // What is counted is a condition, and exact where all records are known; what is added up is calculated with.
                if node.operation == .total { gather(body, inside, frame, &found) } else if !isComplete { noteAll(body, inside, frame, &found) }
            }
        case .choice:
            for number in 0..<Int(node.first) { gather(children[Int(node.second) + 2 * number + 1], records, frame, &found) }
        default:
            for operand in operands(of: id) { gather(operand, records, frame, &found) }
        }
    }

    private func note(_ fact: Place<Fact>, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        let record = facts[fact].list.map { records[$0.value] }
        if let list = facts[fact].list, let record, record >= frame.lists[list.value].recordCount { return found.append(.list(list)) }
        if (record ?? 0) >= 0, isOpen(fact, record, frame) { found.append(.fact(fact, record: record, members: [])) }
    }

    /// The unknown facts that a condition looks at, where the search leaves the condition open as a whole.
    func lookedAt(_ id: NodeID, _ records: [Int], _ frame: FactFrame) -> [Missing.Subject] {
        var found: [Missing.Subject] = []
        noteAll(id, records, frame, &found)
        return found
    }

    private func noteAll(_ condition: NodeID, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        var reach = Reach()
        reach.add(condition, of: self)
        for fact in reach.facts.sorted() { note(fact, records, frame, &found) }
    }

    /// Whether something about a fact is unknown; of a set, any member.
    func isOpen(_ fact: Place<Fact>, _ record: Int?, _ frame: FactFrame) -> Bool {
        var reading = frame[fact]
        var excluded = frame.excluded[fact.value]
        if let list = facts[fact].list, let record {
            let own = frame.lists[list.value]
            reading = own[record, fieldNumbers[fact.value]]
            excluded = own.excluded[record * own.fieldCount + fieldNumbers[fact.value]]
        }
        guard reading.state == .known, case .set = facts[fact].type, let count = caseCount(facts[fact].type) else {
            return reading.state == .unknown
        }
        return (UInt64(bitPattern: reading.value) | excluded).nonzeroBitCount < count
    }
}
