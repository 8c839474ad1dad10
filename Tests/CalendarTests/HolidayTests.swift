import Calendar
import Testing
import Values

@Suite("The days off of the Act on National Holidays")
struct HolidayTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(
        "A day is off under the name that the law gives it",
        arguments: [
            ("1955-01-15", "成人の日"), ("2000-01-10", "成人の日"), ("1966-02-11", nil), ("1967-02-11", "建国記念の日"), ("1988-04-29", "天皇誕生日"),
            ("2019-12-23", nil), ("2020-02-23", "天皇誕生日"), ("2020-07-24", "スポーツの日"), ("2020-10-12", nil), ("2021-08-08", "山の日"),
            ("1989-02-24", "大喪の礼"), ("2026-11-23", "勤労感謝の日"), ("2026-11-24", nil), ("1979-03-21", "春分の日"), ("2024-03-20", "春分の日"),
            ("2012-09-22", "秋分の日"),
        ] as [(String, String?)])
    func names(date: String, name: String?) throws {
        #expect(Holidays.name(of: try day(date)) == name)
    }

    @Test(
        "A holiday on a Sunday gives a day off after it, and a day between two holidays is off",
        arguments: [
            // 1973-02-11 was a Sunday before the rule, 1973-04-29 the first after it.
            ("1973-02-12", false), ("1973-04-30", true), ("2008-05-06", true), ("2002-05-06", true), ("2009-05-06", true), ("2026-05-06", true),
            ("2026-09-22", true), ("1986-05-04", false), ("1987-05-04", true), ("1988-05-04", true), ("1992-05-04", true), ("2019-04-30", true),
            ("2019-05-02", true), ("2021-08-09", true),
        ])
    func derived(date: String, isOff: Bool) throws {
        #expect(Holidays.isHoliday(try day(date)) == isOff)
    }

    @Test("Nothing is said of days before 1955 and after 2150")
    func outside() throws {
        #expect(Holidays.isHoliday(try day("1954-12-31")) == nil)
        #expect(Holidays.isHoliday(try day("2151-01-01")) == nil)
        #expect(Holidays.businessDay(from: try day("1954-12-31")) == nil)
    }

    @Test("What is not announced yet is predicted")
    func predicted() throws {
        #expect(!Holidays.isPredicted(try day("2027-12-31")))
        #expect(Holidays.isPredicted(try day("2028-01-01")))
    }

    @Test(
        "A Sunday or a day off gives way to the next day that is neither",
        arguments: [("2026-05-01", "2026-05-01"), ("2026-05-02", "2026-05-02"), ("2026-05-03", "2026-05-07"), ("2026-11-22", "2026-11-24")])
    func carried(from: String, to: String) throws {
        #expect(Holidays.businessDay(from: try day(from)) == (try day(to)))
    }
}
