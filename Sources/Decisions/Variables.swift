import Plans
import Runtime
import Vocabulary

/// What a variable of the search stands for.
enum VariableSource: Hashable {
    /// A fact outside lists, or of one record of a list.
    case fact(Place<Fact>, record: Int?)
    /// One member of a set fact.
    case member(Place<Fact>, record: Int?, code: Int)
    /// Whether a list has so many records that nobody has named, counted from 0.
    case further(Place<RecordList>, Int)
    /// Whether records that nobody has named would change what is asked of the list here.
    case others(Place<RecordList>, NodeID, records: [Int])
    /// What reference data would say if it were known, or how an event that is still to come lies to a later day.
    case beyond(NodeID, records: [Int], left: Reading, right: Reading)
}

/// Collects, for each ordered fact that is unknown, the values at which some condition changes; and what is asked of lists.
struct RegionCollector {
    private let plan: Plan
    private(set) var bounds: [Place<Fact>: Set<Int64>] = [:]
    /// Facts that are compared with each other while both are unknown.
    private(set) var linked: [Place<Fact>: Set<Place<Fact>>] = [:]
    /// What is asked of the records of each list.
    private(set) var quantifiers: [Place<RecordList>: Set<NodeID>] = [:]

    init(_ plan: Plan) { self.plan = plan }

    /// Looks at every comparison that the nodes contain.
    mutating func collect(_ roots: [NodeID], values: (NodeID) -> [Reading]?) {
        var seen: Set<NodeID> = []
        var waiting = roots
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            let node = plan[id]
            switch node.operation {
            case .compareFact:
                let fact = Place<Fact>(Int(node.first))
                bounds[fact, default: []].insert(node.immediate)
                if let premise = plan.premises[fact.value] { waiting.append(premise) }
            case .compare:
                let (left, right) = (NodeID(Int(node.first)), NodeID(Int(node.second)))
                relate(left, right, values)
                relate(right, left, values)
            case .some, .every: quantifiers[Place(Int(node.first)), default: []].insert(id)
            case .lookup:
                for (number, key) in plan.tables[Int(node.first)].keys.enumerated() {
                    addKeys(Int(node.first), number, key, plan.children[Int(node.second) + number])
                }
            default: break
            }
            waiting += plan.operands(of: id)
        }
    }

    /// A lookup by version or day changes at the rows' keys.
    private mutating func addKeys(_ table: Int, _ number: Int, _ key: ReferenceTable.Column, _ node: NodeID) {
        guard let (fact, shift) = direct(node) else { return }
        for row in plan.tables[table].rows {
            switch row.keys[number] {
            case .any: break
            case .value(let value): add(value, to: fact, shift)
            case .series(let range):
                add(range.lowerBound, to: fact, shift)
                add(range.upperBound, to: fact, shift)
            }
        }
        if let until = plan.tables[table].until { add(until, to: fact, shift) }
    }

    private mutating func relate(_ side: NodeID, _ other: NodeID, _ values: (NodeID) -> [Reading]?) {
        guard let (fact, shift) = direct(side) else { return }
        if let (second, _) = direct(other), second != fact {
            linked[fact, default: []].insert(second)
            // A shift must find room between two facts that nothing else bounds.
            if case .none = shift {
            } else {
                bounds[fact, default: []].insert(0)
                add(0, to: fact, shift)
            }
        }
        for reading in values(other) ?? [] where reading.state == .known { add(reading.value, to: fact, shift) }
    }

    private enum Shift {
        case none
        case days(Int64)
        case months(Int64)
    }

    /// The fact that a value is, perhaps moved along the calendar.
    private func direct(_ id: NodeID) -> (Place<Fact>, Shift)? {
        let node = plan[id]
        switch node.operation {
        case .fact: return (Place(Int(node.first)), .none)
        case .addDays:
            guard plan[NodeID(Int(node.first))].operation == .fact else { return nil }
            return (Place(Int(plan[NodeID(Int(node.first))].first)), .days(node.immediate))
        case .addMonths:
            guard plan[NodeID(Int(node.first))].operation == .fact else { return nil }
            return (Place(Int(plan[NodeID(Int(node.first))].first)), .months(node.immediate))
        default: return nil
        }
    }

    private mutating func add(_ value: Int64, to fact: Place<Fact>, _ shift: Shift) {
        switch shift {
        case .none: bounds[fact, default: []].insert(value)
        case .days(let days):
            let (moved, overflow) = value.subtractingReportingOverflow(days)
            if !overflow { bounds[fact, default: []].insert(moved) }
        case .months(let months):
            // Month ends make several days fall together: look at every day near the turn.
            let back = calendar(Node(.addMonths, immediate: -months), Reading(.known, value))
            if back.state == .known { for day in -4...4 { bounds[fact, default: []].insert(back.value + Int64(day)) } }
        }
    }
}

extension Plan {
    /// Whether a value is a fact, perhaps moved along the calendar: bounds of what it is compared with are bounds of the fact.
    func isDirect(_ id: NodeID) -> Bool {
        switch self[id].operation {
        case .fact: true
        case .addDays, .addMonths: self[NodeID(Int(self[id].first))].operation == .fact
        default: false
        }
    }

    /// The nodes that a node is made of, without going into rules.
    func operands(of id: NodeID) -> [NodeID] {
        let node = self[id]
        func one(_ number: Int32) -> NodeID { NodeID(Int(number)) }
        func span(_ count: Int) -> [NodeID] { Array(children[Int(node.second)..<Int(node.second) + count]) }
        switch node.operation {
        case .and, .or: return span(Int(node.first))
        case .choice: return span(2 * Int(node.first))
        case .lookup: return span(tables[Int(node.first)].keys.count)
        case .not, .addDays, .addMonths, .weekday: return [one(node.first)]
        case .compare, .sum, .difference, .product: return [one(node.first), one(node.second)]
        case .some, .every, .count, .total: return [one(node.second)]
        case .isCase, .hasAny, .hasAll, .compareFact, .isPending, .isInapplicable, .fact:
            return premises[Int(node.first)].map { [$0] } ?? []
        default: return []
        }
    }
}
