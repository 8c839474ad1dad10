import Sentences

/// What of the words of a rule the pattern made of them would not look for: a phrase that loses a part matches what its author did not mean.
enum PhraseRest {
    /// The parts of a phrase that are lost, as they are written.
    static func lost(of phrase: String, _ read: [Predication]) -> [String] {
        let bytes = Array(phrase.utf8)
        var isKept = Array(repeating: false, count: bytes.count)
        func keep(_ range: Range<Int>) { for place in range.clamped(to: bytes.indices) { isKept[place] = true } }
        var lost: [String] = []
        for one in read {
            keep(one.range)
            for argument in one.arguments { keep(argument.range) }
            // Necessity, permission, wishes: how a rule means its words is said by 頼み, 予定 and their kin.
            if !one.moods.isSubset(of: [.ability, .named, .plan]) { lost.append(String(decoding: bytes[one.range.clamped(to: bytes.indices)], as: UTF8.self)) }
        }
        for adverb in read.flatMap(\.adverbs) {
            if let place = bytes.firstRange(of: Array(adverb.utf8)) { keep(place) }
        }
        var run: [UInt8] = []
        func close() {
            // Particles and endings are not lost: they are the roles.
            let words = String(decoding: run, as: UTF8.self)
            if words.unicodeScalars.contains(where: isContent) { lost.append(words) }
            run = []
        }
        for (byte, isKept) in zip(bytes, isKept) { if isKept { close() } else { run.append(byte) } }
        close()
        return lost
    }

    /// Whether a word of a group can stand for its name: one predicate, or one noun, and nothing else.
    static func isWord(_ read: [Predication]) -> Bool {
        guard read.count == 1, let one = read.first else { return false }
        return one.arguments.isEmpty && one.polarity == .positive && one.times.isEmpty && one.adverbs.isEmpty
    }

    private static func isContent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9FFF, 0x30A1...0x30FA, 0x30, 0x31...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
