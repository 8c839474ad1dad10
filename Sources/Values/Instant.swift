/// A day in Japan, or a minute of one: what a rule is judged as of.
package struct Instant: Sendable, Hashable {
    /// The day in Japan.
    package let date: CivilDate
    /// The time in Japan; `nil` when only the day is known.
    package let time: TimeOfDay?

    /// Minutes that Asia/Tokyo is ahead of UTC. Japan has had no summer time since 1952.
    private static let tokyo = 540

    /// A day with or without a time. 24:00 becomes 00:00 of the next day, when there is one.
    package init(date: CivilDate, time: TimeOfDay?) {
        if time?.minutes == 1440, let next = date.adding(days: 1) {
            (self.date, self.time) = (next, TimeOfDay(minutes: 0))
        } else {
            (self.date, self.time) = (date, time)
        }
    }

    /// Reads `2026-11-24`, `2026-11-24T09:00` (in Japan), or an RFC 3339 date-time with any offset, brought to +09:00.
    /// Seconds are checked, then dropped. `nil` for any other form.
    package init?(_ text: some StringProtocol) {
        var cursor = ASCIICursor(text)
        guard let date = CivilDate(reading: &cursor) else { return nil }
        if cursor.isAtEnd {
            self.init(date: date, time: nil)
            return
        }
        guard cursor.take("T", "t") != nil, let minutes = Self.clock(&cursor), let offset = Self.offset(&cursor), cursor.isAtEnd else {
            return nil
        }
        self.init(date: date, minutes: minutes - offset + Self.tokyo)
    }

    /// The instant some minutes after the midnight that begins a day; `nil` outside the years 1 to 9999.
    private init?(date: CivilDate, minutes: Int) {
        let days = minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440)
        guard let date = date.adding(days: days), let time = TimeOfDay(minutes: minutes - days * 1440) else { return nil }
        self.init(date: date, time: time)
    }

    /// Reads `HH:MM[:SS[.fraction]]` as minutes since midnight. Second 60 is a leap second.
    private static func clock(_ cursor: inout ASCIICursor) -> Int? {
        guard let hour = cursor.number(digits: 2...2), hour < 24, cursor.take(":") != nil,
            let minute = cursor.number(digits: 2...2), minute < 60
        else { return nil }
        if cursor.take(":") != nil {
            guard let second = cursor.number(digits: 2...2), second <= 60 else { return nil }
            if cursor.take(".") != nil {
                guard cursor.digit() != nil else { return nil }
                while cursor.digit() != nil {}
            }
        }
        return hour * 60 + minute
    }

    /// Reads `Z` or `±HH:MM` as minutes ahead of UTC. At the end of the text the clock is Japan's.
    private static func offset(_ cursor: inout ASCIICursor) -> Int? {
        if cursor.isAtEnd { return tokyo }
        if cursor.take("Z", "z") != nil { return 0 }
        guard let sign = cursor.take("+", "-"), let hour = cursor.number(digits: 2...2), hour < 24, cursor.take(":") != nil,
            let minute = cursor.number(digits: 2...2), minute < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hour * 60 + minute)
    }
}

extension Instant: CustomStringConvertible {
    /// `2026-11-24`, or with a time `2026-11-24T09:00:00+09:00` (RFC 3339).
    package var description: String { time.map { "\(date)T\($0):00+09:00" } ?? date.description }
}
