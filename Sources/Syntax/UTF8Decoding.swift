/// Reads scalars straight from bytes, without making strings.
package enum UTF8Decoding {
    /// The scalar that begins at an offset and its length in bytes; `nil` at the end and on invalid bytes (RFC 3629).
    package static func scalar(_ bytes: [UInt8], _ at: Int) -> (value: UInt32, length: Int)? {
        guard at < bytes.count else { return nil }
        let first = UInt32(bytes[at])
        if first < 0x80 { return (first, 1) }
        func next(_ distance: Int) -> UInt32? {
            guard at + distance < bytes.count, bytes[at + distance] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[at + distance] & 0x3F)
        }
        switch first {
        case 0xC2...0xDF:
            guard let second = next(1) else { return nil }
            return ((first & 0x1F) << 6 | second, 2)
        case 0xE0...0xEF:
            guard let second = next(1), let third = next(2) else { return nil }
            let value = (first & 0x0F) << 12 | second << 6 | third
            guard value >= 0x800, value < 0xD800 || value > 0xDFFF else { return nil }
            return (value, 3)
        case 0xF0...0xF4:
            guard let second = next(1), let third = next(2), let fourth = next(3) else { return nil }
            let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
            guard value >= 0x10000, value <= 0x10FFFF else { return nil }
            return (value, 4)
        default: return nil
        }
    }
}
