import Batch
import Completions
import Diagnostics
import Documents
import Encodings
import Forms
import Kiyaku
import Serialization
import Values
import Vocabulary

/// The content of the page of a file of cases, and of the way to it.
struct FleetView: Bilingual {
    private let job: FleetJob
    private let now: FleetJob.Progress
    let language: MessageLanguage
    private var edition: Edition { job.order.edition }

    init(_ job: FleetJob, language: MessageLanguage) { (self.job, now, self.language) = (job, job.now, language) }

    static func href(_ job: FleetJob) -> String { "\(FleetPages.place)/\(job.id)" }

    /// The form that sends a file, and the files of before.
    static func entrance(_ jobs: [FleetJob], _ edition: Edition, day: String) -> JSONValue {
        let vocabulary = edition.vocabulary
        return [
            "action": .string(FleetPages.place), "day": .string(day),
            "decisions": .array(
                vocabulary.decisions.places.map { place in
                    let declared = vocabulary.decisions[place]
                    let isFirst = place == vocabulary.menu(.environment).first
                    return ["value": .string(declared.name), "text": .string(declared.label ?? declared.name), "selected": .bool(isFirst)]
                }),
            "jobs": jobs.isEmpty
                ? .null
                : .array(
                    jobs.map { job in
                        ["href": .string(href(job)), "text": .string("\(job.order.name)　\(job.order.moment.parts.day) \(job.order.moment.parts.time)")]
                    }),
        ]
    }

    var json: JSONValue {
        let declared = edition.vocabulary.decisions[job.order.decision]
        let bytes = Double(now.bytes) / Double(max(1, job.size))
        return [
            "name": .string(job.order.name), "href": .string(Self.href(job)), "decision": .string(declared.label ?? declared.name),
            "as_of": .string(job.order.day.description), "running": .bool(now.isRunning), "finished": .bool(!now.isRunning && now.fault == nil),
            "failed": now.fault.map { ["message": .string($0.message(language)), "advice": .string($0.help(language))] } ?? .null,
            "rows_text": .string(rows), "value": .string(now.isRunning ? "\(Int(bytes * 1000))" : "1000"), "notes": list(notes) { .string($0) },
            "records": now.records.map { records($0) } ?? .null, "downloads": list(downloads) { ["href": .string($0.href), "text": .string($0.text)] },
            "summary": summary, "clauses": clauses, "questions": questions, "bad": list(now.refusals, bad),
            "bad_text": .string(badText),
        ]
    }

    private func list<Element>(_ elements: [Element], _ json: (Element) -> JSONValue) -> JSONValue {
        elements.isEmpty ? .null : .array(elements.map(json))
    }

    private var rows: String {
        guard let summary = now.summary, summary.refused > 0 else { return word("\(now.rows) 行", "\(now.rows) rows") }
        return word("\(now.rows) 行（判定 \(summary.judged)、誤り \(summary.refused)）", "\(now.rows) rows (\(summary.judged) judged, \(summary.refused) refused)")
    }

    /// What was understood but may be meant otherwise.
    private var notes: [String] {
        var notes: [String] = []
        if let found = now.summary?.encoding { notes.append(word("文字コード: \(found.encoding.rawValue)", "encoding: \(found.encoding.rawValue)")) }
        if let blanks = now.summary?.blanks, blanks > 0 { notes.append(word("空の行を \(blanks) 行、飛ばしました", "\(blanks) blank lines were passed over")) }
        if !now.carried.isEmpty {
            let names = now.carried.map { column in
                column.nearest.map { word("\(column.name)（\($0) のことなら直してください）", "\(column.name) (mend it if you mean \($0))") } ?? column.name
            }
            let all = names.joined(separator: word("、", ", "))
            notes.append(word("事実でない列は、判定に使わずに残します: \(all)", "columns that are no facts are kept and not judged by: \(all)"))
        }
        if let keys = now.summary?.unknownKeys, !keys.isEmpty {
            let all = keys.joined(separator: word("、", ", "))
            notes.append(word("事実でない項目は使いませんでした: \(all)", "these keys are no facts and were not used: \(all)"))
        }
        return notes
    }

    private func records(_ numbers: ClosedRange<Int64>) -> JSONValue {
        let ends = numbers.lowerBound == numbers.upperBound ? [numbers.lowerBound] : [numbers.lowerBound, numbers.upperBound]
        return .array(ends.map { ["href": .string("/records/\($0)"), "text": .string("\($0)")] })
    }

    private var downloads: [(href: String, text: String)] {
        var files: [(href: String, text: String)] = []
        guard !now.isRunning else { return files }
        if now.rows > 0 { files.append((Self.href(job) + "/results", word("結果を受け取る", "Take the results"))) }
        if now.refusalCount > 0 { files.append((Self.href(job) + "/errors", word("読めない行の理由を受け取る", "Take what is wrong with rows"))) }
        return files
    }

    // MARK: What came of it

    private var tally: BatchSummary.Tally? { now.summary?.tallies.first }
    private var answers: AnswerView { AnswerView(edition.plan, language: language) { ContractPaths.clause($0) } }

    private var summary: JSONValue {
        guard let tally, let judged = now.summary?.judged, judged > 0 else { return .null }
        func row(_ outcome: String, _ status: DecisionStatus, _ cases: Int) -> JSONValue {
            let share = cases * 1000 / judged
            return [
                "outcome": .string(outcome), "status": .string(status.rawValue), "status_text": .string(answers.status(status)),
                "count": .string("\(cases)"), "share": .string("\(share / 10).\(share % 10)%"), "width": .string("\(share)"),
            ]
        }
        var rows = tally.ranked(edition.plan).map { row($0.outcome.caption, .determined, $0.cases) }
        if tally.conflict > 0 { rows.append(row(word("規則が食い違います", "rules disagree"), .conflict, tally.conflict)) }
        if tally.undetermined > 0 { rows.append(row(word("まだ決まりません", "not settled yet"), .undetermined, tally.undetermined)) }
        return .array(rows)
    }

    private var clauses: JSONValue {
        let rows = tally?.ranked(edition.plan).flatMap { outcome in outcome.clauses.map { (outcome.outcome.caption, $0.clause, $0.cases) } } ?? []
        return list(rows) { outcome, clause, cases in
            ["outcome": .string(outcome), "clause": answers.clause(id: clause.id), "count": .string("\(cases)")]
        }
    }

    private var questions: JSONValue { list(tally?.awaited(language) ?? []) { ["text": .string($0.text), "count": .string("\($0.cases)")] } }

    private func bad(_ refusal: Refusal) -> JSONValue {
        [
            "line": .string("\(refusal.line)"), "column": .string(refusal.column), "value": .string(refusal.value),
            "message": .string(refusal.message(language)), "advice": .string(refusal.help(language)), "code": .string(refusal.code),
        ]
    }

    private var badText: String {
        let rest = now.refusalCount - now.refusals.count
        let all = word("読めない所 \(now.refusalCount)", "\(now.refusalCount) places could not be read")
        return rest > 0 ? all + word("（ほか \(rest) は受け取るファイルにあります）", " (\(rest) more are in the file)") : all
    }
}
