/// The rows of a reference table, to be found without looking at every row, and what they say.
///
/// For each key it has the stretches of values that the rows tell apart, and for each stretch a bit for every row that takes it. For a table
/// by day it has the days on which the rows begin.
package final class RowIndex: Sendable {
    private struct Column: Sendable {
        /// Where each stretch begins; the first begins at the smallest value.
        let starts: [Int64]
        /// The rows that take each stretch, `words` words a stretch.
        let rows: [UInt64]
    }

    package let keyCount: Int
    private let columnCount: Int
    /// The values of all rows, one row after the other.
    private let cells: [Int64?]
    private let words: Int
    private let columns: [Column]
    private let isLatest: Bool
    private let until: Int64?
    private let begins: [Int64]

    init(_ rows: [ReferenceTable.Row], keys: Int, columns: Int, isLatest: Bool, until: Int64?) {
        keyCount = keys
        columnCount = columns
        cells = rows.flatMap(\.values)
        let words = (rows.count + 63) / 64
        self.words = words
        self.columns = isLatest ? [] : (0..<keys).map { number in Self.column(rows.map { $0.keys[number] }, words) }
        self.isLatest = isLatest
        self.until = until
        begins = isLatest ? Self.begins(rows) : []
    }

    /// Up to the first row that has no day. A row that begins before one above it does not answer before that one has begun.
    private static func begins(_ rows: [ReferenceTable.Row]) -> [Int64] {
        var begins: [Int64] = []
        for row in rows {
            guard case .value(let day)? = row.keys.first else { break }
            begins.append(max(day, begins.last ?? day))
        }
        return begins
    }

    private static func column(_ keys: [ReferenceTable.Key], _ words: Int) -> Column {
        var turns: Set<Int64> = [.min]
        for key in keys {
            guard let range = key.range else { continue }
            turns.insert(range.lowerBound)
            if range.upperBound < .max { turns.insert(range.upperBound + 1) }
        }
        let starts = turns.sorted()
        var rows = Array(repeating: UInt64(0), count: starts.count * words)
        for (stretch, start) in starts.enumerated() {
            for (row, key) in keys.enumerated() where key.matches(start) { rows[stretch * words + row >> 6] |= 1 << UInt64(row & 63) }
        }
        return Column(starts: starts, rows: rows)
    }

    /// The row that answers for the keys that stand from a place on: the first that matches, or by day the last that has begun.
    package func row(for keys: [Int64], from start: Int) -> Int? {
        guard isLatest else { return firstRow(keys, from: start) }
        guard start < keys.count else { return nil }
        let day = keys[start]
        if let until, day > until { return nil }
        let row = lastPlace(atMost: day, in: begins)
        return row >= 0 ? row : nil
    }

    private func firstRow(_ keys: [Int64], from start: Int) -> Int? {
        let count = min(columns.count, keys.count - start)
        for word in 0..<words {
            // Without keys every row answers.
            var rows = UInt64.max
            for number in 0..<count {
                let stretch = lastPlace(atMost: keys[start + number], in: columns[number].starts)
                rows &= columns[number].rows[stretch * words + word]
            }
            if rows != 0 { return word * 64 + rows.trailingZeroBitCount }
        }
        return nil
    }

    /// What a row says; `nil` where it says nothing.
    package func value(_ row: Int, _ column: Int) -> Int64? { cells[row * columnCount + column] }
}

/// The place of the last of the ascending values that is not above the given one; -1 where all are.
private func lastPlace(atMost value: Int64, in ascending: [Int64]) -> Int {
    var low = 0
    var high = ascending.count
    while low < high {
        let middle = (low + high) / 2
        if ascending[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low - 1
}

extension ReferenceTable.Key {
    /// The values it takes; `nil` for all.
    fileprivate var range: ClosedRange<Int64>? {
        switch self {
        case .any: nil
        case .value(let value): value...value
        case .series(let range): range
        }
    }
}
