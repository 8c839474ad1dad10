/// As much of JSON Schema as `kiyaku facts --schema` writes. A keyword that is not known here is an error, so that none is passed over.
struct SchemaSubset {
    struct UnknownKeyword: Error { let keyword: String }

    let root: JSON

    /// Where a document departs from the schema, by paths; empty where it does not.
    func departures(_ value: JSON) throws -> [String] { try departures(value, root, "") }

    private func departures(_ value: JSON, _ schema: JSON, _ path: String) throws -> [String] {
        if schema == true { return [] }
        guard case .object(let keywords) = schema else { return [path] }
        return try keywords.sorted { $0.key < $1.key }.flatMap { try departures(value, $0.key, $0.value, schema, path) }
    }

    private func departures(_ value: JSON, _ keyword: String, _ argument: JSON, _ schema: JSON, _ path: String) throws -> [String] {
        switch keyword {
        case "$schema", "$defs", "title", "description", "examples": return []
        case "$ref": return try departures(value, target(argument.text ?? ""), path)
        case "type": return ([argument] + argument.elements).contains { $0.text.map(value.isOf) ?? false } ? [] : [path]
        case "const": return value == argument ? [] : [path]
        case "enum": return argument.elements.contains(value) ? [] : [path]
        case "pattern": return try value.text?.contains(Regex(argument.text ?? "")) ?? true ? [] : [path]
        case "anyOf": return try argument.elements.contains { try departures(value, $0, path).isEmpty } ? [] : [path]
        case "allOf": return try argument.elements.flatMap { try departures(value, $0, path) }
        case "items": return try value.elements.enumerated().flatMap { try departures($0.element, argument, "\(path)[\($0.offset)]") }
        case "required": return value.isOf("object") ? argument.texts.filter { value[$0] == nil }.map { "\(path).\($0)" } : []
        case "properties":
            return try value.keys.sorted().flatMap { key in try departures(value[key] ?? .null, argument[key] ?? true, "\(path).\(key)") }
        case "additionalProperties" where argument == false:
            return value.keys.filter { schema["properties"]?[$0] == nil }.sorted().map { "\(path).\($0)" }
        case "dependentSchemas":
            return try argument.keys.sorted().filter { value[$0] != nil }.flatMap { try departures(value, argument[$0] ?? true, path) }
        default: throw UnknownKeyword(keyword: keyword)
        }
    }

    private func target(_ reference: String) throws -> JSON {
        var target = root
        for part in reference.split(separator: "/").dropFirst() {
            guard let next = target[String(part)] else { throw UnknownKeyword(keyword: reference) }
            target = next
        }
        return target
    }
}

extension JSON {
    /// Whether a value is of a type of JSON Schema.
    fileprivate func isOf(_ type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .number(let number): type == "number" || type == "integer" && number == number.rounded()
        case .text: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}
