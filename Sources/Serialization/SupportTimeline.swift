import Values

/// A picture of ends: a bar for each, up to its day, with a line at the day one looks from.
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

    /// The picture; all numbers are those of an SVG.
    var picture: SupportContent.Picture {
        let step = (years.count + Self.mostYears - 1) / Self.mostYears
        let marks = years.filter { ($0 - years.lowerBound) % step == 0 }.compactMap { year in CivilDate(year: year, month: 1, day: 1).map { (year, x($0)) } }
        let isInside = (first...first + days).contains(Int(day.dayNumber))
        return SupportContent.Picture(
            width: Self.labelWidth + Self.plotWidth + 10, height: bottom + 6, labelX: Self.labelWidth - 8, plotTop: Self.top - 4, plotBottom: bottom,
            todayX: isInside ? x(day) : nil, years: marks.map { .init(x: $0.1, text: "\($0.0)") },
            bars: bars.enumerated().map { bar($0.element, $0.offset) })
    }

    private func bar(_ bar: Bar, _ row: Int) -> SupportContent.Bar {
        let y = Self.top + row * Self.rowHeight
        return .init(
            x: Self.labelWidth, y: y, width: max(2, x(bar.end) - Self.labelWidth), height: Self.rowHeight - 5, textY: y + 11, label: bar.label,
            state: bar.state.rawValue, title: bar.title)
    }
}
