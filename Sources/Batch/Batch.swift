import Completions
package import Decisions
import Diagnostics
package import Documents
package import Facts

/// Why a file of cases cannot be begun.
package enum BatchFault: Error {
    /// There is nothing in it.
    case empty
    /// Its header is wrong.
    case header([Refusal])
}

/// Cases are handed to a worker by as many, or by as many bytes.
private let (blockCases, blockBytes) = (64, 1 << 20)

/// Puts many cases through the same decisions: bytes in, bytes out, in the order of the file, in memory that does not grow with it.
/// Knows neither files nor a terminal.
///
/// `Kept` is what the caller wants of each answer beside its result.
package struct Batch<Kept: Sendable> {
    /// Decides on a document that was read without a fault: an answer for each decision of the request.
    package typealias Judge = @Sendable (DocumentNode, FactReading) -> (answers: [Answer], kept: Kept)

    /// What happens while it runs.
    package struct Outlet {
        /// Takes what is kept of the answers that stand in the next results, before these are written.
        package let keep: ([Kept]) async throws -> Void
        /// Takes results.
        package let write: (String) throws -> Void
        /// Takes what is wrong with a case.
        package let refuse: (Refusal) throws -> Void
        /// Hears how many cases are done.
        package let advance: (Int) -> Void

        package init(
            keep: @escaping ([Kept]) async throws -> Void, write: @escaping (String) throws -> Void, refuse: @escaping (Refusal) throws -> Void,
            advance: @escaping (Int) -> Void
        ) {
            self.keep = keep
            self.write = write
            self.refuse = refuse
            self.advance = advance
        }
    }

    private let request: BatchRequest
    private let read: () throws -> [UInt8]?
    private var cases: CaseReader
    private let judge: CaseJudge<Kept>
    private let writer: ResultWriter

    /// Begins a file: reads the header of a table.
    ///
    /// - Parameter read: the next bytes of the file; `nil` at its end.
    package init(_ request: BatchRequest, judge: @escaping Judge, read: @escaping () throws -> [UInt8]?) throws {
        self.request = request
        self.read = read
        let reader = FactReader(plan: request.plan)
        var cases = CaseReader(request.input, request.encoding)
        var table: CaseTable?
        if request.input == .csv {
            switch try cases.next(read)?.content {
            case .row(let header):
                let found = CaseTable(header, request, reader)
                let refusals = found.facts.faults.map { fault in
                    Refusal(line: header.line, column: fault.path, code: fault.code.rawValue, message: fault.message, help: fault.help, value: "")
                }
                guard refusals.isEmpty else { throw BatchFault.header(refusals) }
                table = found
            case .broken(let error): throw BatchFault.header([Refusal(error, request)])
            case .document, nil: throw BatchFault.empty
            }
        }
        self.cases = cases
        self.judge = CaseJudge(request, table, reader, judge)
        writer = ResultWriter(request, table)
    }

    /// The columns that are no facts and are carried along, each with the fact that it is nearest to.
    package var carried: [(name: String, nearest: String?)] {
        guard let table = judge.table else { return [] }
        return table.carried.map { (table.names[$0], FactColumns.nearest(to: table.names[$0], judge.reader)) }
    }

    /// Judges every case.
    package mutating func run(_ outlet: Outlet) async throws -> BatchSummary {
        var summary = BatchSummary(request)
        var cases = cases
        var isFirst = true
        let (judge, writer, read) = (judge, writer, read)
        try outlet.write(writer.head)
        try await inOrder(
            width: request.workers * 2,
            next: { try Self.block(&cases, read) },
            work: { block in block.map { raw in judge.judge(raw) }.map { ($0, writer.result($0)) } },
            take: { done in
                var text = ""
                try await outlet.keep(done.compactMap(\.0.kept))
                for (judged, result) in done {
                    summary.add(judged)
                    for refusal in judged.refusals { try outlet.refuse(refusal) }
                    guard let result else { continue }
                    if !isFirst { text += writer.separator }
                    isFirst = false
                    text += result
                }
                try outlet.write(text)
                outlet.advance(summary.judged + summary.refused)
            })
        self.cases = cases
        summary.blanks = cases.blanks
        summary.encoding = cases.encoding
        if summary.judged + summary.refused == 0, request.input == .ndjson { throw BatchFault.empty }
        try outlet.write(writer.tail(summary))
        return summary
    }

    private static func block(_ cases: inout CaseReader, _ read: () throws -> [UInt8]?) throws -> [RawCase]? {
        var (block, bytes) = ([RawCase](), 0)
        while block.count < blockCases, bytes < blockBytes, let next = try cases.next(read) {
            block.append(next)
            bytes += next.size
        }
        return block.isEmpty ? nil : block
    }
}

extension Batch where Kept == Void {
    /// Begins a file of which nothing but the results is wanted.
    ///
    /// - Parameter read: the next bytes of the file; `nil` at its end.
    package init(_ request: BatchRequest, read: @escaping () throws -> [UInt8]?) throws {
        let equal = EqualCases(request.plan, request.decisions)
        try self.init(request, judge: { _, reading in (equal.answers(reading.frame), ()) }, read: read)
    }
}

extension RawCase {
    /// Its bytes, about.
    fileprivate var size: Int {
        switch content {
        case .row(let row): row.fields.reduce(0) { $0 + $1.utf8.count }
        case .document(let bytes): bytes.count
        case .broken: 0
        }
    }
}
