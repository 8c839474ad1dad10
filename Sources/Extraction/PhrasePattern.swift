import Sentences
import Vocabulary

/// Words of a rule as they are looked for: what has to be said, of what, by whom.
struct PhrasePattern: Sendable {
    /// A predicate with what stands with it, or a noun wherever it stands.
    struct Step: Sendable {
        /// The predicate, or one of those said for it; none for a noun.
        var verbs: [Verb] = []
        /// The noun, or one of those said for it.
        var nouns: Set<String> = []
        var modifiers: [Set<String>] = []
        var arguments: [ArgumentPattern] = []
        /// 「前もって知らせる」.
        var adverbs: [String] = []
        /// English words that are looked for as they stand.
        var literal: [UInt8]?
        /// 映らない is looked for as denied.
        var polarity = Polarity.positive
        /// 立会いができる.
        var isAbility = false
        /// 「使い方が分からない」: that it is not known is what is looked for.
        var isOpen = false
        /// 「契約を切られる」 is not 「契約を切る」, nor 「使わせる」 「使う」.
        var diathesis = Diathesis.active
        /// 「甲が設定を変える」.
        var actor: Participant?

        var isNoun: Bool { verbs.isEmpty }
    }

    struct Verb: Sendable, Hashable {
        let base: String
        let reading: String
    }

    /// A noun that has to stand with the predicate.
    struct ArgumentPattern: Sendable {
        let role: Argument.Role
        let nouns: Set<String>
        let modifiers: [Set<String>]
        /// 「甲に通知する」.
        let participant: Participant?
    }

    let owner: ExtractionFault.Owner
    let phrase: Phrase
    /// In their order; the last is what is said, and the others stand in the same sentence.
    let steps: [Step]

    var head: Step { steps[steps.count - 1] }

    /// What says more is meant rather than what says less: 設定を変える before 変える.
    var weight: Int {
        steps.reduce(0) { sum, step in
            sum + 2 + 2 * (step.arguments.count + step.adverbs.count) + step.modifiers.count + (step.isNoun ? 0 : 1) + (step.actor == nil ? 0 : 1)
                + step.arguments.reduce(0) { $0 + $1.modifiers.count }
        }
    }

    var sense: Phrase.Sense { head.isNoun && phrase.sense == .said ? .mentioned : phrase.sense }

    /// Mentions of one theme compete for the words: the cases of an enumeration, or the phrases of a fact.
    var theme: ExtractionFault.Owner {
        if case .enumerationCase(let of, _) = owner { .enumerationCase(of, code: 0) } else { owner }
    }
}
