import Plans
import Runtime
import Vocabulary

/// The days and times at which what rules ask of the day to judge by can turn.
struct Turns: ~Copyable {
    /// Days on which something may be other than on the day before.
    private(set) var days: Set<Int64> = []
    /// What has to be looked at on every day: conditions and values that hang on nothing unknown.
    private(set) var daily: [NodeID] = []
    /// Every day may be different.
    private(set) var isRestless = false
    /// Minutes at which something may turn, and what has to be looked at in every minute.
    private(set) var minutes: Set<Int64> = []
    private(set) var timed: [NodeID] = []

    private let plan: Plan
    private let frame: FactFrame
    private let first: Int64
    private let last: Int64
    private var evaluator: Evaluator<NoTracer>
    /// The case with neither day nor time: what is settled in it hangs on neither.
    private var blurred: Evaluator<NoTracer>
    private var seen: Set<NodeID> = []
    private var known: [NodeID: Needs] = [:]
    private var bounds: [Place<Fact>: Bounds] = [:]

    /// What a node hangs on, apart from the premises of facts.
    private struct Needs: OptionSet {
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

    /// What an unknown ordered fact is compared with.
    private struct Bounds {
        var constants: Set<Int64> = []
        /// Values that move with the day, and by how much the fact is moved itself.
        var moving: [(node: NodeID, distance: Int64)] = []
        var hasSteps = false
        /// It is looked at in other ways too.
        var isEntangled = false
    }

    init(_ plan: Plan, _ frame: FactFrame, _ decision: Place<Decision>, last: Int64) {
        self.plan = plan
        self.frame = frame
        first = frame[.asOf].value
        self.last = last
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        var timeless = frame
        // Nothing is on or before such a day.
        timeless[.asOf] = Reading(.unknown, .min)
        timeless[.asOfTime] = .unknown
        blurred = Evaluator(plan, timeless, tracer: NoTracer())
        blurred.run(decision)
        var isOpen = false
        for step in plan.program(decision).steps {
            guard case .holds(let rule) = step, blurred.holds[rule.value] == .unknown else { continue }
            visit(plan.conditions[rule.value])
            isOpen = isOpen || evaluator.holds[rule.value] == .unknown
        }
        // Constraints matter where something is searched for; whether that is so may change.
        if isOpen || !isEmpty { for constraint in plan.constraints { visit(constraint.condition) } }
        for (fact, bounds) in bounds { settle(bounds, of: fact) }
    }

    /// The outcomes that are possible on no matter which day, as far as three values tell.
    func outcomes(of decision: Place<Decision>) -> UInt64 { blurred.outcomes(of: decision) }

    /// What has to be taken again of a decision on another day: the steps that are not settled on no matter which day, and hang on it.
    ///
    /// - Parameter evaluator: one that has run on the case.
    func rerun(_ evaluator: borrowing Evaluator<NoTracer>, _ decision: Place<Decision>, _ masks: ChangeMasks) -> Rerun {
        let hasEvents = frame.hasPending
        let wanted = ChangeMasks.moment | (hasEvents ? ChangeMasks.event : 0)
        let time = masks.time
        var (held, applied) = (Array(repeating: false, count: plan.rules.count), Array(repeating: false, count: plan.rules.count))
        for step in plan.program(decision).steps {
            switch step {
            case .holds(let rule): held[rule.value] = blurred.holds[rule.value] == .unknown && time[plan.conditions[rule.value].value] & wanted != 0
            case .applies(let rule):
                applied[rule.value] =
                    blurred.applies[rule.value] == .unknown && (held[rule.value] || plan.defeaters[rule.value].contains { applied[$0.rule.value] })
            }
        }
        return evaluator.rerun(decision, holds: { held[$0.value] }, applies: { applied[$0.value] })
    }

    /// Whether no day and no time changes anything.
    var isEmpty: Bool { days.isEmpty && daily.isEmpty && !isRestless && minutes.isEmpty && timed.isEmpty }

    /// Whether every day must be looked at.
    var isDaily: Bool { isRestless || !daily.isEmpty }

    /// Whether the time of day matters.
    var isTimed: Bool { !minutes.isEmpty || !timed.isEmpty }

    // MARK: Conditions

    private mutating func visit(_ id: NodeID) {
        guard seen.insert(id).inserted, blurred.truth(id) == .unknown else { return }
        let node = plan[id]
        switch node.operation {
        case .and, .or, .not: for part in plan.operands(of: id) { visit(part) }
        // Rules are steps of their own.
        case .holds, .applies, .outcome, .reading, .constantTruth: break
        default:
            note(id, node)
            for premise in premises(in: id) { visit(premise) }
        }
    }

    /// The premises of the unknown facts that a node looks at; those of facts of lists count as parts of what is asked of the list.
    private func premises(in id: NodeID) -> [NodeID] {
        var found: [NodeID] = []
        var waiting = [id]
        while let next = waiting.popLast() {
            let node = plan[next]
            if let fact = plan.factLooked(at: node) {
                if let premise = plan.premises[fact.value], plan.facts[fact].list == nil, frame[fact].state == .unknown { found.append(premise) }
            } else {
                waiting += plan.operands(of: next)
            }
        }
        return found
    }

    private mutating func note(_ id: NodeID, _ node: Node) {
        let needs = needs(id)
        switch node.operation {
        case .compareFact: compare(Place(Int(node.first)), node.immediate)
        case .compare: compare(id, NodeID(Int(node.first)), NodeID(Int(node.second)), needs)
        case .isCase, .hasAny, .hasAll, .isPending, .isInapplicable: break
        default:
            guard !needs.isDisjoint(with: .moment) else { return }
            if needs.contains(.unknown) { isRestless = true } else { watch(id, needs) }
        }
    }

    private mutating func compare(_ fact: Place<Fact>, _ value: Int64) {
        if fact == .asOf { return add(value, value + 1) }
        if fact == .asOfTime {
            if frame[fact].state == .known { minutes.formUnion([value, value + 1]) }
            return
        }
        guard plan.facts[fact].list == nil else { return isRestless = true }
        switch frame[fact].state {
        case .pending: add(value)
        case .unknown:
            if plan.facts[fact].type == .date { add(value) }
            bounds[fact, default: Bounds()].constants.insert(value)
        default: break
        }
    }

    private mutating func compare(_ id: NodeID, _ left: NodeID, _ right: NodeID, _ needs: Needs) {
        if needs.contains(.time) { return watch(id, needs) }
        if needs.contains(.unknown) { return open(id, left, right) }
        guard !needs.isDisjoint(with: .moment) else { return }
        if needs.contains(.pending) {
            for (one, other) in [(left, right), (right, left)] where evaluator.value(one).state == .pending && self.needs(other).isDisjoint(with: .moment) {
                let value = evaluator.value(other)
                if self.needs(one) == .pending, value.state == .known { return add(value.value) }
            }
            return daily.append(id)
        }
        if let one = steps(left), let other = steps(right) { return days.formUnion(one.union(other)) }
        for (one, other) in [(left, right), (right, left)] where !self.needs(other).contains(.day) && direction(one) != 0 {
            return turn(one, [evaluator.value(other).value])
        }
        daily.append(id)
    }

    /// A comparison with something unknown.
    private mutating func open(_ id: NodeID, _ left: NodeID, _ right: NodeID) {
        let sides = [(left, right), (right, left)]
        for (one, other) in sides where mayPend(one) { event(comparedWith: other) }
        for (one, other) in sides where needs(one).contains(.unknown) && !needs(other).contains(.unknown) {
            if let moved = plan.moved(one), let distance = moved.distance, bound(moved.fact, distance, other) { return }
        }
        for (one, other) in sides where needs(one).isDisjoint(with: [.unknown, .pending]) && direction(one) != 0 {
            guard needs(other).isDisjoint(with: [.day, .pending]), !moves(other) else { continue }
            if needs(other).contains(.ordered) { entangle(id) }
            guard let possible = self.values(other) else { return isRestless = true }
            return turn(one, possible)
        }
        let needs = needs(id)
        if needs.contains(.ordered) { entangle(id) }
        if needs.isDisjoint(with: .moment) { return }
        if !needs.isDisjoint(with: [.ordered, .pending]) { return isRestless = true }
        for part in parts(id) { watch(part, self.needs(part)) }
    }

    /// What an unknown fact is compared with, where that is a bound of it; false where it is more than that.
    private mutating func bound(_ fact: Place<Fact>, _ distance: Int64, _ other: NodeID) -> Bool {
        let needs = needs(other)
        if needs.contains(.pending) { return false }
        if !needs.contains(.day) {
            let value = evaluator.value(other)
            if value.state == .known { bounds[fact, default: Bounds()].constants.insert(value.value &- distance) }
        } else if let found = steps(other) {
            days.formUnion(found)
            bounds[fact, default: Bounds()].hasSteps = true
        } else if direction(other) != 0 {
            bounds[fact, default: Bounds()].moving.append((other, distance))
        } else {
            return false
        }
        return true
    }

    /// An unknown event may be still to come; then it lies behind every day up to the day to judge by.
    private mutating func event(comparedWith other: NodeID) {
        let needs = needs(other)
        if needs.isDisjoint(with: [.day, .time, .pending, .unknown]) {
            let value = evaluator.value(other)
            if value.state == .known { add(value.value) }
        } else if needs != .day || plan.moved(other)?.distance == nil {
            isRestless = true
        }
    }

    /// Whether a value may be an unknown event that is still to come.
    private func mayPend(_ id: NodeID) -> Bool {
        let node = plan[id]
        switch node.operation {
        case .fact:
            let fact = Place<Fact>(Int(node.first))
            return plan.facts[fact].type == .date && frame[fact].state == .unknown
        case .calendar: return node.calendarStep.keepsPending(node.immediate) && mayPend(NodeID(Int(node.first)))
        case .choice: return plan.operands(of: id).contains { mayPend($0) }
        default: return false
        }
    }

    /// Whether a value moves with an unknown day, month, time, number or version. What is looked up by one does not: it is an entry of the table.
    private mutating func moves(_ id: NodeID) -> Bool {
        guard needs(id).contains(.ordered) else { return false }
        switch plan[id].operation {
        case .lookup:
            var reach = Reach()
            reach.add(id, of: plan)
            // The regions of an unknown day lie around the day to judge by.
            return reach.facts.contains { plan.facts[$0].type == .date && $0 != .asOf && frame[$0].state != .known }
        case .calendar: return moves(NodeID(Int(plan[id].first)))
        default: return true
        }
    }

    /// All that a value can be; `nil` where that cannot be told.
    private func values(_ id: NodeID) -> Set<Int64>? {
        do throws(BudgetExceeded) {
            let possible = try plan.possibleValues(id, frame)
            return possible.contains { $0.state == .unknown } ? nil : Set(possible.filter { $0.state == .known }.map(\.value))
        } catch {
            return nil
        }
    }

    /// The largest parts of a node that hang on the day or the time and on nothing unknown.
    private mutating func parts(_ id: NodeID) -> [NodeID] {
        let needs = needs(id)
        if needs.isDisjoint(with: .moment) { return [] }
        if !needs.contains(.unknown) { return [id] }
        var found: [NodeID] = []
        for part in plan.operands(of: id) { found += parts(part) }
        return found
    }

    private mutating func entangle(_ id: NodeID) {
        var reach = Reach()
        reach.add(id, of: plan)
        for fact in reach.facts where fact != .asOf && fact != .asOfTime && frame[fact].state == .unknown { bounds[fact, default: Bounds()].isEntangled = true }
    }

    private mutating func watch(_ id: NodeID, _ needs: Needs) {
        if needs.contains(.time) {
            if needs.contains(.unknown) {
                for part in parts(id) { watch(part, self.needs(part)) }
                if needs.contains(.ordered) { entangle(id) }
                return
            }
            timed.append(id)
            for part in timeless(id) { watch(part, self.needs(part)) }
        } else if let found = steps(id) {
            days.formUnion(found)
        } else {
            daily.append(id)
        }
    }

    /// The largest parts of a node that hang on the day and not on the time.
    private mutating func timeless(_ id: NodeID) -> [NodeID] {
        let needs = needs(id)
        if needs.isDisjoint(with: [.day, .pending]) { return [] }
        if !needs.contains(.time) { return [id] }
        var found: [NodeID] = []
        for part in plan.operands(of: id) { found += timeless(part) }
        return found
    }

    // MARK: What nodes hang on

    private mutating func needs(_ id: NodeID) -> Needs {
        if let needs = known[id] { return needs }
        let node = plan[id]
        var needs: Needs = []
        if let fact = plan.factLooked(at: node) {
            needs = self.needs(fact)
            if plan.facts[fact].list != nil, let premise = plan.premises[fact.value] { needs.formUnion(self.needs(premise)) }
        } else {
            switch node.operation {
            case .holds, .applies, .outcome:
                // Within a value a rule counts as unknown where the day may change it.
                if blurred.truth(id) == .unknown { needs = [.day, .unknown, .ordered] }
            case .some, .every, .count, .total:
                if !frame.lists[Int(node.first)].isComplete { needs.insert(.unknown) }
            default: break
            }
            for part in plan.operands(of: id) { needs.formUnion(self.needs(part)) }
        }
        known[id] = needs
        return needs
    }

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
    private mutating func direction(_ id: NodeID) -> Int {
        let node = plan[id]
        let (left, right) = (NodeID(Int(node.first)), NodeID(Int(node.second)))
        switch node.operation {
        case .fact: return Int(node.first) == Place<Fact>.asOf.value ? 1 : 0
        case .calendar: return node.calendarStep.isMonotone ? direction(left) : 0
        case .sum, .difference, .days:
            let isLeft = needs(left).contains(.day)
            guard isLeft != needs(right).contains(.day) else { return 0 }
            return (isLeft == (node.operation == .days) && node.operation != .sum || !isLeft && node.operation == .difference ? -1 : 1)
                * direction(isLeft ? left : right)
        default: return 0
        }
    }

    /// The days on which a value takes another step, where it stays the same between them; `nil` where it moves otherwise.
    private mutating func steps(_ id: NodeID) -> Set<Int64>? {
        let needs = needs(id)
        if needs.isDisjoint(with: .moment) { return [] }
        guard !needs.contains(.time), !needs.contains(.unknown) else { return nil }
        let node = plan[id]
        switch node.operation {
        case .sum, .difference, .product, .days, .rounded, .calendar:
            var found: Set<Int64> = []
            for part in plan.operands(of: id) {
                guard let own = steps(part) else { return nil }
                found.formUnion(own)
            }
            return found
        case .lookup:
            let table = plan.tables[Int(node.first)]
            let key = plan.children[Int(node.second)]
            guard table.isLatest, direction(key) == 1 else { return nil }
            var begins = Set(
                table.rows.compactMap { row -> Int64? in
                    if case .value(let day)? = row.keys.first { day } else { nil }
                })
            if let until = table.until { begins.insert(until + 1) }
            return Set(begins.map { day(key, 1, reaches: $0) })
        default: return nil
        }
    }

    // MARK: Days

    private mutating func add(_ days: Int64...) { self.days.formUnion(days) }

    /// The first day from which a value lies at a bound or beyond it.
    private mutating func day(_ id: NodeID, _ direction: Int, reaches bound: Int64) -> Int64 {
        if plan[id].operation == .fact { return bound }
        var (low, high) = (first, last + 1)
        while low < high {
            let middle = low + (high - low) / 2
            evaluator.judge(on: middle, at: nil)
            let reading = evaluator.value(id)
            // Where the calendar ends nothing is known any more.
            if reading.state != .known || (direction > 0 ? reading.value >= bound : reading.value <= bound) { high = middle } else { low = middle + 1 }
        }
        evaluator.judge(on: first, at: nil)
        return low
    }

    /// The days on which a value that only rises, or only falls, comes to some bounds and leaves them.
    private mutating func turn(_ id: NodeID, _ bounds: Set<Int64>) {
        let direction = direction(id)
        for bound in bounds { for next in [bound, bound &+ Int64(direction), Int64(direction) * .max] { days.insert(day(id, direction, reaches: next)) } }
    }

    /// An unknown fact can tell apart how its bounds lie to each other: in order, the same, next to each other, or with room between.
    private mutating func settle(_ bounds: Bounds, of fact: Place<Fact>) {
        guard !bounds.moving.isEmpty else { return }
        let areInStep = bounds.moving.allSatisfy { plan.moved($0.node)?.distance != nil }
        if bounds.isEntangled || bounds.hasSteps || !areInStep && bounds.moving.count > 1 { return isRestless = true }
        let unit: Int64 = plan.facts[fact].type == .integer ? 1_000_000 : 1
        for constant in bounds.constants {
            let values = Set((-2...2).map { constant &+ $0 * unit })
            for (node, distance) in bounds.moving { turn(node, Set(values.map { $0 &+ distance })) }
        }
    }
}

extension Plan {
    /// The fact that a node looks at itself.
    func factLooked(at node: Node) -> Place<Fact>? {
        switch node.operation {
        case .isCase, .hasAny, .hasAll, .compareFact, .isPending, .isInapplicable, .fact: Place(Int(node.first))
        default: nil
        }
    }
}
