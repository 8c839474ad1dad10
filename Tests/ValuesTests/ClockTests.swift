import Testing
import Values

@Suite("Months, times and instants")
struct ClockTests {
    @Test("Months read, print and order", arguments: [("2026-11", 24_322), ("0001-01", 12), ("9999-12", 119_999)])
    func month(text: String, number: Int) throws {
        let month = try #require(YearMonth(text))
        #expect(Int(month.monthNumber) == number)
        #expect(month.description == text)
        #expect(YearMonth(monthNumber: number) == month)
        #expect(CivilDate(text + "-01").map { YearMonth($0) } == month)
    }

    @Test("Text that names no month is refused", arguments: ["", "2026", "2026-13", "2026-00", "2026-1", "0000-12", "2026-11-01", "26-11"])
    func noMonth(text: String) {
        #expect(YearMonth(text) == nil)
    }

    @Test("Months outside the calendar are refused", arguments: [11, 120_000, -1, Int.max, .min])
    func monthOutside(number: Int) {
        #expect(YearMonth(monthNumber: number) == nil)
    }

    @Test(
        "Times read with one or two digits of the hour",
        arguments: [
            ("9:00", 540, "09:00"), ("09:05", 545, "09:05"), ("0:00", 0, "00:00"), ("23:59", 1439, "23:59"), ("24:00", 1440, "24:00"),
        ])
    func time(text: String, minutes: Int, printed: String) throws {
        let time = try #require(TimeOfDay(text))
        #expect(Int(time.minutes) == minutes)
        #expect(time.description == printed)
    }

    @Test(
        "Text that names no time is refused",
        arguments: ["", "9", "9:0", "24:01", "25:00", "12:60", "009:00", "9:00:00", "-1:00", "９:00", "9:00 "])
    func noTime(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test(
        "Instants are brought to Japan's clock",
        arguments: [
            ("2026-11-22", "2026-11-22"), ("2026-11-24T09:00", "2026-11-24T09:00:00+09:00"),
            ("2026-11-24T09:00:00+09:00", "2026-11-24T09:00:00+09:00"), ("2026-11-24T00:00:00Z", "2026-11-24T09:00:00+09:00"),
            ("2026-11-24T15:00:00z", "2026-11-25T00:00:00+09:00"), ("2026-12-31T20:30:15.250-05:00", "2027-01-01T10:30:00+09:00"),
            ("2026-11-24T00:30:00+14:00", "2026-11-23T19:30:00+09:00"), ("2026-11-24T08:59:60+09:00", "2026-11-24T08:59:00+09:00"),
            ("2026-11-24T01:00:00+23:59", "2026-11-23T10:01:00+09:00"), ("0001-01-01T00:00:00+09:00", "0001-01-01T00:00:00+09:00"),
        ])
    func instant(text: String, expected: String) {
        #expect(Instant(text)?.description == expected)
    }

    @Test(
        "Text that names no instant is refused",
        arguments: [
            "", "2026-11-24T", "2026-11-24T9:00", "2026-11-24T24:00:00Z", "2026-11-24T09:60", "2026-11-24T09:00:61Z",
            "2026-11-24T09:00:00.Z", "2026-11-24T09:00:00+0900", "2026-11-24T09:00:00+24:00", "2026-11-24 09:00:00Z",
            "2026-11-24T09:00Zx", "9999-12-31T23:00:00Z", "0001-01-01T00:00:00+10:00", "2026-02-30T09:00",
        ])
    func noInstant(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("24:00 is midnight of the next day, except on the last day there is")
    func midnight() throws {
        let end = try #require(TimeOfDay("24:00"))
        #expect(Instant(date: try #require(CivilDate("2026-12-31")), time: end).description == "2027-01-01T00:00:00+09:00")
        #expect(Instant(date: try #require(CivilDate("9999-12-31")), time: end).time == end)
    }
}
