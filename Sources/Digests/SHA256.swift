import CSodium

/// The SHA-256 digest of some bytes (FIPS 180-4, by libsodium). No error is possible.
package func sha256(_ bytes: [UInt8]) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finalize()
}

/// The SHA-256 digest of the UTF-8 of a text.
package func sha256(_ text: String) -> Digest { sha256(Array(text.utf8)) }

/// SHA-256 piece by piece: the digest is that of all pieces in a row. A copy goes on independently.
package struct SHA256Hasher: Sendable {
    /// What libsodium keeps between pieces.
    private var state = crypto_hash_sha256_state()

    /// A hasher that has seen nothing.
    package init() {
        _ = unsafe crypto_hash_sha256_init(&state)
    }

    /// Takes in more bytes.
    package mutating func update(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        _ = unsafe crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// Takes in the UTF-8 of a text.
    package mutating func update(_ text: String) { update(Array(text.utf8)) }

    /// The digest of what was taken in so far; the hasher can go on afterwards.
    package func finalize() -> Digest {
        var copy = state
        var out = [UInt8](repeating: 0, count: Digest.byteCount)
        _ = unsafe crypto_hash_sha256_final(&copy, &out)
        return Digest(trusted: out)
    }
}
