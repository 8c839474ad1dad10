import Diagnostics
import Documents
import Values
import Vocabulary

/// Days, months, times and versions.
extension ValueReader {
    /// A value that is written as text; a version may also be a number, whose digits count as they stand.
    func written(_ node: DocumentNode, _ type: FactType, _ spot: Spot) -> Result<FactContent, ValueFaults> {
        let text: String
        switch node.value {
        case .string(let string): text = string
        case .number(let literal) where type == .version: text = literal
        default: return .failure(wrong(node, type, spot))
        }
        let value: Int64? =
            switch type {
            // The plain form also has years before 1000, which nobody writes otherwise.
            case .date: (CivilDate(text) ?? CivilDate(written: text)).map { Int64($0.dayNumber) }
            case .month: (YearMonth(text) ?? YearMonth(written: text)).map { Int64($0.monthNumber) }
            case .time: TimeOfDay(written: text).map { Int64($0.minutes) }
            default: Version(written: text)?.packed
            }
        if let value { return .success(.value(value)) }
        guard Self.isMeant(text, type) else { return .failure(wrong(node, type, spot)) }
        return .failure(ValueFaults(FactDiagnostics.impossible(spot, text, as: Self.noun(type), help: Self.limits(type))))
    }

    /// Whether a text has the form of the type, so that only its numbers can be wrong.
    private static func isMeant(_ text: String, _ type: FactType) -> Bool {
        var rest = foldWidth(text).filter { $0 != " " }
        if type == .date || type == .month {
            for era in EraNotation.names where rest.hasPrefix(era) { rest.removeFirst(era.count) }
        }
        let signs: String =
            switch type {
            case .date: "年月日/-.元"
            case .month: "年月/-.元"
            case .time: "時分半:午前後"
            default: "."
            }
        let numbers = rest.unicodeScalars.split { signs.unicodeScalars.contains($0) }
        let least = type == .date ? 3 : type == .version ? 1 : 2
        return numbers.count >= least && numbers.joined().allSatisfy { KanjiNumeral.scan([$0], from: 0) != nil }
    }

    private static func noun(_ type: FactType) -> Wording {
        switch type {
        case .date: Wording("日付", "a day")
        case .month: Wording("年月", "a month")
        case .time: Wording("時刻", "a time")
        default: Wording("版", "a version")
        }
    }

    private static func limits(_ type: FactType) -> Wording {
        switch type {
        case .date: Wording("暦にある日を 2026-11-22 のように書いてください", "write a day of the calendar like 2026-11-22")
        case .month: Wording("1 月から 12 月までを 2026-11 のように書いてください", "write a month from 1 to 12 like 2026-11")
        case .time: Wording("00:00 から 24:00 までを書いてください", "write a time from 00:00 to 24:00")
        default:
            Wording("数は四つまで、最初は 32767、他は 65535 までです", "use up to four numbers, the first up to 32767 and the others up to 65535")
        }
    }
}

/// Eras and the days they began. Days outside the era they are written in are understood, and remarked on.
enum EraNotation {
    private static let eras: [(name: String, initial: String, begins: String)] = [
        ("明治", "m", "1868-01-25"), ("大正", "t", "1912-07-30"), ("昭和", "s", "1926-12-25"), ("平成", "h", "1989-01-08"), ("令和", "r", "2019-05-01"),
    ]

    static let names = eras.flatMap { [$0.name, $0.initial, $0.initial.uppercased()] }

    /// The proper way to write the days of a text that names an era they do not lie in; `nil` where nothing is wrong.
    static func proper(_ text: String, _ days: ClosedRange<CivilDate>, isMonth: Bool) -> String? {
        let folded = foldWidth(text).lowercased().trimmed
        guard let written = eras.firstIndex(where: { folded.hasPrefix($0.name) || folded.hasPrefix($0.initial) }) else { return nil }
        let starts = eras.map { CivilDate($0.begins) ?? days.lowerBound }
        // The first day of 大正 and of 昭和 was also the last of the era before.
        let last = written + 1 < eras.count ? starts[written + 1].adding(days: written < 2 ? 0 : -1) : nil
        let isLate = last.map { days.lowerBound > $0 } ?? false
        guard days.upperBound < starts[written] || isLate else { return nil }
        let day = days.upperBound
        var year = String(day.year)
        if let own = starts.lastIndex(where: { $0 <= day }) {
            let count = day.year - starts[own].year + 1
            year = eras[own].name + (count == 1 ? "元" : String(count))
        }
        return "\(year)年\(day.month)月" + (isMonth ? "" : "\(day.day)日")
    }
}
