import Completions
import Diagnostics
import Documents
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

    /// Answers by week, each outcome in its colour.
    func weeks(_ answers: AnswerView) -> JSONValue {
        guard !tallies.isEmpty else { return .null }
        struct Series: Hashable {
            let decision: String
            let outcome: String?
            let status: String
        }
        var totals: [Series: Int] = [:]
        var byWeek: [String: [Series: Int]] = [:]
        for tally in tallies {
            let series = Series(decision: tally.decision, outcome: tally.outcome, status: tally.status)
            totals[series, default: 0] += tally.count
            byWeek[tally.week, default: [:]][series, default: 0] += tally.count
        }
        let order = totals.sorted {
            ($1.value, $0.key.decision, $0.key.outcome ?? "", $0.key.status) < ($0.value, $1.key.decision, $1.key.outcome ?? "", $1.key.status)
        }
        func name(_ series: Series) -> String {
            answers.json(DecisionStatus(rawValue: series.status) ?? .undetermined, of: series.decision, outcome: series.outcome, ground: nil, asOf: "")[
                "outcome"]?
                .text ?? ""
        }
        let own = order.prefix(Self.mostSeries).map(\.key)
        let others = order.dropFirst(Self.mostSeries).reduce(0) { $0 + $1.value }
        let tallest = max(1, byWeek.values.map { $0.values.reduce(0, +) }.max() ?? 1)
        let bars = mondays.enumerated().map { number, monday -> JSONValue in
            let counts = byWeek[monday.description] ?? [:]
            let rest = counts.filter { !own.contains($0.key) }.values.reduce(0, +)
            let x = Self.left + Self.step * number
            var y = Self.base
            let parts = (own.enumerated().map { ("s\($0 + 1)", name($1), counts[$1] ?? 0) } + [("s0", word("ほか", "others"), rest)]).filter { $0.2 > 0 }
                .map { series, name, count -> JSONValue in
                    let height = max(1, count * (Self.base - 10) / tallest)
                    y -= height
                    let title = word("\(label(monday)) の週、\(name): \(count) 件", "week of \(label(monday)), \(name): \(count)")
                    return [
                        "x": .string("\(x)"), "y": .string("\(max(0, y))"), "width": .string("\(Self.barWidth)"), "height": .string("\(height)"),
                        "series": .string(series), "title": .string(title),
                    ]
                }
            return [
                "label": .string(label(monday)), "label_x": .string("\(x + Self.barWidth / 2)"), "label_y": .string("\(Self.base + 18)"),
                "parts": .array(parts),
            ]
        }
        var legend = own.enumerated().map { number, series -> JSONValue in
            ["series": .string("s\(number + 1)"), "text": .string(word("\(name(series))（\(totals[series] ?? 0)）", "\(name(series)) (\(totals[series] ?? 0))"))]
        }
        if others > 0 { legend.append(["series": "s0", "text": .string(word("ほか（\(others)）", "others (\(others))"))]) }
        return [
            "title": .string(word("週ごとの件数", "Answers by week")), "width": .string("\(Self.left + Self.step * mondays.count)"),
            "height": .string("\(Self.height)"), "unit": .string(word("件", "answers")), "base_y": .string("\(Self.base)"), "bars": .array(bars),
            "legend": .array(legend),
        ]
    }

    /// The clauses that decided most often.
    func shares(_ answers: AnswerView) -> JSONValue {
        var counts: [String: Int] = [:]
        for tally in tallies { if let clause = tally.clause { counts[clause, default: 0] += tally.count } }
        let all = max(1, tallies.reduce(0) { $0 + $1.count })
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostClauses)
        guard !order.isEmpty else { return .null }
        return .array(
            order.map { clause, count in
                ["clause": answers.clause(id: clause), "count": .string("\(count)"), "width": .string("\(count * 1000 / all)")]
            })
    }

    private func label(_ day: CivilDate) -> String { "\(day.month)/\(day.day)" }
}
