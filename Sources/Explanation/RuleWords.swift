package import Diagnostics
package import Plans
import Proofs
import Runtime
package import Vocabulary

/// A condition in words, with its parts.
package struct ConditionWords: Codable, Sendable, Equatable {
    package let text: String
    package let parts: [ConditionWords]
}

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

    /// When a rule holds.
    package func condition(of rule: Place<Rule>) -> [ConditionWords] { condition(plan.conditions[rule.value], plan.rules[rule].decision) }

    /// When a norm applies, by its number.
    package func condition(ofNorm number: Int) -> [ConditionWords] { condition(plan.norms[number].condition, Place(0)) }

    /// By when a norm is to be done.
    package func deadline(ofNorm number: Int) -> String? {
        plan.norms[number].deadline.map { formulas.text($0, .date) } ?? plan.norms[number].norm.deadline
    }

    /// What is to be paid.
    package func amount(ofNorm number: Int) -> String? {
        plan.norms[number].amount.map { formulas.text($0, .number(unit: plan.norms[number].norm.unit)) }
    }

    /// When a fact is asked, on one line; nil where it always is.
    package func premise(of fact: Place<Fact>) -> String? {
        plan.premises[fact.value].map { premise in condition(premise, Place(0)).map { line($0) }.joined(separator: word("、かつ、", " and ")) }
    }

    private func line(_ words: ConditionWords) -> String {
        words.parts.isEmpty ? words.text : words.text + aside(words.parts.map { line($0) }.joined(separator: word("、", "; ")))
    }

    private func condition(_ node: ConditionID, _ decision: Place<Decision>) -> [ConditionWords] {
        guard decision.value < plan.decisions.count else { return [] }
        let whole = Proof.Part(of: node, deciding: decision, plan)
        var told: Set<Int> = []
        // All of a rule's condition must hold: that goes without saying.
        return (whole.kind == .all ? whole.parts : [whole]).map { self.words(of: $0, &told) }
    }

    /// What was told before is not told again.
    private func words(of part: Proof.Part, _ told: inout Set<Int>) -> ConditionWords {
        let isAgain = !part.parts.isEmpty && !told.insert(part.number).inserted
        let parts = isAgain ? [] : part.parts.map { words(of: $0, &told) }
        return ConditionWords(text: words.asked(part) + (isAgain ? aside(word("前に述べたもの", "as above")) : ""), parts: parts)
    }
}
