package import Diagnostics
package import Documents
package import Runtime
package import Values
package import Vocabulary

/// What a facts document says about a case.
package struct FactReading: Sendable {
    /// The facts. What is at fault is left unknown, so a reading with faults must not be decided on.
    package let frame: FactFrame
    /// The day, or the instant, to judge by; `nil` where neither the document nor the caller gives one.
    package let asOf: Instant?
    /// The facts that have a value, in the order of the document.
    package let given: [GivenValue]
    /// All that is wrong, in the order of the document.
    package let faults: [FactFault]
    /// What was understood but could be written better.
    package let remarks: [FactFault]
}

/// Where a value comes from, as far as the document says.
package struct GivenProvenance: Sendable, Hashable {
    package var source: String?
    package var by: String?
    /// When it was found or decided.
    package var at: CivilDate?
    package var reason: String?

    package init(source: String? = nil, by: String? = nil, at: CivilDate? = nil, reason: String? = nil) {
        self.source = source
        self.by = by
        self.at = at
        self.reason = reason
    }

    /// Nothing is said.
    package var isEmpty: Bool { source == nil && by == nil && at == nil && reason == nil }
}

/// A fact that a document gives.
package struct GivenValue: Sendable, Hashable {
    package let fact: Place<Fact>
    /// The record of the fact's list, from 0; `nil` outside lists.
    package let record: Int?
    /// The value in words, cases by their labels. Of a text fact it is the text.
    package let text: String
    package let provenance: GivenProvenance
    package let position: DocumentPosition

    package init(
        fact: Place<Fact>, record: Int? = nil, text: String, provenance: GivenProvenance = GivenProvenance(),
        position: DocumentPosition = .start
    ) {
        self.fact = fact
        self.record = record
        self.text = text
        self.provenance = provenance
        self.position = position
    }
}

/// Something about a facts document that is wrong, or could be better.
package struct FactFault: Error, Sendable, Hashable {
    package let code: DiagnosticCode
    /// `障害.起因[2]`: records and members are counted from 1. Empty for the document as a whole.
    package let path: String
    package let position: DocumentPosition
    /// What is wrong: one sentence.
    package let message: Wording
    /// What to do about it: one sentence.
    package let help: Wording
    /// The nearest right spelling, where there is one.
    package let suggestion: String?

    package init(
        _ code: DiagnosticCode, path: String, position: DocumentPosition, _ message: Wording, help: Wording, suggestion: String? = nil
    ) {
        self.code = code
        self.path = path
        self.position = position
        self.message = message
        self.help = help
        self.suggestion = suggestion
    }

    /// The fault on two lines, as findings about rule files are shown.
    package func text(in file: String, _ language: MessageLanguage) -> String {
        let isError = code.severity == .error
        let severity = language == .japanese ? (isError ? "誤り" : "助言") : code.severity.rawValue
        let place = path.isEmpty ? "" : "\(path): "
        let help = (language == .japanese ? "  対処: " : "  help: ") + help(language)
        return "\(file):\(position.line):\(position.column): \(severity)[\(code.rawValue)] \(place)\(message(language))\n\(help)"
    }
}
