import Plans
import Runtime
import Values
import Vocabulary

/// What some conditions compare ordered facts with, and what they ask of lists: the same for all cases.
final class RegionSources: Sendable {
    /// A fact, perhaps moved, and the other side of a comparison with it.
    struct Comparison: Sendable {
        let moved: MovedFact
        let other: ValueID
    }

    /// Two facts that are compared with each other.
    struct Link: Sendable {
        let other: Place<Fact>
        /// By how much the fact is moved against the other; of each pair one link says it.
        let distance: Int64?
    }

    /// The values at which conditions change.
    let bounds: [Place<Fact>: Set<Int64>]
    /// What has to be computed before it is known at which values they change.
    let comparisons: [Place<Fact>: [Comparison]]
    let links: [Place<Fact>: [Link]]
    /// Days whose weekday is looked at.
    let weekdays: Set<Place<Fact>>
    /// What is asked of the records of each list.
    let quantifiers: [Place<RecordList>: Set<ConditionID>]

    init(_ plan: Plan, _ roots: [ConditionID]) {
        var reader = RegionReader(plan)
        reader.read(roots)
        (bounds, comparisons, links) = (reader.bounds, reader.comparisons, reader.links)
        (weekdays, quantifiers) = (reader.weekdays, reader.quantifiers)
    }
}

/// Looks at every comparison that conditions contain.
private struct RegionReader {
    private let plan: Plan
    private(set) var bounds: [Place<Fact>: Set<Int64>] = [:]
    private(set) var comparisons: [Place<Fact>: [RegionSources.Comparison]] = [:]
    private(set) var links: [Place<Fact>: [RegionSources.Link]] = [:]
    private(set) var weekdays: Set<Place<Fact>> = []
    private(set) var quantifiers: [Place<RecordList>: Set<ConditionID>] = [:]

    init(_ plan: Plan) { self.plan = plan }

    mutating func read(_ roots: [ConditionID]) {
        var seen = NodeSet()
        var waiting = roots.map { NodeID.condition($0) }
        while let id = waiting.popLast() {
            guard seen.insert(id) else { continue }
            switch id {
            case .condition(let condition): read(condition)
            case .value(let value): read(value)
            }
            plan.parts(of: id).append(to: &waiting)
        }
    }

    private mutating func read(_ id: ConditionID) {
        switch plan[id] {
        case .compareFact(let fact, _, let constant): bounds[fact, default: []].insert(constant)
        case .compare(let left, _, let right):
            let (one, other) = (plan.moved(left), plan.moved(right))
            if let one { comparisons[one.fact, default: []].append(.init(moved: one, other: right)) }
            if let other { comparisons[other.fact, default: []].append(.init(moved: other, other: left)) }
            if let one, let other { link(one, other) }
        case .some(let list, _), .every(let list, _): quantifiers[list, default: []].insert(id)
        case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .isPending, .isInapplicable, .holds, .applies, .outcome, .reading: break
        }
    }

    private mutating func link(_ one: MovedFact, _ other: MovedFact) {
        guard one.fact != other.fact, plan.caseCount(plan.facts[one.fact].type) == nil, let first = one.distance, let second = other.distance else { return }
        let (distance, overflow) = first.subtractingReportingOverflow(second)
        links[one.fact, default: []].append(.init(other: other.fact, distance: distance != 0 && !overflow ? distance : nil))
        links[other.fact, default: []].append(.init(other: one.fact, distance: nil))
    }

    private mutating func read(_ id: ValueID) {
        switch plan[id] {
        case .calendar(let step, let date, _):
            if step.traits.cycle != nil, let moved = plan.moved(date), moved.distance != nil { weekdays.insert(moved.fact) }
        case .lookup(let table, let keys, _): for (number, key) in plan[keys].enumerated() { read(plan.tables[table], number, key) }
        case .constant, .fact, .arithmetic, .rounded, .count, .total, .choice: break
        }
    }

    /// A lookup by version or day changes at the rows' keys.
    private mutating func read(_ table: ReferenceTable, _ number: Int, _ key: ValueID) {
        guard let moved = plan.moved(key) else { return }
        for row in table.rows {
            switch row.keys[number] {
            case .any: break
            case .value(let value): add(value, to: moved)
            case .series(let range):
                add(range.lowerBound, to: moved)
                add(range.upperBound, to: moved)
            }
        }
        if let until = table.until { add(until, to: moved) }
    }

    private mutating func add(_ value: Int64, to moved: MovedFact) { plan.addBounds(of: moved, at: value, to: &bounds[moved.fact, default: []]) }
}

extension Plan {
    /// Adds the values of a fact at which it comes, moved, to a value.
    func addBounds(of moved: MovedFact, at value: Int64, to bounds: inout Set<Int64>) {
        if let distance = moved.distance {
            let (back, overflow) = value.subtractingReportingOverflow(distance)
            if !overflow { bounds.insert(back) }
        } else {
            // Several days may lead to one: the first of them matters, and the first that leads behind it.
            bounds.formUnion([turn(moved) { $0 >= value }, turn(moved) { $0 > value }])
        }
    }

    /// The first value of a fact from which the calendar leads where it is asked.
    private func turn(_ moved: MovedFact, _ isThere: (Int64) -> Bool) -> Int64 {
        var (low, high): (Int64, Int64) = facts[moved.fact].type == .month ? (12, 119_999) : (-719_162, 2_932_896)
        while low < high {
            let middle = low + (high - low) / 2
            if isThere(moved.steps.reduce(middle) { stepped($1, $0) }) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
