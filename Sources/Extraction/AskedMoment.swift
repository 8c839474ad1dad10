import Sentences
import Values

/// The day and the time of day that a text asks about: 「今夜9時」, 「明日の日曜」. Who answers confirms it, and then it is the day to judge by.
package struct AskedMoment: Sendable, Hashable {
    /// A day number.
    package let day: Int64?
    /// Minutes after midnight.
    package let minutes: Int64?
    /// The words, in UTF-8 bytes of the text.
    package let words: Range<Int>

    /// The first moment of a question, a wish or a request; nil where none is asked about.
    init?(_ text: SpokenText, days: SpokenDay) {
        for one in text.predications where one.tense != .past && !one.moods.isDisjoint(with: [.whether, .how, .request, .wish, .permission, .plan]) {
            for time in one.times where time.direction != .past {
                let day = days.days(in: time.text).first.map { Int64($0.day.dayNumber) }
                let evening = ["今夜", "今晩", "夜", "午後", "夕方"].contains { time.text.contains($0) }
                let clock = time.text.split(whereSeparator: { !($0.isNumber || $0 == ":" || $0 == "時" || $0 == "半" || $0 == "分") }).lazy
                    .filter { $0.contains("時") || $0.contains(":") }.compactMap { Self.minutes(String($0)) }.first
                let today = ["今夜", "今晩", "今から", "いま"].contains { time.text.contains($0) } ? days.today.map { Int64($0.dayNumber) } : nil
                guard let day = day ?? today ?? (clock == nil ? nil : days.today.map { Int64($0.dayNumber) }) else { continue }
                self.day = day
                minutes = clock.map { evening && $0 < 720 ? $0 + 720 : $0 }
                words = time.range
                return
            }
        }
        return nil
    }

    /// 9時, 9時半, 9:30.
    private static func minutes(_ words: String) -> Int64? {
        if let time = TimeOfDay(written: words) { return Int64(time.minutes) }
        let parts = words.split(whereSeparator: { $0 == "時" || $0 == ":" || $0 == "分" })
        guard let hour = parts.first.flatMap({ KanjiNumeral.parse(String($0)) }), (0...23).contains(hour) else { return nil }
        if words.hasSuffix("半") { return Int64(hour * 60 + 30) }
        let rest = parts.dropFirst().first.flatMap { KanjiNumeral.parse(String($0)) } ?? 0
        return (0...59).contains(rest) ? Int64(hour * 60 + rest) : nil
    }
}
