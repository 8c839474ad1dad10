/// How the characters of a file are written in bytes.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// Microsoft's Shift_JIS, which Japanese Excel writes where UTF-8 is not asked for.
    case cp932
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// What Unix wrote in Japan before UTF-8.
    case eucJP = "euc-jp"

    /// The name that glibc knows it by.
    var converterName: String { rawValue.uppercased() }

    /// The mark that a file in the encoding may begin with; it is no part of the text.
    var byteOrderMark: [UInt8]? {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .cp932, .eucJP: nil
        }
    }
}

/// An encoding, and why a file is taken to be in it.
package struct RecognisedEncoding: Hashable, Sendable {
    package enum Reason: Sendable {
        /// The caller says so.
        case asked
        case byteOrderMark
        /// The first text beyond ASCII is valid UTF-8.
        case validUTF8
        /// It is not, so an older Japanese file is assumed.
        case notUTF8
    }

    package let encoding: TextEncoding
    package let reason: Reason

    package init(encoding: TextEncoding, reason: Reason) {
        self.encoding = encoding
        self.reason = reason
    }
}
