/// Reads comma-separated values (RFC 4180): quotation marks, doubled inside; line ends CRLF or LF, also inside
/// quotation marks; a byte order mark is passed over. Lines without any character are passed over when the header has
/// several columns.
package enum CSVReader {
    /// The table, or the first mistake in it.
    package static func read(_ bytes: [UInt8], limits: CSVLimits = .standard) throws(DocumentError) -> CSVTable {
        var scanner = CSVScanner(text: try DocumentBytes(bytes, limit: limits.bytes), limits: limits)
        guard let header = try scanner.row() else { throw DocumentError(.empty, at: .start, expected: "value") }
        var seen: Set<String> = []
        for name in header.fields where !seen.insert(name).inserted {
            throw DocumentError(.duplicateKey, at: scanner.rowStart(header), found: name)
        }
        var rows: [CSVRow] = []
        while let row = try scanner.row() {
            if header.fields.count > 1, row.fields == [""], scanner.rowWasBlank { continue }
            guard row.fields.count == header.fields.count else {
                throw DocumentError(
                    .fieldCount, at: scanner.rowStart(row), found: "\(row.fields.count)",
                    expected: "\(header.fields.count)")
            }
            guard rows.count < limits.rows else {
                throw DocumentError(
                    .tooLarge, at: scanner.rowStart(row), found: "\(rows.count + 1) rows", expected: "\(limits.rows)")
            }
            rows.append(row)
        }
        return CSVTable(header: header.fields, rows: rows)
    }
}

/// The bytes of a table and how far they are read.
private struct CSVScanner {
    /// The bytes.
    var text: DocumentBytes
    /// The limits they are read under.
    let limits: CSVLimits
    /// The offset of the next byte.
    private var place: Int
    /// The offset of the last row.
    private var start = 0
    /// The line being read, from 1.
    private var line = 1
    /// Whether the last row had no character at all.
    private(set) var rowWasBlank = false

    /// A scanner at the first byte.
    init(text: DocumentBytes, limits: CSVLimits) {
        self.text = text
        self.limits = limits
        place = text.start
    }

    /// Where the last row begins.
    func rowStart(_ row: CSVRow) -> DocumentPosition { DocumentPosition(line: row.line, column: 1, offset: start) }

    /// The next row; nil at the end. A line end after the last row begins no other.
    mutating func row() throws(DocumentError) -> CSVRow? {
        let bytes = text.bytes
        guard place < bytes.count else { return nil }
        start = place
        let first = line
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard fields.count <= limits.fields else {
                throw error(.tooLarge, found: "\(fields.count) fields", expected: "\(limits.fields)")
            }
            if place + 1 < bytes.count, bytes[place] == 0x0D, bytes[place + 1] == 0x0A { place += 1 }
            guard place < bytes.count else { break }
            if bytes[place] == UInt8(ascii: ",") {
                place += 1
            } else if bytes[place] == 0x0A {
                rowWasBlank = place == start || (place == start + 1 && bytes[start] == 0x0D)
                place += 1
                line += 1
                return CSVRow(line: first, fields: fields)
            } else {
                throw error(.unexpectedByte, found: text.excerpt(at: place), expected: ", | end")
            }
        }
        rowWasBlank = false
        return CSVRow(line: first, fields: fields)
    }

    /// One field, up to a comma, a line end or the end.
    private mutating func field() throws(DocumentError) -> String {
        let bytes = text.bytes
        let begin = place
        var content: [UInt8] = []
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
            place += 1
            while true {
                guard place < bytes.count else {
                    throw DocumentError(.unterminatedString, at: text.position(at: begin), expected: "\"")
                }
                let byte = bytes[place]
                place += 1
                if byte == UInt8(ascii: "\"") {
                    guard place < bytes.count, bytes[place] == byte else { break }
                    place += 1
                }
                if byte == 0x0A { line += 1 }
                content.append(byte)
            }
        } else {
            while place < bytes.count, ![0x2C, 0x0A, 0x0D, 0x22].contains(bytes[place]) { place += 1 }
            content = Array(bytes[begin..<place])
        }
        guard content.count <= limits.fieldBytes else {
            throw error(.tooLarge, found: "\(content.count) bytes", expected: "\(limits.fieldBytes) bytes")
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// An error here.
    private mutating func error(_ kind: DocumentError.Kind, found: String, expected: String) -> DocumentError {
        DocumentError(kind, at: text.position(at: place), found: found, expected: expected)
    }
}
