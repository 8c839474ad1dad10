import Morphology
import Sentences

/// A text as it was read, with the nouns that stand in it.
struct SpokenText {
    struct Noun {
        /// The predicate that it stands with, or is.
        let predication: Int
        let role: Argument.Role?
        /// The ways it may be named: with and without the number behind it.
        let keys: [String]
        let modifiers: [String]
        let range: Range<Int>
        /// It is the predicate itself.
        let isPredicate: Bool
    }

    let predications: [Predication]
    let nouns: [Noun]
    /// The text in lower case, byte for byte.
    private let lower: [UInt8]
    let hasLatin: Bool
    /// The sentence of each predication.
    private let sentences: [Int]

    init(_ predications: [Predication], _ text: String) {
        self.predications = predications
        lower = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
        hasLatin = lower.contains { Self.isLetter($0) }
        var nouns: [Noun] = []
        var seen: Set<Range<Int>> = []
        for (number, one) in predications.enumerated() {
            for argument in one.arguments where argument.role != .head && !argument.isInherited || !seen.contains(argument.range) {
                seen.insert(argument.range)
                nouns.append(
                    Noun(
                        predication: number, role: argument.role, keys: Self.keys(argument), modifiers: argument.modifiers.map { WordKey.key($0) },
                        range: argument.range, isPredicate: false))
                for (place, modifier) in argument.modifiers.enumerated() {
                    nouns.append(
                        Noun(
                            predication: number, role: .of, keys: [WordKey.key(modifier)], modifiers: argument.modifiers[..<place].map { WordKey.key($0) },
                            range: argument.range, isPredicate: false))
                }
            }
            if let noun = Self.noun(one, number) { nouns.append(noun) }
        }
        self.nouns = nouns
        var ends: [Int] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            offset += UTF8.width(scalar)
            if "。!?！？\n".unicodeScalars.contains(scalar) { ends.append(offset) }
        }
        sentences = predications.map { one in ends.count { $0 <= one.range.lowerBound } }
    }

    /// Where English words stand by themselves.
    func places(of words: [UInt8]) -> [Range<Int>] {
        guard let first = words.first, lower.count >= words.count else { return [] }
        return (0...(lower.count - words.count)).compactMap { start in
            guard lower[start] == first, lower[start..<(start + words.count)].elementsEqual(words) else { return nil }
            let end = start + words.count
            let isApart = (start == 0 || !Self.isLetter(lower[start - 1])) && (end == lower.count || !Self.isLetter(lower[end]))
            return isApart ? start..<end : nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    func areTogether(_ one: Int, _ other: Int) -> Bool { sentences[one] == sentences[other] }

    /// The words of a predicate and all that stands with it.
    func extent(_ number: Int) -> Range<Int> {
        let one = predications[number]
        return one.arguments.filter { !$0.isInherited }.reduce(one.range) { min($0.lowerBound, $1.range.lowerBound)..<max($0.upperBound, $1.range.upperBound) }
    }

    private static func keys(_ argument: Argument) -> [String] {
        var keys = [WordKey.key(argument.noun)]
        var stripped = argument.noun
        for whole in argument.wholes where !whole.isGiven {
            if stripped.hasSuffix(whole.text) {
                stripped.removeLast(whole.text.count)
            } else if stripped.hasPrefix(whole.text) {
                stripped.removeFirst(whole.text.count)
            }
        }
        if stripped != argument.noun, !stripped.isEmpty { keys.append(WordKey.key(stripped)) }
        let head = WordKey.key(argument.head)
        if !keys.contains(where: { $0.hasSuffix(head) }), !head.isEmpty { keys.append(head) }
        return keys
    }

    /// The predicate as a noun: 対象, and 修理 of 修理する.
    private static func noun(_ one: Predication, _ number: Int) -> Noun? {
        let base = one.lemma.base
        let noun: String
        switch one.lemma.kind {
        case .noun: noun = base
        case .verb:
            guard base.hasSuffix("する"), base.count > 2 else { return nil }
            noun = String(base.dropLast(2))
        case .adjective: return nil
        }
        var keys = [WordKey.key(noun)]
        let plain = one.lemma.parts.filter { $0.unicodeScalars.first.map { !("0"..."9").contains($0) } ?? false }.joined()
        if one.lemma.kind == .noun, !plain.isEmpty, plain != noun { keys.append(WordKey.key(plain)) }
        let modifiers = one.arguments.filter { [.of, .object, .topic, .subject].contains($0.role) }.flatMap { $0.modifiers + [$0.noun] }
        return Noun(
            predication: number, role: nil, keys: keys, modifiers: modifiers.map { WordKey.key($0) }, range: one.range, isPredicate: true)
    }
}

extension Argument.Whole {
    /// A word that the rules gave, and no number or day.
    var isGiven: Bool {
        switch kind {
        case .given: true
        default: false
        }
    }
}
