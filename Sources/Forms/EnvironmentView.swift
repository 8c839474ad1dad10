package import Decisions
package import Diagnostics
package import Documents
import Explanation
package import Facts
package import Plans
import Vocabulary

/// The content of the environment check, which a customer reads: whether the device is supported, why, and until when.
package struct EnvironmentView {
    /// So many questions are put at a time: a customer answers them alone.
    private static let mostQuestions = 2

    private let plan: Plan
    private let language: MessageLanguage
    private let view: InquiryView

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        view = InquiryView(plan, language: language)
    }

    private func word(_ japanese: String, _ english: String) -> String { Wording(japanese, english)(language) }

    /// One thing that the device said of itself.
    package struct Detected: Sendable {
        package let label: String
        package let value: String
        package let isSure: Bool

        package init(label: String, value: String, isSure: Bool) { (self.label, self.value, self.isSure) = (label, value, isSure) }
    }

    /// - Parameters:
    ///   - report: nil where the facts could not be read.
    ///   - answer: the report as `AnswerView` shows it.
    ///   - code: what the customer reads out, and until when.
    package func json(
        _ form: CaseForm, _ facts: CaseFacts, report: DecisionReport?, answer: JSONValue, day: String, detected: [Detected],
        code: (code: String, expires: String)?, faults: [FactFault], action: String
    ) -> JSONValue {
        let questions = Array(report.map { view.questions($0, form, facts).fields }?.prefix(Self.mostQuestions) ?? [])
        let isShown = questions.isEmpty || report?.status == .determined
        return .object([
            ("action", .string(action)), ("day", .string(day)),
            (
                "detected",
                .array(detected.map { .object([("label", .string($0.label)), ("value", .string($0.value)), ("sure", .bool($0.isSure))]) })
            ),
            ("answer", isShown && report != nil ? brief(answer) : .null),
            ("questions", questions.isEmpty || report?.status == .determined ? .null : .array(questions)),
            ("carried", .array(view.carried(form) + known(facts))),
            ("code", code.map { .object([("code", .string($0.code)), ("expires", .string($0.expires))]) } ?? .null),
            ("errors", faults.isEmpty ? .null : .array(faults.map { view.error($0, facts) })),
        ])
    }

    /// The facts of a case with their values, for who is asked about it.
    package func rows(_ facts: CaseFacts) -> JSONValue {
        .array(facts.known.map { .object([("label", .string(plan.facts[$0.fact].caption)), ("value", .string(view.caption($0)))]) })
    }

    /// What is known without a control of its own on this page.
    private func known(_ facts: CaseFacts) -> [JSONValue] {
        facts.pairs(plan).map { .object([("name", .string($0.name)), ("value", .string($0.value))]) }
    }

    /// What a customer needs of an answer.
    private func brief(_ answer: JSONValue) -> JSONValue {
        let grounds = [answer["ground"] ?? .null] + (elements(answer["also"]))
        let why = grounds.compactMap { ground -> JSONValue? in
            guard case .object = ground else { return nil }
            return .object([("cite", ground["cite"] ?? .null), ("gist", ground["gist"] ?? .null)])
        }
        let kept = ["status", "settled", "open", "conflict", "outcome", "possible", "sources"].map { ($0, answer[$0] ?? .null) }
        return .object(kept + [("why", why.isEmpty ? .null : .array(why)), ("until", answer["next_change"]?["when"] ?? .null)])
    }

    private func elements(_ value: JSONValue?) -> [JSONValue] { if case .array(let elements)? = value { elements } else { [] } }
}
