import Foundation
import Values

/// The only clock: read once, at the edge. Japan has had no summer time since 1951, so Asia/Tokyo is UTC+9.
enum Clock {
    /// Today in Tokyo.
    static func today() -> Instant? {
        let seconds = Int(Date().timeIntervalSince1970.rounded(.down)) + 9 * 3600
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return CivilDate(dayNumber: day).map { Instant(date: $0, time: nil) }
    }

    /// This second in Tokyo: 2026-11-24T09:00:00+09:00 (RFC 3339).
    static func timestamp() -> String {
        let seconds = Int(Date().timeIntervalSince1970.rounded(.down)) + 9 * 3600
        let day = CivilDate(dayNumber: seconds / 86_400)?.description ?? ""
        let time = [seconds % 86_400 / 3600, seconds % 3600 / 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day)T\(time.joined(separator: ":"))+09:00"
    }

    /// This minute in Tokyo.
    static func now() -> Instant? {
        let seconds = Int(Date().timeIntervalSince1970.rounded(.down)) + 9 * 3600
        guard let date = CivilDate(dayNumber: seconds / 86_400), let time = TimeOfDay(minutes: seconds % 86_400 / 60) else { return nil }
        return Instant(date: date, time: time)
    }
}
