import Foundation

/// Turns a content into what Mustache looks into: maps, lists, truths and escaped texts. A content is a plain value: texts, truths, numbers,
/// lists and structs of them. What is nil is there and empty: it ends the look-up in the maps around it.
final class TemplateValue: Encoder {
    private enum Shape {
        case map([String: Any])
        case list([Any])
        case one(Any)
    }

    private var shape = Shape.one(NSNull())
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    private init() {}

    static func of(_ content: some Encodable) -> Any {
        switch content {
        case let text as String: return text.escaped
        case let truth as Bool: return truth
        default:
            let writer = TemplateValue()
            do {
                try content.encode(to: writer)
            } catch {
                preconditionFailure("a content of a page is no plain value: \(type(of: content)): \(error)")
            }
            return writer.value
        }
    }

    private var value: Any {
        switch shape {
        case .map(let members): members
        case .list(let elements): elements
        case .one(let value): value
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        shape = .map([:])
        return KeyedEncodingContainer(Members(writer: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        shape = .list([])
        return Elements(writer: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { One(writer: self) }

    fileprivate func add(_ value: Any, _ name: String) {
        guard case .map(var members) = shape else { return }
        shape = .one(value)
        members[name] = value
        shape = .map(members)
    }

    fileprivate func add(_ value: Any) {
        guard case .list(var elements) = shape else { return }
        shape = .one(value)
        elements.append(value)
        shape = .list(elements)
    }

    fileprivate func set(_ value: Any) { shape = .one(value) }
}

/// The members of a struct.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: TemplateValue
    let codingPath: [any CodingKey] = []

    func encodeNil(forKey key: Key) { writer.add(NSNull(), key.stringValue) }
    func encode(_ value: some Encodable, forKey key: Key) { writer.add(TemplateValue.of(value), key.stringValue) }
    func encodeIfPresent(_ value: String?, forKey key: Key) { add(value, key) }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) { add(value, key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) { add(value, key) }
    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) { add(value, key) }

    private func add(_ value: (some Encodable)?, _ key: Key) { writer.add(value.map { TemplateValue.of($0) } ?? NSNull(), key.stringValue) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> { notPlain() }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { notPlain() }
    func superEncoder() -> any Encoder { notPlain() }
    func superEncoder(forKey key: Key) -> any Encoder { notPlain() }
}

/// The elements of a list.
private struct Elements: UnkeyedEncodingContainer {
    let writer: TemplateValue
    let codingPath: [any CodingKey] = []
    var count = 0

    mutating func encodeNil() { add(NSNull()) }
    mutating func encode(_ value: some Encodable) { add(TemplateValue.of(value)) }

    private mutating func add(_ value: Any) {
        writer.add(value)
        count += 1
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> { notPlain() }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { notPlain() }
    func superEncoder() -> any Encoder { notPlain() }
}

/// What stands for itself.
private struct One: SingleValueEncodingContainer {
    let writer: TemplateValue
    let codingPath: [any CodingKey] = []

    func encodeNil() { writer.set(NSNull()) }
    func encode(_ value: some Encodable) {
        // Numbers write themselves here.
        let isNumber = value is any BinaryInteger || value is any BinaryFloatingPoint
        writer.set(isNumber ? String(describing: value) : TemplateValue.of(value))
    }
}

private func notPlain() -> Never { preconditionFailure("a content of a page writes itself: it shall be a plain value") }

extension String {
    /// What means nothing but itself between tags and within quotation marks. Scalar by scalar, as browsers read: Mustache's own way goes by
    /// characters, and a quotation mark with a combining mark behind it is one that it does not know.
    var escaped: String {
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
