/// A place in a document as people count it.
package struct DocumentPosition: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    /// From 0, in bytes of the whole input, a byte order mark included.
    package let offset: Int

    /// A place from its three counts.
    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// The first character.
    package static let start = DocumentPosition(line: 1, column: 1, offset: 0)
}

/// What a JSON or YAML document can hold. Its nesting never exceeds `DocumentLimits.depth`.
package indirect enum DocumentValue: Hashable, Sendable {
    /// null, or YAML's `~` and empty value.
    case null
    /// true or false.
    case bool(Bool)
    /// The literal as written, never rounded; from YAML it is put into JSON's grammar (`+.5` becomes `0.5`).
    case number(String)
    /// Text with its escapes resolved.
    case string(String)
    /// Elements in the order written.
    case array([DocumentNode])
    /// Members in the order written; no two keys are equal.
    case object([DocumentMember])
}

/// A value and where it begins.
package struct DocumentNode: Hashable, Sendable {
    /// The value.
    package let value: DocumentValue
    /// Its first byte; for a YAML block collection that of its first element.
    package let position: DocumentPosition

    /// A node from its parts.
    package init(value: DocumentValue, position: DocumentPosition) {
        self.value = value
        self.position = position
    }

    /// The value of a member; nil when this is not an object or has no such key.
    package subscript(key: String) -> DocumentNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The text of a string; nil for anything else.
    package var string: String? {
        if case .string(let text) = value { text } else { nil }
    }
}

/// A key of an object with its value.
package struct DocumentMember: Hashable, Sendable {
    /// The key with its escapes resolved.
    package let key: String
    /// Where the key begins.
    package let keyPosition: DocumentPosition
    /// The value.
    package let value: DocumentNode

    /// A member from its parts.
    package init(key: String, keyPosition: DocumentPosition, value: DocumentNode) {
        self.key = key
        self.keyPosition = keyPosition
        self.value = value
    }
}
