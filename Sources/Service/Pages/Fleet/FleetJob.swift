import Batch
import Diagnostics
import Documents
import Facts
import Kiyaku
import Records
import Synchronization
import Values
import Vocabulary

/// A file of cases that is judged while the one who sent it looks on. Each answer is on record before it stands in the results.
///
/// Everything is kept in memory: results can have personal facts in them, which the disk has only under the key of the record.
final class FleetJob: Sendable {
    /// What was sent, by whom.
    struct Order: Sendable {
        let owner: Caller
        /// The name of the file.
        let name: String
        let bytes: [UInt8]
        let edition: Edition
        let decision: Place<Decision>
        /// The day to judge by where a row names none.
        let day: Instant
        let language: MessageLanguage
        let moment: ServiceSettings.Moment
        /// The id of the request.
        let request: String
    }

    /// How far it has come.
    struct Progress: Sendable {
        var isRunning = true
        /// Why it ended early.
        var fault: (message: Wording, help: Wording)?
        /// Rows that are judged or refused, and bytes that are read.
        var (rows, bytes) = (0, 0)
        /// The first of what is wrong with rows, and how much that is in all.
        var (refusals, refusalCount) = ([Refusal](), 0)
        /// The columns that are no facts.
        var carried: [(name: String, nearest: String?)] = []
        var summary: BatchSummary?
        /// The first and the last number of the record.
        var records: ClosedRange<Int64>?
        /// The files to take away.
        var (results, errors) = ([UInt8](), [UInt8]())
    }

    /// Refusals beyond these are counted, not listed.
    static let mostListed = 100
    /// Bytes of a file to take away; a larger one does not belong into a browser.
    private static let mostBytes = 32 << 20
    /// The file is read by as many bytes: so fine is what the bar shows.
    private static let piece = 4 << 10

    let id: String
    let order: Order
    let notation: CaseNotation
    /// The size of the file.
    let size: Int
    private let progress = Mutex(Progress())
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(id: String, _ order: Order) {
        (self.id, self.order, size) = (id, order, order.bytes.count)
        let text = order.bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        notation = text.first == UInt8(ascii: "{") ? .ndjson : .csv
    }

    /// As it is now.
    var now: Progress { progress.withLock { $0 } }

    var isRunning: Bool { progress.withLock { $0.isRunning } }

    /// Begins, on the queue of all such files.
    func start(_ state: ServiceState) {
        task.withLock { $0 = Task(executorPreference: FleetQueue.shared) { await self.run(state) } }
    }

    /// What is judged by now stays.
    func stop() { task.withLock { $0?.cancel() } }

    private func run(_ state: ServiceState) async {
        var fault: (Wording, Wording)?
        do {
            let summary = try await judge(state)
            progress.withLock { $0.summary = summary }
        } catch {
            fault = Self.words(error)
        }
        progress.withLock { ($0.isRunning, $0.fault) = (false, fault) }
    }

    private func judge(_ state: ServiceState) async throws -> BatchSummary {
        let order = order
        let program = state.settings.program
        let request = BatchRequest(
            edition: order.edition, decisions: [order.decision], asOf: nil, defaultAsOf: order.day, input: notation,
            encoding: nil, output: notation == .csv ? .csv : .ndjson, carriesUnknown: true, language: order.language, workers: 1)
        var rest = order.bytes[...]
        let errors = RefusalTable(isTable: true, language: order.language)
        progress.withLock { $0.errors += Array(errors.head.utf8) }
        func refuse(_ refusal: Refusal) throws {
            try progress.withLock { progress in
                progress.refusalCount += 1
                if progress.refusals.count < Self.mostListed { progress.refusals.append(refusal) }
                progress.errors += Array(errors.line(refusal).utf8)
                if progress.errors.count > Self.mostBytes { throw Fault.tooLarge }
            }
        }
        do {
            var batch = try Batch(request) { document, reading in
                let judged = Edition.Judged(reading: reading, answers: order.edition.answers(reading.frame, [order.decision]))
                let draft = RecordDraft(
                    judged, of: order.edition, facts: document, by: order.owner.name, at: order.moment.timestamp, request: order.request,
                    program: program)
                return (judged.answers, draft)
            } read: {
                try Task.checkCancellation()
                let bytes = rest.prefix(Self.piece)
                rest = rest.dropFirst(Self.piece)
                self.progress.withLock { $0.bytes += bytes.count }
                return bytes.isEmpty ? nil : Array(bytes)
            }
            let carried = batch.carried
            progress.withLock { $0.carried = carried }
            return try await batch.run(
                .init(
                    keep: { drafts in
                        guard !drafts.isEmpty else { return }
                        let numbers = try await state.record(drafts)
                        guard let first = numbers.first, let last = numbers.last else { return }
                        self.progress.withLock { $0.records = ($0.records?.lowerBound ?? first)...last }
                    },
                    write: { text in
                        try self.progress.withLock { progress in
                            progress.results += Array(text.utf8)
                            if progress.results.count > Self.mostBytes { throw Fault.tooLarge }
                        }
                    },
                    refuse: refuse,
                    advance: { rows in self.progress.withLock { $0.rows = rows } }))
        } catch BatchFault.header(let refusals) {
            for refusal in refusals { try refuse(refusal) }
            throw Fault.header
        }
    }

    private enum Fault: Error { case header, tooLarge }

    /// Why it ended early, and what to do.
    private static func words(_ error: any Error) -> (Wording, Wording) {
        switch error {
        case is CancellationError:
            (Wording("途中で止めました", "it was stopped"), Wording("判定の済んだ行は、結果と記録にあります", "the rows judged by then are in the results and on record"))
        case BatchFault.empty: (Wording("案件がありません", "there are no cases"), Wording("見出しの行と案件の行を書いてください", "write a header and rows"))
        case Fault.header:
            (Wording("見出しの行に誤りがあります", "the header is wrong"), Wording("下の列の名前を直して、もう一度送ってください", "mend the names of the columns below and send it again"))
        case Fault.tooLarge:
            (
                Wording("結果が大きすぎます", "the results are too large"),
                Wording("残りの行を別のファイルに分けるか、kiyaku check をお使いください", "put the remaining rows into another file, or use kiyaku check")
            )
        case let fault as RecordFault:
            (fault.message, fault.help)
        default: (Problem.broken.title, Wording("もう一度送ってください", "send it once more"))
        }
    }
}
