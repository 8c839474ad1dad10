/// How large and how deep a document may be.
package struct DocumentLimits: Hashable, Sendable {
    /// Deepest nesting the readers take, whatever is asked for: they use the stack of the thread.
    package static let deepest = 512

    /// Arrays and objects inside one another; an array of numbers is 1.
    package let depth: Int
    /// Bytes of a JSON document.
    package let bytes: Int
    /// Bytes of a YAML document; fewer, since its reader costs more for the same bytes.
    package let yamlBytes: Int
    /// Bytes of one number.
    package let numberBytes: Int

    /// Limits; each left out is the standard one, and `depth` is held between 1 and `deepest`.
    package init(depth: Int = 64, bytes: Int = 8 << 20, yamlBytes: Int = 512 << 10, numberBytes: Int = 512) {
        self.depth = min(max(1, depth), DocumentLimits.deepest)
        self.bytes = bytes
        self.yamlBytes = yamlBytes
        self.numberBytes = numberBytes
    }

    /// For facts and case files.
    package static let standard = DocumentLimits()
}
