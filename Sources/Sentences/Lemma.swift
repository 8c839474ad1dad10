/// A word as rules name it, whatever form it stands in.
package struct Lemma: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case verb, adjective, noun }

    package let kind: Kind
    /// 変える, 設定変更する, 遅い, 対象.
    package let base: String
    /// The base form in katakana, as far as it is known: カエル.
    package let reading: String
    /// The words of a compound; the last is its head: 設定, 変更.
    package let parts: [String]

    /// How near two spellings have to be.
    package enum Spelling: Sendable, Hashable {
        /// The same letters.
        case strict
        /// The same reading, and one of them in kana, or both with a kanji in common: つながる and 繋がる, 取り替える and 取替える; not 直す and 治す.
        case usual
        /// The same reading: 直す and 治す.
        case reading
    }

    /// Whether it is a word that a rule names in base form; a compound also by its last words: 設定変更する is 変更する.
    package func matches(_ other: String, reading otherReading: String, spelling: Spelling = .usual) -> Bool {
        if base == other || spelling != .strict && isCompound(endingIn: other) { return true }
        guard spelling != .strict, !reading.isEmpty, reading == otherReading else { return false }
        if spelling == .reading { return true }
        let (own, others) = (Self.kanji(base), Self.kanji(other))
        return own.isEmpty || others.isEmpty || !own.isDisjoint(with: others)
    }

    private func isCompound(endingIn other: String) -> Bool {
        guard parts.count > 1 else { return false }
        let end = base.hasSuffix("する") && kind == .verb ? "する" : ""
        return parts.indices.dropFirst().contains { parts[$0...].joined() + end == other }
    }

    private static func kanji(_ text: String) -> Set<Unicode.Scalar> {
        Set(text.unicodeScalars.filter { (0x3400...0x9FFF).contains($0.value) })
    }
}
