package import Diagnostics
package import Patterns
package import Vocabulary

/// What was found in a free text, and which patterns could not be used.
package struct Extraction: Sendable, Hashable {
    /// In the order of the text.
    package let found: [FoundFact]
    package let faults: [ExtractionFault]
    /// Who was taken to write.
    package let voice: Voice
    /// Nobody said who writes: to be confirmed.
    package let isVoiceGuessed: Bool
    package let dictionary: DictionaryState
    /// The day and the time of day that the text asks about: to be confirmed.
    package let moment: AskedMoment?
    /// What the text says and no words of the rules speak of, in Unicode scalars.
    package let unread: [Range<Int>]
}

/// A fact that the words of a text speak of.
package struct FoundFact: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// A value as the frame keeps it.
        case value(Int64)
        /// A member of a set is in, or is not.
        case member(Int, isIn: Bool)
        /// The day is still to come.
        case pending

        package var isMember: Bool { if case .member = self { true } else { false } }
    }

    /// Why a person should confirm it.
    package enum Doubt: String, Sendable, Hashable, CaseIterable {
        /// The words speak of another case: ＊＊ではない. The value is the one that was denied.
        case denied
        /// かも, らしい, 多分.
        case unsure
        /// The text names different values.
        case rivals
        /// Several facts could be meant.
        case shared
        /// Only a responsible person may say so.
        case reserved
        /// The year was not written.
        case guessed
        /// It is not what is asked (主題), but what an answer may rest on: a person must say so, however plain the words are.
        case basis
        /// なら, 場合, もし.
        case supposed
        /// したい: it is not so yet.
        case wished
        /// It was so, or has been done: 以前, しました.
        case past
        /// It follows from other words: 動かない, so mend it.
        case inferred
        /// Nobody is said to have done it.
        case unstated
        /// The dictionary is not the one that readings were measured with.
        case dictionary
    }

    package let fact: Place<Fact>
    package let content: Content
    /// The words, in UTF-8 bytes of the text.
    package let words: Range<Int>
    /// The words, in Unicode scalars of the text.
    package let span: Range<Int>
    /// The pattern that found it, as written.
    package let pattern: String
    package let doubts: Set<Doubt>

    /// The words say that it is not so: the member is out, or the value is another.
    package var isDenied: Bool {
        if case .member(_, let isIn) = content { !isIn } else { doubts.contains(.denied) }
    }

    /// It may count without anyone's confirming it.
    package var certain: Bool { doubts.isEmpty }

    /// The words themselves leave nothing open.
    package var isPlain: Bool { doubts.isSubset(of: [.basis]) }
}

/// A pattern that could not be used, or a text that is too long to look at.
package struct ExtractionFault: Sendable, Hashable {
    package enum Owner: Sendable, Hashable {
        case enumerationCase(Place<Enumeration>, code: Int)
        case fact(Place<Fact>)
        /// The text itself.
        case text
    }

    package let owner: Owner
    /// The pattern as written; empty for the text.
    package let pattern: String
    package let error: PatternError

    /// What happened, for people.
    package var wording: Wording {
        switch (owner, error.kind) {
        case (.text, _):
            Wording(
                "文が長すぎます（\(Extractor.longestText) バイトまで）。必要な所だけを渡してください",
                "the text is too long (at most \(Extractor.longestText) bytes); pass only the part that matters")
        case (_, .limit):
            Wording("表記 /\(pattern)/ は手間がかかりすぎるため、途中でやめました", "pattern /\(pattern)/ took too much work and was given up")
        default:
            Wording("表記 /\(pattern)/ は使えません: \(error)", "pattern /\(pattern)/ cannot be used: \(error)")
        }
    }
}
