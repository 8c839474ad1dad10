import Calendar
import Foundation
import Testing
import Values

/// Every day that the Cabinet Office's file covers, in both directions.
@Suite("The calendar against the Cabinet Office's file")
struct OfficialFileTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/data/holidays/syukujitsu.csv")

    /// The days of the file. Their names are in CP932; the days are ASCII.
    private static func days() throws -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        for line in try Data(contentsOf: file).split(separator: 0x0A).dropFirst() {
            let parts = line.prefix { $0 != 0x2C }.split(separator: 0x2F).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
            try #require(parts.count == 3)
            days.insert(try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2])))
        }
        return days
    }

    @Test("Each day from 1955 to the last certain one is off in the calendar where the file says so, and only there")
    func equal() throws {
        guard FileManager.default.fileExists(atPath: Self.file.path) else {
            print("holidays: \(Self.file.path) is absent; the calendar was not compared")
            return
        }
        let official = try Self.days()
        var day = try #require(CivilDate(year: 1955, month: 1, day: 1))
        let last = try #require(Holidays.lastCertain)
        #expect(official.max().map { $0 <= last && $0.year == last.year } == true)
        var count = 0
        while day <= last {
            #expect(Holidays.isHoliday(day) == official.contains(day), "\(day)")
            count += 1
            day = try #require(day.adding(days: 1))
        }
        print("holidays: \(count) days compared")
    }
}
