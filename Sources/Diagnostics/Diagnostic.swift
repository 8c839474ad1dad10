/// How bad it is.
package enum Severity: String, Sendable, Comparable {
    /// Worth knowing; nothing is wrong yet.
    case advice
    /// Probably wrong, but the rules can run.
    case warning
    /// The rules cannot run.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .advice: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The language of messages.
package enum MessageLanguage: String, Sendable, CaseIterable {
    case japanese = "ja"
    case english = "en"
}

/// One sentence in both languages.
package struct Wording: Sendable, Hashable {
    package let japanese: String
    package let english: String

    package init(_ japanese: String, _ english: String) {
        self.japanese = japanese
        self.english = english
    }

    /// The sentence in a language.
    package func callAsFunction(_ language: MessageLanguage) -> String {
        switch language {
        case .japanese: japanese
        case .english: english
        }
    }
}

/// A second place that a message points at.
package struct DiagnosticLabel: Sendable, Hashable {
    package let range: SourceRange
    package let wording: Wording

    package init(_ range: SourceRange, _ wording: Wording) {
        self.range = range
        self.wording = wording
    }
}

/// How far a fix can be trusted.
package enum FixSafety: String, Sendable {
    /// The meaning stays the same.
    case safe
    /// The meaning may change.
    case unsafe
    /// A guess for a person to judge.
    case suggestion
}

/// A replacement of a range that mends what the message says.
package struct FixIt: Sendable, Hashable {
    package let range: SourceRange
    package let replacement: String
    package let safety: FixSafety

    package init(_ range: SourceRange, _ replacement: String, _ safety: FixSafety) {
        self.range = range
        self.replacement = replacement
        self.safety = safety
    }
}

/// One finding about a rule file.
package struct Diagnostic: Sendable, Hashable {
    package let code: DiagnosticCode
    package let range: SourceRange
    /// What is wrong: one sentence.
    package let message: Wording
    /// What to do about it: one sentence.
    package let help: Wording
    package let labels: [DiagnosticLabel]
    package let fix: FixIt?

    package var severity: Severity { code.severity }

    package init(
        _ code: DiagnosticCode, at range: SourceRange, _ message: Wording, help: Wording,
        labels: [DiagnosticLabel] = [], fix: FixIt? = nil
    ) {
        self.code = code
        self.range = range
        self.message = message
        self.help = help
        self.labels = labels
        self.fix = fix
    }
}

extension [Diagnostic] {
    /// Whether anything here keeps the rules from running.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order of the files and of the places in them.
    package var inReadingOrder: [Diagnostic] {
        sorted {
            ($0.range.file, $0.range.start, $0.code.rawValue) < ($1.range.file, $1.range.start, $1.code.rawValue)
        }
    }
}
