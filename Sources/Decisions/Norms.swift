import Plans
package import Runtime
import Vocabulary

/// A duty or its kin that applies, with what it comes to.
package struct NormInForce: Sendable, Hashable {
    /// The months in which a norm recurs, as month numbers.
    package struct Recurrence: Sendable, Hashable {
        package let from: Int64?
        package let through: Int64?
        /// The first month after that of the day to judge by; `nil` where there is none, or it is open.
        package let next: Int64?
    }

    package let norm: Int
    /// The deadline as a day number, where it can be computed.
    package let deadline: Int64?
    /// What is to be paid, in millionths of its unit.
    package let amount: Int64?
    package let recurrence: Recurrence?
    /// What is not known yet and must be before all of these are.
    package let waiting: [Missing.Subject]
}

extension Decider {
    /// The norms that bear on a decision and apply to the case. Those that always do are left out unless there is something to compute.
    func norms(_ decision: Place<Decision>, _ frame: FactFrame) -> [NormInForce] {
        var reader = NormReader(plan, frame)
        return plan.norms.indices.compactMap { number in
            guard reader.applies(number) == .yes, bears(plan.norms[number], on: plan.programs[decision.value]) else { return nil }
            return reader.inForce(number)
        }
    }

    private func bears(_ norm: PlannedNorm, on program: Program) -> Bool {
        var condition = Reach()
        condition.add(norm.condition, of: plan)
        let decisions = condition.decisions.union(condition.applies.union(condition.holds).map { plan.rules[$0].decision })
        if !decisions.isDisjoint(with: program.decisions) || !condition.facts.isDisjoint(with: program.facts) { return true }
        var values = Reach()
        for value in norm.values { values.add(value, of: plan) }
        return !values.facts.subtracting([.asOf, .asOfTime]).isDisjoint(with: program.facts)
    }

    /// Whether a norm applies to the case, and what it comes to.
    package func norm(_ number: Int, _ frame: FactFrame) -> (applies: Truth, inForce: NormInForce) {
        var reader = NormReader(plan, frame)
        return (reader.applies(number), reader.inForce(number))
    }
}

/// Reads norms for one case.
struct NormReader: ~Copyable {
    private let plan: Plan
    private let frame: FactFrame
    private var evaluator: Evaluator<NoTracer>

    init(_ plan: Plan, _ frame: FactFrame) {
        self.plan = plan
        self.frame = frame
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        for decision in plan.decisions.places { evaluator.run(decision) }
    }

    mutating func applies(_ number: Int) -> Truth { evaluator.truth(plan.norms[number].condition) }

    mutating func inForce(_ number: Int) -> NormInForce {
        let norm = plan.norms[number]
        var waiting: [Missing.Subject] = []
        for value in norm.values where [.unknown, .pending].contains(evaluator.value(value).state) {
            for subject in openFacts(value) where !waiting.contains(subject) { waiting.append(subject) }
        }
        return NormInForce(
            norm: number, deadline: norm.deadline.flatMap { known($0) }, amount: norm.amount.flatMap { known($0) },
            recurrence: norm.recurrence.map { recurrence($0) }, waiting: waiting)
    }

    private mutating func known(_ id: NodeID) -> Int64? {
        let reading = evaluator.value(id)
        return reading.state == .known ? reading.value : nil
    }

    private mutating func recurrence(_ recurrence: PlannedRecurrence) -> NormInForce.Recurrence {
        let (from, through) = (known(recurrence.from), known(recurrence.through))
        let current = calendar(Node(.calendar, second: Int(CalendarStep.month.rawValue)), frame[.asOf])
        let next = from.flatMap { from in current.state == .known ? max(from, current.value + 1) : nil }
        return .init(from: from, through: through, next: next.flatMap { next in through.flatMap { next <= $0 ? next : nil } })
    }

    /// The facts that a value hangs on and that are not known, or have not happened yet.
    private mutating func openFacts(_ id: NodeID) -> [Missing.Subject] {
        var reach = Reach()
        reach.add(id, of: plan)
        let open = reach.facts.sorted().compactMap { fact -> Missing.Subject? in
            if let list = plan.facts[fact].list { return .list(list) }
            guard plan.isOpen(fact, nil, frame) || frame[fact].state == .pending else { return nil }
            if let premise = plan.premises[fact.value], evaluator.truth(premise) == .no { return nil }
            return .fact(fact, record: nil, members: [])
        }
        return open + reach.lists.sorted().filter { !frame.lists[$0.value].isComplete }.map { .list($0) }
    }
}
