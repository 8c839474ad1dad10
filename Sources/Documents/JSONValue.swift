/// JSON to be written: members keep their order, numbers their digits. Built by programs, so its depth is theirs.
package indirect enum JSONValue: Sendable {
    /// null.
    case null
    /// true or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number as its literal; one that RFC 8259 does not allow is written as a string.
    case number(String)
    /// Text.
    case string(String)
    /// Elements in order.
    case array([JSONValue])
    /// Members in order; the caller sees to it that keys differ.
    case object([(String, JSONValue)])

    /// The value of a document that was read.
    package init(_ node: DocumentNode) {
        switch node.value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let literal): self = .number(literal)
        case .string(let text): self = .string(text)
        case .array(let nodes): self = .array(nodes.map(JSONValue.init))
        case .object(let members): self = .object(members.map { ($0.key, JSONValue($0.value)) })
        }
    }

    /// The value of the first member of that name; nil when there is none or this is no object.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.0 == key }?.1
    }
}

extension JSONValue: Equatable {
    /// Equal in kind, content and order; `.integer(1)` and `.number("1")` differ.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
        default: false
        }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// `nil` is null.
    package init(nilLiteral: ()) { self = .null }
    /// `true`, `false`.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// `1`.
    package init(integerLiteral value: Int64) { self = .integer(value) }
    /// `"text"`.
    package init(stringLiteral value: String) { self = .string(value) }
    /// `[a, b]`.
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// `["key": value]`, in the order written.
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
}
