package import Vocabulary

/// All that a condition can look at, without going into other rules.
package struct Reach: Sendable {
    package private(set) var facts: Set<Place<Fact>> = []
    package private(set) var lists: Set<Place<RecordList>> = []
    package private(set) var interpretations: Set<Place<Interpretation>> = []
    package private(set) var tables: Set<Place<ReferenceTable>> = []
    package private(set) var decisions: Set<Place<Decision>> = []
    package private(set) var holds: Set<Place<Rule>> = []
    package private(set) var applies: Set<Place<Rule>> = []
    package private(set) var steps: Set<CalendarStep> = []
    private var seen: Set<NodeID> = []

    package init() {}

    /// Adds what a node looks at; facts bring their premises.
    package mutating func add(_ root: NodeID, of plan: Plan) {
        var waiting = [root]
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            let node = plan[id]
            func child(_ number: Int32) { waiting.append(NodeID(Int(number))) }
            func span(_ start: Int32, _ count: Int) { waiting += plan.children[Int(start)..<Int(start) + count] }
            switch node.operation {
            case .constantTruth, .constantValue: break
            case .and, .or: span(node.second, Int(node.first))
            case .choice: span(node.second, 2 * Int(node.first))
            case .not: child(node.first)
            case .calendar:
                steps.insert(node.calendarStep)
                child(node.first)
            case .rounded: span(node.second, node.roundedCount)
            case .isCase, .hasAny, .hasAll, .compareFact, .isPending, .isInapplicable, .fact:
                let fact = Place<Fact>(Int(node.first))
                if facts.insert(fact).inserted, let premise = plan.premises[fact.value] { waiting.append(premise) }
            case .compare, .sum, .difference, .product, .days:
                child(node.first)
                child(node.second)
            case .holds: holds.insert(Place(Int(node.first)))
            case .applies: applies.insert(Place(Int(node.first)))
            case .outcome: decisions.insert(Place(Int(node.first)))
            case .reading: interpretations.insert(Place(Int(node.first)))
            case .some, .every, .count, .total:
                lists.insert(Place(Int(node.first)))
                child(node.second)
            case .lookup:
                tables.insert(Place(Int(node.first)))
                span(node.second, plan.tables[Int(node.first)].keys.count)
            }
        }
    }
}
