import Patterns
import Values
import Vocabulary

/// Reads the words that a fact's pattern captured, by the type of the fact.
struct CapturedValue {
    let enumerations: [Enumeration]
    let days: SpokenDay

    /// Where in the match the captured words stand: of several days the one is meant that is nearest to the other words.
    enum Side { case first, last }

    /// The value as the frame keeps it, and whether a part of it had to be guessed; `nil` where the words are no value of the type.
    func value(_ words: String, as type: FactType, at side: Side) -> (value: Int64, isGuessed: Bool)? {
        let words = words.trimmed
        switch type {
        // That the words are there says yes.
        case .bool: return (1, false)
        case .enumeration(let of), .set(let of): return code(words, of).map { (Int64($0), false) }
        case .date: return day(words, side)
        case .month: return YearMonth(written: words).map { (Int64($0.monthNumber), false) }
        case .time: return TimeOfDay(written: words).map { (Int64($0.minutes), false) }
        case .version: return Version(written: words.withoutLastPoint).map { ($0.packed, false) }
        case .number(let unit): return SpokenNumber(unit: unit).value(words).map { ($0.micros, false) }
        case .integer: return SpokenNumber(unit: nil).value(words).flatMap { $0.whole == nil ? nil : ($0.micros, false) }
        case .text: return nil
        }
    }

    private func day(_ words: String, _ side: Side) -> (value: Int64, isGuessed: Bool)? {
        let found = days.days(in: words)
        return (side == .first ? found.first : found.last).map { (Int64($0.day.dayNumber), $0.isGuessed) }
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
    /// A sentence may end just after a version.
    fileprivate var withoutLastPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
