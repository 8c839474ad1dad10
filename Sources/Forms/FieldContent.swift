package import Serialization

/// A control of a form with what is said about it. One of radios, select, checks and input is there.
package struct FieldContent: Codable, Sendable, Equatable {
    package let id: String
    package let name: String
    package let label: String
    /// Nil where the label says enough.
    package var question: String?
    /// Who may answer, and how.
    package var hint: String?
    package var error: String?
    package var radios: Choices?
    package var select: Menu?
    package var checks: Choices?
    package var input: Input?
    /// The box that says that nobody knows.
    package var unknown: Choice?
    /// Of a group, the box that says that none of it is so.
    package var none: Choice?
    /// Of a set, the box that says that the members that are not chosen are out.
    package var closed: Choice?

    /// Boxes or buttons.
    package struct Choices: Codable, Sendable, Equatable {
        package let options: [Choice]
    }

    package struct Choice: Codable, Sendable, Equatable {
        package let id: String
        package let name: String
        package let value: String
        package var text = ""
        package let isChecked: Bool
    }

    package struct Menu: Codable, Sendable, Equatable {
        package let options: [MenuOption]
    }

    /// What is typed.
    package struct Input: Codable, Sendable, Equatable {
        package let value: String
        package var placeholder: String?
        /// The keyboard of a phone.
        package var inputMode: String?
        package var unit: String?
    }
}
