/// A time on the clock to the minute, from 00:00 to 24:00. 24:00 is the end of a day.
package struct TimeOfDay: Sendable, Hashable, Comparable {
    /// Minutes since midnight, 0 to 1440.
    package let minutes: Int16

    /// The time that many minutes after midnight; `nil` outside 0 to 1440.
    package init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = Int16(minutes)
    }

    /// A time by its parts; `nil` when the clock has no such time.
    package init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    /// Reads `9:00`, `09:00` or `24:00`; `nil` for any other form.
    package init?(_ text: some StringProtocol) {
        var cursor = ASCIICursor(text)
        guard let hour = cursor.number(digits: 1...2), cursor.take(":") != nil, let minute = cursor.number(digits: 2...2), cursor.isAtEnd
        else {
            return nil
        }
        self.init(hour: hour, minute: minute)
    }

    /// The hour, 0 to 24.
    package var hour: Int { Int(minutes) / 60 }

    /// The minute of the hour, 0 to 59.
    package var minute: Int { Int(minutes) % 60 }

    /// Earlier times come first.
    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: CustomStringConvertible {
    /// The time as `09:00`.
    package var description: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }
}
