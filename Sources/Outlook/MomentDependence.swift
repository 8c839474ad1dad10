import Completions
import Plans
import Runtime
import Vocabulary

/// What the nodes of a plan hang on in one case: the day, the time, events that are still to come, and what is not known.
struct MomentDependence: ~Copyable {
    /// What a node hangs on, apart from the premises of facts.
    struct Needs: OptionSet {
        let rawValue: UInt8
        static let day = Self(rawValue: 1)
        static let time = Self(rawValue: 2)
        /// An event that is still to come: it is compared with the day to judge by.
        static let pending = Self(rawValue: 4)
        static let unknown = Self(rawValue: 8)
        /// An unknown day, month, time, number or version.
        static let ordered = Self(rawValue: 16)
        static let moment: Self = [.day, .time, .pending]
    }

    private let plan: Plan
    private let frame: FactFrame
    /// The case with neither day nor time: what is settled in it hangs on neither.
    var blurred: Evaluator<NoTracer>
    private var known: [NodeID: Needs] = [:]

    init(_ plan: Plan, _ frame: FactFrame, _ decision: Place<Decision>) {
        self.plan = plan
        self.frame = frame
        var timeless = frame
        // Nothing is on or before such a day.
        timeless[.asOf] = Reading(.unknown, .min)
        timeless[.asOfTime] = .unknown
        blurred = Evaluator(plan, timeless, tracer: NoTracer())
        blurred.run(decision)
    }

    mutating func needs(_ id: NodeID) -> Needs {
        if let needs = known[id] { return needs }
        var needs: Needs = []
        if let fact = plan.factLooked(at: id) {
            needs = self.needs(fact)
            if plan.facts[fact].list != nil, let premise = plan.premises[fact.value] { needs.formUnion(self.needs(.condition(premise))) }
        } else {
            switch id {
            case .condition(let id): needs = own(id)
            case .value(let id): needs = own(id)
            }
            for part in plan.parts(of: id) { needs.formUnion(self.needs(part)) }
        }
        known[id] = needs
        return needs
    }

    /// What a condition hangs on beside its parts.
    private mutating func own(_ id: ConditionID) -> Needs {
        switch plan[id] {
        // Within a value a rule counts as unknown where the day may change it.
        case .holds, .applies, .outcome: blurred.truth(id) == .unknown ? [.day, .unknown, .ordered] : []
        case .some(let list, _), .every(let list, _): needs(list)
        case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .reading: []
        }
    }

    /// What a value hangs on beside its parts.
    private func own(_ id: ValueID) -> Needs {
        switch plan[id] {
        case .count(let list, _), .total(let list, _): needs(list)
        case .constant, .fact, .arithmetic, .rounded, .calendar, .lookup, .choice: []
        }
    }

    private func needs(_ list: Place<RecordList>) -> Needs { frame.lists[list.value].isComplete ? [] : .unknown }

    private func needs(_ fact: Place<Fact>) -> Needs {
        if fact == .asOf { return .day }
        if fact == .asOfTime, frame[fact].state == .known { return .time }
        let isOrdered = plan.caseCount(plan.facts[fact].type) == nil
        func needs(_ state: KnowledgeState, isOpen: Bool) -> Needs {
            state == .pending ? .pending : isOpen ? isOrdered ? [.unknown, .ordered] : .unknown : []
        }
        guard let list = plan.facts[fact].list else { return needs(frame[fact].state, isOpen: plan.isOpen(fact, nil, frame)) }
        return (0..<frame.lists[list.value].recordCount).reduce(into: []) { found, record in
            let state = frame.lists[list.value][record, plan.fieldNumbers[fact.value]].state
            found.formUnion(needs(state, isOpen: plan.isOpen(fact, record, frame)))
        }
    }

    /// Whether a value never falls (1) or never rises (-1) from day to day; 0 where that is not so.
    mutating func direction(_ id: ValueID) -> Int {
        switch plan[id] {
        case .fact(let fact): fact == .asOf ? 1 : 0
        case .calendar(let step, let date, _): step.traits.isMonotone ? direction(date) : 0
        case .arithmetic(.sum, let left, let right): direction(left, 1, right, 1)
        case .arithmetic(.difference, let left, let right): direction(left, 1, right, -1)
        case .arithmetic(.days, let from, let to): direction(from, -1, to, 1)
        case .arithmetic(.product, _, _), .constant, .rounded, .count, .total, .lookup, .choice: 0
        }
    }

    /// The direction of what is made of two values of which one moves with the day: with it, or against it.
    private mutating func direction(_ left: ValueID, _ leftSign: Int, _ right: ValueID, _ rightSign: Int) -> Int {
        let isLeft = needs(.value(left)).contains(.day)
        guard isLeft != needs(.value(right)).contains(.day) else { return 0 }
        return isLeft ? leftSign * direction(left) : rightSign * direction(right)
    }

    // MARK: Parts

    /// The largest parts of a node that hang on the day or the time and on nothing unknown.
    mutating func parts(_ id: NodeID) -> [NodeID] {
        let needs = needs(id)
        if needs.isDisjoint(with: .moment) { return [] }
        if !needs.contains(.unknown) { return [id] }
        var found: [NodeID] = []
        for part in plan.parts(of: id) { found += parts(part) }
        return found
    }

    /// The largest parts of a node that hang on the day and not on the time.
    mutating func timeless(_ id: NodeID) -> [NodeID] {
        let needs = needs(id)
        if needs.isDisjoint(with: [.day, .pending]) { return [] }
        if !needs.contains(.time) { return [id] }
        var found: [NodeID] = []
        for part in plan.parts(of: id) { found += timeless(part) }
        return found
    }

    /// Whether a value may be an unknown event that is still to come.
    func mayPend(_ id: ValueID) -> Bool {
        switch plan[id] {
        case .fact(let fact): plan.facts[fact].type == .date && frame[fact].state == .unknown
        case .calendar(let step, let date, let count): step.keepsPending(count) && mayPend(date)
        case .choice(let branches): plan[branches].contains { mayPend($0.value) }
        case .constant, .arithmetic, .rounded, .count, .total, .lookup: false
        }
    }

    /// Whether a value moves with an unknown day, month, time, number or version. What is looked up by one does not: it is an entry of the table.
    mutating func moves(_ id: ValueID) -> Bool {
        guard needs(.value(id)).contains(.ordered) else { return false }
        switch plan[id] {
        case .lookup:
            var reach = Reach()
            reach.add(id, of: plan)
            // The regions of an unknown day lie around the day to judge by.
            return reach.facts.contains { plan.facts[$0].type == .date && $0 != .asOf && frame[$0].state != .known }
        case .calendar(_, let date, _): return moves(date)
        case .constant, .fact, .arithmetic, .rounded, .count, .total, .choice: return true
        }
    }
}
