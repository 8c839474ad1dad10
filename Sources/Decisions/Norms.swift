import Plans
package import Runtime
import Values
package import Vocabulary

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

/// The norms that bear on a decision: those that follow from it, and those that follow from facts alone that it looks at too. The same for all cases.
final class NormSelection: Sendable {
    fileprivate let norms: [Int]
    /// The decisions that they read.
    fileprivate let decisions: Set<Place<Decision>>

    init(_ decision: Place<Decision>, _ plan: Plan) {
        let program = plan.program(decision)
        var norms: [Int] = []
        var decisions: Set<Place<Decision>> = []
        for (number, norm) in plan.norms.enumerated() {
            var condition = Reach()
            condition.add(norm.condition, of: plan)
            let read = plan.decisions(read: condition)
            var values = condition
            for value in norm.values { values.add(value, of: plan) }
            let calculated = values.facts.subtracting(condition.facts).subtracting([.asOf, .asOfTime])
            guard read.isEmpty ? !condition.facts.union(calculated).isDisjoint(with: program.facts) : read.contains(decision) else { continue }
            norms.append(number)
            decisions.formUnion(plan.decisions(read: values))
        }
        (self.norms, self.decisions) = (norms, decisions)
    }
}

/// Who owes what by when: every norm of the contract for one case.
package struct Obligations: Sendable {
    /// A norm of which it is not known whether it applies.
    package struct Open: Sendable {
        package let norm: Int
        /// What its condition looks at and is not known.
        package let waiting: [Missing.Subject]
        /// The decisions that it reads and that are not settled.
        package let undecided: [Place<Decision>]
    }

    package let inForce: [NormInForce]
    package let open: [Open]
}

extension Decider {
    /// Those of the norms that bear on a decision which apply to the case.
    func norms(_ decision: Place<Decision>, _ frame: FactFrame) -> [NormInForce] {
        let selection = bearing[decision.value]
        guard !selection.norms.isEmpty else { return [] }
        var reader = NormReader(plan, frame, selection.decisions)
        return selection.norms.compactMap { reader.applies($0) == .yes ? reader.inForce($0) : nil }
    }

    /// Every norm that applies to the case, or may.
    package func obligations(_ frame: FactFrame) -> Obligations {
        var reader = NormReader(plan, frame, Set(plan.decisions.places))
        var inForce: [NormInForce] = []
        var open: [Obligations.Open] = []
        for number in plan.norms.indices {
            switch reader.applies(number) {
            case .yes: inForce.append(reader.inForce(number))
            case .unknown: open.append(reader.open(number))
            case .no: break
            }
        }
        return Obligations(inForce: inForce, open: open)
    }

    /// Whether a norm applies to the case, and what it comes to.
    package func norm(_ number: Int, _ frame: FactFrame) -> (applies: Truth, inForce: NormInForce) {
        var reader = NormReader(plan, frame, Set(plan.decisions.places))
        return (reader.applies(number), reader.inForce(number))
    }
}

extension Plan {
    /// The decisions that something reads, through their rules too.
    fileprivate func decisions(read reach: Reach) -> Set<Place<Decision>> {
        reach.decisions.union(reach.applies.union(reach.holds).map { rules[$0].decision })
    }
}

/// Reads norms for one case.
struct NormReader: ~Copyable {
    private let plan: Plan
    private let frame: FactFrame
    private var evaluator: Evaluator<NoTracer>

    init(_ plan: Plan, _ frame: FactFrame, _ decisions: Set<Place<Decision>>) {
        self.plan = plan
        self.frame = frame
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        for decision in decisions.sorted() { evaluator.run(decision) }
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

    mutating func open(_ number: Int) -> Obligations.Open {
        let condition = plan.norms[number].condition
        var reach = Reach()
        reach.add(condition, of: plan)
        let undecided = plan.decisions(read: reach).sorted().filter { evaluator.outcomes(of: $0).nonzeroBitCount > 1 }
        return Obligations.Open(norm: number, waiting: openFacts(condition), undecided: undecided)
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
