/// 参照表: facts about the world with their source, read from a CSV file.
package struct ReferenceTable: Sendable {
    package struct Column: Sendable, Hashable {
        package let name: String
        package let type: FactType

        package init(name: String, type: FactType) {
            self.name = name
            self.type = type
        }
    }

    /// What a row asks of a key.
    package enum Key: Sendable, Hashable {
        /// `*`: anything.
        case any
        case value(Int64)
        /// A version that begins with the row's.
        case series(ClosedRange<Int64>)

        package func matches(_ value: Int64) -> Bool {
            switch self {
            case .any: true
            case .value(let own): own == value
            case .series(let range): range.contains(value)
            }
        }
    }

    package struct Row: Sendable, Hashable {
        package let keys: [Key]
        /// A value for each column; `nil` where the cell is empty: not known.
        package let values: [Int64?]
        package let provenance: Provenance

        package init(keys: [Key], values: [Int64?], provenance: Provenance) {
            self.keys = keys
            self.values = values
            self.provenance = provenance
        }
    }

    /// Where a row comes from.
    package struct Provenance: Sendable, Hashable {
        /// The keys as written, to name the row by.
        package let row: String
        package let source: String?
        package let retrieved: String?
        package let certainty: String?
        package let note: String?

        package init(row: String, source: String?, retrieved: String?, certainty: String?, note: String?) {
            self.row = row
            self.source = source
            self.retrieved = retrieved
            self.certainty = certainty
            self.note = note
        }
    }

    package let name: String
    package let label: String?
    /// The keys; for a table by day a single date.
    package let keys: [Column]
    /// The last row on or before the key's day answers.
    package let isLatest: Bool
    package let columns: [Column]
    /// The last day that a table by day knows about, as a day number.
    package let until: Int64?
    package let rows: [Row]
    /// Finds rows and their values fast.
    package let index: RowIndex

    package init(name: String, label: String?, keys: [Column], isLatest: Bool, columns: [Column], until: Int64?, rows: [Row]) {
        self.name = name
        self.label = label
        self.keys = keys
        self.isLatest = isLatest
        self.columns = columns
        self.until = until
        self.rows = rows
        index = RowIndex(rows, keys: keys.count, columns: columns.count, isLatest: isLatest, until: until)
    }

    /// The row that answers for these keys: the first that matches, or by day the last that has begun.
    package func row(for keys: [Int64]) -> Int? { index.row(for: keys, from: 0) }
}
