import Values
import Vocabulary

/// Reads the words that a fact's pattern captured, by the type of the fact.
struct CapturedValue {
    let enumerations: [Enumeration]
    let asOf: Int64?

    /// The value as the frame keeps it, and whether a part of it had to be guessed; `nil` where the words are no value of the type.
    func value(_ words: String, as type: FactType) -> (value: Int64, isGuessed: Bool)? {
        let words = words.trimmed
        switch type {
        // That the words are there says yes.
        case .bool: return (1, false)
        case .enumeration(let of), .set(let of): return code(words, of).map { (Int64($0), false) }
        case .date: return day(words)
        case .month: return YearMonth(written: words).map { (Int64($0.monthNumber), false) }
        case .time: return TimeOfDay(written: words).map { (Int64($0.minutes), false) }
        case .version: return Version(written: words.withoutLastPoint).map { ($0.packed, false) }
        case .number(let unit): return FixedDecimal(written: words, unit: unit).map { ($0.micros, false) }
        case .integer: return FixedDecimal(written: words, unit: nil).flatMap { $0.whole == nil ? nil : ($0.micros, false) }
        case .text: return nil
        }
    }

    private func day(_ words: String) -> (value: Int64, isGuessed: Bool)? {
        if let day = CivilDate(written: words) { return (Int64(day.dayNumber), false) }
        guard let asOf, let today = CivilDate(dayNumber: Int(clamping: asOf)), let day = CivilDate(written: words, near: today) else { return nil }
        return (Int64(day.dayNumber), true)
    }

    /// The case that is called so, by name or label.
    private func code(_ words: String, _ of: Place<Enumeration>) -> Int? {
        let wanted = foldWidth(words).lowercased()
        return enumerations[of].cases.firstIndex { one in
            [one.name, one.label].contains { $0.map { foldWidth($0).lowercased() } == wanted }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let body = drop(while: \.isWhitespace)
        return String(body.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// A sentence may end just after a version.
    fileprivate var withoutLastPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
