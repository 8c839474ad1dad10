package import Morphology

/// A noun that stands with a predicate.
package struct Argument: Sendable, Hashable {
    package enum Role: Sendable, Hashable {
        /// は; also 「…って」.
        case topic
        case subject, object
        /// に, で, と, から, まで, へ, より.
        case to, at, with, from, until, towards, than
        /// によって, により.
        case by
        /// も.
        case also
        /// しか: with ない the same as だけ.
        case only
        /// の before a noun that is the predicate: 「ルーターの交換をする」.
        case of
        /// The noun that a relative clause says more of.
        case head
        /// No particle.
        case bare
    }

    package let role: Role
    /// The noun with its compound; words before の are in `modifiers`.
    package let noun: String
    /// Its last word in base form: 「自動更新」 更新.
    package let head: String
    /// The nouns before it, joined by の, outermost first: 「御社の営業の方」 御社, 営業.
    package let modifiers: [String]
    /// Numbers, dates, amounts and given words in it or before it.
    package let wholes: [Whole]
    /// UTF-8 bytes of the text, with modifiers and without the particle.
    package let range: Range<Int>
    /// It was said of an earlier predicate of the sentence: 「うちは電話して、待った」 うち for 待つ.
    package var isInherited: Bool
    /// Whose words it is of: 当社, うちの担当者, 業者; nil for things.
    package internal(set) var participant: Participant?

    package struct Whole: Sendable, Hashable {
        package let kind: WholeKind
        package let text: String
        package let range: Range<Int>
    }
}

/// Words that say when.
package struct TimeExpression: Sendable, Hashable {
    package enum Direction: Sendable, Hashable { case past, now, future, unknown }

    /// As the words stand, in usual letters: 先週の金曜.
    package let text: String
    package let range: Range<Int>
    package let direction: Direction
    /// What follows: に, から, まで, で; nil where nothing does.
    package let particle: String?
}
