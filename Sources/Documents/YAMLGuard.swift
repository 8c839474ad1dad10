/// Looks through YAML before it is composed and refuses what nests too deep or has collections for keys, whose
/// comparison takes time that grows with the depth.
///
/// It follows indentation, brackets, quotation marks, comments and block texts without building anything. Where it and
/// libyaml disagree, libyaml's own limit (1,000 levels) and that of `YAMLBuilder` still hold. A pair inside brackets,
/// `[a: b]`, is counted as one level instead of two.
struct YAMLGuard {
    /// The bytes.
    let text: DocumentBytes
    /// The limits they are to keep.
    let limits: DocumentLimits
    /// Offsets of the next byte and of the line's first.
    var (place, lineStart): (Int, Int)
    /// Columns of the open block collections, in bytes, rising.
    private var indents: [Int] = []
    /// The open flow collections: true for a mapping.
    var flow: [Bool] = []
    /// In a flow mapping, where a key begins.
    private var atKey = false
    /// After a block mapping's colon, where no block collection can begin on the same line.
    private var atValue = false
    /// The column the line's next text belongs to: a dash's or a key's; nil while neither was seen on this line.
    var parent: Int?
    /// The column of the last plain or quoted text of the line.
    var textColumn = 0
    /// While a plain text may go on: lines indented deeper than this continue it.
    private var plainParent: Int?

    /// A guard at the first byte.
    init(text: DocumentBytes, limits: DocumentLimits) {
        self.text = text
        self.limits = limits
        place = text.start
        lineStart = text.start
    }

    /// Throws `tooDeep` or `keyNotScalar`.
    mutating func check() throws(DocumentError) {
        while place < text.bytes.count {
            startLine()
            while let byte = byte(0), !isBreak(byte) { try token(byte) }
            place += 1
        }
    }

    /// A byte ahead; nil past the end.
    func byte(_ ahead: Int) -> UInt8? {
        place + ahead < text.bytes.count ? text.bytes[place + ahead] : nil
    }

    /// Whether a byte ends a line; CRLF is such a line and an empty one.
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Whether a byte, or the end, separates words.
    func isBlank(_ byte: UInt8?) -> Bool {
        byte == nil || byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// An error here.
    private func failure(_ kind: DocumentError.Kind, expected: String) -> DocumentError {
        var text = text
        return DocumentError(kind, at: text.position(at: place), found: text.excerpt(at: place), expected: expected)
    }

    /// Looks at the indentation, and passes a line that continues a plain text.
    private mutating func startLine() {
        lineStart = place
        (parent, atValue) = (nil, false)
        while byte(0) == 0x20 { place += 1 }
        guard let byte = byte(0), !isBreak(byte) else { return }
        if flow.isEmpty, place == lineStart, text.bytes[place...].prefix(3).allSatisfy({ $0 == byte }),
            byte == 0x2D || byte == 0x2E,
            isBlank(self.byte(3)), !isBlank(self.byte(2))
        {
            // Document markers.
            (place, indents, parent, plainParent) = (place + 3, [], 0, nil)
        } else if let plain = plainParent, goesOn(byte, deeperThan: plain) {
            skipPlain()
            if let next = self.byte(0), !isBreak(next) { plainParent = nil }
        } else {
            plainParent = nil
        }
    }

    /// Whether a line that begins with a byte here continues plain text.
    private func goesOn(_ byte: UInt8, deeperThan column: Int) -> Bool {
        if byte == UInt8(ascii: "#") || (byte == UInt8(ascii: ":") && isBlank(self.byte(1))) { return false }
        return flow.isEmpty ? place - lineStart > column : !isFlowMark(byte)
    }

    /// Passes one token of a line.
    private mutating func token(_ byte: UInt8) throws(DocumentError) {
        let block = flow.isEmpty
        switch byte {
        case 0x20, 0x09: place += 1
        case UInt8(ascii: "#") where place == lineStart || isBlank(text.bytes[place - 1]):
            while let next = self.byte(0), !isBreak(next) { place += 1 }
        case UInt8(ascii: "-") where block && isBlank(self.byte(1)):
            try enter()
            parent = place - lineStart
            place += 1
        case UInt8(ascii: "?") where isBlank(self.byte(1)): throw failure(.keyNotScalar, expected: "string")
        case UInt8(ascii: ":") where !block || isBlank(self.byte(1)):
            if block { (parent, atValue) = (textColumn, true) }
            atKey = false
            place += 1
        case UInt8(ascii: "["), UInt8(ascii: "{"): try open(mapping: byte == UInt8(ascii: "{"))
        case UInt8(ascii: "]"), UInt8(ascii: "}"): try close()
        case UInt8(ascii: ",") where !block:
            atKey = flow.last == true
            place += 1
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): skipProperty()
        case UInt8(ascii: "|") where block, UInt8(ascii: ">") where block: skipBlockText()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try enter()
            skipQuoted(byte)
        default:
            try enter()
            skipPlain()
            if let next = self.byte(0), isBreak(next) { plainParent = parent ?? textColumn - 1 }
        }
    }

    /// Notes where a text or a dash begins; deeper than what is open, it may begin a block collection.
    private mutating func enter() throws(DocumentError) {
        let column = place - lineStart
        if flow.isEmpty { textColumn = atValue ? textColumn : column }
        guard flow.isEmpty, !atValue else { return }
        while let last = indents.last, last > column { indents.removeLast() }
        if indents.last != column { indents.append(column) }
        // A text alone counts here and is no collection.
        if indents.count > limits.depth + 1 { throw failure(.tooDeep, expected: "\(limits.depth)") }
    }

    /// Passes an opening bracket.
    private mutating func open(mapping: Bool) throws(DocumentError) {
        if atKey { throw failure(.keyNotScalar, expected: "string") }
        flow.append(mapping)
        if indents.count + flow.count > limits.depth + 1 { throw failure(.tooDeep, expected: "\(limits.depth)") }
        atKey = mapping
        place += 1
    }

    /// Passes a closing bracket.
    private mutating func close() throws(DocumentError) {
        _ = flow.popLast()
        atKey = false
        place += 1
        while byte(0) == 0x20 || byte(0) == 0x09 { place += 1 }
        if byte(0) == UInt8(ascii: ":") { throw failure(.keyNotScalar, expected: "string") }
    }
}
