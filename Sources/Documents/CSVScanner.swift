/// Cuts comma-separated values (RFC 4180) into rows while their bytes come in: quotation marks, doubled inside; line ends
/// CRLF, LF or CR, also inside quotation marks. Holds one row at most.
///
/// After a row that cannot be read it goes on with the line after the one where the trouble began, so that a quotation mark
/// that is never closed costs its own line and not the rest of the file.
package struct CSVScanner: Sendable {
    /// What comes next.
    package enum Step: Sendable {
        case row(CSVRow)
        /// A row that cannot be read.
        case fault(DocumentError)
        /// The bytes so far end within a row.
        case needsMore
        case end
    }

    private let limits: CSVLimits
    /// The bytes that are not cut yet, from the beginning of a line.
    private var bytes: [UInt8] = []
    /// How far they are cut.
    private var start = 0
    /// The bytes before the first of `bytes`, and the line that `start` is on.
    private var passed = 0
    private var line = 1
    private var hasEnded = false
    /// The rest of the line belongs to a row that was refused.
    private var isSkipping = false
    /// Whether the last row had no character at all.
    package private(set) var rowWasBlank = false

    package init(limits: CSVLimits = .standard, offset: Int = 0) {
        self.limits = limits
        passed = offset
    }

    /// Adds bytes of UTF-8.
    package mutating func feed(_ more: [UInt8]) {
        bytes.removeFirst(start)
        passed += start
        start = 0
        bytes += more
    }

    /// No more bytes come.
    package mutating func finish() { hasEnded = true }

    /// The next row as far as it is there.
    package mutating func next() -> Step {
        if isSkipping, !skipLine() { return hasEnded ? .end : .needsMore }
        guard start < bytes.count else { return hasEnded ? .end : .needsMore }
        var cut = Cut(bytes: bytes, start: start, line: line, hasEnded: hasEnded, limits: limits)
        let found = cut.row()
        switch found {
        case .needsMore: return .needsMore
        case .row(let fields):
            rowWasBlank = cut.isBlank
            let row = CSVRow(line: line, fields: fields)
            (start, line) = (cut.place, cut.line)
            return .row(row)
        case .fault(let kind, let place, let resume, let found, let expected):
            let error = DocumentError(kind, at: position(of: place), found: found, expected: expected)
            line += lineEnds(in: start..<resume)
            start = resume
            isSkipping = true
            return .fault(error)
        }
    }

    /// Passes the rest of a line; false where its end has not come yet.
    private mutating func skipLine() -> Bool {
        while start < bytes.count {
            let byte = bytes[start]
            if byte == 0x0D, start + 1 == bytes.count, !hasEnded { return false }
            start += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, start < bytes.count, bytes[start] == 0x0A { start += 1 }
            line += 1
            isSkipping = false
            return true
        }
        return false
    }

    private func lineEnds(in range: Range<Int>) -> Int {
        range.reduce(0) { count, place in
            count + (bytes[place] == 0x0A || (bytes[place] == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A)) ? 1 : 0)
        }
    }

    /// The line and column of a place within the row that begins at `start`.
    private func position(of place: Int) -> DocumentPosition {
        let ends = lineEnds(in: start..<place)
        var begin = place
        while begin > start, bytes[begin - 1] != 0x0A, bytes[begin - 1] != 0x0D { begin -= 1 }
        let column = bytes[begin..<place].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return DocumentPosition(line: line + ends, column: column, offset: passed + place)
    }
}

/// The reading of one row.
private struct Cut {
    enum Found {
        case row([String])
        case needsMore
        /// Where it was noticed, and from where the line is passed over.
        case fault(DocumentError.Kind, at: Int, resume: Int, found: String, expected: String)
    }

    let bytes: [UInt8]
    let start: Int
    /// The next byte.
    var place: Int
    var line: Int
    let hasEnded: Bool
    let limits: CSVLimits
    private(set) var isBlank = false
    /// The first field that is no text; the row is read to its end all the same.
    private var unreadable: Found?

    init(bytes: [UInt8], start: Int, line: Int, hasEnded: Bool, limits: CSVLimits) {
        (self.bytes, self.start, self.line, self.hasEnded, self.limits) = (bytes, start, line, hasEnded, limits)
        place = start
    }

    mutating func row() -> Found {
        var fields: [String] = []
        while true {
            let begin = place
            let content: [UInt8]
            switch field() {
            case .text(let text): content = text
            case .other(let found): return found
            }
            if fields.count == limits.fields {
                return .fault(.tooLarge, at: begin, resume: begin, found: "\(fields.count + 1) fields", expected: "\(limits.fields)")
            }
            if place - start > limits.rowBytes {
                return .fault(.tooLarge, at: begin, resume: begin, found: "\(place - start) bytes", expected: "\(limits.rowBytes) bytes")
            }
            fields.append(text(content, at: begin))
            guard place < bytes.count else {
                guard hasEnded else { return .needsMore }
                break
            }
            if bytes[place] == UInt8(ascii: ",") {
                place += 1
                continue
            }
            // A CR at the very end may be half a line end.
            if bytes[place] == 0x0D, place + 1 == bytes.count, !hasEnded { return .needsMore }
            break
        }
        // What is no text is refused when its row is known; what is left to pass over then is the line end.
        if case .fault(let kind, let at, _, let found, let expected)? = unreadable {
            return .fault(kind, at: at, resume: place, found: found, expected: expected)
        }
        isBlank = place == start
        if place < bytes.count { passLineEnd() }
        return .row(fields)
    }

    /// A comma or a line end.
    private static func ends(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x0A || byte == 0x0D }

    private enum Field {
        case text([UInt8])
        case other(Found)
    }

    /// One field, up to a comma, a line end or the end.
    private mutating func field() -> Field {
        place < bytes.count && bytes[place] == UInt8(ascii: "\"") ? quoted() : bare()
    }

    private mutating func bare() -> Field {
        let begin = place
        while place < bytes.count, !Self.ends(bytes[place]), bytes[place] != UInt8(ascii: "\"") {
            place += 1
            if place - begin > limits.fieldBytes { return .other(tooLong(begin)) }
        }
        if place == bytes.count, !hasEnded { return .other(.needsMore) }
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
            return .other(.fault(.unexpectedByte, at: place, resume: place, found: "\"", expected: ", | end"))
        }
        return .text(Array(bytes[begin..<place]))
    }

    private mutating func quoted() -> Field {
        let begin = place
        var content: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") {
                if place == bytes.count, !hasEnded { return .other(.needsMore) }
                guard place < bytes.count, bytes[place] == byte else { return end(content, begin) }
                place += 1
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, place == bytes.count, !hasEnded { return .other(.needsMore) }
                content.append(byte)
                if byte == 0x0D, place < bytes.count, bytes[place] == 0x0A {
                    content.append(0x0A)
                    place += 1
                }
                line += 1
                continue
            }
            content.append(byte)
            if content.count > limits.fieldBytes { break }
        }
        if content.count > limits.fieldBytes { return .other(tooLong(begin)) }
        return .other(hasEnded ? .fault(.unterminatedString, at: begin, resume: begin, found: "", expected: "\"") : .needsMore)
    }

    /// What may follow a closing quotation mark.
    private func end(_ content: [UInt8], _ begin: Int) -> Field {
        guard place < bytes.count, !Self.ends(bytes[place]) else { return .text(content) }
        let text = DocumentBytes.excerpt(of: bytes, at: place)
        return .other(.fault(.unexpectedByte, at: place, resume: begin, found: text, expected: ", | end"))
    }

    /// Too long a field is mostly one whose quotation mark is not closed.
    private func tooLong(_ begin: Int) -> Found {
        if bytes[begin] == UInt8(ascii: "\""), bytes[begin..<place].contains(0x0A) || bytes[begin..<place].contains(0x0D) {
            return .fault(.unterminatedString, at: begin, resume: begin, found: "", expected: "\"")
        }
        return .fault(.tooLarge, at: begin, resume: begin, found: "\(limits.fieldBytes + 1) bytes", expected: "\(limits.fieldBytes) bytes")
    }

    private mutating func passLineEnd() {
        if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
        place += 1
        line += 1
    }

    private mutating func text(_ content: [UInt8], at begin: Int) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            note(.fault(.invalidUTF8, at: begin, resume: place, found: "", expected: ""))
            return ""
        }
        if let byte = content.first(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F }) {
            let digits = String(byte, radix: 16, uppercase: true)
            let name = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
            note(.fault(.controlCharacter, at: begin, resume: place, found: name, expected: ""))
        }
        if !StreamSafeText.isSafe(text) {
            note(.fault(.tooManyMarks, at: begin, resume: place, found: "", expected: ""))
            return ""
        }
        return text
    }

    private mutating func note(_ fault: Found) { if unreadable == nil { unreadable = fault } }
}
