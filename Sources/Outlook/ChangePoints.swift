import Completions
import Plans
import Runtime
import Vocabulary

/// The days and times at which what rules ask of the day to judge by can turn.
///
/// Goes through the conditions; what they hang on is told by `MomentDependence`. docs/decisions/next-change.md follows one case through.
struct ChangePoints: ~Copyable {
    /// Days on which something may be other than on the day before.
    var days: Set<Int64> = []
    /// What has to be looked at on every day: conditions and values that hang on nothing unknown.
    var daily: [NodeID] = []
    /// Every day may be different.
    var isRestless = false
    /// Minutes at which something may turn, and what has to be looked at in every minute.
    var minutes: Set<Int64> = []
    var timed: [NodeID] = []

    let plan: Plan
    let frame: FactFrame
    let first: Int64
    let last: Int64
    let isForSearch: Bool
    var evaluator: Evaluator<NoTracer>
    var possible: PossibleValues
    private var seen: Set<ConditionID> = []
    /// What nodes hang on.
    var hangs: MomentDependence
    var bounds: [Place<Fact>: Bounds] = [:]

    /// - Parameter constraints: those that a search looks at besides; nil where only three values are to be told, which no constraint and no
    ///   region of an unknown fact changes.
    init(_ plan: Plan, _ frame: FactFrame, _ decision: Place<Decision>, constraints: [PlannedConstraint]?, last: Int64) {
        self.plan = plan
        self.frame = frame
        isForSearch = constraints != nil
        first = frame[.asOf].value
        self.last = last
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        possible = PossibleValues(plan, frame)
        evaluator.run(decision)
        hangs = MomentDependence(plan, frame, decision)
        for step in plan.program(decision).steps {
            if case .holds(let rule) = step, hangs.blurred.holds[rule.value] == .unknown { visit(plan.conditions[rule.value]) }
        }
        for constraint in constraints ?? [] { visit(constraint.condition) }
        for (fact, bounds) in bounds { settle(bounds, of: fact) }
    }

    /// The outcomes that are possible on no matter which day, as far as three values tell.
    func outcomes(of decision: Place<Decision>) -> OutcomeSet { hangs.blurred.outcomes(of: decision) }

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
            case .holds(let rule): held[rule.value] = hangs.blurred.holds[rule.value] == .unknown && time[plan.conditions[rule.value]] & wanted != 0
            case .applies(let rule):
                applied[rule.value] =
                    hangs.blurred.applies[rule.value] == .unknown && (held[rule.value] || plan.defeaters[rule.value].contains { applied[$0.rule.value] })
            }
        }
        return evaluator.rerun(decision, holds: { held[$0.value] }, applies: { applied[$0.value] })
    }

    // MARK: Conditions

    private mutating func visit(_ id: ConditionID) {
        guard seen.insert(id).inserted, hangs.blurred.truth(id) == .unknown else { return }
        switch plan[id] {
        case .and(let parts), .or(let parts): for part in plan[parts] { visit(part) }
        case .not(let part): visit(part)
        // Rules are steps of their own.
        case .holds, .applies, .outcome, .reading, .constant: break
        case .compareFact(let fact, _, let constant):
            compare(fact, constant)
            visitPremises(in: id)
        case .compare(let left, _, let right):
            compare(id, left, right, hangs.needs(.condition(id)))
            visitPremises(in: id)
        case .isCase, .hasAny, .hasAll, .isPending, .isInapplicable: visitPremises(in: id)
        case .some, .every:
            let needs = hangs.needs(.condition(id))
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
            guard isForSearch else { return }
            if plan.facts[fact].type == .date { add(value) }
            bounds[fact, default: Bounds()].constants.insert(value)
        case .known, .inapplicable, .unexercised: break
        }
    }

    private mutating func compare(_ id: ConditionID, _ left: ValueID, _ right: ValueID, _ needs: MomentDependence.Needs) {
        if needs.contains(.time) { return watch(.condition(id), needs) }
        if needs.contains(.unknown) { return open(id, left, right) }
        guard !needs.isDisjoint(with: .moment) else { return }
        if needs.contains(.pending) {
            for (one, other) in [(left, right), (right, left)] where evaluator.value(one).state == .pending {
                guard hangs.needs(.value(other)).isDisjoint(with: .moment) else { continue }
                let value = evaluator.value(other)
                if hangs.needs(.value(one)) == .pending, value.state == .known { return add(value.value) }
            }
            return daily.append(.condition(id))
        }
        if let one = steps(.value(left)), let other = steps(.value(right)) { return days.formUnion(one.union(other)) }
        for (one, other) in [(left, right), (right, left)] where !hangs.needs(.value(other)).contains(.day) && hangs.direction(one) != 0 {
            return turn(one, [evaluator.value(other).value])
        }
        daily.append(.condition(id))
    }

    mutating func watch(_ id: NodeID, _ needs: MomentDependence.Needs) {
        if needs.contains(.time) {
            if needs.contains(.unknown) {
                for part in hangs.parts(id) { watch(part, hangs.needs(part)) }
                if needs.contains(.ordered) { entangle(id) }
                return
            }
            timed.append(id)
            for part in hangs.timeless(id) { watch(part, hangs.needs(part)) }
        } else if let found = steps(id) {
            days.formUnion(found)
        } else {
            daily.append(id)
        }
    }
}
