import Diagrams
import Plans
import Runtime
import Vocabulary

/// The days and times at which what rules ask of the day to judge by can turn.
///
/// docs/decisions/next-change.md follows one case through.
struct ChangePoints: ~Copyable {
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
    private var seen: Set<ConditionID> = []
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
        var moving: [(value: ValueID, distance: Int64)] = []
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
    func outcomes(of decision: Place<Decision>) -> OutcomeSet { blurred.outcomes(of: decision) }

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
            case .holds(let rule): held[rule.value] = blurred.holds[rule.value] == .unknown && time[plan.conditions[rule.value]] & wanted != 0
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

    private mutating func visit(_ id: ConditionID) {
        guard seen.insert(id).inserted, blurred.truth(id) == .unknown else { return }
        switch plan[id] {
        case .and(let parts), .or(let parts): for part in plan[parts] { visit(part) }
        case .not(let part): visit(part)
        // Rules are steps of their own.
        case .holds, .applies, .outcome, .reading, .constant: break
        case .compareFact(let fact, _, let constant):
            compare(fact, constant)
            visitPremises(in: id)
        case .compare(let left, _, let right):
            compare(id, left, right, needs(.condition(id)))
            visitPremises(in: id)
        case .isCase, .hasAny, .hasAll, .isPending, .isInapplicable: visitPremises(in: id)
        case .some, .every:
            let needs = needs(.condition(id))
            if !needs.isDisjoint(with: .moment) { if needs.contains(.unknown) { isRestless = true } else { watch(.condition(id), needs) } }
            visitPremises(in: id)
        }
    }

    private mutating func visitPremises(in id: ConditionID) { for premise in premises(in: .condition(id)) { visit(premise) } }

    /// The premises of the unknown facts that a node looks at; those of facts of lists count as parts of what is asked of the list.
    private func premises(in id: NodeID) -> [ConditionID] {
        var found: [ConditionID] = []
        var waiting = [id]
        while let next = waiting.popLast() {
            if let fact = plan.factLooked(at: next) {
                if let premise = plan.premises[fact.value], plan.facts[fact].list == nil, frame[fact].state == .unknown { found.append(premise) }
            } else {
                waiting += plan.parts(of: next)
            }
        }
        return found
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
        case .known, .inapplicable, .unexercised: break
        }
    }

    private mutating func compare(_ id: ConditionID, _ left: ValueID, _ right: ValueID, _ needs: Needs) {
        if needs.contains(.time) { return watch(.condition(id), needs) }
        if needs.contains(.unknown) { return open(id, left, right) }
        guard !needs.isDisjoint(with: .moment) else { return }
        if needs.contains(.pending) {
            for (one, other) in [(left, right), (right, left)] where evaluator.value(one).state == .pending {
                guard self.needs(.value(other)).isDisjoint(with: .moment) else { continue }
                let value = evaluator.value(other)
                if self.needs(.value(one)) == .pending, value.state == .known { return add(value.value) }
            }
            return daily.append(.condition(id))
        }
        if let one = steps(.value(left)), let other = steps(.value(right)) { return days.formUnion(one.union(other)) }
        for (one, other) in [(left, right), (right, left)] where !self.needs(.value(other)).contains(.day) && direction(one) != 0 {
            return turn(one, [evaluator.value(other).value])
        }
        daily.append(.condition(id))
    }

    /// A comparison with something unknown.
    private mutating func open(_ id: ConditionID, _ left: ValueID, _ right: ValueID) {
        let sides = [(left, right), (right, left)]
        for (one, other) in sides where mayPend(one) { event(comparedWith: other) }
        for (one, other) in sides where needs(.value(one)).contains(.unknown) && !needs(.value(other)).contains(.unknown) {
            if let moved = plan.moved(one), let distance = moved.distance, bound(moved.fact, distance, other) { return }
        }
        for (one, other) in sides where needs(.value(one)).isDisjoint(with: [.unknown, .pending]) && direction(one) != 0 {
            guard needs(.value(other)).isDisjoint(with: [.day, .pending]), !moves(other) else { continue }
            if needs(.value(other)).contains(.ordered) { entangle(.condition(id)) }
            guard let possible = self.values(other) else { return isRestless = true }
            return turn(one, possible)
        }
        let needs = needs(.condition(id))
        if needs.contains(.ordered) { entangle(.condition(id)) }
        if needs.isDisjoint(with: .moment) { return }
        if !needs.isDisjoint(with: [.ordered, .pending]) { return isRestless = true }
        for part in parts(.condition(id)) { watch(part, self.needs(part)) }
    }

    /// What an unknown fact is compared with, where that is a bound of it; false where it is more than that.
    private mutating func bound(_ fact: Place<Fact>, _ distance: Int64, _ other: ValueID) -> Bool {
        let needs = needs(.value(other))
        if needs.contains(.pending) { return false }
        if !needs.contains(.day) {
            let value = evaluator.value(other)
            if value.state == .known { bounds[fact, default: Bounds()].constants.insert(value.value &- distance) }
        } else if let found = steps(.value(other)) {
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
    private mutating func event(comparedWith other: ValueID) {
        let needs = needs(.value(other))
        if needs.isDisjoint(with: [.day, .time, .pending, .unknown]) {
            let value = evaluator.value(other)
            if value.state == .known { add(value.value) }
        } else if needs != .day || plan.moved(other)?.distance == nil {
            isRestless = true
        }
    }

    /// Whether a value may be an unknown event that is still to come.
    private func mayPend(_ id: ValueID) -> Bool {
        switch plan[id] {
        case .fact(let fact): plan.facts[fact].type == .date && frame[fact].state == .unknown
        case .calendar(let step, let date, let count): step.keepsPending(count) && mayPend(date)
        case .choice(let branches): plan[branches].contains { mayPend($0.value) }
        case .constant, .arithmetic, .rounded, .count, .total, .lookup: false
        }
    }

    /// Whether a value moves with an unknown day, month, time, number or version. What is looked up by one does not: it is an entry of the table.
    private mutating func moves(_ id: ValueID) -> Bool {
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

    /// All that a value can be; `nil` where that cannot be told.
    private func values(_ id: ValueID) -> Set<Int64>? {
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
        for part in plan.parts(of: id) { found += parts(part) }
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
        for part in plan.parts(of: id) { found += timeless(part) }
        return found
    }

    // MARK: What nodes hang on

    private mutating func needs(_ id: NodeID) -> Needs {
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
    private mutating func direction(_ id: ValueID) -> Int {
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

    /// The days on which something takes another step, where it stays the same between them; `nil` where it moves otherwise.
    private mutating func steps(_ id: NodeID) -> Set<Int64>? {
        let needs = needs(id)
        if needs.isDisjoint(with: .moment) { return [] }
        guard !needs.contains(.time), !needs.contains(.unknown), case .value(let value) = id else { return nil }
        switch plan[value] {
        case .arithmetic, .rounded, .calendar:
            var found: Set<Int64> = []
            for part in plan.parts(of: id) {
                guard let own = steps(part) else { return nil }
                found.formUnion(own)
            }
            return found
        case .lookup(let place, let keys, _):
            let table = plan.tables[place]
            guard table.isLatest, let key = plan[keys].first, direction(key) == 1 else { return nil }
            var begins = Set(
                table.rows.compactMap { row -> Int64? in
                    if case .value(let day)? = row.keys.first { day } else { nil }
                })
            if let until = table.until { begins.insert(until + 1) }
            return Set(begins.map { day(key, 1, reaches: $0) })
        case .constant, .fact, .count, .total, .choice: return nil
        }
    }

    // MARK: Days

    private mutating func add(_ days: Int64...) { self.days.formUnion(days) }

    /// The first day from which a value lies at a bound or beyond it.
    private mutating func day(_ id: ValueID, _ direction: Int, reaches bound: Int64) -> Int64 {
        if case .fact = plan[id] { return bound }
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
    private mutating func turn(_ id: ValueID, _ bounds: Set<Int64>) {
        let direction = direction(id)
        for bound in bounds { for next in [bound, bound &+ Int64(direction), Int64(direction) * .max] { days.insert(day(id, direction, reaches: next)) } }
    }

    /// An unknown fact can tell apart how its bounds lie to each other: in order, the same, next to each other, or with room between.
    private mutating func settle(_ bounds: Bounds, of fact: Place<Fact>) {
        guard !bounds.moving.isEmpty else { return }
        let areInStep = bounds.moving.allSatisfy { plan.moved($0.value)?.distance != nil }
        if bounds.isEntangled || bounds.hasSteps || !areInStep && bounds.moving.count > 1 { return isRestless = true }
        let unit: Int64 = plan.facts[fact].type == .integer ? 1_000_000 : 1
        for constant in bounds.constants {
            let values = Set((-2...2).map { constant &+ $0 * unit })
            for (value, distance) in bounds.moving { turn(value, Set(values.map { $0 &+ distance })) }
        }
    }
}
