import Digests
import Testing

@Suite("Digests")
struct DigestTests {
    /// FIPS 180-4 examples (NIST, "SHA256.pdf" and the long message of a million letters a).
    static let vectors: [(String, String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test("SHA-256 gives the digests of the standard", arguments: vectors)
    func standard(text: String, hexadecimal: String) {
        #expect(sha256(Array(text.utf8)).description == "sha256:" + hexadecimal)
        #expect(sha256(text).hexadecimal == hexadecimal)
    }

    @Test("Pieces of any size give the digest of the whole", arguments: [1, 7, 63, 64, 65, 1_000])
    func pieces(size: Int) {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
        var hasher = SHA256Hasher()
        for start in stride(from: 0, to: bytes.count, by: size) {
            hasher.update(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(hasher.finalize() == sha256(bytes))
    }

    @Test("A hasher goes on after its digest was taken, and copies are independent")
    func goesOn() {
        var hasher = SHA256Hasher()
        hasher.update("契約")
        #expect(hasher.finalize() == sha256("契約"))
        var copy = hasher
        copy.update("書")
        #expect(hasher.finalize() == sha256("契約"))
        #expect(copy.finalize() == sha256("契約書"))
        hasher.update("約款")
        #expect(hasher.finalize() == sha256("契約約款"))
    }

    @Test("A digest is read back from its text and its bytes")
    func readBack() {
        let digest = sha256("第40条")
        #expect(Digest(digest.description) == digest)
        #expect(Digest("sha256:" + digest.hexadecimal.uppercased()) == digest)
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(digest.bytes.count == Digest.byteCount)
    }

    @Test(
        "Text that is not a digest is refused",
        arguments: [
            "", "sha256:", "sha256:00", String(repeating: "0", count: 71),
            "sha512:" + String(repeating: "0", count: 64),
            "sha256:" + String(repeating: "g", count: 64), "sha256:" + String(repeating: "0", count: 65),
            "sha256:" + String(repeating: "あ", count: 64),
        ])
    func refused(text: String) {
        #expect(Digest(text) == nil)
        #expect(Digest(bytes: Array(text.utf8)) == nil)
    }
}
