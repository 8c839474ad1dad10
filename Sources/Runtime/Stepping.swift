import Calendar
import Values
package import Vocabulary

/// Steps along the calendar. What is still to come stays so where the step does not lead back.
package func stepped(_ date: Reading, _ step: CalendarStep, count: Int64) -> Reading {
    switch date.state {
    case .known: stepped(date.value, step, Int(count)).map { Reading(.known, $0) } ?? .unknown
    case .pending: step.keepsPending(count) ? date : .unknown
    case .unknown, .inapplicable, .unexercised: date
    }
}

/// Nil where the calendar ends.
private func stepped(_ value: Int64, _ step: CalendarStep, _ count: Int) -> Int64? {
    let day = CivilDate(dayNumber: Int(value))
    func number(_ day: CivilDate?) -> Int64? { day.map { Int64($0.dayNumber) } }
    return switch step {
    case .addDays: number(day?.adding(days: count))
    case .addMonths: number(day?.adding(months: count))
    case .periodEnd: number(day?.periodEnd(months: count))
    case .month: day.map { Int64(YearMonth($0).monthNumber) }
    case .firstDay: number(YearMonth(monthNumber: Int(value)).flatMap { CivilDate(year: $0.year, month: $0.month, day: 1) })
    case .monthEnd: number(day.flatMap { CivilDate(year: $0.year, month: $0.month, day: $0.daysInMonth) })
    case .carriedOver: number(day.flatMap { Holidays.businessDay(from: $0) })
    case .weekday: day.map { Int64($0.weekday.rawValue) }
    case .isHoliday: day.flatMap { Holidays.isHoliday($0) }.map { $0 ? 1 : 0 }
    // A number is so many millionths.
    case .leapYearDays: day.map { Int64($0.leapYearDays) * 1_000_000 }
    }
}
