import Patterns
import Values
import Vocabulary

/// Reads the words that a fact's pattern captured, by the type of the fact.
struct CapturedValue {
    let enumerations: [Enumeration]
    let days: SpokenDay

    /// Where in the match the captured words stand: of several days the one is meant that is nearest to the other words.
    enum Side { case first, last }

    /// A value as the frame keeps it, and whether a part of it had to be guessed.
    typealias Reading = (value: Int64, isGuessed: Bool)

    /// The values that the words may mean, the likeliest first; none where they are no value of the type. Only days are ever several.
    func values(_ words: String, as type: FactType, at side: Side?) -> [Reading] {
        let words = words.trimmed
        if type == .date {
            let found = days.days(in: words).map { (Int64($0.day.dayNumber), $0.isGuessed) }
            return side == .first ? found : found.reversed()
        }
        return value(words, as: type).map { [($0, false)] } ?? []
    }

    private func value(_ words: String, as type: FactType) -> Int64? {
        switch type {
        // That the words are there says yes.
        case .bool: 1
        case .enumeration(let of), .set(let of): code(words, of).map { Int64($0) }
        case .month: YearMonth(written: words).map { Int64($0.monthNumber) }
        case .time: TimeOfDay(written: words).map { Int64($0.minutes) }
        case .version: Version(written: words.withoutLastPoint).map { $0.packed }
        case .number(let unit): SpokenNumber(unit: unit).value(words).map { $0.micros }
        case .integer: SpokenNumber(unit: nil).value(words).flatMap { $0.whole == nil ? nil : $0.micros }
        case .date, .text: nil
        }
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
