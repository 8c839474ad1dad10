package import Diagnostics

/// The system and the browser of a device, as far as what was given can tell.
package struct Environment: Hashable, Sendable {
    /// A product with its version; either is nil where it is not known.
    package struct Product: Hashable, Sendable {
        /// The maker's name for it; nil where only `alternatives` are known.
        package var name: String?
        package var version: String?
        /// The products that it may be, where they cannot be told apart.
        package var alternatives: [String] = []
        /// Of Windows: the release (22H2), the service pack (SP1), the edition's words and the build.
        package var release: String?
        package var edition: String?
        package var build: String?

        package init(_ name: String? = nil, version: String? = nil, alternatives: [String] = []) {
            self.name = name
            self.version = version
            self.alternatives = alternatives
        }

        /// In words that the patterns of a vocabulary can read; nil where the product itself is not known.
        package var words: String? {
            guard let name, alternatives.isEmpty else { return nil }
            return [name, version, release, edition].compactMap(\.self).joined(separator: " ")
        }
    }

    package var system: Product?
    package var browser: Product?
    /// What could not be told, and why.
    package var doubts: [Wording] = []

    package init(system: Product? = nil, browser: Product? = nil) {
        self.system = system
        self.browser = browser
    }
}
