/// What an answer comes to, in the reader's language: all that is left of an answer that is not given anew.
package struct VerdictContent: Codable, Sendable, Equatable {
    /// `determined`, `undetermined` or `conflict`.
    package let status: String
    package let statusText: String
    /// `good` for the party that is served, `bad` for it, or empty: it colours, and tells the marks apart.
    package let tone: String
    /// Settled, or at least the side of it, and good, bad or neither for the party that is served.
    package let isGood: Bool
    package let isBad: Bool
    package let isPlain: Bool
    /// Not even a side is certain.
    package let isOpen: Bool
    package let isConflict: Bool
    package let question: String
    /// What it comes to; where only the side is certain, what can be said of it.
    package let outcome: String
    /// What is left where the side is certain.
    package let left: String?
    /// What may still come; empty where it is settled.
    package let possible: [String]
    package let asOf: String
    /// The clause that decided.
    package let ground: ClauseLink?
}

/// An answer as the parts of a page: texts in the reader's language, ready to be shown. What is empty is not shown.
package struct AnswerContent: Codable, Sendable, Equatable {
    /// Tells the parts of several answers on a page apart: empty, `-2`, `-3` …
    package let suffix: String
    package let verdict: VerdictContent
    package var record: RecordLink?
    /// Whether it is only shown what the answer would be: it is not on record.
    package var isPreview = false
    package var copy: Copies?
    package var usual: UsualCircumstances?
    package var nextChange: NextChange?
    package var reasons: [LabelledValue] = []
    /// Further clauses that decided.
    package var also: [ClauseLink] = []
    /// Clauses of rules that may apply, where none decides yet.
    package var possibleGrounds: [ClauseLink] = []
    package var changes: [Change] = []
    package var duties: [Duty] = []
    package var assumptions: [Assumption] = []
    package var discretion: [String] = []
    /// The names of the readings that change nothing.
    package var quiet: String?
    package var defeated: [Defeat] = []
    package var sources: [String] = []
    package var proof: [ProofLine] = []

    init(_ verdict: VerdictContent, number: Int) {
        self.verdict = verdict
        suffix = number == 0 ? "" : "-\(number + 1)"
    }

    /// Where the answer is on record.
    package struct RecordLink: Codable, Sendable, Equatable {
        package let number: String
        /// Nil where the reader is there already.
        package let href: String?
    }

    /// Texts to take away.
    package struct Copies: Codable, Sendable, Equatable {
        package let citation: String?
        package let reply: String
        package let link: String?
    }

    /// What holds under usual circumstances, and what is assumed for it.
    package struct UsualCircumstances: Codable, Sendable, Equatable {
        package struct Assumed: Codable, Sendable, Equatable {
            /// The name of the fact, for the button that says that it is not known.
            package let fact: String
            package let text: String
            package let reason: String
        }

        package let outcome: String
        package let clauses: [ClauseLink]
        package let assumed: [Assumed]
        /// What cannot be assumed with what is known.
        package let givenUp: String?
        /// Customers are told it only once it is confirmed.
        package let isForStaffOnly: Bool
    }

    /// When it changes by itself, and to what.
    package struct NextChange: Codable, Sendable, Equatable {
        package let when: String
        package let outcome: String
    }

    /// Facts that would change it.
    package struct Change: Codable, Sendable, Equatable {
        package let set: String
        package let outcome: String
        package let clause: ClauseLink?
    }

    package struct Duty: Codable, Sendable, Equatable {
        package let who: String
        package let what: String
        /// How the amount, the deadline and the months were worked out.
        package let calculation: [String]
        package let clause: ClauseLink?
    }

    package struct Assumption: Codable, Sendable, Equatable {
        package let text: String
        /// What comes of another reading.
        package let effect: String?
        package let matters: Bool
    }

    /// A rule that gave way to another.
    package struct Defeat: Codable, Sendable, Equatable {
        package let cite: String
        package let by: String
        package let text: String
    }

    package struct ProofLine: Codable, Sendable, Equatable {
        package let cite: String
        package let rule: String
        package let parts: [ProofPart]
    }

    /// A condition of the proof with those that it is made of.
    package struct ProofPart: Codable, Sendable, Equatable {
        /// `true`, `false` or `unknown`.
        package let state: String
        package let stateText: String
        package let text: String
        /// Who said so.
        package let source: String?
        package let parts: [ProofPart]
    }
}
