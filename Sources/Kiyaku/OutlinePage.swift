import Diagnostics
package import Documents
package import Terms

extension Outline {
    /// `kiyaku.outline/1`.
    package var json: JSONValue {
        .object([
            ("schema", "kiyaku.outline/1"),
            ("nodes", .array(nodes.map { json($0) })),
            ("warnings", .array(findings.map(\.json))),
        ])
    }

    private func json(_ node: Node) -> JSONValue {
        .object([
            ("id", .string(node.id)), ("also", .array(node.also.map { .string($0) })), ("kind", .string(node.kind.rawValue)),
            ("parent", node.parent.map { .string(nodes[$0].id) } ?? .null), ("marker", .string(node.marker)), ("heading", .string(node.heading)),
            ("text", .string(node.text)), ("lines", lines(node.lines)), ("span", lines(node.span)), ("provisos", .integer(Int64(node.provisos))),
            ("parts", .array(node.parts.map { .object([("id", .string($0.id)), ("text", .string($0.text))]) })), ("leaf", .bool(node.isLeaf)),
        ])
    }

    private func lines(_ range: ClosedRange<Int>) -> JSONValue { .array([.integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound))]) }
}

extension TermsFinding {
    fileprivate var json: JSONValue {
        .object([
            ("code", .string(code.rawValue)), ("line", .integer(Int64(lines.lowerBound))), ("end_line", .integer(Int64(lines.upperBound))),
            ("fatal", .bool(isFatal)), ("doubt", .bool(isDoubt)),
            ("message", .string(message.japanese)), ("message_en", .string(message.english)), ("help", .string(help.japanese)),
            ("help_en", .string(help.english)),
        ])
    }
}
