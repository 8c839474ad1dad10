import Decisions
package import Diagnostics
import Documents
import Facts
import Values
import Vocabulary

/// A case that has been judged, or refused.
struct JudgedCase<Kept: Sendable>: Sendable {
    let line: Int
    /// The day that it was judged by.
    let asOf: Instant?
    /// The case as it came in: the cells of its row, or its document.
    let cells: [String]
    let document: DocumentNode?
    /// One for each decision; none where it was refused.
    let answers: [Answer]
    /// `nil` where it was refused.
    let kept: Kept?
    /// What is wrong with it.
    let refusals: [Refusal]
    /// Keys of a document that were passed over.
    let unknownKeys: [String]
}

/// What is wrong with one place of a file of cases.
package struct Refusal: Sendable, Hashable {
    package let line: Int
    /// The name of the column, or the path in a document; empty for the whole case.
    package let column: String
    package let code: String
    package let message: Wording
    /// What is allowed, and what to do.
    package let help: Wording
    /// What stands there.
    package let value: String
}

/// Reads cases and judges them. Knows nothing of files, so many can be at work at once.
struct CaseJudge<Kept: Sendable>: Sendable {
    let request: BatchRequest
    let reader: FactReader
    /// The columns of a table; `nil` for documents.
    let table: CaseTable?
    private let answer: Batch<Kept>.Judge

    init(_ request: BatchRequest, _ table: CaseTable?, _ reader: FactReader, _ answer: @escaping Batch<Kept>.Judge) {
        self.request = request
        self.reader = reader
        self.table = table
        self.answer = answer
    }

    func judge(_ raw: RawCase) -> JudgedCase<Kept> {
        switch raw.content {
        case .broken(let error): return refused(raw.line, [Refusal(error, request)])
        case .row(let row):
            guard let table else { return refused(raw.line, []) }
            do throws(DocumentError) {
                let cells = try table.cells(row)
                return judge(table.facts.document(CSVRow(line: row.line, fields: cells)), line: raw.line, cells: cells)
            } catch {
                return refused(raw.line, [Refusal(error, request)])
            }
        case .document(let bytes):
            do throws(DocumentError) {
                let document = try JSONReader.read(bytes)
                guard request.carriesUnknown else { return judge(document, line: raw.line, cells: []) }
                let (known, unknown) = reader.withoutUnknown(document)
                return judge(known, line: raw.line, cells: [], whole: document, unknown: unknown)
            } catch {
                return refused(raw.line, [Refusal(error, request, line: raw.line)])
            }
        }
    }

    private func judge(_ document: DocumentNode, line: Int, cells: [String], whole: DocumentNode? = nil, unknown: [String] = []) -> JudgedCase<Kept> {
        let reading = reader.read(document, asOf: request.asOf, defaultAsOf: request.defaultAsOf)
        guard reading.faults.isEmpty else { return refused(line, reading.faults.map { refusal($0, line, cells) }) }
        let judged = answer(document, reading)
        return JudgedCase(
            line: line, asOf: reading.asOf, cells: cells, document: table == nil ? whole ?? document : nil, answers: judged.answers,
            kept: judged.kept, refusals: [], unknownKeys: unknown)
    }

    private func refused(_ line: Int, _ refusals: [Refusal]) -> JudgedCase<Kept> {
        JudgedCase(line: line, asOf: nil, cells: [], document: nil, answers: [], kept: nil, refusals: refusals, unknownKeys: [])
    }

    private func refusal(_ fault: FactFault, _ line: Int, _ cells: [String]) -> Refusal {
        let number = fault.position.column - 1
        let isCell = table != nil && !fault.path.isEmpty && cells.indices.contains(number)
        return Refusal(
            line: line, column: isCell ? table?.names[number] ?? fault.path : fault.path, code: fault.code.rawValue, message: fault.message,
            help: fault.help, value: isCell ? cells[number] : "")
    }
}

extension Refusal {
    /// A row or a line that cannot be read.
    init(_ error: DocumentError, _ request: BatchRequest, line: Int? = nil) {
        var message = Wording(error.japanese, error.english)
        var help = Wording("この行を直してください", "mend this line")
        if error.kind == .invalidUTF8 {
            message = Wording("文字コードに合わないバイトがあります", "there are bytes that mean nothing in the encoding of the file")
            help = Wording("文字化けした文字を打ち直すか、--encoding を指定してください", "type the broken characters again, or say --encoding")
        }
        self.init(line: line ?? error.position.line, column: "", code: DiagnosticCode.unreadableDocument.rawValue, message: message, help: help, value: "")
    }
}
