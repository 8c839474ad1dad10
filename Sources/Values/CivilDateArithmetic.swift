/// Periods of the calendar, counted from a day.
extension CivilDate {
    /// The day that many days later, or earlier when negative; `nil` outside the years 1 to 9999.
    package func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        return overflow ? nil : CivilDate(dayNumber: sum)
    }

    /// The corresponding day (応当日) of the month that many months later, or its last day when it has none
    /// (Civil Code, article 143, paragraph 2); `nil` outside the years 1 to 9999.
    package func adding(months: Int) -> CivilDate? {
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, count >= 12 else { return nil }
        let (year, month) = (count / 12, count % 12 + 1)
        return CivilDate(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
    }

    /// The last day of a period of so many months that begins with this day: the day before the corresponding day, or the last day of the last
    /// month where that has none (Civil Code, article 143, paragraph 2); `nil` outside the years 1 to 9999.
    package func periodEnd(months: Int) -> CivilDate? {
        guard let corresponding = adding(months: months) else { return nil }
        return corresponding.day == day ? corresponding.adding(days: -1) : corresponding
    }

    /// The corresponding day of the year that many years later: 29 February gives way to the 28th in a common year
    /// (Civil Code, article 143, paragraph 2); `nil` outside the years 1 to 9999.
    package func adding(years: Int) -> CivilDate? {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? nil : adding(months: months)
    }

    /// How many days the leap years since the year 1 have up to this day, itself among them.
    package var leapYearDays: Int {
        let before = year - 1
        let leapYears = before / 4 - before / 100 + before / 400
        guard Self.days(inMonth: 2, of: year) == 29 else { return leapYears * 366 }
        let daysBefore = before * 365 + leapYears
        return leapYears * 366 + Int(dayNumber) - Self.supported.lowerBound - daysBefore + 1
    }
}

extension CivilDate: CustomStringConvertible {
    /// The day as `2026-11-22` (RFC 3339 full-date).
    package var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }

    /// The day as 2026年11月22日.
    package var japanese: String { "\(year)年\(month)月\(day)日" }
}

/// A number in decimal with zeros in front up to a width.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
