package import Documents
package import Explanation

extension ConditionWords {
    /// `{text, children}`.
    package var json: JSONValue { .object([("text", .string(text)), ("children", .array(parts.map(\.json)))]) }
}
