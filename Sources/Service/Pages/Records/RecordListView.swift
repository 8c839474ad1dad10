import Completions
import Diagnostics
import Documents
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
    func json(_ filter: RecordFilter, _ entries: [RecordEntry], erased: Set<Int64>, count: Int, charts: RecordCharts, faults: [Wording]) -> JSONValue {
        let shown = entries.prefix(Self.pageLength)
        let older = entries.count > shown.count ? shown.last?.number : nil
        let number = count >= Self.mostCounted ? word("\(Self.mostCounted) 件以上", "\(Self.mostCounted) or more") : word("\(count) 件", "\(count)")
        return [
            "action": "/records", "filter": controls(filter), "count": .string(number),
            "rows": shown.isEmpty ? .null : .array(shown.map { row($0, isErased: erased.contains($0.number)) }),
            "newer": filter.below == .max ? .null : ["href": .string(filter.address("/records"))],
            "older": older.map { ["href": .string(filter.address("/records", before: $0))] } ?? .null,
            "exports": [
                ["text": "CSV", "href": .string(filter.address("/records.csv"))], ["text": "NDJSON", "href": .string(filter.address("/records.ndjson"))],
            ],
            "weeks": charts.weeks(answers), "shares": charts.shares(answers),
            "errors": faults.isEmpty
                ? .null : .array(faults.map { ["message": .string($0(language)), "advice": .null, "code": .null, "href": .null] }),
        ]
    }

    private func controls(_ filter: RecordFilter) -> JSONValue {
        let statuses = [DecisionStatus.determined, .undetermined, .conflict].map { ($0.rawValue, answers.status($0)) }
        return [
            "from_": .string(filter.fields["from"] ?? ""), "to": .string(filter.fields["to"] ?? ""), "text": .string(filter.fields["text"] ?? ""),
            "by": .string(filter.fields["by"] ?? ""),
            "decisions": options(
                vocabulary.menu().map { (vocabulary.decisions[$0].name, vocabulary.decisions[$0].label ?? vocabulary.decisions[$0].name) },
                filter.query.decision),
            "statuses": options(statuses, filter.query.status),
        ]
    }

    private func options(_ cases: [(value: String, text: String)], _ chosen: String?) -> JSONValue {
        let all = [(value: "", text: word("すべて", "all"))] + cases
        return .array(all.map { ["value": .string($0.value), "text": .string($0.text), "selected": .bool($0.value == chosen ?? "")] })
    }

    private func row(_ entry: RecordEntry, isErased: Bool) -> JSONValue {
        let first = entry.results.first
        let left = first.map { answers.json($0.decidedStatus, of: $0.decision, outcome: $0.outcome, ground: $0.clause, asOf: entry.text("as_of") ?? "") }
        let more = entry.results.count > 1 ? word("（ほか \(entry.results.count - 1) 件の判定）", " (and \(entry.results.count - 1) more decisions)") : ""
        let erasure = word("事実の消去: 記録 \(entry.erased.map(String.init) ?? "")", "facts erased: record \(entry.erased.map(String.init) ?? "")")
        return [
            "number": .string("\(entry.number)"), "href": .string("/records/\(entry.number)"), "at": .string(RecordMoment(entry.text("at")).short),
            "by": .string(entry.text("by") ?? ""), "as_of": .string(entry.text("as_of") ?? ""),
            "question": .string((left?["question"]?.text ?? "") + more), "outcome": .string(left?["outcome"]?.text ?? erasure),
            "clause": left?["ground"] ?? .null, "erased": .bool(isErased), "status": .string(first?.status ?? "erasure"),
            "status_text": .string(left?["status_text"]?.text ?? word("消去", "erasure")),
        ]
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

extension JSONValue {
    /// The text of a string; nil where it is none.
    var text: String? { if case .string(let text) = self { text } else { nil } }
}
