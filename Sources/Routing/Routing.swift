package import Vocabulary

/// What a text asks: for each thing that it asks, the decisions that may be meant.
package struct Routing: Sendable, Hashable {
    /// In the order of the text; one at least, where the contract has decisions.
    package let questions: [RoutedQuestion]
    /// Why the words were not compared; the main decision then stands alone.
    package let fault: RoutingFault?

    package init(questions: [RoutedQuestion], fault: RoutingFault?) {
        self.questions = questions
        self.fault = fault
    }
}

/// One thing that a text asks.
package struct RoutedQuestion: Sendable, Hashable {
    /// Where it is asked, in UTF-8 bytes of the text.
    package let range: Range<Int>
    /// The best first, at most `mostCandidates`.
    package let candidates: [RoutedDecision]
    /// The first is so much better than the others that it can be gone on with.
    package let isClear: Bool

    /// People choose among so many.
    package static let mostCandidates = 3

    package init(range: Range<Int>, candidates: [RoutedDecision], isClear: Bool) {
        self.range = range
        self.candidates = candidates
        self.isClear = isClear
    }

    /// The decision to go on with, where it is clear.
    package var decision: Place<Decision>? { isClear ? candidates.first?.decision : nil }
}

/// A decision that may be meant, and why.
package struct RoutedDecision: Sendable, Hashable {
    package let decision: Place<Decision>
    /// How sure it is against all others, from 0 to 1. It tells the order and is no probability.
    package let share: Double
    /// The words that spoke for it, those that say most first; none where only the main decision is left.
    package let words: [SpokenWord]

    package init(decision: Place<Decision>, share: Double, words: [SpokenWord]) {
        self.decision = decision
        self.share = share
        self.words = words
    }
}

/// A word of the text, and the phrase or question in which the rules have it.
package struct SpokenWord: Sendable, Hashable {
    package let range: Range<Int>

    package init(range: Range<Int>) { self.range = range }

    /// The word as it stands in the text.
    package func text(in text: String) -> String {
        let bytes = Array(text.utf8)
        guard range.upperBound <= bytes.count else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }
}
