/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
package struct CivilDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before it.
    package let dayNumber: Int32

    /// The day numbers of 0001-01-01 and 9999-12-31.
    static let supported = -719_162...2_932_896

    /// The day that many days after 1970-01-01; `nil` outside the years 1 to 9999.
    package init?(dayNumber: Int) {
        guard Self.supported.contains(dayNumber) else { return nil }
        self.dayNumber = Int32(dayNumber)
    }

    /// A day by its parts; `nil` when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        // Years that begin in March put the leap day last; an era is 400 years or 146 097 days.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(dayNumber: era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `YYYY-MM-DD` (RFC 3339 full-date); `nil` for any other form or a day that does not exist.
    package init?(_ text: some StringProtocol) {
        var cursor = ASCIICursor(text)
        self.init(reading: &cursor)
        guard cursor.isAtEnd else { return nil }
    }

    /// Reads `YYYY-MM-DD` off the front of a text.
    init?(reading cursor: inout ASCIICursor) {
        guard let year = cursor.number(digits: 4...4), cursor.take("-") != nil,
            let month = cursor.number(digits: 2...2), cursor.take("-") != nil,
            let day = cursor.number(digits: 2...2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The year, 1 to 9999.
    package var year: Int { parts.year }

    /// The month, 1 to 12.
    package var month: Int { parts.month }

    /// The day of the month, 1 to 31.
    package var day: Int { parts.day }

    /// Year, month and day in one calculation.
    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// How many days the month of this day has.
    package var daysInMonth: Int {
        let (year, month, _) = parts
        return Self.days(inMonth: month, of: year)
    }

    /// The day of the week. 1970-01-01 was a Thursday.
    package var weekday: Weekday {
        let index = (Int(dayNumber) + 3) % 7
        return Weekday(rawValue: UInt8(index < 0 ? index + 7 : index)) ?? .monday
    }

    /// How many days a month has; 0 for a number that is no month.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }

    /// Earlier days come first.
    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
}
