/// Turns the bytes of a file into UTF-8 while they come in. Never fails: what cannot be read becomes `invalid`.
package struct TextDecoder {
    /// Stands for bytes that mean nothing in the encoding; no UTF-8 text holds it, so whoever reads on notices.
    package static let invalid: UInt8 = 0xFF

    /// What the file is taken to be; `nil` while everything has been ASCII.
    package private(set) var recognised: RecognisedEncoding?
    private var converter: Converter?
    /// Bytes that say nothing yet: a beginning shorter than a mark, half a character.
    private var held: [UInt8] = []
    private var hasBegun = false

    /// - Parameter asked: the encoding of the file, where the caller knows it.
    package init(_ asked: TextEncoding? = nil) {
        if let asked { recognise(asked, .asked) }
    }

    /// The text of the next bytes, as far as it is certain.
    package mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
        held += bytes
        return hasBegun || held.count >= 3 ? take() : []
    }

    /// The text of what was held back; nothing follows.
    package mutating func finish() -> [UInt8] {
        var text = take()
        if recognised == nil, !held.isEmpty { recognise(.cp932, .notUTF8) }
        text += convert()
        if !held.isEmpty { text.append(Self.invalid) }
        held = []
        return text
    }

    private mutating func take() -> [UInt8] {
        if !hasBegun {
            hasBegun = true
            passMark()
        }
        if recognised == nil { recognise() }
        return recognised == nil ? takeASCII() : convert()
    }

    /// ASCII is the same in what may still turn out to be the encoding.
    private mutating func takeASCII() -> [UInt8] {
        let end = held.firstIndex { $0 >= 0x80 } ?? held.count
        defer { held.removeFirst(end) }
        return Array(held[..<end])
    }

    private mutating func passMark() {
        for encoding in TextEncoding.allCases {
            guard let mark = encoding.byteOrderMark, held.starts(with: mark) else { continue }
            if recognised == nil { recognise(encoding, .byteOrderMark) }
            if recognised?.encoding == encoding { held.removeFirst(mark.count) }
            return
        }
    }

    /// Looks at the first text beyond ASCII.
    private mutating func recognise() {
        guard let first = held.firstIndex(where: { $0 >= 0x80 }) else { return }
        let end = held.count - incompleteTail(of: held)
        guard end > first else { return }
        let isValid = String(validating: held[first..<end], as: UTF8.self) != nil
        recognise(isValid ? .utf8 : .cp932, isValid ? .validUTF8 : .notUTF8)
    }

    private mutating func recognise(_ encoding: TextEncoding, _ reason: RecognisedEncoding.Reason) {
        recognised = RecognisedEncoding(encoding: encoding, reason: reason)
        if encoding != .utf8 { converter = Converter(from: encoding) }
    }

    /// What is held as UTF-8; half a character stays.
    private mutating func convert() -> [UInt8] {
        switch recognised?.encoding {
        case nil, .utf8:
            defer { held = [] }
            return held
        default: return converter?.convert(&held) ?? held.map { $0 < 0x80 ? $0 : Self.invalid }
        }
    }
}

/// How many bytes at the end begin a UTF-8 character without finishing it.
private func incompleteTail(of bytes: [UInt8]) -> Int {
    for length in 1...3 where bytes.count >= length {
        let byte = bytes[bytes.count - length]
        if byte & 0xC0 == 0x80 { continue }
        let wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        return wanted > length ? length : 0
    }
    return 0
}
