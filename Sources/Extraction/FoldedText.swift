import Values

/// A text in half-width form for matching, which remembers where everything stood.
struct FoldedText {
    let bytes: [UInt8]
    /// For each byte of the folded text, and its end, the number of scalars before it.
    private var scalars: [Int32] = []
    /// For each scalar, and the end, its first byte in the original.
    private var starts: [Int32] = []

    init(_ text: String) {
        var bytes: [UInt8] = []
        var offset: Int32 = 0
        for (number, scalar) in text.unicodeScalars.enumerated() {
            starts.append(offset)
            offset += Int32(UTF8.width(scalar))
            let folded = foldWidth(scalar)
            for byte in UTF8.encode(folded).map({ Array($0) }) ?? [] {
                bytes.append(byte)
                scalars.append(Int32(clamping: number))
            }
        }
        scalars.append(Int32(clamping: starts.count))
        starts.append(offset)
        self.bytes = bytes
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

    /// The folded words.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
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
