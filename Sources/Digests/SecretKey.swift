import CSodium

/// 256 secret bits, from which one key for sealing and one for authenticating are derived (libsodium's crypto_kdf).
package struct SecretKey: Sendable {
    /// The number of bytes of a key.
    package static let byteCount = 32

    /// The secret itself, to be kept where only its owner reads it.
    package let bytes: [UInt8]

    /// A key from its 32 bytes; nil for any other number of them.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// A new key that nobody can guess.
    package static func random() -> SecretKey? { SecretKey(bytes: randomBytes(byteCount)) }

    /// A key from bytes that are known to be 32.
    private init(trusted bytes: [UInt8]) { self.bytes = bytes }

    /// A key of its own for something else than what this one is for; who knows it does not know this one.
    package func key(for purpose: String) -> SecretKey { SecretKey(trusted: authenticate(Array("kiyaku.key/1 \(purpose)".utf8))) }

    /// A key for one purpose; who knows it does not know this one, nor those for other purposes.
    func derived(_ purpose: Purpose) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: Self.byteCount)
        _ = unsafe crypto_kdf_derive_from_key(&key, key.count, purpose.rawValue, Self.context, bytes)
        return key
    }

    enum Purpose: UInt64 { case sealing = 1, authenticating = 2 }

    /// Eight characters, as crypto_kdf wants them.
    private static let context: [CChar] = "kiyaku01".utf8.map { CChar(bitPattern: $0) }
}

/// Bytes that nobody can guess (libsodium's randombytes, from the kernel).
package func randomBytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
}
