import Completions
import Plans
import Runtime
import Values
import Vocabulary

/// Reads norms on the facts of a case; the decisions that they read must have been run.
extension Evaluator where Trace == NoTracer {
    init(_ plan: Plan, _ frame: FactFrame, running program: Program) {
        self.init(plan, frame, tracer: NoTracer())
        run(program)
    }

    mutating func applies(_ number: Int) -> Truth { truth(plan.norms[number].condition) }

    mutating func inForce(_ number: Int) -> NormInForce {
        let norm = plan.norms[number]
        var waiting: [Missing.Subject] = []
        for value in norm.values where [.unknown, .pending].contains(self.value(value).state) {
            for subject in openFacts(.value(value)) where !waiting.contains(subject) { waiting.append(subject) }
        }
        return NormInForce(
            norm: number, deadline: norm.deadline.flatMap { known($0) }, amount: norm.amount.flatMap { known($0) },
            recurrence: norm.recurrence.map { recurrence($0) }, waiting: waiting)
    }

    mutating func open(_ number: Int) -> Obligations.Open {
        let condition = plan.norms[number].condition
        var reach = Reach()
        reach.add(condition, of: plan)
        let undecided = plan.decisions(read: reach).sorted().filter { outcomes(of: $0).count > 1 }
        return Obligations.Open(norm: number, waiting: openFacts(.condition(condition)), undecided: undecided)
    }

    private mutating func known(_ id: ValueID) -> Int64? {
        let reading = self.value(id)
        return reading.state == .known ? reading.value : nil
    }

    private mutating func recurrence(_ recurrence: PlannedRecurrence) -> NormInForce.Recurrence {
        let (from, through) = (known(recurrence.from), known(recurrence.through))
        let current = stepped(frame[.asOf], .month, count: 0)
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
            if let premise = plan.premises[fact.value], truth(premise) == .no { return nil }
            return .fact(fact, record: nil, members: [])
        }
        return open + reach.lists.sorted().filter { !frame.lists[$0.value].isComplete }.map { .list($0) }
    }
}
