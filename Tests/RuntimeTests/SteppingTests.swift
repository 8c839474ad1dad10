import Runtime
import Testing
import Values
import Vocabulary

@Suite("Steps along the calendar")
struct SteppingTests {
    private static func day(_ text: String) throws -> Reading { Reading(.known, Int64(try #require(CivilDate(text)).dayNumber)) }

    @Test(
        "From a day to a day",
        arguments: [
            (CalendarStep.addDays, 1, "2024-02-28", "2024-02-29"), (.addDays, 1, "2023-02-28", "2023-03-01"), (.addDays, -1, "2026-03-01", "2026-02-28"),
            (.addDays, 0, "2026-03-01", "2026-03-01"), (.addDays, 365, "2023-03-01", "2024-02-29"), (.addMonths, 1, "2026-01-31", "2026-02-28"),
            (.addMonths, 1, "2024-01-31", "2024-02-29"), (.addMonths, -2, "2026-04-30", "2026-02-28"), (.addMonths, 12, "2024-02-29", "2025-02-28"),
            (.addMonths, 1, "2026-12-15", "2027-01-15"), (.periodEnd, 1, "2026-03-01", "2026-03-31"), (.periodEnd, 1, "2026-01-15", "2026-02-14"),
            (.periodEnd, 1, "2026-01-31", "2026-02-28"), (.periodEnd, 12, "2026-04-01", "2027-03-31"), (.monthEnd, 0, "2024-02-10", "2024-02-29"),
            (.monthEnd, 0, "2026-12-31", "2026-12-31"),
            // A Sunday; a Saturday; the holidays of May with the one in lieu; two holidays with a day between them, behind a Sunday.
            (.carriedOver, 0, "2026-06-28", "2026-06-29"), (.carriedOver, 0, "2026-06-27", "2026-06-27"), (.carriedOver, 0, "2026-05-03", "2026-05-07"),
            (.carriedOver, 0, "2026-05-06", "2026-05-07"), (.carriedOver, 0, "2026-09-20", "2026-09-24"),
        ])
    func days(step: CalendarStep, count: Int64, from: String, to: String) throws {
        #expect(stepped(try Self.day(from), step, count: count) == (try Self.day(to)))
    }

    @Test("A month has its days and its first day")
    func months() throws {
        let may = Int64(try #require(YearMonth(year: 2026, month: 5)).monthNumber)
        #expect(stepped(try Self.day("2026-05-01"), .month, count: 0) == Reading(.known, may))
        #expect(stepped(try Self.day("2026-05-31"), .month, count: 0) == Reading(.known, may))
        #expect(stepped(Reading(.known, may), .firstDay, count: 0) == (try Self.day("2026-05-01")))
        #expect(stepped(Reading(.known, may + 8), .firstDay, count: 0) == (try Self.day("2027-01-01")))
    }

    @Test("Weekdays go round", arguments: [("2026-06-28", Weekday.sunday), ("2026-06-29", .monday), ("2026-07-04", .saturday), ("1970-01-01", .thursday)])
    func weekdays(day: String, expected: Weekday) throws {
        #expect(stepped(try Self.day(day), .weekday, count: 0) == Reading(.known, Int64(expected.rawValue)))
    }

    @Test(
        "A day is a holiday or not, and unknown where the law says nothing",
        arguments: [("2026-05-06", 1), ("2026-05-07", 0), ("2026-09-22", 1), ("2026-06-28", 0), ("1950-01-01", nil), ("2151-01-01", nil)] as [(String, Int64?)])
    func holidays(day: String, expected: Int64?) throws {
        #expect(stepped(try Self.day(day), .isHoliday, count: 0) == (expected.map { Reading(.known, $0) } ?? .unknown))
    }

    /// The year 4 is the first leap year, 1900 is none; 2020 and 2024 are four years apart and have 366 days each.
    @Test(
        "Leap years have their days counted, other years none",
        arguments: [
            ("0001-01-01", "0003-12-31", 0), ("0003-12-31", "0004-01-01", 1), ("0004-01-01", "0004-12-31", 365), ("1899-12-31", "1903-12-31", 0),
            ("2023-12-31", "2024-01-31", 31), ("2024-12-20", "2025-01-20", 11), ("2019-06-01", "2025-06-01", 732), ("2024-02-28", "2024-03-01", 2),
            ("2025-01-20", "2024-12-20", -11), ("2000-01-01", "2000-12-31", 365),
        ])
    func leapYears(from: String, to: String, days: Int64) throws {
        let counts = try [from, to].map { stepped(try Self.day($0), .leapYearDays, count: 0) }
        #expect(counts.allSatisfy { $0.state == .known } && counts[1].value - counts[0].value == days * 1_000_000)
    }

    @Test("Where the calendar ends, or nothing is a day, it is unknown")
    func ends() throws {
        let (first, last) = (try Self.day("0001-01-01"), try Self.day("9999-12-31"))
        #expect(stepped(last, .addDays, count: 1) == .unknown)
        #expect(stepped(first, .addDays, count: -1) == .unknown)
        #expect(stepped(last, .addMonths, count: 1) == .unknown)
        #expect(stepped(last, .addDays, count: .max) == .unknown)
        #expect(stepped(first, .addMonths, count: .min) == .unknown)
        #expect(stepped(last, .monthEnd, count: 0) == last)
        for step in CalendarStep.allCases {
            #expect(stepped(Reading(.known, .max), step, count: 1) == .unknown)
            #expect(stepped(Reading(.known, .min), step, count: 1) == .unknown)
        }
    }

    @Test("What is still to come stays so where the step does not lead back")
    func pending() {
        let pending = Reading(.pending)
        for step in [CalendarStep.addDays, .addMonths] {
            #expect(stepped(pending, step, count: 0) == pending)
            #expect(stepped(pending, step, count: 3) == pending)
            #expect(stepped(pending, step, count: -1) == .unknown)
        }
        for step in [CalendarStep.periodEnd, .monthEnd, .carriedOver] { #expect(stepped(pending, step, count: 1) == pending) }
        for step in [CalendarStep.month, .firstDay, .weekday, .isHoliday, .leapYearDays] { #expect(stepped(pending, step, count: 1) == .unknown) }
    }

    @Test("What has no day keeps its state", arguments: [KnowledgeState.unknown, .inapplicable, .unexercised])
    func states(state: KnowledgeState) {
        for step in CalendarStep.allCases { #expect(stepped(Reading(state), step, count: 1) == Reading(state)) }
    }
}
