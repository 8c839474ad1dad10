/// A file that is read as a whole, so that its encoding is judged by all of it.
package enum WholeText {
    /// The text of a file in UTF-8, and what the file is taken to be; `nil`, with the bytes as they are, where no encoding fits.
    package static func decode(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding?) {
        for encoding in TextEncoding.allCases {
            guard let mark = encoding.byteOrderMark, bytes.starts(with: mark) else { continue }
            return encoding == .utf8 ? (bytes, .utf8) : text(bytes, encoding) ?? (bytes, nil)
        }
        if let order = byteOrder(bytes) { return text(bytes, order) ?? (bytes, nil) }
        if String(validating: bytes, as: UTF8.self) != nil { return (bytes, .utf8) }
        // Hardly any text of Shift_JIS is valid EUC, while nearly each of EUC is valid Shift_JIS: half-width katakana.
        return text(bytes, .eucJP) ?? text(bytes, .cp932) ?? (bytes, nil)
    }

    /// The text in an encoding; `nil` where some bytes mean nothing in it.
    private static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> (text: [UInt8], encoding: TextEncoding?)? {
        var decoder = TextDecoder(encoding)
        let text = decoder.decode(bytes) + decoder.finish()
        return text.contains(TextDecoder.invalid) ? nil : (text, encoding)
    }

    /// UTF-16 without a mark: line ends and digits have a zero byte, which no other text has.
    private static func byteOrder(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count % 2 == 0, bytes.contains(0) else { return nil }
        let high = stride(from: 0, to: bytes.count, by: 2).count { bytes[$0] == 0 }
        let low = stride(from: 1, to: bytes.count, by: 2).count { bytes[$0] == 0 }
        return low == high ? nil : low > high ? .utf16LittleEndian : .utf16BigEndian
    }
}
