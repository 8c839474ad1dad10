/// What the language itself calculates; all other names before parentheses are those of reference tables.
package enum Function: Sendable, CaseIterable {
    case weekday, month, monthStart, monthEnd
    /// 満了日 and 初日算入満了日 (Civil Code, art. 140, 141 and 143).
    case expiry, expiryCountingFirstDay
    /// 休日送り (Civil Code, art. 142).
    case carriedOver
    case days, isHoliday
    /// うるう年の日数: the days of leap years among those that 日数 counts.
    case leapYearDays
    case roundedDown, roundedUp, rounded

    /// How it is written.
    package var keyword: Keyword {
        switch self {
        case .weekday: .weekday
        case .month: .monthOf
        case .monthStart: .monthStart
        case .monthEnd: .monthEnd
        case .expiry: .expiry
        case .expiryCountingFirstDay: .expiryCountingFirstDay
        case .carriedOver: .carriedOver
        case .days: .days
        case .isHoliday: .isHoliday
        case .leapYearDays: .leapYearDays
        case .roundedDown: .floor
        case .roundedUp: .ceil
        case .rounded: .round
        }
    }

    /// The function of a name, in either lexicon.
    package init?(_ name: Name) {
        guard let function = Self.allCases.first(where: { [$0.keyword.japanese, $0.keyword.english].contains(name.text) }) else { return nil }
        self = function
    }
}
