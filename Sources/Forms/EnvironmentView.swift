import Completions
package import Decisions
package import Diagnostics
package import Documents
package import Facts
package import Plans
import Serialization
package import Vocabulary

/// The content of the environment check, which a customer reads: whether the device is supported, why, and until when.
///
/// A customer says what anyone can see. What a responsible person finds or decides is neither asked nor taken: where the shown waits for it, it
/// says so.
package struct EnvironmentView: Bilingual {
    /// So many questions are put at a time: a customer answers them alone.
    private static let mostQuestions = 2
    /// Bytes of a value; more is no shown to a question.
    private static let longestValue = 200

    private let plan: Plan
    package let language: MessageLanguage
    private let view: InquiryView

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        view = InquiryView(plan, language: language)
    }

    /// One thing that the device said of itself.
    package struct Detected: Sendable {
        package let label: String
        package let value: String
        package let isSure: Bool

        package init(label: String, value: String, isSure: Bool) { (self.label, self.value, self.isSure) = (label, value, isSure) }
    }

    /// - Parameters:
    ///   - answer: nil where the facts could not be read.
    ///   - shown: the answer as `AnswerView` shows it.
    ///   - code: what the customer reads out, and until when.
    package func json(
        _ form: CaseForm, _ facts: CaseFacts, answer: Answer?, shown: JSONValue, day: String, detected: [Detected],
        code: (code: String, expires: String)?, faults: [FactFault], action: String
    ) -> JSONValue {
        let isOpen = answer?.status == .undetermined
        let questions = isOpen ? Array(answer.map { view.questions($0, form, facts, Self.isCustomers).fields }?.prefix(Self.mostQuestions) ?? []) : []
        let waiting = isOpen && questions.isEmpty ? answer.map { self.waiting($0) } ?? [] : []
        return .object([
            ("action", .string(action)), ("day", .string(day)),
            (
                "detected",
                .array(detected.map { .object([("label", .string($0.label)), ("value", .string($0.value)), ("sure", .bool($0.isSure))]) })
            ),
            ("answer", answer.map { brief(shown, $0) } ?? .null), ("questions", questions.isEmpty ? .null : .array(questions)),
            ("waiting", waiting.isEmpty ? .null : .array(waiting.map { .string($0) })),
            ("carried", .array(view.carried(form) + known(facts))),
            ("code", code.map { .object([("code", .string($0.code)), ("expires", .string($0.expires))]) } ?? .null),
            ("errors", faults.isEmpty ? .null : .array(faults.map { view.error($0, facts) })),
        ])
    }

    /// Whether a customer is one who may say it: anyone can see it.
    private static func isCustomers(_ kind: FactKind) -> Bool { kind == .plain }

    /// What a form that anyone can send may say: plain facts that the decision looks at, and whether its lists have records.
    package static func accepted(_ fields: [(name: String, value: String)], _ decision: Place<Decision>, _ plan: Plan) -> [(name: String, value: String)] {
        let program = plan.program(decision)
        let facts = Set(program.facts.map { plan.facts[$0] }.filter { isCustomers($0.kind) && $0.list == nil }.map(\.name))
        let lists = Set(program.lists.map { plan.lists[$0].name })
        return fields.filter { name, value in
            guard value.utf8.count <= longestValue else { return false }
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("fact", 2), ("closed", 2): return facts.contains(parts[1])
            case ("list", 2): return lists.contains(parts[1])
            case ("unknown", 1): return facts.contains(value)
            default: return false
            }
        }
    }

    /// What still decides when a customer has said what they can.
    private func waiting(_ answer: Answer) -> [String] {
        answer.missing.filter(\.decides).compactMap { item in
            switch item.subject {
            case .fact(let fact, _, _): plan.facts[fact].caption
            case .list(let list): plan.lists[list].caption
            case .event, .reference: nil
            }
        }
    }

    /// The facts of a case with their values, for who is asked about it.
    package func rows(_ facts: CaseFacts) -> JSONValue {
        .array(facts.known.map { .object([("label", .string(plan.facts[$0.fact].caption)), ("value", .string(view.caption($0)))]) })
    }

    /// What is known without a control of its own on this page.
    private func known(_ facts: CaseFacts) -> [JSONValue] {
        facts.pairs(plan).map { .object([("name", .string($0.name)), ("value", .string($0.value))]) }
    }

    /// What a customer needs of an shown.
    private func brief(_ shown: JSONValue, _ answer: Answer) -> JSONValue {
        // Those that give the outcome come first; others would only speak against it.
        let giving = Set(answer.grounds.filter(\.isPrimary).compactMap(\.clause)).count
        let all = [shown["ground"] ?? .null] + (elements(shown["also"]))
        let grounds =
            switch (answer.status, giving) {
            case (.determined, 0): elements(shown["possible_grounds"])
            case (.determined, _): Array(all.prefix(giving))
            default: all
            }
        let why = grounds.compactMap { ground -> JSONValue? in
            guard case .object = ground else { return nil }
            return .object([("cite", ground["cite"] ?? .null), ("gist", ground["gist"] ?? .null)])
        }
        let kept = ["status", "settled", "open", "conflict", "outcome", "possible", "sources", "discretion"].map { ($0, shown[$0] ?? .null) }
        return .object(kept + [("why", why.isEmpty ? .null : .array(why)), ("until", shown["next_change"]?["when"] ?? .null)])
    }

    private func elements(_ value: JSONValue?) -> [JSONValue] { if case .array(let elements)? = value { elements } else { [] } }
}
