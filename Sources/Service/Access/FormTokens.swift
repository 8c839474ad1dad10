package import Digests

/// The tokens that forms carry, so that no other site can send one. By the key it can be told whose a token is when its session is over.
package struct FormTokens: Sendable {
    private let key: SecretKey

    package init(_ key: SecretKey) { self.key = key }

    /// A new token for the forms of a person.
    package func make(for name: String) -> String { token(randomBytes(16).hexadecimal, name) }

    /// Whether a token was made for the forms of that person, in this session or in one of before.
    package func isMade(_ token: String, for name: String) -> Bool { areSame(token, self.token(String(token.prefix(32)), name)) }

    private func token(_ number: String, _ name: String) -> String { number + key.authenticate(Array("\(number) \(name)".utf8)).hexadecimal }
}
