import Diagnostics
import Documents
import Kiyaku
import Plans
import Serialization
import Values
import Vocabulary

/// Puts judged cases into the notation that is asked for.
struct ResultWriter: Sendable {
    private let request: BatchRequest
    private let table: CaseTable?
    private let columns: ResultColumns
    private let json: DecisionJSON

    init(_ request: BatchRequest, _ table: CaseTable?) {
        self.request = request
        self.table = table
        columns = ResultColumns(request)
        json = DecisionJSON(request.plan, digest: request.edition.digest)
    }

    /// What stands before the results.
    var head: String {
        switch request.output {
        case .csv:
            let own = table.map { table in table.kept.map { table.names[$0] } } ?? [request.word("行", "line"), "id"]
            return CSVText.byteOrderMark + CSVText.row(own + columns.names)
        case .ndjson: return ""
        case .json:
            let head = JSONValue.object([("contract", .string(request.plan.title.name)), ("rules_digest", .string(request.edition.digest))]).text()
            return #"{"schema":"kiyaku.check/1","# + head.dropFirst().dropLast() + #","results":["# + "\n"
        }
    }

    /// What stands between two results.
    var separator: String { request.output == .json ? ",\n" : "" }

    /// What stands after the results.
    func tail(_ summary: BatchSummary) -> String { request.output == .json ? "\n]," + #""summary":"# + summary.json.text() + "}\n" : "" }

    /// One case that was judged; `nil` for one that was refused.
    func result<Kept>(_ judged: JudgedCase<Kept>) -> String? {
        guard judged.refusals.isEmpty else { return nil }
        switch request.output {
        case .csv:
            let own = table.map { table in table.kept.map { judged.cells[$0] } } ?? [String(judged.line), judged.document?["id"]?.asWritten ?? ""]
            return CSVText.row(own + columns.cells(judged))
        case .json: return document(judged).text()
        case .ndjson: return document(judged).text() + "\n"
        }
    }

    private func document<Kept>(_ judged: JudgedCase<Kept>) -> JSONValue {
        let row = table.map { table in JSONValue.object(table.kept.map { (table.names[$0], .string(judged.cells[$0])) }) }
        return .object([
            ("line", .integer(Int64(judged.line))), ("as_of", judged.asOf.map { .string($0.description) } ?? .null),
            ("input", row ?? judged.document.map(JSONValue.init) ?? .null), ("decisions", .array(judged.answers.map(json.conclusion))),
        ])
    }
}

extension DocumentNode {
    /// A text or a number as it stands in its document; empty for anything else.
    fileprivate var asWritten: String {
        switch value {
        case .string(let text), .number(let text): text
        case .null, .bool, .array, .object: ""
        }
    }
}
