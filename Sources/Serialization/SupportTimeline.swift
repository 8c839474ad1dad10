import Documents
import Values

/// A picture of ends: a bar for each, up to its day, with a line at the day one looks from. All numbers are those of an SVG.
struct SupportTimeline {
    struct Bar {
        let label: String
        let title: String
        let end: CivilDate
        let state: SupportState
    }

    private static let (labelWidth, plotWidth, rowHeight, top) = (210, 660, 19, 24)
    /// So many years bear their number; more would touch each other.
    private static let mostYears = 14

    private let bars: [Bar]
    private let day: CivilDate
    private let first: Int
    private let days: Int
    private let years: ClosedRange<Int>

    /// Nil where there is nothing to draw.
    init?(_ bars: [Bar], _ day: CivilDate) {
        let ends = bars.map(\.end.year)
        guard let least = ends.min(), let most = ends.max() else { return nil }
        years = least - 1...most + 1
        guard let first = CivilDate(year: years.lowerBound, month: 1, day: 1), let last = CivilDate(year: years.upperBound, month: 12, day: 31) else {
            return nil
        }
        self.bars = bars
        self.day = day
        self.first = Int(first.dayNumber)
        days = Int(last.dayNumber) - self.first
    }

    private func x(_ day: CivilDate) -> Int { Self.labelWidth + (Int(day.dayNumber) - first) * Self.plotWidth / days }

    private var bottom: Int { Self.top + bars.count * Self.rowHeight + 4 }

    var json: JSONValue {
        let step = (years.count + Self.mostYears - 1) / Self.mostYears
        let marks = years.filter { ($0 - years.lowerBound) % step == 0 }.compactMap { year in CivilDate(year: year, month: 1, day: 1).map { (year, x($0)) } }
        let isInside = (first...first + days).contains(Int(day.dayNumber))
        return .object([
            ("width", number(Self.labelWidth + Self.plotWidth + 10)), ("height", number(bottom + 6)), ("label_x", number(Self.labelWidth - 8)),
            ("plot_top", number(Self.top - 4)), ("plot_bottom", number(bottom)), ("today_x", isInside ? number(x(day)) : .null),
            ("years", .array(marks.map { .object([("x", number($0.1)), ("text", number($0.0))]) })),
            ("bars", .array(bars.enumerated().map { bar($0.element, $0.offset) })),
        ])
    }

    private func bar(_ bar: Bar, _ row: Int) -> JSONValue {
        let y = Self.top + row * Self.rowHeight
        return .object([
            ("y", number(y)), ("text_y", number(y + 11)), ("label", .string(bar.label)), ("x", number(Self.labelWidth)),
            ("width", number(max(2, x(bar.end) - Self.labelWidth))), ("height", number(Self.rowHeight - 5)), ("state", .string(bar.state.rawValue)),
            ("title", .string(bar.title)),
        ])
    }

    private func number(_ number: Int) -> JSONValue { .string("\(number)") }
}
