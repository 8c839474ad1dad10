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

/// A duty or its kin as it is, and as it would be: with another deadline or amount, or only then, or no more.
package enum NormDifference: Sendable, Hashable {
    case changed(now: NormInForce, then: NormInForce)
    /// It would come in addition.
    case added(NormInForce)
    /// It would not apply.
    case removed(NormInForce)
    /// Whether it would apply would be open.
    case opened(NormInForce)

    /// As it is.
    package var now: NormInForce? {
        switch self {
        case .changed(let now, _), .removed(let now), .opened(let now): now
        case .added: nil
        }
    }

    /// As it would be.
    package var then: NormInForce? {
        switch self {
        case .changed(_, let then), .added(let then): then
        case .removed, .opened: nil
        }
    }

    /// The norm, as it is where it applies; what is to be done is the same otherwise.
    package var norm: Int {
        switch self {
        case .changed(let now, _), .removed(let now), .opened(let now): now.norm
        case .added(let then): then.norm
        }
    }
}

/// The norms that bear on a decision: those that follow from it, and those that follow from facts alone that it looks at too. The same for all cases.
final class NormSelection: Sendable {
    let norms: [Int]
    /// The decisions that they read.
    let decisions: Set<Place<Decision>>
    /// The interpretations that they, or the decisions that they read, look at.
    let interpretations: Set<Place<Interpretation>>
    /// The facts that they, or the decisions that they read, look at.
    let facts: Set<Place<Fact>>

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
        var reach = Reach()
        for norm in norms { for node in plan.norms[norm].nodes { reach.add(node, of: plan) } }
        let programs = decisions.map { plan.program($0) }
        interpretations = programs.reduce(reach.interpretations) { $0.union($1.interpretations) }
        facts = programs.reduce(reach.facts) { $0.union($1.facts) }
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
    /// Where the norms that bear on a decision come to something else in another case; those that say the same are paired.
    func differences(_ decision: Place<Decision>, _ now: [NormInForce], in other: FactFrame) -> [NormDifference] {
        let selection = bearing[decision.value]
        guard !selection.norms.isEmpty else { return [] }
        var reader = Evaluator(plan, other, running: selection.decisions)
        var rest: [NormInForce] = []
        var open: [Int] = []
        for norm in selection.norms {
            switch reader.applies(norm) {
            case .yes: rest.append(reader.inForce(norm))
            case .unknown: open.append(norm)
            case .no: break
            }
        }
        var found: [NormDifference] = []
        for norm in now {
            func isSame(_ number: Int) -> Bool { number == norm.norm || plan.isSameDuty(number, norm.norm) }
            if let same = rest.firstIndex(where: { $0.norm == norm.norm }) ?? rest.firstIndex(where: { isSame($0.norm) }) {
                let then = rest.remove(at: same)
                if !plan.isSame(norm, then) { found.append(.changed(now: norm, then: then)) }
            } else {
                found.append(open.contains(where: isSame) ? .opened(norm) : .removed(norm))
            }
        }
        return found + rest.map { .added($0) }
    }

    /// Whether the norms that bear on a decision could come to anything else under another reading: with the reading left open, three values tell.
    func mayChangeNorms(_ place: Place<Interpretation>, _ decision: Place<Decision>, _ frame: FactFrame, _ now: [NormInForce]) -> Bool {
        var open = frame
        open.interpretations[place.value] = FactFrame.anyReading
        let selection = bearing[decision.value]
        var reader = Evaluator(plan, open, running: selection.decisions)
        let inForce = Dictionary(now.map { ($0.norm, $0) }, uniquingKeysWith: { first, _ in first })
        return selection.norms.contains { norm in
            switch reader.applies(norm) {
            case .unknown: true
            case .yes: inForce[norm].map { !plan.isSame($0, reader.inForce(norm)) } ?? true
            case .no: inForce[norm] != nil
            }
        }
    }

    /// Every norm that applies to the case, or may.
    package func obligations(_ frame: FactFrame) -> Obligations {
        var reader = Evaluator(plan, frame, running: Set(plan.decisions.places))
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
        var reader = Evaluator(plan, frame, running: Set(plan.decisions.places))
        return (reader.applies(number), reader.inForce(number))
    }
}

extension Plan {
    /// Whether two norms ask the same of the same, as provisions do that differ only in when or how much.
    fileprivate func isSameDuty(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (norms[one].norm, norms[other].norm)
        return one.kind == other.kind && one.bearer == other.bearer && one.counterparty == other.counterparty && one.content == other.content
    }

    /// Whether a norm comes to the same: deadline, amount and months.
    fileprivate func isSame(_ one: NormInForce, _ other: NormInForce) -> Bool {
        one.deadline == other.deadline && one.amount == other.amount && one.recurrence == other.recurrence
            && norms[one.norm].norm.deadline == norms[other.norm].norm.deadline
    }

    /// The decisions that something reads, through their rules too.
    fileprivate func decisions(read reach: Reach) -> Set<Place<Decision>> {
        reach.decisions.union(reach.applies.union(reach.holds).map { rules[$0].decision })
    }
}

/// Reads norms on the facts of a case; the decisions that they read must have been run.
extension Evaluator where Trace == NoTracer {
    fileprivate init(_ plan: Plan, _ frame: FactFrame, running decisions: Set<Place<Decision>>) {
        self.init(plan, frame, tracer: NoTracer())
        for decision in decisions.sorted() { run(decision) }
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
