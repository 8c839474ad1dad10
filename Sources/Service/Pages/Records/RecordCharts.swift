import Completions
import Diagnostics
import Records
import Serialization
import Values

/// What the answers of the last weeks came to, as pictures.
struct RecordCharts: Bilingual {
    /// So many weeks are drawn.
    static let weekCount = 12
    /// Outcomes with a colour of their own, and clauses that are listed.
    private static let mostSeries = 6
    private static let mostClauses = 10
    private static let (left, step, barWidth, height, base) = (30, 52, 34, 170, 140)

    private let tallies: [RecordTally]
    /// The Mondays, in order.
    private let mondays: [CivilDate]
    let language: MessageLanguage

    /// - Parameter last: a day of the last week; nil where no day is known.
    init(_ tallies: [RecordTally], last: CivilDate?, language: MessageLanguage) {
        mondays = Self.mondays(last)
        self.language = language
        let drawn = Set(mondays.map(\.description))
        self.tallies = tallies.filter { drawn.contains($0.week) }
    }

    /// The Mondays of the weeks up to a day.
    static func mondays(_ last: CivilDate?) -> [CivilDate] {
        guard let last else { return [] }
        let monday = Int(last.dayNumber) - Int(last.weekday.rawValue)
        return (0..<weekCount).reversed().compactMap { CivilDate(dayNumber: monday - 7 * $0) }
    }

    /// What answers are counted as: in which words, and what tells them from others of the same decision.
    private struct Series: Hashable {
        let decision: String
        let key: String
        let name: String
    }

    /// Answers by week, by outcome; then by side, where decisions have sides and the record names them.
    func weeks(_ answers: AnswerView) -> [RecordWeeks] {
        guard !tallies.isEmpty else { return [] }
        let outcomes = weeks(word("週ごとの件数", "Answers by week")) { tally in
            Series(
                decision: tally.decision, key: "\(tally.outcome ?? "") \(tally.status)",
                name: answers.outcome(tally.outcome, of: tally.decision, DecisionStatus(rawValue: tally.status) ?? .undetermined))
        }
        guard tallies.contains(where: { answers.hasSides($0.decision) && $0.side != .unsaid }) else { return [outcomes] }
        let sides = weeks(word("週ごとの件数（側）", "Answers by week, by side")) { tally in
            switch tally.side {
            case .certain(let side): Series(decision: tally.decision, key: side, name: answers.side(side, of: tally.decision))
            case .open: Series(decision: tally.decision, key: "", name: word("側は決まっていない", "no side is certain"))
            case .unsaid: Series(decision: "", key: "", name: word("側の記録なし", "recorded without a side"))
            }
        }
        return [outcomes, sides]
    }

    private func weeks(_ title: String, _ series: (RecordTally) -> Series) -> RecordWeeks {
        var totals: [Series: Int] = [:]
        var byWeek: [String: [Series: Int]] = [:]
        for tally in tallies {
            let series = series(tally)
            totals[series, default: 0] += tally.count
            byWeek[tally.week, default: [:]][series, default: 0] += tally.count
        }
        let order = totals.sorted { ($1.value, $0.key.decision, $0.key.key) < ($0.value, $1.key.decision, $1.key.key) }
        let own = order.prefix(Self.mostSeries).map(\.key)
        let others = order.dropFirst(Self.mostSeries).reduce(0) { $0 + $1.value }
        let tallest = max(1, byWeek.values.map { $0.values.reduce(0, +) }.max() ?? 1)
        let bars = mondays.enumerated().map { number, monday -> RecordWeeks.Bar in
            let counts = byWeek[monday.description] ?? [:]
            let rest = counts.filter { !own.contains($0.key) }.values.reduce(0, +)
            let x = Self.left + Self.step * number
            var y = Self.base
            let parts = (own.enumerated().map { ("s\($0 + 1)", $1.name, counts[$1] ?? 0) } + [("s0", word("ほか", "others"), rest)]).filter { $0.2 > 0 }
                .map { series, name, count -> RecordWeeks.Part in
                    let height = max(1, count * (Self.base - 10) / tallest)
                    y -= height
                    let title = word("\(label(monday)) の週、\(name): \(count) 件", "week of \(label(monday)), \(name): \(count)")
                    return .init(x: x, y: max(0, y), width: Self.barWidth, height: height, series: series, title: title)
                }
            return .init(label: label(monday), labelX: x + Self.barWidth / 2, labelY: Self.base + 18, parts: parts)
        }
        var legend = own.enumerated().map { number, series -> RecordWeeks.Swatch in
            let count = totals[series] ?? 0
            return .init(series: "s\(number + 1)", text: word("\(series.name)（\(count)）", "\(series.name) (\(count))"))
        }
        if others > 0 { legend.append(.init(series: "s0", text: word("ほか（\(others)）", "others (\(others))"))) }
        return RecordWeeks(
            title: title, unit: word("件", "answers"), width: Self.left + Self.step * mondays.count, height: Self.height,
            base: Self.base, bars: bars, legend: legend)
    }

    /// The clauses that decided most often.
    func shares(_ answers: AnswerView) -> [RecordListContent.Share] {
        var counts: [String: Int] = [:]
        for tally in tallies { if let clause = tally.clause { counts[clause, default: 0] += tally.count } }
        let all = max(1, tallies.reduce(0) { $0 + $1.count })
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostClauses)
        return order.map { clause, count in .init(clause: answers.clause(id: clause), count: count, width: count * 1000 / all) }
    }

    private func label(_ day: CivilDate) -> String { "\(day.month)/\(day.day)" }
}
