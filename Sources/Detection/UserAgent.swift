/// What a user agent says of itself, as uap-core names it.
package struct UserAgent: Hashable, Sendable {
    /// A name with the parts of its version from the major one on, as far as they are given.
    package struct Product: Hashable, Sendable {
        package let family: String
        package let version: [String]
    }

    package struct Device: Hashable, Sendable {
        package let family: String
        package let brand: String?
        package let model: String?
    }

    /// Each is nil where no rule matches; uap-core calls that "Other".
    package let browser: Product?
    package let system: Product?
    package let device: Device?
}
