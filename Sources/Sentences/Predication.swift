/// What a text says with one predicate: 「昨日、御社がルーターの設定を変えたらしい」 says that something was changed, of what, by whom, when, and how surely.
package struct Predication: Sendable, Hashable {
    package let lemma: Lemma
    /// The predicate with all its endings, in UTF-8 bytes of the text.
    package let range: Range<Int>
    /// What stands with it, in the order of the text; the head of a relative clause (「届いた機器」 機器) is last, as `.head`.
    package internal(set) var arguments: [Argument]
    package internal(set) var polarity: Polarity
    package internal(set) var certainty: Certainty
    package internal(set) var moods: Set<Mood>
    package internal(set) var tense: Tense
    package internal(set) var diathesis: Diathesis
    package internal(set) var actor: Actor
    /// When, as far as it is said of this predicate and no other.
    package internal(set) var times: [TimeExpression]
    /// How, in adverbs, in base form: 前もって, 自動的に as 自動的 is an argument.
    package internal(set) var adverbs: [String] = []
    /// How it stands to the rest of the sentence.
    package internal(set) var position: Position
    /// まだ and ない: it is to come.
    package internal(set) var isPending: Bool

    package enum Position: Sendable, Hashable {
        /// The sentence itself.
        case main
        /// て, し, 連用中止: goes on with the next.
        case chained
        /// から, ので: a reason.
        case reason
        /// が, けど, のに.
        case contrast
        /// なら, たら, 場合.
        case condition
        /// Within what is said or thought: …と言う.
        case quoted
        /// Says more of a noun: 届いた機器.
        case relative
        /// A noun itself: 動かすのは, 動かすこと.
        case nominal
        /// Says when: …てから, …前に, …とき.
        case temporal
    }

    /// It is said to be so, now or before, by whoever writes, and nothing else.
    package var isPlainFact: Bool {
        guard certainty == .stated, moods.isEmpty, position != .condition, position != .quoted else { return false }
        return tense != .future
    }
}

package enum Polarity: Sendable, Hashable { case positive, negative }

/// How surely the writer says it.
package enum Certainty: Sendable, Hashable {
    case stated
    /// かも, でしょう, はず, と思う, ないわけではない.
    case guessed
    /// らしい, とのこと, と聞いた.
    case hearsay
    /// In 「」, or as the words of someone: …と言っていた.
    case quoted
    /// 不明, わからない, 未定.
    case open
}

/// What the writer does with it other than saying that it is so.
package enum Mood: Sendable, Hashable {
    /// もし, なら, たら, 場合.
    case condition
    /// したい.
    case wish
    /// してほしい, してもらえませんか, してください, お願いします.
    case request
    /// 予定, つもり, しよう, 明日…します.
    case plan
    /// Asked whether it is so.
    case whether
    /// Asked when, how, who, why: it is taken to be so.
    case how
    /// べき, なければならない, てはいけない (negative).
    case duty
    /// てもいい, て構わない.
    case permission
    /// できる, られる where it must be that: it is possible, not done.
    case ability
    /// 動かすのは, 動かすこと: named, not said to happen.
    case named
    /// しろ, してくれ as an order.
    case command
}

package enum Tense: Sendable, Hashable {
    case past
    /// Is so: adjectives, nouns, verbs of being, negations.
    case present
    /// ている.
    case ongoing
    /// A verb in its plain form: will, or usually does.
    case future
    /// A noun without an ending: 「昨日交換」.
    case unstated
}

package enum Diathesis: Sendable, Hashable {
    case active
    /// れる, られる. Where it may also be ability or politeness, it stays passive only with an agent or in the past.
    case passive
    case causative
    /// してもらう, していただく: another does it for the subject.
    case received
    /// してくれる: another does it for the writer.
    case given
}

/// Who did it, or is to.
package enum Actor: Sendable, Hashable {
    /// Nobody is named. Never the writer by default.
    case unstated
    case named(Participant)
    /// It was said of an earlier predicate of the sentence, and not again.
    case inherited(Participant)

    package var participant: Participant? {
        switch self {
        case .unstated: nil
        case .named(let one), .inherited(let one): one
        }
    }
}

/// A side of the contract, or someone else.
package enum Participant: Sendable, Hashable {
    case customer, provider
    /// Someone of neither side: 業者, メーカー, 誰か.
    case other
}

/// Who writes: decides who 当社, うち and こちら are.
package enum Writer: Sendable, Hashable {
    /// The customer, or someone of theirs.
    case caller
    /// Someone of the provider who notes a call.
    case colleague
}
