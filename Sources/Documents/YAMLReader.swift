import Yams

/// Reads YAML (1.2, core schema) with Yams: one document, without anchors, aliases, tags or keys that are not scalars.
///
/// Plain null, ~, true, false and decimal numbers have their meaning; everything quoted is a string, and so are dates,
/// yes and no. Yams composes recursively and follows aliases, so `YAMLGuard` and `YAMLAliases` look first.
package enum YAMLReader {
    /// The document, or the first mistake in it. Lines end with LF, CR or CRLF.
    package static func read(
        _ bytes: [UInt8], limits: DocumentLimits = .standard
    ) throws(DocumentError) -> DocumentNode {
        var text = try DocumentBytes(bytes, limit: min(limits.bytes, limits.yamlBytes))
        if let place = oldBreak(text) {
            throw DocumentError(.controlCharacter, at: text.position(at: place), found: text.excerpt(at: place))
        }
        var guardian = YAMLGuard(text: text, limits: limits)
        try guardian.check()
        if let alias = YAMLAliases.firstUse(text) {
            throw DocumentError(.aliasNotAllowed, at: text.position(at: alias), found: text.excerpt(at: alias + 1))
        }
        var places = YAMLPlaces(text)
        do {
            let source = String(decoding: bytes[text.start...], as: UTF8.self)
            // The encoding is given so that Yams does not look into the environment for one.
            let parser = try Yams.Parser(yaml: source, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { throw DocumentError(.empty, at: .start, expected: "value") }
            // Nodes hold their anchors weakly; the parser keeps them.
            return try withExtendedLifetime(parser) {
                var builder = YAMLBuilder(places: places, limits: limits)
                return try builder.node(root, depth: 0)
            }
        } catch let error as DocumentError {
            throw error
        } catch let error as YamlError {
            throw DocumentError(error, places: &places, limits: limits)
        } catch {
            throw DocumentError(.yamlSyntax, at: .start, found: "unknown")
        }
    }

    /// The first NEL, LS or PS: line breaks to YAML 1.1 and libyaml, characters like others to YAML 1.2.
    private static func oldBreak(_ text: DocumentBytes) -> Int? {
        let bytes = text.bytes
        return bytes.indices.first { place in
            let rest = bytes[place...]
            return bytes[place] >= 0xC2
                && (rest.starts(with: [0xC2, 0x85]) || rest.starts(with: [0xE2, 0x80, 0xA8])
                    || rest.starts(with: [0xE2, 0x80, 0xA9]))
        }
    }
}

/// Makes our nodes of those of Yams, in the order of the document.
struct YAMLBuilder {
    /// Where marks are.
    var places: YAMLPlaces
    /// The limits the document is read under.
    let limits: DocumentLimits

    /// One node; `depth` containers are open. Recursion ends at `limits.depth`.
    mutating func node(_ node: Yams.Node, depth: Int) throws(DocumentError) -> DocumentNode {
        let position = places.position(node.mark)
        if let anchor = node.anchor { throw DocumentError(.anchorNotAllowed, at: position, found: anchor.rawValue) }
        if node.scalar == nil, depth >= limits.depth {
            throw DocumentError(.tooDeep, at: position, expected: "\(limits.depth)")
        }
        let value: DocumentValue
        switch node {
        case .scalar(let scalar):
            value = try YAMLScalar.value(of: scalar, at: position, limits: limits)
        case .sequence(let sequence):
            try noTag(sequence.tag, at: position)
            var nodes: [DocumentNode] = []
            for element in sequence { nodes.append(try self.node(element, depth: depth + 1)) }
            value = .array(nodes)
        case .mapping(let mapping):
            try noTag(mapping.tag, at: position)
            var members: [DocumentMember] = []
            for (key, element) in mapping { members.append(try member(key, element, depth: depth + 1)) }
            value = .object(members)
        case .alias:
            throw DocumentError(.aliasNotAllowed, at: position)
        }
        return DocumentNode(value: value, position: position)
    }

    /// One member. Yams has refused equal keys already.
    private mutating func member(
        _ key: Yams.Node, _ element: Yams.Node, depth: Int
    ) throws(DocumentError) -> DocumentMember {
        let position = places.position(key.mark)
        guard let scalar = key.scalar else { throw DocumentError(.keyNotScalar, at: position, expected: "string") }
        if let anchor = scalar.anchor { throw DocumentError(.anchorNotAllowed, at: position, found: anchor.rawValue) }
        try noTag(scalar.tag, at: position)
        if scalar.string.isEmpty, scalar.style == .plain {
            throw DocumentError(.unexpectedByte, at: position, found: ":", expected: "string")
        }
        return DocumentMember(key: scalar.string, keyPosition: position, value: try node(element, depth: depth))
    }

    /// Refuses a tag. Untagged nodes have none, or the one Yams resolved for keys.
    private func noTag(_ tag: Tag, at position: DocumentPosition) throws(DocumentError) {
        guard ["", "!", Tag.Name.str.rawValue].contains(tag.rawValue) else {
            throw DocumentError(.tagNotAllowed, at: position, found: tag.rawValue)
        }
    }
}
