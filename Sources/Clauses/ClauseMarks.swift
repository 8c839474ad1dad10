/// The marks that count items without a numeral: イロハ, ①②③ and Ⅰ Ⅱ Ⅲ.
package enum ClauseMarks {
    /// The order of the iroha, by which Japanese drafting counts items within items.
    private static let iroha = Array("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス".unicodeScalars)

    /// Roman numerals in ASCII, from one to twelve, as many as Unicode has characters for.
    private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

    /// The place of a katakana in the iroha, from 1.
    package static func iroha(_ scalar: Unicode.Scalar) -> Int? { iroha.firstIndex(of: scalar).map { $0 + 1 } }

    /// The order of the syllabary, by which offices count items within items: ア イ ウ.
    private static let syllabary = Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ".unicodeScalars)

    /// The place of a katakana in the syllabary, from 1.
    package static func syllabary(_ scalar: Unicode.Scalar) -> Int? { syllabary.firstIndex(of: scalar).map { $0 + 1 } }

    /// The value of a Roman numeral in small ASCII letters: i, iv, xii; `nil` above 39.
    package static func smallRoman(_ letters: [Unicode.Scalar]) -> Int? {
        guard let first = letters.first, first == "i" || first == "v" || first == "x" else { return nil }
        let tens = letters.prefix { $0 == "x" }.count
        let rest = String(String.UnicodeScalarView(letters.dropFirst(tens)))
        guard tens <= 3, let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].firstIndex(of: rest) else {
            // ix is nine, xix nineteen: the x of nine is no ten.
            return nil
        }
        return tens * 10 + ones
    }

    /// The number in a circle, 1 to 50.
    package static func circled(_ scalar: Unicode.Scalar) -> Int? {
        let value = Int(scalar.value)
        return switch value {
        case 0x2460...0x2473: value - 0x2460 + 1
        case 0x3251...0x325F: value - 0x3251 + 21
        case 0x32B1...0x32BF: value - 0x32B1 + 36
        default: nil
        }
    }

    /// A number in a circle; `nil` above 50, as there is no such character.
    package static func circled(_ number: Int) -> Unicode.Scalar? {
        switch number {
        case 1...20: Unicode.Scalar(UInt32(0x2460 + number - 1))
        case 21...35: Unicode.Scalar(UInt32(0x3251 + number - 21))
        case 36...50: Unicode.Scalar(UInt32(0x32B1 + number - 36))
        default: nil
        }
    }

    /// The value of a Roman numeral that is one character, 1 to 12.
    package static func roman(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x2160...0x216B: Int(scalar.value - 0x2160 + 1)
        case 0x2170...0x217B: Int(scalar.value - 0x2170 + 1)
        default: nil
        }
    }

    /// The value of a Roman numeral in ASCII capitals, 1 to 12.
    static func roman(_ text: String) -> Int? { roman.firstIndex(of: text).map { $0 + 1 } }

    /// A Roman numeral in one character; `nil` above 12.
    static func roman(_ number: Int) -> Unicode.Scalar? { (1...12).contains(number) ? Unicode.Scalar(UInt32(0x2160 + number - 1)) : nil }

    /// Whether a scalar is katakana, or the mark that makes one long: イ in イメージ counts nothing.
    static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
        (0x30A1...0x30FA).contains(scalar.value) || (0x30FC...0x30FE).contains(scalar.value)
    }

    /// Whether a scalar is a Chinese character.
    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }
}
