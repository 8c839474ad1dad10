/// Reads JSON (RFC 8259), strictly. Of our own because positions, exact numbers, duplicate keys and a bounded depth
/// are all needed and no library gives them together. A byte order mark is passed over.
package enum JSONReader {
    /// The document, or the first mistake in it.
    package static func read(
        _ bytes: [UInt8], limits: DocumentLimits = .standard
    ) throws(DocumentError) -> DocumentNode {
        var scanner = JSONScanner(text: try DocumentBytes(bytes, limit: limits.bytes), limits: limits)
        return try scanner.document()
    }
}

/// The bytes and how far they are read. Recursion is as deep as `limits.depth` allows.
struct JSONScanner {
    /// The bytes.
    var text: DocumentBytes
    /// The limits they are read under.
    let limits: DocumentLimits
    /// The offset of the next byte.
    var place: Int

    /// A scanner at the first byte.
    init(text: DocumentBytes, limits: DocumentLimits) {
        self.text = text
        self.limits = limits
        place = text.start
    }

    /// The byte here; nil at the end.
    var byte: UInt8? { place < text.bytes.count ? text.bytes[place] : nil }

    /// One value with nothing after it.
    mutating func document() throws(DocumentError) -> DocumentNode {
        blanks()
        if byte == nil { throw DocumentError(.empty, at: text.position(at: place), expected: "value") }
        let node = try value(depth: 0)
        blanks()
        if byte != nil { throw error(.trailingContent, expected: "") }
        return node
    }

    /// Any value; `depth` containers are open.
    private mutating func value(depth: Int) throws(DocumentError) -> DocumentNode {
        let position = text.position(at: place)
        let value: DocumentValue
        switch byte ?? 0 {
        case UInt8(ascii: "{"): value = .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): value = .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
        default:
            if word("true") {
                value = .bool(true)
            } else if word("false") {
                value = .bool(false)
            } else if word("null") {
                value = .null
            } else {
                throw error(.unexpectedByte, expected: "value")
            }
        }
        return DocumentNode(value: value, position: position)
    }

    /// The elements of an array, brackets included.
    private mutating func elements(depth: Int) throws(DocumentError) -> [DocumentNode] {
        try open(depth)
        var nodes: [DocumentNode] = []
        if try close(UInt8(ascii: "]")) { return nodes }
        while true {
            blanks()
            nodes.append(try value(depth: depth))
            if try separator(UInt8(ascii: "]"), expected: ", | ]") { return nodes }
        }
    }

    /// The members of an object, braces included.
    private mutating func members(depth: Int) throws(DocumentError) -> [DocumentMember] {
        try open(depth)
        var members: [DocumentMember] = []
        var seen: Set<String> = []
        if try close(UInt8(ascii: "}")) { return members }
        while true {
            blanks()
            let keyPosition = text.position(at: place)
            guard byte == UInt8(ascii: "\"") else { throw error(.unexpectedByte, expected: "key") }
            let key = try string()
            guard seen.insert(key).inserted else { throw DocumentError(.duplicateKey, at: keyPosition, found: key) }
            blanks()
            guard byte == UInt8(ascii: ":") else { throw error(.unexpectedByte, expected: ":") }
            place += 1
            blanks()
            members.append(DocumentMember(key: key, keyPosition: keyPosition, value: try value(depth: depth)))
            if try separator(UInt8(ascii: "}"), expected: ", | }") { return members }
        }
    }

    /// Passes an opening bracket when the depth allows it.
    private mutating func open(_ depth: Int) throws(DocumentError) {
        guard depth <= limits.depth else { throw error(.tooDeep, expected: "\(limits.depth)") }
        place += 1
        blanks()
    }

    /// Passes a closing bracket if it is here.
    private mutating func close(_ bracket: UInt8) throws(DocumentError) -> Bool {
        guard byte == bracket else { return false }
        place += 1
        return true
    }

    /// Passes a comma (false) or the closing bracket (true).
    private mutating func separator(_ bracket: UInt8, expected: String) throws(DocumentError) -> Bool {
        blanks()
        if try close(bracket) { return true }
        guard byte == UInt8(ascii: ",") else { throw error(.unexpectedByte, expected: expected) }
        place += 1
        return false
    }

    /// Passes the four blanks of RFC 8259, section 2.
    private mutating func blanks() {
        while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    /// Passes a word if it is here.
    private mutating func word(_ word: StaticString) -> Bool {
        let wanted = word.description.utf8
        guard text.bytes[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    /// An error here; `unexpectedByte` at the end of the document becomes `unexpectedEnd`.
    mutating func error(_ kind: DocumentError.Kind, expected: String) -> DocumentError {
        let kind = kind == .unexpectedByte && byte == nil ? .unexpectedEnd : kind
        return DocumentError(
            kind, at: text.position(at: place), found: text.excerpt(at: place), expected: expected)
    }
}
