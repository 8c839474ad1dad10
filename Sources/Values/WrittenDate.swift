/// Reads days and months as people write them: the era or the year, then the month, then the day.
struct WrittenDate {
    /// The years before the first of each era, by its name and its initial.
    private static let eras: [(name: String, before: Int)] = [
        ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867),
        ("r", 2018), ("h", 1988), ("s", 1925), ("t", 1911), ("m", 1867),
    ]

    /// The numbers, and the sign after each; the last sign may be missing.
    private var parts: [(number: Int, sign: Unicode.Scalar?)] = []
    /// What the era adds to the first number.
    private var before: Int?

    /// Splits a text; `nil` where it is no date at all.
    init?(_ text: some StringProtocol) {
        let folded = foldWidth(String(text)).lowercased()
        var scalars = folded.unicodeScalars.filter { $0 != " " }
        if let era = Self.eras.first(where: { scalars.starts(with: $0.name.unicodeScalars) }) {
            before = era.before
            scalars.removeFirst(era.name.unicodeScalars.count)
            if scalars.first == "." { scalars.removeFirst() }
        }
        if before == nil, let plain = Self.eightDigits(scalars) {
            parts = plain
            return
        }
        var index = 0
        let all = Array(scalars)
        while index < all.count {
            guard let (number, count) = number(all, index), parts.count < 3 else { return nil }
            index += count
            var sign: Unicode.Scalar?
            if index < all.count {
                sign = all[index]
                guard ["年", "月", "日", "/", "-", "."].contains(all[index]) else { return nil }
                index += 1
            }
            parts.append((number, sign))
        }
        guard !parts.isEmpty else { return nil }
    }

    private func number(_ scalars: [Unicode.Scalar], _ index: Int) -> (Int, Int)? {
        // 元年: the first year of an era.
        if before != nil, index == 0, scalars.first == "元" { return (1, 1) }
        return KanjiNumeral.scan(scalars, from: index)
    }

    /// 20260301.
    private static func eightDigits(_ scalars: String.UnicodeScalarView) -> [(number: Int, sign: Unicode.Scalar?)]? {
        let digits = scalars.compactMap { KanjiNumeral.digit($0) }
        guard digits.count == 8, scalars.count == 8 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        return [(number(0..<4), "-"), (number(4..<6), "-"), (number(6..<8), nil)]
    }

    private func year(_ number: Int) -> Int? {
        guard let before else { return number >= 1000 ? number : nil }
        return number >= 1 ? before + number : nil
    }

    /// The signs after the numbers are the ones of a form: 年月日, or the same stroke throughout.
    private func isSigned(_ words: [Unicode.Scalar]) -> Bool {
        let signs = parts.map(\.sign)
        if zip(signs, words).allSatisfy({ $0 == $1 }) { return true }
        if signs.last == .some(nil), zip(signs.dropLast(), words).allSatisfy({ $0 == $1 }) { return true }
        guard let stroke = signs.first ?? nil, ["/", "-", "."].contains(stroke) else { return false }
        return signs.dropLast().allSatisfy { $0 == stroke } && signs.last == .some(nil)
    }

    /// A year, a month and a day.
    var day: CivilDate? {
        guard parts.count == 3, isSigned(["年", "月", "日"]), let year = year(parts[0].number) else { return nil }
        return CivilDate(year: year, month: parts[1].number, day: parts[2].number)
    }

    /// A year and a month.
    var month: YearMonth? {
        guard parts.count == 2, isSigned(["年", "月"]), let year = year(parts[0].number) else { return nil }
        return YearMonth(year: year, month: parts[1].number)
    }

    /// A month and a day of no stated year: the nearest such day.
    func day(near day: CivilDate) -> CivilDate? {
        guard before == nil, parts.count == 2, isSigned(["月", "日"]) else { return nil }
        let candidates = (day.year - 1...day.year + 1).compactMap { CivilDate(year: $0, month: parts[0].number, day: parts[1].number) }
        return candidates.min { abs($0.dayNumber - day.dayNumber) < abs($1.dayNumber - day.dayNumber) }
    }
}

extension CivilDate {
    /// Reads a day as people write it: `2026-03-01`, `2026/3/1`, 2026年3月1日, 二〇二六年三月一日, 令和6年3月1日, `R6.3.1`, `20260301`; and, near
    /// a day that is given, 3月1日, `3/1` (the nearest such day), 本日, 昨日, 明日. Either width. `nil` for any other form.
    package init?(written text: some StringProtocol, near day: CivilDate? = nil) {
        if let day {
            let shifts = ["本日": 0, "今日": 0, "昨日": -1, "一昨日": -2, "明日": 1, "明後日": 2]
            if let shift = shifts[String(text)], let moved = day.adding(days: shift) {
                self = moved
                return
            }
        }
        guard let written = WrittenDate(text), let found = written.day ?? day.flatMap({ written.day(near: $0) }) else { return nil }
        self = found
    }
}

extension YearMonth {
    /// Reads a month as people write it: `2026-03`, `2026/3`, 2026年3月, 令和6年3月, `R6.3`. Either width. `nil` for any other form.
    package init?(written text: some StringProtocol) {
        guard let month = WrittenDate(text)?.month else { return nil }
        self = month
    }
}
