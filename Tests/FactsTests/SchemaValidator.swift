import Documents

/// As much of JSON Schema 2020-12 as our schemas use. A keyword that it does not know is an error, so that none is passed over.
struct SchemaValidator {
    struct UnknownKeyword: Error { let keyword: String }

    let root: JSONValue

    init(_ root: JSONValue) { self.root = root }

    func accepts(_ value: JSONValue) throws -> Bool { try accepts(value, root) }

    private func accepts(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
        if case .bool(let flag) = schema { return flag }
        guard case .object(let keywords) = schema else { throw UnknownKeyword(keyword: "\(schema)") }
        for (keyword, argument) in keywords {
            if try !accepts(value, keyword, argument, schema) { return false }
        }
        return true
    }

    private func accepts(_ value: JSONValue, _ keyword: String, _ argument: JSONValue, _ schema: JSONValue) throws -> Bool {
        switch (keyword, argument, value) {
        case ("$schema", _, _), ("title", _, _), ("description", _, _), ("examples", _, _), ("$defs", _, _): return true
        case ("$ref", .string(let path), _):
            var target = root
            for part in path.split(separator: "/").dropFirst() {
                guard let next = target[String(part)] else { throw UnknownKeyword(keyword: path) }
                target = next
            }
            return try accepts(value, target)
        case ("type", .string(let type), _): return value.types.contains(type)
        case ("type", .array(let types), _): return types.contains { type in value.types.contains { .string($0) == type } }
        case ("enum", .array(let all), _): return all.contains(value)
        case ("const", let only, _): return value == only
        case ("anyOf", .array(let all), _): return try all.contains { try accepts(value, $0) }
        case ("allOf", .array(let all), _): return try all.allSatisfy { try accepts(value, $0) }
        case ("required", .array(let names), .object(let members)):
            return names.allSatisfy { name in members.contains { .string($0.0) == name } }
        case ("dependentSchemas", .object(let schemas), .object):
            return try schemas.allSatisfy { key, other in try value[key] == nil || accepts(value, other) }
        case ("items", let items, .array(let elements)): return try elements.allSatisfy { try accepts($0, items) }
        case ("properties", let properties, .object(let members)):
            return try members.allSatisfy { key, member in try properties[key].map { try accepts(member, $0) } ?? true }
        case ("additionalProperties", .bool(false), .object(let members)):
            return members.allSatisfy { schema["properties"]?[$0.0] != nil }
        case ("pattern", .string(let pattern), .string(let text)): return try text.contains(Regex(pattern))
        case ("required", _, _), ("dependentSchemas", _, _), ("items", _, _), ("properties", _, _), ("additionalProperties", _, _), ("pattern", _, _):
            return true
        default: throw UnknownKeyword(keyword: keyword)
        }
    }
}

extension JSONValue {
    /// The names of the types that a value is of.
    fileprivate var types: [String] {
        switch self {
        case .null: ["null"]
        case .bool: ["boolean"]
        case .integer: ["integer", "number"]
        case .number(let text): text.contains(".") ? ["number"] : ["integer", "number"]
        case .string: ["string"]
        case .array: ["array"]
        case .object: ["object"]
        }
    }
}
