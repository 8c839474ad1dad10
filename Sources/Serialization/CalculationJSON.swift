import Diagnostics
import Documents
import Explanation
import Plans
import Proofs
import Runtime
import Vocabulary

/// How amounts, deadlines and months were worked out, for programs.
struct CalculationJSON {
    private let plan: Plan
    private let values: ValueText
    private let words: CalculationText

    init(_ plan: Plan) {
        self.plan = plan
        values = ValueText(plan, language: .japanese)
        words = CalculationText(plan, language: .japanese)
    }

    /// Each thing that is worked out with its steps, and what it rests on.
    func value(_ calculation: NormCalculation) -> JSONValue {
        let norm = plan.norms[calculation.norm].norm
        let readings = calculation.readings.map { place, reading in
            let declared = plan.interpretations[place]
            return JSONValue.object([
                ("name", .string(declared.name)), ("reading", .string(declared.readings[reading].name)),
                ("clauses", .array(declared.clauses.map { .string(plan.clauses[$0].id) })),
            ])
        }
        return .object(
            calculation.parts.map { ($0.subject.rawValue, .array($0.calculation.steps.map { step($0, norm.clause) })) } + [
                ("readings", .array(readings)), ("computed_by", text(norm.computed)),
            ])
    }

    /// What is worked out stands under the clause of its definition, or else of the norm; a fact under none.
    private func step(_ step: Calculation.Step, _ own: Place<Clause>?) -> JSONValue {
        let isFact = if case .fact = plan[step.value] { true } else { false }
        let clause = isFact ? nil : (step.definition?.clause ?? own).map { plan.clauses[$0] }
        return .object([
            ("name", text(name(step))), ("how", .string(words.how(step))),
            ("of", .array(step.parts.map { $0.reading.state == .known ? .string(values.name($0.reading.value, $0.type)) : .null })),
            ("result", step.result.state == .known ? .string(values.name(step.result.value, step.type)) : .null),
            ("convention", text(words.convention(step))), ("because", .array(words.because(step).map { .string($0) })),
            ("clause", text(clause?.id)), ("cite", text(clause?.citation)),
        ])
    }

    /// What the rules call it: a fact, or a definition.
    private func name(_ step: Calculation.Step) -> String? {
        if case .fact(let fact) = plan[step.value] { return plan.facts[fact].name }
        return step.definition?.name
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
