package import Serialization

/// The content of the application page.
package struct ApplicationContent: Codable, Sendable, Equatable {
    package let action: String
    package let day: String
    package let time: String
    package let decisions: [MenuOption]
    package let carried: [HiddenField]
    /// Nil where nothing was decided.
    package let answer: AnswerContent?
    package let groups: [Group]
    /// How many more questions there are.
    package let later: String?
    package let errors: [FaultNotice]
    /// Whether it was sent before somebody had signed in.
    package let isHeld: Bool

    /// Fields under a heading.
    package struct Group: Codable, Sendable, Equatable {
        package let title: String
        package let fields: [FieldContent]
        package var add: Button?
        package var drop: Button?
    }

    /// What adds a record or takes one away.
    package struct Button: Codable, Sendable, Equatable {
        package let value: String
        package let name: String
    }
}
