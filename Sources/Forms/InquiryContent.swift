package import Serialization

/// The content of the inquiry page.
package struct InquiryContent: Codable, Sendable, Equatable {
    package let action: String
    /// What the customer said, and the same with what was read in it.
    package let text: String
    package let segments: [Segment]
    package let day: String
    package let time: String
    package let decisions: [MenuOption]
    /// What the words ask for, where nobody chose the decision.
    package let asked: [Asked]
    package let carried: [HiddenField]
    /// Nil where nothing was decided.
    package let answer: AnswerContent?
    /// What was read and would change the outcome.
    package let candidates: [Known]
    package let known: [Known]
    package let unsure: [Unsure]
    package let questions: [FieldContent]
    /// What is ours to find out, and no question to the caller.
    package let own: [FieldContent]
    /// How many more questions there are.
    package let later: String?
    package let errors: [FaultNotice]
    package let caller: Notice?
    /// Whether it was sent before somebody had signed in.
    package let isHeld: Bool

    /// One thing that the words ask: which decision was gone on with, or is to be chosen, and others to choose.
    package struct Asked: Codable, Sendable, Equatable {
        package let said: String
        package let choices: [Choice]

        package init(said: String, choices: [Choice]) {
            self.said = said
            self.choices = choices
        }
    }

    /// A piece of the text: plain, or words that gave a fact.
    package struct Segment: Codable, Sendable, Equatable {
        package var plain: String?
        package var chip: Chip?
    }

    package struct Chip: Codable, Sendable, Equatable {
        package let words: String
        package let label: String
        package let value: String
        package let href: String
        package let isDoubtful: Bool
    }

    /// A fact of the case.
    package struct Known: Codable, Sendable, Equatable {
        package let id: String
        package let fact: String
        package let label: String
        package let value: String
        /// The words that gave it, and what they gave.
        package let words: String?
        package let found: String?
        package let isDoubtful: Bool
        package let isConfirmed: Bool
        package let isUsed: Bool
        /// Of several values that the text speaks of, each.
        package let choices: [Choice]
        package let field: FieldContent
    }

    package struct Choice: Codable, Sendable, Equatable {
        package let value: String
        package let text: String

        package init(value: String, text: String) {
            self.value = value
            self.text = text
        }
    }

    /// What nobody knows now.
    package struct Unsure: Codable, Sendable, Equatable {
        package let fact: String
        package let label: String
        package let question: String
    }

    /// What is said of answers that may be another caller's, with the button that sees to it.
    package struct Notice: Codable, Sendable, Equatable {
        package let words: String
        package let act: String
        package let button: String
        package let kept: [HiddenField]
    }
}
