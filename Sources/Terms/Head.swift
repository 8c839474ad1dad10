internal import Values

/// The beginning of a line as marks are read from it: folded, without spaces, each scalar with its place in the line.
struct Head {
    let scalars: [Unicode.Scalar]
    private let places: [Int]
    private let line: [Unicode.Scalar]
    private let end: Int

    /// How far a mark and what decides about it can reach.
    static let reach = 72

    init(_ line: [Unicode.Scalar], from start: Int = 0, reach: Int = Self.reach) {
        var (scalars, places): ([Unicode.Scalar], [Int]) = ([], [])
        var place = start
        while place < line.count, scalars.count < reach {
            if !isSpace(line[place]) {
                scalars.append(TextForm.folded(line[place]))
                places.append(place)
            }
            place += 1
        }
        self.scalars = scalars
        self.line = line
        self.places = places
        end = place < line.count ? place : line.count
    }

    var count: Int { scalars.count }

    subscript(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < scalars.count ? scalars[index] : nil }

    /// Where an element stands in the line; the end for what is beyond the last.
    func place(_ index: Int) -> Int { index < places.count ? places[max(0, index)] : end }

    /// How many spaces stand before an element; none before the first.
    func gap(before index: Int) -> Int { index > 0 && index < places.count ? places[index] - places[index - 1] - 1 : 0 }

    /// Whether there is a full-width space before an element.
    func isWide(gapBefore index: Int) -> Bool {
        gap(before: index) > 0 && line[(places[index - 1] + 1)..<places[index]].contains("\u{3000}")
    }

    /// Whether there is a tab before an element.
    func isTab(gapBefore index: Int) -> Bool { gap(before: index) > 0 && line[(places[index - 1] + 1)..<places[index]].contains("\t") }

    /// Whether a word stands at an element.
    func has(_ word: String, at index: Int) -> Bool {
        var place = index
        for scalar in word.unicodeScalars {
            guard self[place] == scalar else { return false }
            place += 1
        }
        return true
    }

    /// A numeral, Japanese or Arabic, and the element behind it.
    func number(at index: Int) -> (value: Int, next: Int)? {
        guard let (value, consumed) = KanjiNumeral.scan(scalars, from: index), value > 0 else { return nil }
        return (value, index + consumed)
    }

    /// The element behind the bracket that closes the one at an element; `nil` where none does within reach.
    func closing(of index: Int) -> Int? {
        guard let open = self[index], let pair = Self.brackets.first(where: { $0.0 == open }) else { return nil }
        var depth = 0
        for place in index..<count {
            if scalars[place] == pair.0 { depth += 1 }
            if scalars[place] == pair.1 { depth -= 1 }
            if depth == 0 { return place + 1 }
        }
        return nil
    }

    /// The brackets that hold a heading.
    static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [("(", ")"), ("【", "】"), ("[", "]"), ("〔", "〕"), ("〈", "〉"), ("『", "』"), ("「", "」")]
}

/// Whether a scalar is hiragana: what follows the number of a provision that is referred to begins with one.
func isHiragana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x309F).contains(scalar.value) }

/// Whether a scalar is Japanese script, with which no space is set.
func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF9F, 0x20000...0x3FFFF, 0x2F00...0x2FD5, 0x203B, 0x2460...0x24FF: true
    default: false
    }
}
