/// A text in the form that is analysed, letter by letter, with the place of each letter in the original.
///
/// Width and half-width kana are as in the dictionary, voicing marks are part of their letter, control characters are spaces.
package struct NormalizedText: Sendable {
    struct Letter: Sendable {
        let scalar: Unicode.Scalar
        /// UTF-8 bytes of the original. Letters that were respelled share all of what they stand for.
        let lower: Int32
        let upper: Int32
    }

    private(set) var letters: [Letter] = []

    package init(_ text: String) {
        letters.reserveCapacity(text.utf8.count / 2)
        var offset: Int32 = 0
        var canVoice = false
        for scalar in text.unicodeScalars {
            let lower = offset
            offset += Int32(UTF8.width(scalar))
            let folded = KanaForms.usual(scalar)
            if canVoice, let last = letters.last, let voiced = KanaForms.voiced(last.scalar, folded) {
                letters[letters.count - 1] = Letter(scalar: voiced, lower: last.lower, upper: offset)
                canVoice = false
            } else {
                letters.append(Letter(scalar: folded, lower: lower, upper: offset))
                canVoice = true
            }
        }
    }

    /// The letters of a range as text.
    func text(_ range: Range<Int>) -> String {
        var scalars = String.UnicodeScalarView()
        for letter in letters[range] { scalars.append(letter.scalar) }
        return String(scalars)
    }

    /// The bytes of the original that some letters stand for.
    func original(_ range: Range<Int>) -> Range<Int> {
        guard let first = letters[range].first, let last = letters[range].last else { return 0..<0 }
        return Int(first.lower)..<max(Int(first.lower), Int(last.upper))
    }

    /// The letter at a place; nil outside.
    func scalar(_ place: Int) -> Unicode.Scalar? { letters.indices.contains(place) ? letters[place].scalar : nil }

    /// Writes other letters in place of some. They stand for what those stood for.
    mutating func respell(_ range: Range<Int>, as replacement: [Unicode.Scalar]) {
        // Letters that stay keep their places.
        let old = letters[range].map(\.scalar)
        let head = zip(old, replacement).prefix { $0 == $1 }.count
        let most = min(old.count, replacement.count) - head
        let tail = min(most, zip(old.reversed(), replacement.reversed()).prefix { $0 == $1 }.count)
        let (inner, new) = ((range.lowerBound + head)..<(range.upperBound - tail), replacement[head..<(replacement.count - tail)])
        guard let first = letters[inner.isEmpty ? range : inner].first, let last = letters[inner.isEmpty ? range : inner].last else { return }
        letters.replaceSubrange(inner, with: new.map { Letter(scalar: $0, lower: first.lower, upper: last.upper) })
    }

    /// Only katakana, as machines without other letters write: the words of grammar too.
    private var isTelegraphic: Bool {
        var katakana = 0
        for letter in letters {
            switch letter.scalar.value {
            case 0x3041...0x3096, 0x3400...0x9FFF: return false
            case 0x30A1...0x30FA: katakana += 1
            default: break
            }
        }
        return katakana >= 8
    }

    /// A text only in katakana as it is commonly written. Given words and words that look foreign stay; spaces between words go.
    func withoutTelegraphStyle(_ words: GivenWords) -> NormalizedText {
        guard isTelegraphic else { return self }
        var text = self
        var result: [Letter] = []
        var place = 0
        while place < letters.count {
            guard KanaForms.isKatakana(letters[place].scalar) else {
                let isBetween = letters[place].scalar == " " && place + 1 < letters.count && !KanaForms.isLatin(letters[place + 1].scalar)
                if !isBetween { result.append(letters[place]) }
                place += 1
                continue
            }
            let end = letters[place...].firstIndex { !KanaForms.isKatakana($0.scalar) } ?? letters.count
            // ー stands in foreign words, and small vowels do.
            let isForeign = words.match(self, at: place)?.end == end || letters[place..<end].contains { "ーァィゥェォヴ".unicodeScalars.contains($0.scalar) }
            for letter in letters[place..<end] {
                result.append(
                    isForeign ? letter : Letter(scalar: KanaForms.hiragana(letter.scalar), lower: letter.lower, upper: letter.upper))
            }
            place = end
        }
        text.letters = result
        return text
    }
}
