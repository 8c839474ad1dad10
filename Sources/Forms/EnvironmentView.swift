import Completions
package import Decisions
package import Diagnostics
package import Facts
package import Plans
package import Serialization
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

    /// - Parameters:
    ///   - answer: nil where the facts could not be read.
    ///   - checked: what a customer needs of it.
    ///   - code: what the customer reads out.
    package func content(
        _ form: CaseForm, _ facts: CaseFacts, answer: Answer?, checked: CheckedEnvironment?, day: String, detected: [EnvironmentContent.Detected],
        code: EnvironmentContent.Code?, faults: [FactFault], action: String
    ) -> EnvironmentContent {
        let isOpen = answer?.status == .undetermined
        let questions = isOpen ? Array(answer.map { view.questions($0, form, facts, isCustomers).fields.map(\.field) }?.prefix(Self.mostQuestions) ?? []) : []
        return EnvironmentContent(
            action: action, day: day, detected: detected, answer: checked, questions: questions,
            waiting: isOpen && questions.isEmpty ? answer.map { self.waiting($0) } ?? [] : [],
            carried: view.carried(form) + facts.pairs(plan).map { HiddenField(name: $0.name, value: $0.value) }, code: code,
            errors: faults.map { view.error($0, facts) })
    }

    /// Whether a customer is one who may say it: anyone can see it, and it is no question of ours.
    private static func isCustomers(_ fact: Fact, _ asking: Asking) -> Bool { fact.kind == .plain && !asking.isOurs(fact.askedOf) }

    private func isCustomers(_ fact: Fact) -> Bool { Self.isCustomers(fact, Asking(plan.title, plan.facts)) }

    /// What a form that anyone can send may say: plain facts that the decision looks at, and whether its lists have records.
    package static func accepted(_ fields: [(name: String, value: String)], _ decision: Place<Decision>, _ plan: Plan) -> [(name: String, value: String)] {
        let program = plan.program(decision)
        let asking = Asking(plan.title, plan.facts)
        let facts = Set(program.facts.map { plan.facts[$0] }.filter { isCustomers($0, asking) && $0.list == nil }.map(\.name))
        let lists = Set(program.lists.map { plan.lists[$0].name })
        return fields.filter { name, value in
            guard value.utf8.count <= longestValue else { return false }
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("fact", 2), ("closed", 2): return facts.contains(parts[1])
            case ("list", 2): return lists.contains(parts[1])
            case ("unknown", 1), ("none", 1): return value.split(separator: CaseForm.separator).allSatisfy { facts.contains(String($0)) }
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
    package func rows(_ facts: CaseFacts) -> [LabelledValue] {
        facts.known.map { LabelledValue(label: plan.facts[$0.fact].caption, value: view.caption($0)) }
    }

    /// What a customer needs of an answer.
    ///
    /// - Parameter shown: the answer as `AnswerView` shows it.
    package func checked(_ answer: Answer, _ shown: AnswerContent) -> CheckedEnvironment {
        // Those that give the outcome come first; others would only speak against it.
        let giving = Set(answer.grounds.filter(\.isPrimary).compactMap(\.clause)).count
        let all = [shown.verdict.ground].compactMap(\.self) + shown.also
        let why =
            switch (answer.status, giving) {
            case (.determined, 0): shown.possibleGrounds
            case (.determined, _): Array(all.prefix(giving))
            default: all
            }
        return CheckedEnvironment(
            verdict: shown.verdict, why: why, until: shown.nextChange?.when, discretion: shown.discretion, sources: shown.sources)
    }
}
