/// A step from a day, or a month, to another value along the calendar; some take a count. The raw value stands in the nodes of a plan.
package enum CalendarStep: Int32, Hashable, Sendable {
    case addDays, addMonths
    /// The last day of a period of so many months that is counted from its first day (Civil Code, art. 143).
    case periodEnd
    /// The month that a day lies in.
    case month
    /// The first day of a month.
    case firstDay
    /// The last day of the month of a day.
    case monthEnd
    /// The day itself, or the next that is neither a Sunday nor a holiday (Civil Code, art. 142).
    case carriedOver
    case weekday
    /// Whether the day is a holiday: 1 or 0.
    case isHoliday

    /// Whether a later day never gives an earlier result.
    package var isMonotone: Bool { self != .weekday && self != .isHoliday }
    /// Whether what is still to come is so too after the step.
    package func keepsPending(_ count: Int64) -> Bool {
        switch self {
        case .addDays, .addMonths: count >= 0
        case .periodEnd, .monthEnd, .carriedOver: true
        case .month, .firstDay, .weekday, .isHoliday: false
        }
    }
}

/// How a quotient is brought to a multiple of a unit, by its magnitude.
package enum Rounding: Int64, Hashable, Sendable {
    case down, up
    /// Halves away from zero.
    case half
}
