import CSodium

/// Passwords of people, as they are kept (argon2id, RFC 9106, by libsodium): to try one takes time and 64 MiB.
package enum PasswordHash {
    /// The hash of a password with its salt and its cost, in one word; nil where there is not memory enough.
    package static func make(_ password: String) -> String? {
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        let status = unsafe crypto_pwhash_str(
            &out, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE), Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
        guard status == 0 else { return nil }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a hash was made of this password.
    package static func matches(_ hash: String, _ password: String) -> Bool {
        let limit = Int(crypto_pwhash_STRBYTES)
        guard hash.utf8.count < limit else { return false }
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        let word = hash.utf8.map { CChar(bitPattern: $0) } + [0]
        return unsafe crypto_pwhash_str_verify(word, bytes, UInt64(bytes.count)) == 0
    }
}

/// Whether two secrets are the same. The time that it takes says nothing about where they differ.
package func areSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (fingerprint(Array(left.utf8)), fingerprint(Array(right.utf8)))
    return unsafe sodium_memcmp(left, right, left.count) == 0
}
