import Diagrams
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
    private(set) var quantifiers: [Place<RecordList>: Set<ConditionID>] = [:]

    init(_ plan: Plan) { self.plan = plan }

    /// Looks at every comparison that the conditions contain.
    mutating func collect(
        _ roots: [ConditionID], isOpen: (Place<Fact>) -> Bool, values: (ValueID) throws(BudgetExceeded) -> [Reading]
    ) throws(BudgetExceeded) {
        var seen = NodeSet()
        var waiting = roots.map { NodeID.condition($0) }
        while let id = waiting.popLast() {
            guard seen.insert(id) else { continue }
            switch id {
            case .condition(let condition): try collect(condition, isOpen, values)
            case .value(let value): collect(value)
            }
            plan.parts(of: id).append(to: &waiting)
        }
    }

    private mutating func collect(
        _ id: ConditionID, _ isOpen: (Place<Fact>) -> Bool, _ values: (ValueID) throws(BudgetExceeded) -> [Reading]
    ) throws(BudgetExceeded) {
        switch plan[id] {
        case .compareFact(let fact, _, let constant): bounds[fact, default: []].insert(constant)
        case .compare(let left, _, let right):
            bound(left, try values(right))
            bound(right, try values(left))
            link(left, right, isOpen)
        case .some(let list, _), .every(let list, _): quantifiers[list, default: []].insert(id)
        case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .isPending, .isInapplicable, .holds, .applies, .outcome, .reading: break
        }
    }

    private mutating func collect(_ id: ValueID) {
        switch plan[id] {
        case .calendar(let step, let date, _):
            if step.traits.cycle != nil, let moved = plan.moved(date), moved.distance != nil { weekdays.insert(moved.fact) }
        case .lookup(let table, let keys, _): for (number, key) in plan[keys].enumerated() { addKeys(table, number, key) }
        case .constant, .fact, .arithmetic, .rounded, .count, .total, .choice: break
        }
    }

    /// Makes a value one of the fact's own.
    mutating func keep(_ value: Int64, of fact: Place<Fact>) { bounds[fact, default: []].insert(value) }

    /// A lookup by version or day changes at the rows' keys.
    private mutating func addKeys(_ table: Place<ReferenceTable>, _ number: Int, _ node: ValueID) {
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
    private mutating func bound(_ side: ValueID, _ values: [Reading]) {
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

    private mutating func link(_ left: ValueID, _ right: ValueID, _ isOpen: (Place<Fact>) -> Bool) {
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
