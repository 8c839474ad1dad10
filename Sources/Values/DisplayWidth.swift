/// How many columns a text takes in a monospaced Japanese font.
///
/// East Asian Wide and Fullwidth characters (Unicode Standard Annex #11) take two columns, marks and controls none.
/// Ambiguous characters that Japanese text sets as wide, such as ①, Ⅴ, ※ and ○, take two; arrows, mathematical signs
/// (≥ ≠ × →), Latin and Greek take one, as terminals draw them.
package func displayWidth(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
}

/// The columns of one character as a reader sees it: those of its widest scalar. U+FE0F asks for the emoji form, which is wide.
private func width(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, $1.value == 0xFE0F ? 2 : width($1)) }
}

/// The columns of one scalar.
private func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    if isWide(scalar.value) { return isMark(scalar) ? 0 : 2 }
    return isMark(scalar) ? 0 : 1
}

/// Whether a scalar takes no column of its own.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
}

/// Whether a scalar takes two columns.
private func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    // The ranges are in order; the last that begins at or before the value decides.
    var (low, high) = (0, wideRanges.count)
    while low < high {
        let middle = (low + high) / 2
        if wideRanges[middle].lowerBound <= value { low = middle + 1 } else { high = middle }
    }
    return low > 0 && wideRanges[low - 1].contains(value)
}

/// The scalars of two columns, in order: Wide and Fullwidth, and the Ambiguous that Japanese text sets as wide.
private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x203B...0x203B, 0x2160...0x217F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x2460...0x24FF, 0x25A0...0x25A1, 0x25B2...0x25B3, 0x25BC...0x25BD, 0x25C6...0x25C7, 0x25CB...0x25CB,
    0x25CE...0x25CF, 0x25EF...0x25EF, 0x25FD...0x25FE, 0x2605...0x2606, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4,
    0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
    0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2776...0x277F, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E, 0x3041...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A,
    0x1F1E6...0x1F265, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
]
