import Documents
import Foundation
import Mustache

extension JSONValue {
    /// The value as Mustache looks into it, its texts escaped. What is null is there and empty: it ends the look-up in the maps around it.
    var mustache: Any {
        switch self {
        case .null: NSNull()
        case .bool(let value): value
        case .integer(let value): value
        case .number(let literal): literal
        case .string(let text): text.escaped
        case .array(let elements): elements.map(\.mustache)
        case .object(let members): Dictionary(members.map { ($0.0, $0.1.mustache) }, uniquingKeysWith: { first, _ in first })
        }
    }
}

extension String {
    /// What means nothing but itself between tags and within quotation marks. Scalar by scalar, as browsers read: Mustache's own way goes by
    /// characters, and a quotation mark with a combining mark behind it is one that it does not know.
    fileprivate var escaped: String {
        guard utf8.contains(where: { $0 < 0x3F && "<>&\"'".utf8.contains($0) }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "&": text += "&amp;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
