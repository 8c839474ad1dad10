package import Plans
import Runtime
package import Vocabulary

/// A fact, perhaps moved: bounds of what it is compared with are bounds of the fact.
package struct MovedFact {
    package let fact: Place<Fact>
    /// The values that move it, from the fact outwards. None turns back: a later day never leads to an earlier one.
    package let steps: [ValueID]
    /// By how much, where that is the same for all its values.
    package let distance: Int64?
}

extension Plan {
    /// The fact that a value is, perhaps moved by so much or along the calendar.
    package func moved(_ id: ValueID) -> MovedFact? {
        if case .fact(let fact) = self[id] { return MovedFact(fact: fact, steps: [], distance: 0) }
        guard let move = move(self[id]), let inner = moved(move.from) else { return nil }
        let sum = move.distance.flatMap { own in inner.distance.map { $0.addingReportingOverflow(own) } }
        return MovedFact(fact: inner.fact, steps: inner.steps + [id], distance: sum.flatMap { $0.overflow ? nil : $0.partialValue })
    }

    /// What a node moves, and by how much where that is always the same; nil where it may turn back, or does not move one value.
    private func move(_ node: ValueNode) -> (from: ValueID, distance: Int64?)? {
        switch node {
        case .calendar(let step, let date, let count): step.traits.isMonotone ? (date, step.traits.isShift ? count : nil) : nil
        case .arithmetic(.sum, let left, let right): constant(right).map { (left, $0) }
        case .arithmetic(.difference, let left, let right): constant(right).map { (left, 0 &- $0) }
        case .arithmetic(.product, _, _), .arithmetic(.days, _, _), .constant, .fact, .rounded, .count, .total, .lookup, .choice: nil
        }
    }

    private func constant(_ id: ValueID) -> Int64? { if case .constant(let value) = self[id] { value } else { nil } }

    /// Where one value that moves a fact leads; where the calendar ends, it stays.
    package func stepped(_ id: ValueID, _ value: Int64) -> Int64 {
        let start = Reading(.known, value)
        let end: Reading
        if case .calendar(let step, _, let count) = self[id] {
            end = Runtime.stepped(start, step, count: count)
        } else {
            guard let distance = move(self[id])?.distance else { preconditionFailure("only what moves a fact is a step of it") }
            end = arithmetic(.sum, start, Reading(.known, distance))
        }
        return end.state == .known ? end.value : value
    }

    /// Whether the regions of a fact are made for this value.
    package func isDirect(_ id: ValueID) -> Bool {
        if case .calendar(let step, let date, _) = self[id], step.traits.cycle != nil { return moved(date)?.distance != nil }
        return moved(id) != nil
    }
}
