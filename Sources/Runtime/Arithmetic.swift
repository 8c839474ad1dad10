package import Plans
import Values
package import Vocabulary

extension FixedDecimal {
    /// One, in millionths.
    static var one: Int64 { 1_000_000 }
}

/// Compares two readings. An event that is still to come lies after the day to judge by; against later days nothing is known.
package func comparison(_ relation: Relation, _ left: Reading, _ right: Reading, asOf: Int64) -> Truth {
    switch (left.state, right.state) {
    case (.known, .known): Truth(relation.holds(left.value, right.value))
    case (.inapplicable, _), (_, .inapplicable), (.unexercised, _), (_, .unexercised): .no
    case (.pending, .known): right.value <= asOf ? Truth(relation.holds(1, 0)) : .unknown
    case (.known, .pending): left.value <= asOf ? Truth(relation.holds(0, 1)) : .unknown
    default: .unknown
    }
}

/// Adds, subtracts or multiplies; what does not fit or is not exact is unknown.
package func arithmetic(_ operation: Operation, _ left: Reading, _ right: Reading) -> Reading {
    if let special = combinedState(left, right) { return special }
    let first = FixedDecimal(micros: left.value)
    let second = FixedDecimal(micros: right.value)
    let result: FixedDecimal? =
        switch operation {
        case .sum: first.adding(second)
        case .difference: first.subtracting(second)
        default: first.multiplied(by: second)
        }
    return result.map { Reading(.known, $0.micros) } ?? .unknown
}

private func combinedState(_ left: Reading, _ right: Reading) -> Reading? {
    if left.state == .known, right.state == .known { return nil }
    for state in [KnowledgeState.inapplicable, .unexercised] where left.state == state || right.state == state { return Reading(state) }
    return .unknown
}

/// Steps along the calendar (Civil Code art. 143), or the weekday of a day.
package func calendar(_ node: Node, _ date: Reading) -> Reading {
    switch date.state {
    case .known: break
    case .pending: return node.operation != .weekday && node.immediate >= 0 ? date : .unknown
    default: return date
    }
    guard let day = CivilDate(dayNumber: Int(clamping: date.value)) else { return .unknown }
    let result: Int64? =
        switch node.operation {
        case .addDays: day.adding(days: Int(clamping: node.immediate)).map { Int64($0.dayNumber) }
        case .addMonths: day.adding(months: Int(clamping: node.immediate)).map { Int64($0.dayNumber) }
        default: Int64(day.weekday.rawValue)
        }
    return result.map { Reading(.known, $0) } ?? .unknown
}

extension Decision {
    /// The outcomes that are possible when some certainly are given and others may be, a bit for each.
    ///
    /// Ranked: the first given outcome wins. Otherwise two different outcomes are a conflict. Where none is given, the fallback.
    package func possible(certain: UInt64, open: UInt64) -> UInt64 {
        let open = open & ~certain
        if open == 0 { return settled(certain) }
        guard isRanked else {
            var result: UInt64 = 0
            if certain == 0 {
                result = open | 1 << UInt64(fallback)
                if open.nonzeroBitCount > 1 { result |= 1 << UInt64(conflict) }
            } else if certain.nonzeroBitCount > 1 {
                result = 1 << UInt64(conflict)
            } else {
                result = certain | 1 << UInt64(conflict)
            }
            return result
        }
        guard certain != 0 else { return open | 1 << UInt64(fallback) }
        let best = certain & (~certain &+ 1)
        return best | open & (best - 1)
    }

    private func settled(_ certain: UInt64) -> UInt64 {
        if certain == 0 { return 1 << UInt64(fallback) }
        if isRanked { return certain & (~certain &+ 1) }
        return certain.nonzeroBitCount == 1 ? certain : 1 << UInt64(conflict)
    }
}
