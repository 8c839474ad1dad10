import Clauses
import Diagnostics
import Values

/// Cuts the bytes of a file into tokens. Never fails: what it cannot read becomes an `invalid` token and a finding.
struct Lexer {
    private let file: SourceFile
    private let id: SourceID
    private var offset = 0
    private var beginsLine = true
    private(set) var tokens: [Token] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Larger files are refused whole: rule files are read by people.
    static let largestFile = 4 << 20

    init(file: SourceFile, id: SourceID) {
        self.file = file
        self.id = id
        tokens.reserveCapacity(file.bytes.count / 5)
    }

    mutating func run() {
        if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        if file.bytes.count > Self.largestFile {
            diagnostics.append(SyntaxDiagnostics.fileTooLarge(range(0, 0), limit: Self.largestFile))
            offset = file.bytes.count
        }
        while skipTrivia() { readToken() }
        append(.endOfFile, from: offset)
    }

    // MARK: Bytes and scalars

    private func byte(_ at: Int) -> UInt8 { at < file.bytes.count ? file.bytes[at] : 0 }

    /// The scalar at an offset, folded to its half-width form, and its length in bytes; `nil` at the end or on invalid UTF-8.
    private func scalar(_ at: Int) -> (value: UInt32, length: Int)? {
        guard let (value, length) = UTF8Decoding.scalar(file.bytes, at) else { return nil }
        if value >= 0xFF01, value <= 0xFF5E { return (value - 0xFEE0, length) }
        return (value == 0x3000 ? 0x20 : value, length)
    }

    private func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: id, start: start, end: end) }

    // MARK: White space and comments

    /// Moves to the next token; false at the end.
    private mutating func skipTrivia() -> Bool {
        while offset < file.bytes.count {
            let first = file.bytes[offset]
            if first == 0x0A {
                beginsLine = true
                offset += 1
            } else if first == 0x20 || first == 0x09 || first == 0x0D {
                offset += 1
            } else if let (value, length) = scalar(offset) {
                if value == 0x20 || value == 0x09 {
                    offset += length
                } else if value == 0x23 {
                    while offset < file.bytes.count, file.bytes[offset] != 0x0A { offset += 1 }
                } else {
                    return true
                }
            } else {
                return true
            }
        }
        return false
    }

    // MARK: Tokens

    private mutating func append(_ kind: TokenKind, from start: Int, keyword: Keyword? = nil) {
        tokens.append(
            Token(kind: kind, beginsLine: beginsLine, keyword: keyword, start: UInt32(clamping: start), end: UInt32(clamping: offset)))
        beginsLine = false
    }

    private mutating func readToken() {
        let start = offset
        guard let (value, length) = scalar(start) else {
            skipInvalid()
            return append(.invalid, from: start)
        }
        if isDigit(value) { return readNumber() }
        if let kind = quotes[value] { return readString(closing: kind) }
        if value == 0x2F { return readPattern(length) }
        if isWordStart(value) { return readWord() }
        offset += length
        if let (kind, extra) = punctuation(value) {
            offset += extra
            return append(kind, from: start)
        }
        diagnostics.append(SyntaxDiagnostics.unexpectedCharacter(range(start, offset), file.text(start, offset)))
        append(.invalid, from: start)
    }

    /// Steps over bytes that are not UTF-8: one finding for a run of them.
    private mutating func skipInvalid() {
        let start = offset
        while offset < file.bytes.count, UTF8Decoding.scalar(file.bytes, offset) == nil { offset += 1 }
        diagnostics.append(SyntaxDiagnostics.invalidUTF8(range(start, offset)))
    }

    private let quotes: [UInt32: UInt32] = [0x300C: 0x300D, 0x22: 0x22]

    private mutating func readString(closing: UInt32) {
        let start = offset
        offset += scalar(start)?.length ?? 1
        var depth = 1
        while offset < file.bytes.count {
            guard let (value, length) = UTF8Decoding.scalar(file.bytes, offset) else {
                skipInvalid()
                continue
            }
            if value == 0x0A { break }
            offset += length
            if closing == 0x22 {
                if value == 0x5C, byte(offset) != 0x0A, offset < file.bytes.count {
                    offset += UTF8Decoding.scalar(file.bytes, offset)?.length ?? 1
                } else if value == 0x22 || value == 0xFF02 {
                    return append(.string, from: start)
                }
            } else if value == 0x300C {
                depth += 1
            } else if value == 0x300D {
                depth -= 1
                if depth == 0 { return append(.string, from: start) }
            }
        }
        diagnostics.append(SyntaxDiagnostics.unterminatedString(range(start, offset), closing: closing == 0x22 ? "\"" : "」"))
        append(.string, from: start)
    }

    private mutating func readPattern(_ length: Int) {
        let start = offset
        offset += length
        while offset < file.bytes.count, file.bytes[offset] != 0x0A {
            let next = file.bytes[offset]
            offset += 1
            if next == 0x5C, offset < file.bytes.count, file.bytes[offset] != 0x0A {
                offset += 1
            } else if next == 0x2F {
                return append(.patternLiteral, from: start)
            }
        }
        diagnostics.append(SyntaxDiagnostics.unterminatedPattern(range(start, offset)))
        append(.patternLiteral, from: start)
    }

    private mutating func readWord() {
        let start = offset
        if let end = clauseEnd(start) {
            offset = end
            return append(.clauseReference, from: start)
        }
        var folded: [UInt8] = []
        while let (value, length) = scalar(offset), isWordPart(value) {
            if value < 0x80 { folded.append(UInt8(truncatingIfNeeded: value)) } else { folded += file.bytes[offset..<offset + length] }
            offset += length
        }
        append(.word, from: start, keyword: Lexicon.words[String(decoding: folded, as: UTF8.self)])
    }

    /// Where a clause reference that begins here ends; `nil` when none begins here.
    private func clauseEnd(_ start: Int) -> Int? {
        guard let first = scalar(start)?.value, isDigit(first) || first == 0x7B2C || first == 0x5225 || first == 0x9644 else { return nil }
        // A reference is short; look no further than its longest form.
        var scalars: [Unicode.Scalar] = []
        var ends: [Int] = []
        var at = start
        while scalars.count < 64, let (value, length) = UTF8Decoding.scalar(file.bytes, at), value != 0x0A, let one = Unicode.Scalar(value) {
            scalars.append(one)
            at += length
            ends.append(at)
        }
        guard let (_, end) = ClauseReference.scanPrefix(scalars, from: 0), end > 0, end <= ends.count else { return nil }
        return ends[end - 1]
    }

    // MARK: Numbers, dates, times

    private mutating func digits() -> Int {
        var count = 0
        while let (value, length) = scalar(offset), isDigit(value) {
            offset += length
            count += 1
        }
        return count
    }

    /// Steps over a separator that has a digit behind it.
    private mutating func step(over separator: UInt32) -> Bool {
        guard let (value, length) = scalar(offset), value == separator, let next = scalar(offset + length), isDigit(next.value) else {
            return false
        }
        offset += length
        return true
    }

    private mutating func readNumber() {
        let start = offset
        let count = digits()
        if let end = hasClauseMark() ? clauseEnd(start) : nil {
            offset = end
            return append(.clauseReference, from: start)
        }
        if count == 4, step(over: 0x2D) {
            _ = digits()
            guard step(over: 0x2D) else { return append(.monthLiteral, from: start) }
            _ = digits()
            return append(.dateLiteral, from: start)
        }
        if step(over: 0x3A) {
            _ = digits()
            return append(.timeLiteral, from: start)
        }
        while step(over: 0x2E) { _ = digits() }
        readUnit()
        append(.numberLiteral, from: start)
    }

    private func hasClauseMark() -> Bool { scalar(offset)?.value == 0x6761 }

    private mutating func readUnit() {
        if let (value, length) = scalar(offset), value == 0x25 {
            offset += length
            return
        }
        if let (value, _) = scalar(offset), isASCIILetter(value) {
            while let (value, length) = scalar(offset), isASCIILetter(value) || isDigit(value) { offset += length }
            return
        }
        for unit in Units.suffixes where file.bytes[offset...].starts(with: unit) {
            offset += unit.count
            return
        }
    }

    private func punctuation(_ value: UInt32) -> (TokenKind, extra: Int)? {
        func followed(by next: UInt32) -> Int? {
            guard let (value, length) = scalar(offset), value == next else { return nil }
            return length
        }
        switch value {
        case 0x7B: return (.leftBrace, 0)
        case 0x7D: return (.rightBrace, 0)
        case 0x28: return (.leftParenthesis, 0)
        case 0x29: return (.rightParenthesis, 0)
        case 0x2C, 0x3001: return (.comma, 0)
        case 0x3B: return (.semicolon, 0)
        case 0x3A: return (.colon, 0)
        case 0x2E: return (.dot, 0)
        case 0x7C: return followed(by: 0x7C).map { (.doubleBar, $0) } ?? (.bar, 0)
        case 0x3D: return (.equal, 0)
        case 0x2260: return (.notEqual, 0)
        case 0x21: return followed(by: 0x3D).map { (.notEqual, $0) }
        case 0x3C: return followed(by: 0x3D).map { (.lessOrEqual, $0) } ?? (.less, 0)
        case 0x3E: return followed(by: 0x3D).map { (.greaterOrEqual, $0) } ?? (.greater, 0)
        case 0x2264, 0x2266: return (.lessOrEqual, 0)
        case 0x2265, 0x2267: return (.greaterOrEqual, 0)
        case 0x2B: return (.plus, 0)
        case 0x2D, 0x2212: return (.minus, 0)
        case 0xD7, 0x2A: return (.times, 0)
        case 0xF7: return (.dividedBy, 0)
        case 0x25: return (.percent, 0)
        default: return nil
        }
    }
}

// MARK: Kinds of characters

private func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

private func isASCIILetter(_ value: UInt32) -> Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

private func isWordStart(_ value: UInt32) -> Bool {
    if value < 0x80 { return isASCIILetter(value) || value == 0x5F }
    switch value {
    case 0x3005...0x3007, 0x3041...0x309F, 0x30A1...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F: return true
    case 0x00C0...0x024F, 0x0370...0x03FF, 0x2160...0x217F, 0x2460...0x2473, 0x20000...0x3FFFF: return value != 0xD7 && value != 0xF7
    default: return false
    }
}

private func isWordPart(_ value: UInt32) -> Bool { isWordStart(value) || isDigit(value) }
