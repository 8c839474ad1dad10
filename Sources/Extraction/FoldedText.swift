import Values

/// A text in one width for matching (ASCII narrow, kana wide), which remembers where everything stood.
struct FoldedText {
    private(set) var bytes: [UInt8] = []
    /// For each byte of the folded text, and its end, the number of scalars before it.
    private var scalars: [Int32] = []
    /// For each scalar, and the end, its first byte in the original.
    private var starts: [Int32] = []

    init(_ text: String) {
        var offset: Int32 = 0
        var last: Unicode.Scalar?
        for (number, scalar) in text.unicodeScalars.enumerated() {
            starts.append(offset)
            offset += Int32(UTF8.width(scalar))
            let folded = FullWidthKana.fold(foldWidth(scalar))
            // A mark after its kana becomes one letter with it, as long as the kana was alone.
            if let base = last, let voiced = FullWidthKana.voiced(base, folded) {
                bytes.removeLast(UTF8.width(base))
                scalars.removeLast(UTF8.width(base))
                append(voiced, Int32(clamping: number - 1))
                last = nil
            } else {
                append(folded, Int32(clamping: number))
                last = folded
            }
        }
        scalars.append(Int32(clamping: starts.count))
        starts.append(offset)
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ number: Int32) {
        for byte in UTF8.encode(scalar).map({ Array($0) }) ?? [] {
            bytes.append(byte)
            scalars.append(number)
        }
    }

    /// The same words in scalars.
    func span(_ range: Range<Int>) -> Range<Int> {
        let low = Int(scalars[range.lowerBound])
        return low..<max(low, Int(scalars[range.upperBound]))
    }

    /// The same words in bytes of the original.
    func words(_ range: Range<Int>) -> Range<Int> {
        let span = span(range)
        return Int(starts[span.lowerBound])..<Int(starts[span.upperBound])
    }

    /// Bytes of the original in scalars.
    func span(words: Range<Int>) -> Range<Int> {
        let low = scalar(at: words.lowerBound)
        return low..<max(low, scalar(at: words.upperBound))
    }

    /// The scalar that begins at a byte of the original, or the next.
    private func scalar(at byte: Int) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The folded words.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Half-width kana and their voicing marks in the usual form: ﾋﾞｽﾀ is ビスタ.
private enum FullWidthKana {
    /// U+FF61–FF9F in their order; the marks in the form that joins with what stands before.
    private static let letters = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}".unicodeScalars)
    /// Their next letter is the same voiced, and for those of the last group the one after it half-voiced.
    private static let voiceable = Set("カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ".unicodeScalars)
    private static let halfVoiceable = Set("ハヒフヘホはひふへほ".unicodeScalars)

    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF61...0xFF9F).contains(scalar.value) ? letters[Int(scalar.value - 0xFF61)] : scalar
    }

    static func voiced(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch mark {
        case "\u{3099}" where base == "ウ": "ヴ"
        case "\u{3099}" where voiceable.contains(base): Unicode.Scalar(base.value + 1)
        case "\u{309A}" where halfVoiceable.contains(base): Unicode.Scalar(base.value + 2)
        default: nil
        }
    }
}

/// A pattern in half-width form, as the texts are that it is matched with. Signs that would mean something to the pattern are written by
/// their number: even `\.` would, in `[.．]`, begin a POSIX name.
func foldedPattern(_ source: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in source.unicodeScalars {
        let folded = foldWidth(scalar)
        if folded == scalar {
            result.append(scalar)
            isEscaped = scalar == "\\" && !isEscaped
            continue
        }
        // `\（` is a bracket, and so is `（`; but `\Ａ` is a letter, which `\A` is not.
        if isEscaped { result.removeLast() }
        isEscaped = false
        if folded.properties.isAlphabetic || KanjiNumeral.digit(folded) != nil {
            result.append(folded)
        } else {
            result.append(contentsOf: "\\x{\(String(folded.value, radix: 16))}".unicodeScalars)
        }
    }
    return String(result)
}
