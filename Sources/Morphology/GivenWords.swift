/// Words that the dictionary may not have, from whoever knows what texts are about: each is kept whole where it stands.
package struct GivenWords: Sendable {
    package struct Word: Sendable, Hashable {
        package let surface: String
        package let reading: String
        package let noun: PartOfSpeech.Noun

        /// - Parameter reading: in katakana; left out for words in kana.
        package init(_ surface: String, reading: String? = nil, noun: PartOfSpeech.Noun = .general) {
            self.surface = surface
            self.reading = reading ?? KanaForms.katakana(surface)
            self.noun = noun
        }
    }

    package let words: [Word]
    /// By their first letter in lower case, the longest first.
    private let byFirst: [Unicode.Scalar: [(letters: [Unicode.Scalar], number: Int)]]
    private let bySkeleton: [[Unicode.Scalar]: Int]

    package init(_ words: [Word] = []) {
        self.words = words
        var byFirst: [Unicode.Scalar: [(letters: [Unicode.Scalar], number: Int)]] = [:]
        var bySkeleton: [[Unicode.Scalar]: Int] = [:]
        for (number, word) in words.enumerated() {
            let letters = NormalizedText(word.surface).letters.map { Self.lower($0.scalar) }
            guard let first = letters.first else { continue }
            byFirst[first, default: []].append((letters, number))
            // Short words have too many likenesses.
            if letters.count >= 4, letters.allSatisfy({ KanaForms.isKatakana($0) }) { bySkeleton[KanaForms.skeleton(letters)] = number }
        }
        self.byFirst = byFirst.mapValues { $0.sorted { ($1.letters.count, $0.number) < ($0.letters.count, $1.number) } }
        self.bySkeleton = bySkeleton
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
    }

    /// The longest word that stands at a place, and where it ends.
    func match(_ text: NormalizedText, at place: Int) -> (end: Int, number: Int)? {
        guard let first = text.scalar(place).map(Self.lower) else { return nil }
        for (letters, number) in byFirst[first] ?? [] {
            let end = place + letters.count
            guard end <= text.letters.count, zip(text.letters[place..<end], letters).allSatisfy({ Self.lower($0.scalar) == $1 }) else { continue }
            if isWhole(text, place, end) { return (end, number) }
        }
        // A whole run of katakana that is a word but for its ー and voicing.
        guard !bySkeleton.isEmpty, KanaForms.isKatakana(first), place == 0 || text.scalar(place - 1).map(KanaForms.isKatakana) == false else { return nil }
        let longest = 40
        let run = text.letters[place..<min(text.letters.count, place + longest)].prefix { KanaForms.isKatakana($0.scalar) }
        guard run.count >= 3, run.count < longest, let number = bySkeleton[KanaForms.skeleton(run.map(\.scalar))] else { return nil }
        return (place + run.count, number)
    }

    /// A word in Latin letters is no part of another. Of a compound in katakana it is the last part.
    private func isWhole(_ text: NormalizedText, _ start: Int, _ end: Int) -> Bool {
        guard let last = text.scalar(end - 1), let first = text.scalar(start) else { return false }
        if KanaForms.isLatin(last) || KanaForms.isDigit(last), let next = text.scalar(end), KanaForms.isLatin(next) || KanaForms.isDigit(next) { return false }
        if KanaForms.isLatin(first), let before = text.scalar(start - 1), KanaForms.isLatin(before) { return false }
        if KanaForms.isKatakana(last), let next = text.scalar(end), KanaForms.isKatakana(next) { return false }
        return true
    }
}
