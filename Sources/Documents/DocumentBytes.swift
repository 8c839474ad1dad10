/// The bytes of a document, known to be UTF-8 and small enough, with places and excerpts.
struct DocumentBytes {
    /// The whole input.
    let bytes: [UInt8]
    /// Where the text begins: after a byte order mark, if there is one.
    let start: Int
    /// The last place looked up; looking up places in rising order costs one pass in all.
    private var memo: DocumentPosition

    /// Checks size and encoding. Throws `tooLarge` and `invalidUTF8`.
    init(_ bytes: [UInt8], limit: Int) throws(DocumentError) {
        guard bytes.count <= limit else {
            throw DocumentError(.tooLarge, at: .start, found: "\(bytes.count) bytes", expected: "\(limit) bytes")
        }
        self.bytes = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        memo = DocumentPosition(line: 1, column: 1, offset: start)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw DocumentError(.invalidUTF8, at: position(at: error.byteOffsets.lowerBound))
        }
    }

    /// Line and column of an offset; lines end with LF.
    mutating func position(at offset: Int) -> DocumentPosition {
        if offset < memo.offset { memo = DocumentPosition(line: 1, column: 1, offset: start) }
        var (line, column) = (memo.line, memo.column)
        var place = memo.offset
        let end = min(offset, bytes.count)
        while place < end {
            if bytes[place] == 0x0A {
                line += 1
                column = 1
            } else if place + 1 >= bytes.count || bytes[place + 1] & 0xC0 != 0x80 {
                // The last byte of a character.
                column += 1
            }
            place += 1
        }
        memo = DocumentPosition(line: line, column: column, offset: place)
        return memo
    }

    /// What stands at an offset, for a message: a word of at most 24 bytes, or one character; empty at the end.
    func excerpt(at offset: Int) -> String { Self.excerpt(of: bytes, at: offset) }

    /// What stands at an offset of some bytes.
    static func excerpt(of bytes: [UInt8], at offset: Int) -> String {
        guard offset < bytes.count else { return "" }
        let word = bytes[offset...].prefix(24).prefix { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
        if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
        let tail = bytes[(offset + 1)...].prefix(3).prefix { $0 & 0xC0 == 0x80 }
        return DocumentBytes.visible(String(decoding: bytes[offset...(offset + tail.count)], as: UTF8.self))
    }

    /// A control character or line separator as "U+000A", anything else as it is.
    private static func visible(_ text: String) -> String {
        let hidden: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
        guard let scalar = text.unicodeScalars.first, hidden.contains(scalar.properties.generalCategory) else {
            return text
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
