extension DocumentNode {
    /// A value that was made here, as if it had been read: all its parts stand at the beginning.
    package init(_ json: JSONValue) {
        let value: DocumentValue =
            switch json {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .number(String(value))
            // As it would be written.
            case .number(let literal): JSONNumber.isNumber(literal) ? .number(literal) : .string(literal)
            case .string(let text): .string(text)
            case .array(let elements): .array(elements.map { DocumentNode($0) })
            case .object(let members): .object(members.map { DocumentMember(key: $0.0, keyPosition: .start, value: DocumentNode($0.1)) })
            }
        self.init(value: value, position: .start)
    }
}
