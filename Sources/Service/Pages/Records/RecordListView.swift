import Completions
import Diagnostics
import Forms
import Kiyaku
import Records
import Serialization
import Values
import Vocabulary

/// The content of the list of records.
struct RecordListView: Bilingual {
    /// So many entries on a page.
    static let pageLength = 50
    /// Entries are counted up to this.
    static let mostCounted = 10_000

    let vocabulary: ContractVocabulary
    let language: MessageLanguage
    let answers: AnswerView

    init(_ edition: Edition, language: MessageLanguage) {
        (vocabulary, self.language) = (edition.vocabulary, language)
        answers = AnswerView(edition.plan, language: language) { ContractPaths.clause($0) }
    }

    /// - Parameters:
    ///   - entries: one more than a page has, where there are more.
    ///   - erased: the numbers whose facts were erased.
    func content(
        _ filter: RecordFilter, _ entries: [RecordEntry], erased: Set<Int64>, count: Int, charts: RecordCharts, faults: [Wording]
    ) -> RecordListContent {
        let shown = entries.prefix(Self.pageLength)
        let older = entries.count > shown.count ? shown.last?.number : nil
        let number = count >= Self.mostCounted ? word("\(Self.mostCounted) 件以上", "\(Self.mostCounted) or more") : word("\(count) 件", "\(count)")
        return RecordListContent(
            filter: controls(filter), errors: faults.map { FaultNotice(message: $0(language)) }, count: number,
            exports: [
                PageLink(text: "CSV", href: filter.address("/records.csv")), PageLink(text: "NDJSON", href: filter.address("/records.ndjson")),
            ], rows: shown.map { row($0, isErased: erased.contains($0.number)) }, newer: filter.below == .max ? nil : filter.address("/records"),
            older: older.map { filter.address("/records", before: $0) }, weeks: charts.weeks(answers), shares: charts.shares(answers))
    }

    private func controls(_ filter: RecordFilter) -> RecordListContent.Filter {
        let statuses = [DecisionStatus.determined, .undetermined, .conflict].map { ($0.rawValue, answers.status($0)) }
        func typed(_ name: String) -> String { filter.fields[name] ?? "" }
        return .init(
            action: "/records", from: typed("from"), to: typed("to"), by: typed("by"), text: typed("text"),
            decisions: options(
                vocabulary.menu().map { (vocabulary.decisions[$0].name, vocabulary.decisions[$0].label ?? vocabulary.decisions[$0].name) },
                filter.query.decision), statuses: options(statuses, filter.query.status))
    }

    private func options(_ cases: [(value: String, text: String)], _ chosen: String?) -> [MenuOption] {
        ([(value: "", text: word("すべて", "all"))] + cases).map { MenuOption(value: $0.value, text: $0.text, isSelected: $0.value == chosen ?? "") }
    }

    private func row(_ entry: RecordEntry, isErased: Bool) -> RecordListContent.Row {
        let first = entry.results.first
        let left = first.map { result in
            answers.verdict(
                result.decidedStatus, of: result.decision, outcome: result.outcome, side: result.side.name, ground: result.clause,
                asOf: entry.text("as_of") ?? "")
        }
        let more = entry.results.count > 1 ? word("（ほか \(entry.results.count - 1) 件の判定）", " (and \(entry.results.count - 1) more decisions)") : ""
        let erasure = word("事実の消去: 記録 \(entry.erased.map(String.init) ?? "")", "facts erased: record \(entry.erased.map(String.init) ?? "")")
        return .init(
            number: "\(entry.number)", href: "/records/\(entry.number)", at: RecordMoment(entry.text("at")).short, by: entry.text("by") ?? "",
            question: (left?.question ?? "") + more, outcome: left?.outcome ?? erasure, clause: left?.ground, status: first?.status ?? "erasure",
            statusText: left?.statusText ?? word("消去", "erasure"), isErased: isErased)
    }
}

/// A moment of the record, as people read it.
struct RecordMoment {
    /// 2026-11-24 10:21:07.
    let text: String
    /// To the minute.
    var short: String { String(text.prefix(16)) }

    /// - Parameter stamp: 2026-11-24T10:21:07+09:00.
    init(_ stamp: String?) { text = (stamp ?? "").prefix(19).split(separator: "T").joined(separator: " ") }
}
