import Documents

/// The pieces that schemas of bodies are made of (JSON Schema 2020-12, as OpenAPI 3.1 has it).
enum Shape {
    static let text: JSONValue = ["type": "string"]
    static let textOrNull: JSONValue = ["type": ["string", "null"]]
    static let flag: JSONValue = ["type": "boolean"]
    static let flagOrNull: JSONValue = ["type": ["boolean", "null"]]
    static let whole: JSONValue = ["type": "integer"]
    static let wholeOrNull: JSONValue = ["type": ["integer", "null"]]
    /// An object that is described elsewhere.
    static let object: JSONValue = ["type": "object"]
    /// Anything: a text of many lines is no value of JSON.
    static let any: JSONValue = .object([])
    static let texts = list(text)
    static let objects = list(object)

    static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    static func one(of texts: [String]) -> JSONValue { .object([("type", "string"), ("enum", .array(texts.map { .string($0) }))]) }

    /// A schema of the components.
    static func named(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    static func orNull(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, ["type": "null"]]] }

    /// An object with these members, and no others.
    ///
    /// - Parameter optional: those that may be missing.
    static func closed(_ members: [(String, JSONValue)], optional: [(String, JSONValue)] = []) -> JSONValue {
        .object([
            ("type", "object"), ("properties", .object(members + optional)), ("required", .array(members.map { .string($0.0) })),
            ("additionalProperties", false),
        ])
    }
}
