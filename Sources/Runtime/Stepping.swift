import Calendar
package import Plans
import Values
import Vocabulary

/// Steps along the calendar. What is still to come stays so where the step does not lead back.
package func calendar(_ node: Node, _ date: Reading) -> Reading {
    let step = node.calendarStep
    switch date.state {
    case .known: break
    case .pending: return step.keepsPending(node.immediate) ? date : .unknown
    default: return date
    }
    return stepped(step, date.value, count: Int(clamping: node.immediate)).map { Reading(.known, $0) } ?? .unknown
}

private func stepped(_ step: CalendarStep, _ value: Int64, count: Int) -> Int64? {
    if step == .firstDay {
        return YearMonth(monthNumber: Int(clamping: value)).flatMap { CivilDate(year: $0.year, month: $0.month, day: 1) }.map { Int64($0.dayNumber) }
    }
    guard let day = CivilDate(dayNumber: Int(clamping: value)) else { return nil }
    func number(_ day: CivilDate?) -> Int64? { day.map { Int64($0.dayNumber) } }
    return switch step {
    case .addDays: number(day.adding(days: count))
    case .addMonths: number(day.adding(months: count))
    case .periodEnd: number(day.periodEnd(months: count))
    case .month: Int64(YearMonth(day).monthNumber)
    case .monthEnd: number(CivilDate(year: day.year, month: day.month, day: day.daysInMonth))
    case .carriedOver: number(Holidays.businessDay(from: day))
    case .weekday: Int64(day.weekday.rawValue)
    case .isHoliday: Holidays.isHoliday(day).map { $0 ? 1 : 0 }
    case .firstDay: nil
    }
}
