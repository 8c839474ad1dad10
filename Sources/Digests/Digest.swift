/// A SHA-256 digest (FIPS 180-4), 256 bits.
package struct Digest: Hashable, Sendable {
    /// Four big-endian words.
    private let words: [UInt64]

    /// The number of bytes of a digest.
    package static let byteCount = 32

    /// A digest from its 32 bytes; nil for any other number of them.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Digest.byteCount else { return nil }
        self.init(trusted: bytes)
    }

    /// A digest from bytes that are known to be 32; missing ones would count as zero.
    init(trusted bytes: [UInt8]) {
        words = (0..<4).map { word in
            bytes.dropFirst(word * 8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    /// A digest from "sha256:" and 64 hexadecimal digits in either case; nil for anything else.
    package init?(_ description: String) {
        let prefix = Array("sha256:".utf8)
        let text = Array(description.utf8)
        guard text.count == prefix.count + 2 * Digest.byteCount, text.starts(with: prefix) else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: prefix.count, to: text.count, by: 2) {
            guard let high = Digest.value(of: text[place]), let low = Digest.value(of: text[place + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.init(trusted: bytes)
    }

    /// The 32 bytes, most significant first.
    package var bytes: [UInt8] {
        words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
    }

    /// The 64 digits, in lower case.
    package var hexadecimal: String { bytes.hexadecimal }

    /// The value of one hexadecimal digit.
    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// Two digits a byte, in lower case.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Digest: CustomStringConvertible {
    /// "sha256:" and the digits.
    package var description: String { "sha256:" + hexadecimal }
}
