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

    /// This minute in Tokyo.
    static func now() -> Instant? {
        let seconds = Int(Date().timeIntervalSince1970.rounded(.down)) + 9 * 3600
        guard let date = CivilDate(dayNumber: seconds / 86_400), let time = TimeOfDay(minutes: seconds % 86_400 / 60) else { return nil }
        return Instant(date: date, time: time)
    }
}
