package import Vocabulary

/// All that a condition or a value can look at, without going into other rules.
package struct Reach: Sendable {
    package private(set) var facts: Set<Place<Fact>> = []
    package private(set) var lists: Set<Place<RecordList>> = []
    package private(set) var interpretations: Set<Place<Interpretation>> = []
    package private(set) var tables: Set<Place<ReferenceTable>> = []
    package private(set) var decisions: Set<Place<Decision>> = []
    package private(set) var holds: Set<Place<Rule>> = []
    package private(set) var applies: Set<Place<Rule>> = []
    package private(set) var steps: Set<CalendarStep> = []
    private var seen = NodeSet()

    package init() {}

    package mutating func add(_ condition: ConditionID, of plan: Plan) { add(.condition(condition), of: plan) }
    package mutating func add(_ value: ValueID, of plan: Plan) { add(.value(value), of: plan) }

    /// Adds what a node looks at; facts bring their premises.
    package mutating func add(_ root: NodeID, of plan: Plan) {
        var waiting = [root]
        while let id = waiting.popLast() {
            guard seen.insert(id) else { continue }
            let isNew: Bool
            switch id {
            case .condition(let id): isNew = note(plan[id])
            case .value(let id): isNew = note(plan[id])
            }
            if isNew { plan.parts(of: id).append(to: &waiting) }
        }
    }

    /// Whether the parts of the node are to be looked at: those of a fact are the same each time.
    private mutating func note(_ node: ConditionNode) -> Bool {
        switch node {
        case .constant, .and, .or, .not, .compare: break
        case .isCase(let fact, _, _), .hasAny(let fact, _), .hasAll(let fact, _), .compareFact(let fact, _, _), .isPending(let fact),
            .isInapplicable(let fact):
            return facts.insert(fact).inserted
        case .holds(let rule): holds.insert(rule)
        case .applies(let rule): applies.insert(rule)
        case .outcome(let decision, _): decisions.insert(decision)
        case .reading(let interpretation, _): interpretations.insert(interpretation)
        case .some(let list, _), .every(let list, _): lists.insert(list)
        }
        return true
    }

    private mutating func note(_ node: ValueNode) -> Bool {
        switch node {
        case .constant, .arithmetic, .rounded, .choice: break
        case .fact(let fact): return facts.insert(fact).inserted
        case .calendar(let step, _, _): steps.insert(step)
        case .count(let list, _), .total(let list, _): lists.insert(list)
        case .lookup(let table, _, _): tables.insert(table)
        }
        return true
    }
}
