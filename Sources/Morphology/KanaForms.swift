/// The forms of letters.
enum KanaForms {
    /// U+FF61–FF9F in their order; the marks in the form that joins with what stands before.
    private static let halfWidth = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}".unicodeScalars)
    /// Their next letter is the same voiced, and for those of the last group the one after it half-voiced.
    private static let voiceable = Set("カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ".unicodeScalars)
    private static let halfVoiceable = Set("ハヒフヘホはひふへほ".unicodeScalars)

    /// ASCII narrow, kana wide, spaces for what cannot be seen, and for Ð, which IPADIC takes for one.
    static func usual(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x0A, 0x0D: "\n"
        case 0..<0x20, 0x7F, 0x3000, 0x00A0, 0x00D0, 0x200B...0x200F, 0xFEFF: " "
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFF61...0xFF9F: halfWidth[Int(scalar.value - 0xFF61)]
        default: scalar
        }
    }

    static func voiced(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch mark {
        case "\u{3099}" where base == "ウ", "\u{309B}" where base == "ウ": "ヴ"
        case "\u{3099}" where voiceable.contains(base), "\u{309B}" where voiceable.contains(base): Unicode.Scalar(base.value + 1)
        case "\u{309A}" where halfVoiceable.contains(base), "\u{309C}" where halfVoiceable.contains(base): Unicode.Scalar(base.value + 2)
        default: nil
        }
    }

    static func isKatakana(_ scalar: Unicode.Scalar) -> Bool { (0x30A1...0x30FA).contains(scalar.value) || scalar == "ー" }
    static func isHiragana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x3096).contains(scalar.value) }
    static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value) || scalar == "々"
    }
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
    static func isLatin(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5A).contains(scalar.value & ~0x20) }

    static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x30A1...0x30F6).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar
    }

    static func katakana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        isHiragana(scalar) ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar
    }

    static func katakana(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(katakana(scalar)) }
        return String(scalars)
    }

    /// A katakana word without what writers leave out or take one for the other: ー, voicing, small letters. インタネット is as インターネット.
    static func skeleton(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for scalar in scalars where scalar != "ー" && scalar != "・" {
            switch scalar {
            case "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ": result.append(Unicode.Scalar(scalar.value + 1) ?? scalar)
            case "ヴ": result.append("ハ")
            default:
                let below = Unicode.Scalar(scalar.value - 1) ?? scalar
                let twoBelow = Unicode.Scalar(scalar.value - 2) ?? scalar
                result.append(
                    halfVoiceable.contains(twoBelow) ? twoBelow : voiceable.contains(below) && !voiceable.contains(scalar) ? below : scalar)
            }
        }
        return result
    }
}
