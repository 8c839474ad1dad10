package import Diagnostics
import Explanation
package import Plans
package import Values
import Vocabulary

/// The reference tables that say until when something lasts, as of a day: a table and a picture of each.
package struct SupportView: Bilingual {
    private let plan: Plan
    package let language: MessageLanguage
    private let values: ValueText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        values = ValueText(plan, language: language)
    }

    /// Whether there is anything to show.
    package static func isFor(_ plan: Plan) -> Bool { plan.tables.contains { ends($0) != nil } }

    /// The content of the page.
    ///
    /// - Parameter day: the day to look from.
    package func content(_ day: CivilDate, action: String) -> SupportContent {
        SupportContent(
            action: action, day: day.description, dayText: values.text(Int64(day.dayNumber), .date),
            groups: plan.tables.compactMap { table in Self.ends(table).map { group(table, $0, day) } })
    }

    /// The first column of days of a table that is not itself by day.
    private static func ends(_ table: ReferenceTable) -> Int? { table.isLatest ? nil : table.columns.firstIndex { $0.type == .date } }

    private func group(_ table: ReferenceTable, _ ends: Int, _ day: CivilDate) -> SupportContent.Group {
        let rows = table.rows.map { row($0, table, ends, day) }
        return .init(
            name: table.name, title: table.label ?? table.name, endName: table.columns[ends].name,
            picture: SupportTimeline(rows.compactMap(\.bar), day)?.picture, rows: rows.map(\.row))
    }

    private func row(
        _ row: ReferenceTable.Row, _ table: ReferenceTable, _ ends: Int, _ day: CivilDate
    ) -> (row: SupportContent.Row, bar: SupportTimeline.Bar?) {
        let end = row.values[ends].flatMap { CivilDate(dayNumber: Int($0)) }
        let others = table.columns.indices.filter { $0 != ends }.compactMap { number in
            row.values[number].map { (column: table.columns[number], value: $0) }
        }
        let state = SupportState(end: end, on: day)
        // Without an end a row is known only as far as someone looked.
        let seen = others.first { $0.column.type == .date }.flatMap { CivilDate(dayNumber: Int($0.value)) }
        let said = others.map { word("\($0.column.name): ", "\($0.column.name): ") + values.text($0.value, $0.column.type) }
            .joined(separator: word("、", "; "))
        let until = end.map { values.text(Int64($0.dayNumber), .date) }
        let origin = row.provenance
        let label = Self.label(origin.row)
        let note = [origin.source, origin.retrieved, origin.certainty, origin.note].compactMap(\.self).filter { !$0.isEmpty }
        return (
            .init(
                name: label, end: until, others: said.isEmpty ? nil : said, state: state.rawValue, stateText: name(state),
                source: note.joined(separator: word("、", ", "))),
            (end ?? seen).map { .init(label: label, title: "\(label): \(until ?? said) \(name(state))", end: $0, state: state) }
        )
    }

    /// Keys that stand for anything say nothing of a row.
    private static func label(_ row: String) -> String {
        let keys = row.split(separator: " ").filter { $0 != "*" }
        return keys.isEmpty ? row : keys.joined(separator: " ")
    }

    private func name(_ state: SupportState) -> String {
        switch state {
        case .ended: word("終了", "ended")
        case .ending: word("1年以内に終了", "ends within a year")
        case .supported: word("継続中", "lasting")
        case .open: word("終了日の記載なし", "no end given")
        }
    }
}

/// How something stands on a day.
enum SupportState: String {
    case ended, ending, supported, open

    /// The last day still counts.
    init(end: CivilDate?, on day: CivilDate) {
        guard let end else {
            self = .open
            return
        }
        let isWithinYear = day.adding(years: 1).map { end <= $0 } ?? true
        self = end < day ? .ended : isWithinYear ? .ending : .supported
    }
}
