/// A number that names a file of a rule set, in reading order.
package struct SourceID: Hashable, Sendable, Comparable {
    /// The place in the list of files.
    package let index: UInt16

    package init(_ index: Int) { self.index = UInt16(clamping: index) }

    package static func < (left: SourceID, right: SourceID) -> Bool { left.index < right.index }
}

/// A half-open range of bytes of one file.
package struct SourceRange: Hashable, Sendable {
    /// The file.
    package let file: SourceID
    /// Offset of the first byte.
    package let start: UInt32
    /// Offset after the last byte.
    package let end: UInt32

    package init(file: SourceID, start: Int, end: Int) {
        self.file = file
        self.start = UInt32(clamping: start)
        self.end = UInt32(clamping: max(start, end))
    }

    /// The smallest range that holds both; `self` when they are in different files.
    package func joined(_ other: SourceRange) -> SourceRange {
        guard file == other.file else { return self }
        return SourceRange(file: file, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
    }
}

/// A line and a column as people count them: both from 1, the column in Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int
}

/// The bytes of one file, with the beginnings of its lines.
package struct SourceFile: Sendable {
    /// How the file is named in messages.
    package let path: String
    /// The content, UTF-8 or whatever was found.
    package let bytes: [UInt8]
    private let lineStarts: [Int]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// The text between two offsets, with invalid bytes repaired.
    package func text(_ start: Int, _ end: Int) -> String {
        let low = max(0, min(start, bytes.count))
        let high = max(low, min(end, bytes.count))
        return String(decoding: bytes[low..<high], as: UTF8.self)
    }

    /// The text of a range.
    package func text(_ range: SourceRange) -> String { text(Int(range.start), Int(range.end)) }

    /// The line and column of a byte offset; past the end it is the end.
    package func position(of offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, bytes.count))
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        let column = bytes[lineStarts[low]..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return SourcePosition(line: low + 1, column: column)
    }

    /// The text of a line (from 1) without its line break.
    package func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return text(start, end)
    }
}
