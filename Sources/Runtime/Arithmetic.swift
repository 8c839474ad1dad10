package import Plans
import Values
package import Vocabulary

extension FixedDecimal {
    /// One, in millionths.
    static var one: Int64 { 1_000_000 }
}

/// Compares two readings. An event that is still to come lies after the day to judge by; against later days nothing is known.
@inline(__always)
package func comparison(_ relation: Relation, _ left: Reading, _ right: Reading, asOf: Int64) -> Truth {
    if left.state == .known, right.state == .known { return holds(relation, left.value, right.value) }
    switch (left.state, right.state) {
    case (.inapplicable, _), (_, .inapplicable), (.unexercised, _), (_, .unexercised): return .no
    case (.pending, .known): return right.value <= asOf ? holds(relation, 1, 0) : .unknown
    case (.known, .pending): return left.value <= asOf ? holds(relation, 0, 1) : .unknown
    case (.unknown, _), (_, .unknown), (.pending, .pending), (.known, .known): return .unknown
    }
}

@inline(__always)
private func holds(_ relation: Relation, _ left: Int64, _ right: Int64) -> Truth {
    let way: UInt8 = left < right ? 1 : left == right ? 2 : 4
    return Truth(relation.rawValue & way != 0)
}

/// Adds, subtracts, multiplies or counts days; what does not fit or is not exact is unknown.
package func arithmetic(_ operation: Arithmetic, _ left: Reading, _ right: Reading) -> Reading {
    if let special = combinedState(left, right) { return special }
    let first = FixedDecimal(micros: left.value)
    let second = FixedDecimal(micros: right.value)
    let result: FixedDecimal? =
        switch operation {
        case .sum: first.adding(second)
        case .difference: first.subtracting(second)
        case .product: first.multiplied(by: second)
        case .days: days(from: left.value, to: right.value)
        }
    return result.map { Reading(.known, $0.micros) } ?? .unknown
}

/// Nil where two days lie too far apart.
private func days(from: Int64, to: Int64) -> FixedDecimal? {
    let (days, overflow) = to.subtractingReportingOverflow(from)
    return overflow ? nil : FixedDecimal(Int(days))
}

func combinedState(_ left: Reading, _ right: Reading) -> Reading? {
    if left.state == .known, right.state == .known { return nil }
    for state in [KnowledgeState.inapplicable, .unexercised] where left.state == state || right.state == state { return Reading(state) }
    return .unknown
}
