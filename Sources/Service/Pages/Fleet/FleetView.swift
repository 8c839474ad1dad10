import Batch
import Completions
import Diagnostics
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

    static func href(_ job: FleetJob) -> String { "\(FleetPage.declaration.path)/\(job.id)" }

    /// The form that sends a file, and the files of before.
    static func entrance(_ jobs: [FleetJob], _ edition: Edition, day: String) -> FleetEntrance {
        let vocabulary = edition.vocabulary
        return FleetEntrance(
            action: FleetPage.declaration.path, day: day,
            decisions: vocabulary.decisions.places.map { place in
                let declared = vocabulary.decisions[place]
                return MenuOption(
                    value: declared.name, text: declared.label ?? declared.name, isSelected: place == vocabulary.menu(.environment).first)
            },
            jobs: jobs.map { job in
                PageLink(text: "\(job.order.name)　\(job.order.moment.parts.day) \(job.order.moment.parts.time)", href: href(job))
            })
    }

    var content: FleetContent {
        let declared = edition.vocabulary.decisions[job.order.decision]
        let bytes = Double(now.bytes) / Double(max(1, job.size))
        return FleetContent(
            name: job.order.name, href: Self.href(job), decision: declared.label ?? declared.name, asOf: job.order.day.description,
            isRunning: now.isRunning, isFinished: !now.isRunning && now.fault == nil,
            failure: now.fault.map { FaultNotice(message: $0.message(language), advice: $0.help(language)) }, rowsText: rows,
            progress: now.isRunning ? Int(bytes * 1000) : 1000, notes: notes, records: now.records.map(records) ?? [], downloads: downloads,
            summary: summary, sides: sides, sidesNote: sidesNote, clauses: clauses,
            questions: (tally?.awaited(language) ?? []).map { .init(text: $0.text, count: $0.cases) },
            refusals: now.refusals.map(refused), refusalsText: refusalsText)
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

    private func records(_ numbers: ClosedRange<Int64>) -> [PageLink] {
        let ends = numbers.lowerBound == numbers.upperBound ? [numbers.lowerBound] : [numbers.lowerBound, numbers.upperBound]
        return ends.map { PageLink(text: "\($0)", href: "/records/\($0)") }
    }

    private var downloads: [PageLink] {
        guard !now.isRunning else { return [] }
        let results = PageLink(text: word("結果を受け取る", "Take the results"), href: Self.href(job) + "/results")
        let errors = PageLink(text: word("読めない行の理由を受け取る", "Take what is wrong with rows"), href: Self.href(job) + "/errors")
        return (now.rows > 0 ? [results] : []) + (now.refusalCount > 0 ? [errors] : [])
    }

    // MARK: What came of it

    private var tally: BatchSummary.Tally? { now.summary?.tallies.first }
    private var answers: AnswerView { AnswerView(edition.plan, language: language) { ContractPaths.clause($0) } }

    private var summary: [FleetContent.Share] {
        guard let tally, let judged = now.summary?.judged, judged > 0 else { return [] }
        func row(_ outcome: String, _ status: DecisionStatus, _ cases: Int) -> FleetContent.Share {
            let share = Self.share(cases, of: judged)
            return .init(
                outcome: outcome, status: status.rawValue, statusText: answers.status(status), count: cases, share: share.text, width: share.width)
        }
        var rows = tally.ranked(edition.plan).map { row($0.outcome.caption, .determined, $0.cases) }
        if tally.conflict > 0 { rows.append(row(word("規則が食い違います", "rules disagree"), .conflict, tally.conflict)) }
        if tally.undetermined > 0 { rows.append(row(word("まだ決まりません", "not settled yet"), .undetermined, tally.undetermined)) }
        return rows
    }

    private var sides: [FleetContent.SideShare] {
        guard let tally, let judged = now.summary?.judged, judged > 0 else { return [] }
        return tally.counted(edition.plan).map { side, cases in
            let share = Self.share(cases, of: judged)
            return .init(side: side.text, count: cases, share: share.text, width: share.width)
        }
    }

    private var sidesNote: String? {
        let all = (tally?.counted(edition.plan) ?? []).map(\.side.outcomes)
        guard all.contains(where: { one in all.contains { $0 != one && $0.isSubset(of: one) } }) else { return nil }
        return word("側の中の側に入る行は、外の側にも数えています。", "Rows of a side that is part of another are counted in both.")
    }

    /// A share in percent, and of 1000.
    private static func share(_ cases: Int, of all: Int) -> (text: String, width: Int) {
        let share = cases * 1000 / all
        return ("\(share / 10).\(share % 10)%", share)
    }

    private var clauses: [FleetContent.ClauseShare] {
        (tally?.ranked(edition.plan) ?? []).flatMap { outcome in
            outcome.clauses.map { .init(outcome: outcome.outcome.caption, clause: answers.clause(id: $0.clause.id), count: $0.cases) }
        }
    }

    private func refused(_ refusal: Refusal) -> FleetContent.Refused {
        .init(
            line: refusal.line, column: refusal.column, value: refusal.value, message: refusal.message(language), advice: refusal.help(language),
            code: refusal.code)
    }

    private var refusalsText: String {
        let rest = now.refusalCount - now.refusals.count
        let all = word("読めない所 \(now.refusalCount)", "\(now.refusalCount) places could not be read")
        return rest > 0 ? all + word("（ほか \(rest) は受け取るファイルにあります）", " (\(rest) more are in the file)") : all
    }
}
