import Documents
import Kiyaku
import Facts

/// The schemas of facts documents, at home among the components: each definition is a component, and references lead there.
struct FactsShape {
    /// `Facts`, `Interview` and the schemas that they use.
    let components: [(String, JSONValue)]

    init(_ edition: Edition) {
        guard case .object(let members) = Self.moved(edition.factsSchema) else {
            components = []
            return
        }
        // What the document as a whole says of itself is not said again.
        let own = members.filter { !["$schema", "$defs", "title"].contains($0.0) }
        var definitions: [(String, JSONValue)] = []
        if case .object(let found)? = members.first(where: { $0.0 == "$defs" })?.1 { definitions = found.map { (Self.prefix + $0.0, $0.1) } }
        components = [("Facts", .object(own)), ("Interview", .object(own.map(Self.asking)))] + definitions
    }

    private static let prefix = "Facts-"

    /// With the questions that are not to be asked again.
    private static func asking(_ key: String, _ value: JSONValue) -> (String, JSONValue) {
        guard key == "properties", case .object(let members) = value else { return (key, value) }
        let skipped: JSONValue = ["type": "array", "items": Shape.text, "description": "「わからない」と答えた質問の id"]
        return (key, .object(members + [("skipped", skipped)]))
    }

    private static func moved(_ schema: JSONValue) -> JSONValue {
        switch schema {
        case .array(let elements): .array(elements.map(moved))
        case .object(let members): .object(members.map { ($0.0, $0.0 == "$ref" ? reference($0.1) : moved($0.1)) })
        default: schema
        }
    }

    private static func reference(_ value: JSONValue) -> JSONValue {
        guard case .string(let text) = value, text.hasPrefix("#/$defs/") else { return value }
        return .string("#/components/schemas/\(prefix)\(text.dropFirst("#/$defs/".count))")
    }
}
