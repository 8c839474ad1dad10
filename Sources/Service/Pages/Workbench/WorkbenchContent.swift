import Serialization

/// The content of the workbench.
struct WorkbenchContent: Codable, Sendable {
    let action: String
    /// The beginning of the digest of the rules in use.
    let edition: String
    let files: [MenuOption]
    let file: String
    let source: String
    /// Whether it was sent before somebody had signed in.
    let isHeld: Bool
    let report: Report?

    /// What was found in a draft.
    struct Report: Codable, Sendable {
        let isFine: Bool
        let text: String
        let diagnostics: [Finding]
        let tests: Tests?
        let comparison: Comparison?
    }

    struct Finding: Codable, Sendable {
        let severity: String
        let severityText: String
        let code: String
        let line: Int
        let column: Int
        let message: String
        let advice: String
        let excerpt: String
    }

    struct Tests: Codable, Sendable {
        let text: String
        let failures: [Failure]
    }

    struct Failure: Codable, Sendable {
        let name: String
        let expected: String
        let got: String
        let place: String
    }

    struct Comparison: Codable, Sendable {
        let text: String
        let rules: [Change]
        let flips: [Flip]
    }

    struct Change: Codable, Sendable {
        let change: String
        let name: String
        let clause: ClauseLink?
    }

    /// A case that would be answered otherwise.
    struct Flip: Codable, Sendable {
        let name: String
        let question: String
        let before: String
        let after: String
    }
}
