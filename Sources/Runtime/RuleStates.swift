/// What is known of every rule of a plan: whether it holds, or whether it applies. Two bits a rule.
package struct RuleStates: Sendable, Equatable {
    /// For every 64 rules a word of those of which it is true, and a word of those of which it is open.
    private var words: [UInt64]

    /// Nothing is known yet.
    init(count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64 * 2)
        for number in stride(from: 1, to: words.count, by: 2) { words[number] = .max }
    }

    package subscript(rule: Int) -> Truth {
        @inline(__always)
        get {
            let (word, bit) = (2 * (rule >> 6), UInt64(rule & 63))
            if words[word] >> bit & 1 == 1 { return .yes }
            return words[word + 1] >> bit & 1 == 1 ? .unknown : .no
        }
        @inline(__always)
        set {
            let (word, bit) = (2 * (rule >> 6), UInt64(rule & 63))
            words[word] = words[word] & ~(1 << bit) | (newValue == .yes ? 1 << bit : 0)
            words[word + 1] = words[word + 1] & ~(1 << bit) | (newValue == .unknown ? 1 << bit : 0)
        }
    }

    /// False for all rules of a set.
    @inline(__always)
    mutating func clear(_ rules: [UInt64]) {
        for number in rules.indices {
            words[2 * number] &= ~rules[number]
            words[2 * number + 1] &= ~rules[number]
        }
    }
}
