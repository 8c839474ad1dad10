/// A full-width ASCII character (U+FF01–FF5E) or the ideographic space as its half-width form; anything else as it is.
package func foldWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
}

/// A text with every full-width ASCII character in its half-width form. 「」、。・ー and half-width katakana stay.
package func foldWidth(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { foldWidth($0) != $0 }) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { folded.append(foldWidth(scalar)) }
    return String(folded)
}

extension String {
    /// Without spaces around it.
    package var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[start...end])
    }
}
