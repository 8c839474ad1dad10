import Foundation

/// JSON as it is read here; the order of members is not kept.
enum JSON: Decodable, Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case array([JSON])
    case object([String: JSON])

    init(_ text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let elements = try? value.decode([JSON].self) {
            self = .array(elements)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    /// A member of an object; `nil` where there is none.
    subscript(_ key: String) -> JSON? { if case .object(let members) = self { members[key] } else { nil } }

    /// The elements of an array, else none.
    var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }

    /// The keys of an object, else none.
    var keys: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }

    /// The texts of an array.
    var texts: [String] { elements.compactMap(\.text) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .bool(flag) }
}
