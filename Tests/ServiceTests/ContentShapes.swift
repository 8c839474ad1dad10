/// The properties of content types, read off the types: each is asked to decode itself, and what it asks for is written down.
final class ContentShapes {
    /// What a property is: a struct, by the name of its type, or nothing to look into.
    enum Member: Equatable {
        case one
        case some(String)
    }

    /// The properties of each type.
    private(set) var members: [String: [String: Member]] = [:]

    /// Reads a type and those of its properties.
    ///
    /// - Returns: the type's name; nil where it is no struct.
    func read(_ type: any Decodable.Type) throws -> String? {
        if let list = type as? any ListType.Type { return try read(list.element) }
        let name = String(reflecting: type)
        if members[name] != nil { return name }
        let reader = ShapeReader(name: name, shapes: self)
        _ = try type.init(from: reader)
        return members[name] == nil ? nil : name
    }

    fileprivate func begin(_ type: String) { if members[type] == nil { members[type] = [:] } }
    fileprivate func add(_ member: Member, _ name: String, to type: String) { members[type]?[name] = member }
}

private protocol ListType {
    static var element: any Decodable.Type { get }
    init()
}

extension Array: ListType where Element: Decodable {
    fileprivate static var element: any Decodable.Type { Element.self }
}

/// Gives what is asked for: nothing in particular.
private struct ShapeReader: Decoder {
    let name: String
    let shapes: ContentShapes
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    struct NoContent: Error {}

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        shapes.begin(name)
        return KeyedDecodingContainer(Members(reader: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NoContent() }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw NoContent() }

    struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let reader: ShapeReader
        let codingPath: [any CodingKey] = []
        let allKeys: [Key] = []

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) -> Bool { false }
        func decode(_ type: Bool.Type, forKey key: Key) -> Bool { one(false, key) }
        func decode(_ type: String.Type, forKey key: Key) -> String { one("", key) }
        func decode(_ type: Int.Type, forKey key: Key) -> Int { one(0, key) }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            if let list = type as? any ListType.Type {
                // A list of texts has nothing to look into.
                let element = list.element is String.Type ? nil : try reader.shapes.read(list.element)
                reader.shapes.add(element.map { .some($0) } ?? .one, key.stringValue, to: reader.name)
                guard let none = list.init() as? Value else { throw NoContent() }
                return none
            }
            let name = try reader.shapes.read(type)
            reader.shapes.add(name.map { .some($0) } ?? .one, key.stringValue, to: reader.name)
            return try type.init(from: ShapeReader(name: name ?? "", shapes: reader.shapes))
        }

        private func one<Value>(_ value: Value, _ key: Key) -> Value {
            reader.shapes.add(.one, key.stringValue, to: reader.name)
            return value
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> { throw NoContent() }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw NoContent() }
        func superDecoder() throws -> any Decoder { throw NoContent() }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw NoContent() }
    }
}
