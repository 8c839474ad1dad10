/// Reads a table of comma-separated values that is whole in memory. Lines without any character are passed over when the header
/// has several columns; a byte order mark is passed over.
package enum CSVReader {
    /// The table, or the first mistake in it.
    package static func read(_ bytes: [UInt8], limits: CSVLimits = .standard) throws(DocumentError) -> CSVTable {
        guard bytes.count <= limits.bytes else {
            throw DocumentError(.tooLarge, at: .start, found: "\(bytes.count) bytes", expected: "\(limits.bytes) bytes")
        }
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scanner = CSVScanner(limits: limits, offset: mark)
        scanner.feed(Array(bytes[mark...]))
        scanner.finish()
        guard let header = try row(&scanner) else { throw DocumentError(.empty, at: .start, expected: "value") }
        var seen: Set<String> = []
        for name in header.fields where !seen.insert(name).inserted { throw DocumentError(.duplicateKey, at: header.position, found: name) }
        var rows: [CSVRow] = []
        while let row = try row(&scanner) {
            if header.fields.count > 1, scanner.rowWasBlank { continue }
            guard row.fields.count == header.fields.count else {
                throw DocumentError(.fieldCount, at: row.position, found: "\(row.fields.count)", expected: "\(header.fields.count)")
            }
            guard rows.count < limits.rows else {
                throw DocumentError(.tooLarge, at: row.position, found: "\(rows.count + 1) rows", expected: "\(limits.rows)")
            }
            rows.append(row)
        }
        return CSVTable(header: header.fields, rows: rows)
    }

    private static func row(_ scanner: inout CSVScanner) throws(DocumentError) -> CSVRow? {
        switch scanner.next() {
        case .row(let row): return row
        case .fault(let error): throw error
        case .needsMore, .end: return nil
        }
    }
}

extension CSVRow {
    /// Where its first character is; the offset is not kept.
    package var position: DocumentPosition { DocumentPosition(line: line, column: 1, offset: 0) }
}
