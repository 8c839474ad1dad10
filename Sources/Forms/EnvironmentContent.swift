package import Serialization

/// The content of the environment check.
package struct EnvironmentContent: Codable, Sendable, Equatable {
    package let action: String
    package let day: String
    package let detected: [Detected]
    /// Nil where the facts could not be read.
    package let answer: CheckedEnvironment?
    package let questions: [FieldContent]
    /// What still decides when a customer has said what they can.
    package let waiting: [String]
    package let carried: [HiddenField]
    package let code: Code?
    package let errors: [FaultNotice]

    /// One thing that the device said of itself.
    package struct Detected: Codable, Sendable, Equatable {
        package let label: String
        package let value: String
        package let isSure: Bool

        package init(label: String, value: String, isSure: Bool) { (self.label, self.value, self.isSure) = (label, value, isSure) }
    }

    /// What the customer reads out, and until when.
    package struct Code: Codable, Sendable, Equatable {
        package let code: String
        package let expires: String

        package init(code: String, expires: String) { (self.code, self.expires) = (code, expires) }
    }
}

/// What a customer needs of an answer about a device.
package struct CheckedEnvironment: Codable, Sendable, Equatable {
    package let verdict: VerdictContent
    /// The clauses that give the outcome.
    package let why: [ClauseLink]
    /// When it changes.
    package let until: String?
    package let discretion: [String]
    package let sources: [String]
}
