/// The notation of a document that holds one tree.
package enum DocumentFormat: String, Sendable, CaseIterable {
    /// RFC 8259.
    case json
    /// YAML 1.2 core schema, without anchors, aliases and tags.
    case yaml

    /// By the extension .json, .yaml or .yml in either case; else JSON when the first character is `{`, `[` or `"`.
    package static func detect(fileName: String?, bytes: [UInt8]) -> DocumentFormat {
        let name = (fileName ?? "").lowercased()
        if name.hasSuffix(".json") { return .json }
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return .yaml }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let first = text.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return first.map { [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains($0) } == true
            ? .json : .yaml
    }

    /// Reads a document of this notation.
    package func read(
        _ bytes: [UInt8], limits: DocumentLimits = .standard
    ) throws(DocumentError) -> DocumentNode {
        switch self {
        case .json: try JSONReader.read(bytes, limits: limits)
        case .yaml: try YAMLReader.read(bytes, limits: limits)
        }
    }
}
