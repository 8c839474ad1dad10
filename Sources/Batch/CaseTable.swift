import Documents
import Facts

/// The header of a table of cases: which columns are facts, which are carried along, and which are results of an earlier run.
struct CaseTable: Sendable {
    /// The names as they are written; those at the end without a name are left out.
    let names: [String]
    /// The columns that go into the results, from 0.
    let kept: [Int]
    /// The columns that are no facts.
    let carried: [Int]
    let facts: FactColumns

    init(_ header: CSVRow, _ request: BatchRequest, _ reader: FactReader) {
        var names = header.fields
        while names.last?.allSatisfy(\.isWhitespace) ?? false { names.removeLast() }
        self.names = names
        let results = ResultColumns.allNames(request)
        let old = Set(names.indices.filter { results.contains(names[$0]) })
        kept = names.indices.filter { !old.contains($0) }
        facts = FactColumns(CSVRow(line: header.line, fields: names), reader, skipping: old, carriesUnknown: request.carriesUnknown)
        carried = facts.carried
    }

    /// The cells of a row under the header. What is beyond it must be empty, as spreadsheets leave it.
    func cells(_ row: CSVRow) throws(DocumentError) -> [String] {
        let extra = row.fields.dropFirst(names.count)
        guard row.fields.count >= names.count, extra.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
            throw DocumentError(.fieldCount, at: row.position, found: "\(row.fields.count)", expected: "\(names.count)")
        }
        return Array(row.fields.prefix(names.count))
    }
}
