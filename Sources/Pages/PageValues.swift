import Documents
import Foundation
import Mustache

extension JSONValue {
    /// The value as Mustache looks into it. What is null is there and empty: it ends the look-up in the maps around it.
    var mustache: Any {
        switch self {
        case .null: NSNull()
        case .bool(let value): value
        case .integer(let value): value
        case .number(let literal): literal
        case .string(let text): text
        case .array(let elements): elements.map(\.mustache)
        case .object(let members): Dictionary(members.map { ($0.0, $0.1.mustache) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
