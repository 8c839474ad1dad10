import Diagnostics
package import Documents
import Explanation
package import Extraction
package import Plans
import Vocabulary

/// Facts that were found in a text, in words and as JSON.
package struct FoundText {
    private let plan: Plan
    private let values: ValueText

    package init(_ plan: Plan) {
        self.plan = plan
        values = ValueText(plan)
    }

    /// The value as facts files write it.
    package func name(_ found: FoundFact) -> String {
        let type = plan.facts[found.fact].type
        switch found.content {
        case .value(let value): return values.name(value, type)
        case .member(let code, _):
            guard case .set(let of) = type, plan.enumerations[of].cases.indices.contains(code) else { return "?" }
            return plan.enumerations[of].cases[code].name
        }
    }

    /// The value as people say it.
    package func caption(_ found: FoundFact) -> String {
        let type = plan.facts[found.fact].type
        switch (found.content, type) {
        case (.value(let value), _): return values.text(value, type)
        case (.member(let code, _), .set(let of)): return values.caseCaption(of, Int64(code))
        default: return "?"
        }
    }

    /// Each fact with its words' place in the text, and the pattern that found it; then what could not be looked for.
    package func json(_ extraction: Extraction) -> JSONValue {
        let facts = JSONValue.array(extraction.found.map(json))
        guard !extraction.faults.isEmpty else { return .object([("facts", facts)]) }
        let faults = extraction.faults.map { JSONValue.object([("message", .string($0.wording.japanese)), ("message_en", .string($0.wording.english))]) }
        return .object([("facts", facts), ("faults", .array(faults))])
    }

    private func json(_ found: FoundFact) -> JSONValue {
        .object([
            ("fact", .string(plan.facts[found.fact].name)), ("value", .string(name(found))), ("negated", .bool(found.isDenied)),
            ("span", [.integer(Int64(found.span.lowerBound)), .integer(Int64(found.span.upperBound))]), ("pattern", .string(found.pattern)),
            ("certain", .bool(found.certain)), ("doubts", .array(found.doubts.map(\.rawValue).sorted().map { .string($0) })),
        ])
    }
}

extension FoundFact {
    /// The words of a text that gave the fact.
    package func words(in text: String) -> String {
        let bytes = Array(text.utf8)
        guard words.lowerBound >= 0, words.upperBound <= bytes.count else { return "" }
        return String(decoding: bytes[words], as: UTF8.self)
    }
}
