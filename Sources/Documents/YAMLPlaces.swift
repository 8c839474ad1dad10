import Yams

/// Finds byte offsets for the lines and columns that libyaml reports. Rising order costs one pass in all.
struct YAMLPlaces {
    /// The whole input.
    private let bytes: [UInt8]
    /// Where the text begins in it.
    private let start: Int
    /// The last place looked up.
    private var (line, column, offset): (Int, Int, Int)

    /// Places in a text, counted from after its byte order mark.
    init(_ text: DocumentBytes) {
        bytes = text.bytes
        start = text.start
        (line, column, offset) = (1, 1, text.start)
    }

    /// The place of a mark; the start of the document without one.
    mutating func position(_ mark: Mark?) -> DocumentPosition {
        guard let mark else { return .start }
        if (mark.line, mark.column) < (line, column) { (line, column, offset) = (1, 1, start) }
        while offset < bytes.count, (line, column) < (mark.line, mark.column) { step() }
        return DocumentPosition(line: mark.line, column: mark.column, offset: offset)
    }

    /// The place of a byte, counted from after the byte order mark.
    mutating func position(byte: Int) -> DocumentPosition {
        if start + byte < offset { (line, column, offset) = (1, 1, start) }
        while offset < bytes.count, offset < start + byte { step() }
        return DocumentPosition(line: line, column: column, offset: offset)
    }

    /// Passes one character, or one line break.
    private mutating func step() {
        let first = byte(0)
        if first == 0x0A || first == 0x0D {
            offset += first == 0x0D && byte(1) == 0x0A ? 2 : 1
            line += 1
            column = 1
        } else {
            offset += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            column += 1
        }
    }

    /// A byte ahead; 0 past the end.
    private func byte(_ ahead: Int) -> UInt8 { offset + ahead < bytes.count ? bytes[offset + ahead] : 0 }
}

extension DocumentError {
    /// What Yams and libyaml report, as ours.
    init(_ error: YamlError, places: inout YAMLPlaces, limits: DocumentLimits) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let position = places.position(mark)
            if problem.hasPrefix("Maximum nesting level") {
                self.init(.tooDeep, at: position, expected: "\(limits.depth)")
            } else {
                let reason = context.map { "\($0.text): \(problem)" } ?? problem
                self.init(.yamlSyntax, at: position, found: reason)
            }
        case .composer(let context, _, let mark, _):
            // Yams reports two things as such: a second document (with a context) and an alias without its anchor.
            self.init(context == nil ? .aliasNotAllowed : .multipleDocuments, at: places.position(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(.duplicateKey, at: places.position(context.mark), found: keys.first ?? "")
        case .reader(_, let offset, let value, let yaml):
            // The offset counts characters.
            let found = "U+" + String(value, radix: 16, uppercase: true)
            let place = places.position(byte: yaml.prefix(offset ?? 0).utf8.count)
            self.init(.controlCharacter, at: place, found: found)
        default:
            self.init(.yamlSyntax, at: .start, found: "memory")
        }
    }
}
