import Testing
import Values

@Suite("Days of the calendar")
struct CivilDateTests {
    @Test(
        "A day is counted from 1970-01-01",
        arguments: [
            ("0001-01-01", -719_162), ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
            ("2026-11-22", 20_779), ("9999-12-31", 2_932_896),
        ])
    func dayNumber(text: String, number: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(Int(date.dayNumber) == number)
        #expect(CivilDate(dayNumber: number)?.description == text)
    }

    @Test("Every day of eight centuries is the day after the one before it, and reads back")
    func everyDay() throws {
        var expected = (year: 1600, month: 1, day: 1)
        var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        while date.year < 2400 {
            guard (date.year, date.month, date.day) == expected else {
                Issue.record("\(date) is not \(expected)")
                return
            }
            let isLeap = expected.year % 400 == 0 || (expected.year % 4 == 0 && expected.year % 100 != 0)
            let length = expected.month == 2 && isLeap ? 29 : lengths[expected.month - 1]
            guard date.daysInMonth == length, CivilDate(year: expected.year, month: expected.month, day: expected.day) == date else {
                Issue.record("\(date) does not read back")
                return
            }
            expected.day += 1
            if expected.day > length { (expected.month, expected.day) = (expected.month + 1, 1) }
            if expected.month > 12 { (expected.year, expected.month) = (expected.year + 1, 1) }
            date = try #require(date.adding(days: 1))
        }
    }

    @Test(
        "Text that names no day is refused",
        arguments: [
            "", "2026", "2026-11", "2026-11-22 ", " 2026-11-22", "2026-1-1", "2026-13-01", "2026-00-10", "2026-11-31", "2026-11-00",
            "2023-02-29", "1900-02-29", "0000-01-01", "-001-01-01", "20261122", "2026/11/22", "２０２６-11-22", "2026-11-2２", "+026-11-22",
            "2026-11-222", "99999999999999999999-01-01",
        ])
    func refused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("Day numbers and parts beyond the calendar are refused, however large")
    func outside() {
        for number in [-719_163, 2_932_897, .min, .max] { #expect(CivilDate(dayNumber: number) == nil) }
        #expect(CivilDate(year: .max, month: .max, day: .max) == nil)
        #expect(CivilDate(year: .min, month: 1, day: .min) == nil)
    }

    @Test(
        "The day of the week is right",
        arguments: [
            ("1970-01-01", "木"), ("1969-12-31", "水"), ("2026-11-22", "日"), ("2024-02-29", "木"), ("0001-01-01", "月"), ("2026-11-23", "月"),
        ])
    func weekday(text: String, name: String) throws {
        #expect(try #require(CivilDate(text)).weekday.japanese == name)
        #expect(Weekday(japanese: name)?.japanese == name)
    }

    @Test("The Japanese form has no leading zeros")
    func japanese() {
        #expect(CivilDate("2026-01-02")?.japanese == "2026年1月2日")
        #expect(Weekday(japanese: "祝") == nil)
    }

    @Test(
        "A period of months ends on the corresponding day, or on the last day of a month without one",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", 1, "2026-04-30"),
            ("2026-11-22", 2, "2027-01-22"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
            ("2026-08-31", 0, "2026-08-31"), ("0001-02-01", -1, "0001-01-01"),
        ])
    func months(start: String, months: Int, end: String) throws {
        #expect(try #require(CivilDate(start)).adding(months: months)?.description == end)
    }

    @Test("A year after 29 February is 28 February, four years after it the 29th")
    func years() throws {
        let leapDay = try #require(CivilDate("2024-02-29"))
        #expect(leapDay.adding(years: 1)?.description == "2025-02-28")
        #expect(leapDay.adding(years: 4)?.description == "2028-02-29")
        #expect(leapDay.adding(years: -1)?.description == "2023-02-28")
    }

    @Test("Periods that leave the calendar give nothing", arguments: [Int.max, .min, 4_000_000, -4_000_000])
    func beyond(count: Int) throws {
        let date = try #require(CivilDate("2026-11-22"))
        #expect(date.adding(days: count) == nil)
        #expect(date.adding(months: count) == nil)
        #expect(date.adding(years: count) == nil)
        #expect(CivilDate("0001-01-31")?.adding(months: -1) == nil)
        #expect(CivilDate("9999-12-01")?.adding(months: 1) == nil)
    }
}
