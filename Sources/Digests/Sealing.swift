import CSodium

extension SecretKey {
    /// Bytes before the encrypted text, made anew each time.
    private static let nonceBytes = 24
    /// Bytes after it, by which an altered one is recognised.
    private static let tagBytes = 16

    /// Encrypts some bytes (XChaCha20-Poly1305): nonce, text, tag. The same bytes never look the same twice.
    ///
    /// - Parameter place: where the result belongs; it does not open anywhere else.
    package func seal(_ bytes: [UInt8], at place: String) -> [UInt8] {
        let nonce = randomBytes(Self.nonceBytes)
        let place = Array(place.utf8)
        var sealed = [UInt8](repeating: 0, count: bytes.count + Self.tagBytes)
        _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, bytes, UInt64(bytes.count), place, UInt64(place.count), nil, nonce, derived(.sealing))
        return nonce + sealed
    }

    /// The bytes that were sealed; nil where they were sealed with another key or for another place, or are not as they were.
    package func open(_ sealed: [UInt8], at place: String) -> [UInt8]? {
        guard sealed.count >= Self.nonceBytes + Self.tagBytes else { return nil }
        let nonce = Array(sealed.prefix(Self.nonceBytes))
        let text = Array(sealed.dropFirst(Self.nonceBytes))
        let place = Array(place.utf8)
        var bytes = [UInt8](repeating: 0, count: text.count - Self.tagBytes)
        let status = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            &bytes, nil, nil, text, UInt64(text.count), place, UInt64(place.count), nonce, derived(.sealing))
        return status == 0 ? bytes : nil
    }

    /// A tag that only who knows the key can make for these bytes (HMAC-SHA-512-256).
    package func authenticate(_ bytes: [UInt8]) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: Int(crypto_auth_BYTES))
        _ = unsafe crypto_auth(&tag, bytes, UInt64(bytes.count), derived(.authenticating))
        return tag
    }

    /// Whether a tag was made for these bytes. The time that it takes says nothing about where they differ.
    package func isAuthentic(_ tag: [UInt8], for bytes: [UInt8]) -> Bool {
        guard tag.count == Int(crypto_auth_BYTES) else { return false }
        return unsafe crypto_auth_verify(tag, bytes, UInt64(bytes.count), derived(.authenticating)) == 0
    }
}
