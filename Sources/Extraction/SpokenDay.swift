import Patterns
import Values

/// Finds the days that words name as people name them: 令和6年3月1日, `3/1`, 昨日, 先週の金曜, 来月末, 3日前.
struct SpokenDay {
    /// A day, where its words stand, and whether a part of it had to be guessed.
    struct Found {
        let range: Range<Int>
        let day: CivilDate
        let isGuessed: Bool
    }

    /// The day that the words are spoken on; without it only full dates are days.
    let today: CivilDate?
    let scratch: MatchScratch

    /// The days in their order; of forms that overlap the longest is meant.
    func days(in words: String) -> [Found] {
        let bytes = Array(words.utf8)
        var found: [Found] = []
        for form in Self.forms {
            for match in (try? form.pattern.allMatches(in: bytes, limit: 20, scratch: scratch)) ?? [] {
                let parts = match.groups.map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } }
                guard let (day, isGuessed) = form.read(self, parts) else { continue }
                found.append(Found(range: match.range, day: day, isGuessed: isGuessed))
            }
        }
        let longest = found.sorted { $0.range.count > $1.range.count }.reduce(into: [Found]()) { kept, one in
            if !kept.contains(where: { $0.range.overlaps(one.range) }) { kept.append(one) }
        }
        return longest.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private typealias Reading = (day: CivilDate, isGuessed: Bool)

    private struct Form: Sendable {
        let pattern: Pattern
        let read: @Sendable (SpokenDay, [String?]) -> Reading?

        init(_ source: String, _ read: @escaping @Sendable (SpokenDay, [String?]) -> Reading?) {
            pattern = Pattern(source, caseInsensitive: true)
            self.read = read
        }
    }

    private static let number = "[0-9〇一二三四五六七八九十]{1,4}"
    private static let relativeDays = [
        "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "昨晩": -1, "本日": 0, "今日": 0, "きょう": 0, "今朝": 0, "明日": 1, "あした": 1, "あす": 1,
        "明後日": 2, "あさって": 2,
    ]
    private static let steps = ["先々": -2, "先": -1, "今": 0, "来": 1, "翌": 1, "再来": 2]
    private static let years = ["去": -1, "昨": -1, "今": 0, "本": 0, "来": 1, "翌": 1, "再来": 2]

    private static let forms: [Form] = [
        // 令和6年3月1日, R6.3.1, 2026-03-01, 20260301.
        Form(
            "(?:令和|平成|昭和|(?<![a-z])[rhs])[.]? ?(?:元|\(number)) ?[年./-] ?\(number) ?[月./-] ?\(number)日?"
                + "|(?<![0-9])[0-9〇一二三四五六七八九]{4} ?[年./-] ?\(number) ?[月./-] ?\(number)日?|(?<![0-9])20[0-9]{6}(?![0-9])"
        ) { _, parts in parts[0].flatMap { CivilDate(written: $0) }.map { ($0, false) } },
        // 令和8年10月末, 2026年10月末.
        Form("((?:(?:令和|平成|昭和)(?:元|\(number))|[0-9]{4})年\(number)月)の?(?:末日?|いっぱい|限り)") { _, parts in
            parts[1].flatMap { YearMonth(written: $0) }.flatMap { lastDay($0.year, $0.month) }.map { ($0, false) }
        },
        // 来年1月4日, 去年の12月末.
        Form("(再来|来|翌|今|本|昨|去)年の?(\(number))月の?(?:(\(number))日|(末|いっぱい|限り))") { spoken, parts in
            guard let today = spoken.today, let shift = parts[1].flatMap({ years[$0] }), let month = numeral(parts[2]) else { return nil }
            return (numeral(parts[3]).map { CivilDate(year: today.year + shift, month: month, day: $0) } ?? lastDay(today.year + shift, month))
                .map { ($0, false) }
        },
        // 3月1日, 3/1: the nearest such day.
        Form("(?<![0-9年/.-])\(number)(?:月\(number)日|/\(number)(?![0-9/]))") { spoken, parts in
            guard let today = spoken.today, let words = parts[0] else { return nil }
            return CivilDate(written: words, near: today).map { ($0, true) }
        },
        // 10月末: the nearest.
        Form("(?<![0-9年])(\(number))月の?(?:末日?|いっぱい|限り)") { spoken, parts in
            guard let today = spoken.today, let month = numeral(parts[1]) else { return nil }
            let candidates = (-1...1).compactMap { lastDay(today.year + $0, month) }
            return candidates.min { abs($0.dayNumber - today.dayNumber) < abs($1.dayNumber - today.dayNumber) }.map { ($0, true) }
        },
        // 来月末, 先月の5日.
        Form("(先々|先|今|再来|来|翌)月の?(?:(末日?|いっぱい|限り)|(\(number))日)") { spoken, parts in
            guard let shift = parts[1].flatMap({ steps[$0] }), let month = spoken.today?.firstOfMonth?.adding(months: shift) else { return nil }
            return (numeral(parts[3]).map { CivilDate(year: month.year, month: month.month, day: $0) } ?? lastDay(month.year, month.month))
                .map { ($0, false) }
        },
        // 先週の金曜.
        Form("(先々|先|今|再来|来|翌)週の?([月火水木金土日])曜?") { spoken, parts in
            guard let today = spoken.today, let weeks = parts[1].flatMap({ steps[$0] }), let wanted = parts[2].flatMap({ place($0) }),
                let own = place(today.weekday.japanese)
            else { return nil }
            return today.adding(days: weeks * 7 + wanted - own).map { ($0, false) }
        },
        // 今度の火曜: the next one.
        Form("(?:次|今度|こんど)の?([月火水木金土日])曜") { spoken, parts in
            guard let today = spoken.today, let wanted = parts[1].flatMap({ place($0) }), let own = place(today.weekday.japanese) else { return nil }
            return today.adding(days: (wanted - own + 6) % 7 + 1).map { ($0, true) }
        },
        // 昨日, 明後日.
        Form(relativeDays.keys.sorted { ($1.count, $0) < ($0.count, $1) }.joined(separator: "|")) { spoken, parts in
            parts[0].flatMap { relativeDays[$0] }.flatMap { spoken.today?.adding(days: $0) }.map { ($0, false) }
        },
        // 3日前, 2週間後, 1か月前.
        Form("(\(number)) ?(日|週間|[かヶカケヵ箇]月|年)(前|後)") { spoken, parts in
            guard let today = spoken.today, let count = numeral(parts[1]), let unit = parts[2] else { return nil }
            let times = parts[3] == "前" ? -count : count
            let day =
                switch unit {
                case "日": today.adding(days: times)
                case "週間": today.adding(days: times * 7)
                case "年": today.adding(years: times)
                default: today.adding(months: times)
                }
            return day.map { ($0, false) }
        },
    ]

    /// The place in a week that begins on Monday.
    private static func place(_ weekday: String) -> Int? { ["月", "火", "水", "木", "金", "土", "日"].firstIndex(of: weekday) }

    private static func numeral(_ words: String?) -> Int? { words.flatMap { KanjiNumeral.parse($0) } }

    private static func lastDay(_ year: Int, _ month: Int) -> CivilDate? {
        CivilDate(year: year, month: month, day: 1).flatMap { CivilDate(year: year, month: month, day: $0.daysInMonth) }
    }
}

extension CivilDate {
    fileprivate var firstOfMonth: CivilDate? { CivilDate(year: year, month: month, day: 1) }
}
