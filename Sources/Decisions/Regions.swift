import Plans
import Runtime
import Vocabulary

/// Collects, for each ordered fact that is unknown, the values at which some condition changes; and what is asked of lists.
struct RegionCollector {
    private let plan: Plan
    private(set) var bounds: [Place<Fact>: Set<Int64>] = [:]
    /// Facts that are compared with each other while both are unknown.
    private var linked: [Place<Fact>: Set<Place<Fact>>] = [:]
    /// By how much linked facts are moved against each other.
    private var distances: [Place<Fact>: Set<Int64>] = [:]
    /// Days whose weekday is looked at.
    private(set) var weekdays: Set<Place<Fact>> = []
    /// What is asked of the records of each list.
    private(set) var quantifiers: [Place<RecordList>: Set<NodeID>] = [:]

    init(_ plan: Plan) { self.plan = plan }

    /// Looks at every comparison that the nodes contain.
    mutating func collect(
        _ roots: [NodeID], isOpen: (Place<Fact>) -> Bool, values: (NodeID) throws(BudgetExceeded) -> [Reading]
    ) throws(BudgetExceeded) {
        var seen: Set<NodeID> = []
        var waiting = roots
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            let node = plan[id]
            switch node.operation {
            case .compareFact: bounds[Place<Fact>(Int(node.first)), default: []].insert(node.immediate)
            case .compare:
                let (left, right) = (NodeID(Int(node.first)), NodeID(Int(node.second)))
                bound(left, try values(right))
                bound(right, try values(left))
                link(left, right, isOpen)
            case .some, .every: quantifiers[Place(Int(node.first)), default: []].insert(id)
            case .calendar where node.calendarStep == .weekday:
                if let moved = plan.moved(NodeID(Int(node.first))), moved.distance != nil { weekdays.insert(moved.fact) }
            case .lookup:
                for key in plan.tables[Int(node.first)].keys.indices {
                    addKeys(Int(node.first), key, plan.children[Int(node.second) + key])
                }
            default: break
            }
            waiting += plan.operands(of: id)
        }
    }

    /// Makes a value one of the fact's own.
    mutating func keep(_ value: Int64, of fact: Place<Fact>) { bounds[fact, default: []].insert(value) }

    /// A lookup by version or day changes at the rows' keys.
    private mutating func addKeys(_ table: Int, _ number: Int, _ node: NodeID) {
        guard let moved = plan.moved(node) else { return }
        for row in plan.tables[table].rows {
            switch row.keys[number] {
            case .any: break
            case .value(let value): add(value, to: moved)
            case .series(let range):
                add(range.lowerBound, to: moved)
                add(range.upperBound, to: moved)
            }
        }
        if let until = plan.tables[table].until { add(until, to: moved) }
    }

    /// What a fact is compared with bounds its regions.
    private mutating func bound(_ side: NodeID, _ values: [Reading]) {
        guard let moved = plan.moved(side) else { return }
        for reading in values where reading.state == .known { add(reading.value, to: moved) }
    }

    private mutating func add(_ value: Int64, to moved: MovedFact) {
        if let distance = moved.distance {
            let (back, overflow) = value.subtractingReportingOverflow(distance)
            if !overflow { bounds[moved.fact, default: []].insert(back) }
        } else {
            // Several days may lead to one: the first of them matters, and the first that leads behind it.
            bounds[moved.fact, default: []].formUnion([turn(moved) { $0 >= value }, turn(moved) { $0 > value }])
        }
    }

    /// The first value of a fact from which the calendar leads where it is asked.
    private func turn(_ moved: MovedFact, _ isThere: (Int64) -> Bool) -> Int64 {
        var (low, high): (Int64, Int64) = plan.facts[moved.fact].type == .month ? (12, 119_999) : (-719_162, 2_932_896)
        while low < high {
            let middle = low + (high - low) / 2
            if isThere(moved.steps.reduce(middle) { plan.stepped($1, $0) }) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func link(_ left: NodeID, _ right: NodeID, _ isOpen: (Place<Fact>) -> Bool) {
        guard let one = plan.moved(left), let other = plan.moved(right), one.fact != other.fact, isOpen(one.fact), isOpen(other.fact),
            plan.caseCount(plan.facts[one.fact].type) == nil, let first = one.distance, let second = other.distance
        else { return }
        linked[one.fact, default: []].insert(other.fact)
        linked[other.fact, default: []].insert(one.fact)
        let (distance, overflow) = first.subtractingReportingOverflow(second)
        if distance != 0, !overflow { distances[one.fact, default: []].insert(distance) }
    }

    /// The facts that a fact is compared with while both are unknown, directly or through others, and itself.
    func company(of fact: Place<Fact>) -> Set<Place<Fact>> {
        var company: Set<Place<Fact>> = []
        var waiting = [fact]
        while let next = waiting.popLast() {
            if company.insert(next).inserted { waiting += linked[next] ?? [] }
        }
        return company
    }

    /// The values near which facts that are compared with each other must be looked at: the bounds of each,
    /// moved as they are moved against each other, as often as there are others.
    func bounds(of company: Set<Place<Fact>>, count: Int) throws(BudgetExceeded) -> Set<Int64> {
        var result: Set<Int64> = []
        var steps: Set<Int64> = []
        for fact in company {
            result.formUnion(bounds[fact] ?? [])
            steps.formUnion(distances[fact] ?? [])
        }
        if result.isEmpty { result.insert(0) }
        guard company.count > 1, !steps.isEmpty else { return result }
        for _ in 1..<max(2, count) {
            for bound in result {
                for step in steps {
                    result.insert(bound &+ step)
                    result.insert(bound &- step)
                }
            }
            guard result.count <= Self.mostValues else { throw BudgetExceeded() }
        }
        return result
    }

    /// More values of one fact than are looked at.
    static let mostValues = 2_000
}

/// A fact, perhaps moved: bounds of what it is compared with are bounds of the fact.
struct MovedFact {
    let fact: Place<Fact>
    /// The nodes that move it, from the fact outwards. None turns back: a later day never leads to an earlier one.
    let steps: [NodeID]
    /// By how much, where that is the same for all its values.
    let distance: Int64?
}

extension Plan {
    /// The fact that a value is, perhaps moved by so much or along the calendar.
    func moved(_ id: NodeID) -> MovedFact? {
        let node = self[id]
        guard node.operation != .fact else { return MovedFact(fact: Place(Int(node.first)), steps: [], distance: 0) }
        let own = distance(of: node)
        guard own != nil || node.operation == .calendar && node.calendarStep.isMonotone, let inner = moved(NodeID(Int(node.first))) else { return nil }
        let sum = own.flatMap { own in inner.distance.map { $0.addingReportingOverflow(own) } }
        return MovedFact(fact: inner.fact, steps: inner.steps + [id], distance: sum.flatMap { $0.overflow ? nil : $0.partialValue })
    }

    /// By how much a node moves its value, where that is always the same.
    private func distance(of node: Node) -> Int64? {
        switch node.operation {
        case .calendar: node.calendarStep == .addDays ? node.immediate : nil
        case .sum: constant(node.second)
        case .difference: constant(node.second).map { 0 &- $0 }
        default: nil
        }
    }

    private func constant(_ number: Int32) -> Int64? {
        let node = self[NodeID(Int(number))]
        return node.operation == .constantValue ? node.immediate : nil
    }

    /// Where one node that moves a fact leads; where the calendar ends, it stays.
    func stepped(_ id: NodeID, _ value: Int64) -> Int64 {
        let node = self[id]
        let start = Reading(.known, value)
        let end = node.operation == .calendar ? calendar(node, start) : arithmetic(.sum, start, Reading(.known, distance(of: node) ?? 0))
        return end.state == .known ? end.value : value
    }

    /// Whether the regions of a fact are made for this value.
    func isDirect(_ id: NodeID) -> Bool {
        if self[id].operation == .calendar, self[id].calendarStep == .weekday { return moved(NodeID(Int(self[id].first)))?.distance != nil }
        return moved(id) != nil
    }
}
