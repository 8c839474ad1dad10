/// Texts whose combining marks keep within bounds (Stream-Safe Text Format, UAX #15, section 13).
///
/// To compare texts is to put the marks of each letter in order, which takes the square of their number: 100 kB of marks and nothing else
/// keep a processor busy for minutes. No language comes near the bound.
package enum StreamSafeText {
    /// So many marks in a row.
    package static let most = 30

    package static func isSafe(_ text: String) -> Bool {
        // The first mark is U+0300.
        if text.utf8.allSatisfy({ $0 < 0xCC }) { return true }
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = isMark(scalar) ? marks + 1 : 0
            if marks > most { return false }
        }
        return true
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // What most text is made of, without a look at the tables: Latin, kana, Han, Hangul.
        case 0..<0x300, 0x3041...0x3098, 0x309B...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: false
        default: scalar.properties.canonicalCombiningClass != .notReordered
        }
    }
}
