/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: UInt8, Sendable, Hashable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The one-character Japanese name, 月 to 日.
    package var japanese: String {
        switch self {
        case .monday: "月"
        case .tuesday: "火"
        case .wednesday: "水"
        case .thursday: "木"
        case .friday: "金"
        case .saturday: "土"
        case .sunday: "日"
        }
    }

    /// The day with a one-character Japanese name; `nil` for any other text.
    package init?(japanese: String) {
        guard let day = Self.allCases.first(where: { $0.japanese == japanese }) else { return nil }
        self = day
    }
}
