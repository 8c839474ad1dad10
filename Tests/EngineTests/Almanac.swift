/// The calendar by counting: slow, and plain enough to be seen to be right.
enum Almanac {
    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }

    static func days(in month: Int, of year: Int) -> Int {
        [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Year, month and day of a day number.
    static func date(_ day: Int64) -> (year: Int, month: Int, day: Int) {
        var (year, rest) = (1970, Int(day))
        while rest < 0 {
            year -= 1
            rest += isLeap(year) ? 366 : 365
        }
        while rest >= (isLeap(year) ? 366 : 365) {
            rest -= isLeap(year) ? 366 : 365
            year += 1
        }
        var month = 1
        while rest >= days(in: month, of: year) {
            rest -= days(in: month, of: year)
            month += 1
        }
        return (year, month, rest + 1)
    }

    /// The day number of a date.
    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        var number = day - 1
        for before in 1..<month { number += days(in: before, of: year) }
        if year >= 1970 {
            for before in 1970..<year { number += isLeap(before) ? 366 : 365 }
        } else {
            for after in year..<1970 { number -= isLeap(after) ? 366 : 365 }
        }
        return Int64(number)
    }

    /// The days of the leap years since the year 1, one year after the other, up to a day and with it.
    static func leapYearDays(_ day: Int64) -> Int64 {
        let year = date(day).year
        let whole = Int64((1..<year).count { isLeap($0) }) * 366
        return whole + (isLeap(year) ? day - number(year, 1, 1) + 1 : 0)
    }

    private static func checked(_ day: Int64) -> Int64? { (-719_162...2_932_896).contains(day) ? day : nil }

    static func day(_ day: Int64, plusDays count: Int64) -> Int64? { checked(day + count) }

    /// The corresponding day (応当日), or the last of the month (Civil Code, article 143, paragraph 2).
    static func day(_ day: Int64, plusMonths count: Int64) -> Int64? {
        let from = date(day)
        var (year, month) = (from.year, from.month + Int(count))
        while month > 12 { (year, month) = (year + 1, month - 12) }
        while month < 1 { (year, month) = (year - 1, month + 12) }
        guard (1...9999).contains(year) else { return nil }
        return number(year, month, min(from.day, days(in: month, of: year)))
    }

    /// Monday is 0; 1970-01-01 was a Thursday.
    static func weekday(_ day: Int64) -> Int64 { ((day + 3) % 7 + 7) % 7 }

    static func month(_ day: Int64) -> Int64 {
        let date = date(day)
        return Int64(date.year * 12 + date.month - 1)
    }

    static func monthEnd(_ day: Int64) -> Int64 {
        let date = date(day)
        return number(date.year, date.month, days(in: date.month, of: date.year))
    }

    /// The last day of so many months that begin with a day (Civil Code, article 143): the day before the corresponding one, if there is one.
    static func lastDay(of months: Int64, from first: Int64) -> Int64? {
        let from = date(first)
        var (year, month) = (from.year, from.month + Int(months))
        while month > 12 { (year, month) = (year + 1, month - 12) }
        guard (1...9999).contains(year) else { return nil }
        let length = days(in: month, of: year)
        return from.day > length ? number(year, month, length) : number(year, month, from.day) - 1
    }

    /// The holidays of the winters and springs in which random cases lie, as the Cabinet Office lists them.
    private static let holidays: Set<Int64> = Set(
        [
            (2019, 11, 3), (2019, 11, 4), (2019, 11, 23), (2020, 1, 1), (2020, 1, 13), (2020, 2, 11), (2020, 2, 23), (2020, 2, 24), (2023, 4, 29), (2023, 5, 3),
            (2023, 5, 4), (2023, 5, 5), (2023, 7, 17), (2023, 8, 11), (2024, 1, 1), (2024, 1, 8), (2024, 2, 11), (2024, 2, 12), (2024, 2, 23), (2024, 3, 20),
            (2024, 4, 29), (2025, 11, 3), (2025, 11, 23), (2025, 11, 24), (2026, 1, 1), (2026, 1, 12), (2026, 2, 11), (2026, 2, 23), (2026, 3, 20),
            (2026, 4, 29), (2026, 5, 3), (2026, 5, 4), (2026, 5, 5), (2026, 5, 6), (2028, 9, 18), (2028, 9, 22), (2028, 10, 9), (2028, 11, 3),
            (2028, 11, 23),
        ].map { number($0.0, $0.1, $0.2) })

    static func isHoliday(_ day: Int64) -> Bool { holidays.contains(day) }

    static func openDay(from day: Int64) -> Int64 { isHoliday(day) || weekday(day) == 6 ? openDay(from: day + 1) : day }
}
