/// A comma-separated table (RFC 4180) whose first row names the columns.
package struct CSVTable: Hashable, Sendable {
    /// The names of the columns; no two are equal.
    package let header: [String]
    /// The rows after the header; each has as many fields as the header.
    package let rows: [CSVRow]

    /// A table from its parts.
    package init(header: [String], rows: [CSVRow]) {
        self.header = header
        self.rows = rows
    }
}

/// One row of a table.
package struct CSVRow: Hashable, Sendable {
    /// The line its first character is on, from 1.
    package let line: Int
    /// The fields with their quotation marks removed.
    package let fields: [String]

    /// A row from its parts.
    package init(line: Int, fields: [String]) {
        self.line = line
        self.fields = fields
    }
}

/// How large a table may be.
package struct CSVLimits: Hashable, Sendable {
    /// Bytes of the whole file.
    package let bytes: Int
    /// Rows after the header.
    package let rows: Int
    /// Fields of a row.
    package let fields: Int
    /// Bytes of a field.
    package let fieldBytes: Int
    /// Bytes of a row.
    package let rowBytes: Int

    /// Limits; each left out is the standard one.
    package init(bytes: Int = 256 << 20, rows: Int = 2_000_000, fields: Int = 1_024, fieldBytes: Int = 64 << 10, rowBytes: Int = 1 << 20) {
        self.bytes = bytes
        self.rows = rows
        self.fields = fields
        self.fieldBytes = fieldBytes
        self.rowBytes = rowBytes
    }

    /// For facts in bulk.
    package static let standard = CSVLimits()
}
