package import Diagnostics
package import Documents
package import Plans
import Runtime
package import Vocabulary

/// Puts what rules and norms ask into words, whatever the facts are.
package struct RuleWords: Bilingual {
    private let plan: Plan
    package let language: MessageLanguage
    private let words: AnswerWords
    private let formulas: FormulaText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        words = AnswerWords(plan, language: language, showsFacts: false)
        formulas = FormulaText(plan, language: language)
    }

    /// When a rule holds: `[{text, children}]`.
    package func condition(of rule: Place<Rule>) -> JSONValue { condition(plan.conditions[rule.value], plan.rules[rule].decision) }

    /// When a norm applies, by its number.
    package func condition(ofNorm number: Int) -> JSONValue { condition(plan.norms[number].condition, Place(0)) }

    /// By when a norm is to be done.
    package func deadline(ofNorm number: Int) -> String? {
        plan.norms[number].deadline.map { formulas.text($0, .date) } ?? plan.norms[number].norm.deadline
    }

    /// What is to be paid.
    package func amount(ofNorm number: Int) -> String? {
        plan.norms[number].amount.map { formulas.text($0, .number(unit: plan.norms[number].norm.unit)) }
    }

    private func condition(_ node: ConditionID, _ decision: Place<Decision>) -> JSONValue {
        guard decision.value < plan.decisions.count else { return .null }
        var frame = FactFrame(plan, asOf: 0, time: nil)
        for list in plan.lists.places { frame.change(list) { $0.addRecord(plan.lists[list].fields.map { plan.facts[$0] }) } }
        var prover = Prover(plan, frame, decision: decision, looksInside: true)
        let whole = prover.part(node)
        var told: Set<Int> = []
        // All of a rule's condition must hold: that goes without saying.
        let parts = whole.kind == .all ? whole.parts : [whole]
        return .array(parts.map { json($0, &told) })
    }

    /// What was told before is not told again.
    private func json(_ part: Proof.Part, _ told: inout Set<Int>) -> JSONValue {
        let isAgain = !part.parts.isEmpty && !told.insert(part.number).inserted
        let children = isAgain ? [] : part.parts.map { json($0, &told) }
        let text = words.asked(part) + (isAgain ? aside(word("前に述べたもの", "as above")) : "")
        return .object([("text", .string(text)), ("children", .array(children))])
    }
}
