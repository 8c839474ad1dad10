extension JSONScanner {
    /// A string, quotation marks included (RFC 8259, section 7).
    mutating func string() throws(DocumentError) -> String {
        let begin = place
        place += 1
        var run = place
        var text = ""
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: self.text.bytes[run..<place], as: UTF8.self)
                place += 1
                guard StreamSafeText.isSafe(text) else { throw DocumentError(.tooManyMarks, at: self.text.position(at: begin)) }
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: self.text.bytes[run..<place], as: UTF8.self)
                text.unicodeScalars.append(try escape())
                run = place
            case 0..<0x20: throw error(.controlCharacter, expected: "\\n | \\t | \\u0000")
            default: place += 1
            }
        }
        throw DocumentError(.unterminatedString, at: self.text.position(at: begin), expected: "\"")
    }

    /// What a backslash and the bytes after it stand for.
    private mutating func escape() throws(DocumentError) -> Unicode.Scalar {
        let begin = place
        place += 1
        guard let letter = byte else {
            throw DocumentError(.unexpectedEnd, at: text.position(at: place), expected: "\"")
        }
        place += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint(begin: begin)
        default:
            throw DocumentError(
                .badEscape, at: text.position(at: begin), found: "\\" + text.excerpt(at: begin + 1).prefix(1),
                expected: "\\\" | \\\\ | \\/ | \\b | \\f | \\n | \\r | \\t | \\uXXXX")
        }
    }

    /// A code point from one `\uXXXX`, or from two that are a surrogate pair.
    private mutating func codePoint(begin: Int) throws(DocumentError) -> Unicode.Scalar {
        let first = try unit(begin: begin)
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, byte == UInt8(ascii: "\\"), text.bytes[place...].dropFirst().first == UInt8(ascii: "u") {
            let second = place
            place += 2
            let low = try unit(begin: second)
            if UTF16.isTrailSurrogate(low) { return UTF16.decode(UTF16.EncodedScalar([first, low])) }
        }
        throw DocumentError(
            .loneSurrogate, at: text.position(at: begin),
            found: String(decoding: text.bytes[begin..<min(begin + 6, text.bytes.count)], as: UTF8.self),
            expected: "\\uD800-\\uDBFF \\uDC00-\\uDFFF")
    }

    /// Four hexadecimal digits.
    private mutating func unit(begin: Int) throws(DocumentError) -> UInt16 {
        let digits = text.bytes[place...].prefix(4)
        let plain = digits.allSatisfy { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }
        guard digits.count == 4, plain, let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw DocumentError(
                .badEscape, at: text.position(at: begin), found: "\\u" + text.excerpt(at: place).prefix(4),
                expected: "\\uXXXX")
        }
        place += 4
        return value
    }

    /// A number as it is written (RFC 8259, section 6).
    mutating func number() throws(DocumentError) -> String {
        let rest = text.bytes[place...]
        let length = JSONNumber.length(rest)
        let next = rest.dropFirst(length).first
        if length == 0 || next.map(JSONNumber.couldGoOn) == true { throw error(.badNumber, expected: "digit") }
        guard length <= limits.numberBytes else {
            throw DocumentError(
                .tooLarge, at: text.position(at: place), found: "\(length) digits", expected: "\(limits.numberBytes)")
        }
        place += length
        return String(decoding: rest.prefix(length), as: UTF8.self)
    }
}

/// The grammar of numbers (RFC 8259, section 6).
enum JSONNumber {
    /// How many of the first bytes are a number; 0 when they are none.
    static func length(_ bytes: ArraySlice<UInt8>) -> Int {
        var place = bytes.startIndex
        func digits() -> Int {
            bytes[place...].prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        }
        func at(_ letters: String) -> Bool { place < bytes.endIndex && letters.utf8.contains(bytes[place]) }
        if at("-") { place += 1 }
        if at("0") {
            place += 1
        } else {
            let whole = digits()
            if whole == 0 { return 0 }
            place += whole
        }
        if at(".") {
            place += 1
            let fraction = digits()
            if fraction == 0 { return 0 }
            place += fraction
        }
        if at("eE") {
            place += 1
            if at("+-") { place += 1 }
            let power = digits()
            if power == 0 { return 0 }
            place += power
        }
        return place - bytes.startIndex
    }

    /// Whether a text is a number and nothing else.
    static func isNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return !bytes.isEmpty && length(bytes[...]) == bytes.count
    }

    /// Whether a byte right after a number shows that it was meant to go on, as in `01`, `1.2.3`, `1_000`.
    static func couldGoOn(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
        default: byte >= 0x80
        }
    }
}
