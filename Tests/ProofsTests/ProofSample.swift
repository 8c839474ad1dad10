import Decisions
import Plans
import Proofs
import Runtime
import Samples
import Vocabulary

extension Sample {
    /// The proof of what a decision comes to on 2026-07-01.
    func prove(_ decision: String, _ facts: String, origins: [Place<Fact>: String] = [:]) throws -> Proof {
        Proof(plan, try say(decision, facts), origins: origins)
    }

    func say(_ decision: String, _ facts: String) throws -> Answer {
        try answer(decision, facts.isEmpty ? #"{"as_of": "2026-07-01"}"# : #"{"as_of": "2026-07-01", \#(facts)}"#, [])
    }

    func names(_ lines: [Proof.Line]) -> [String] { lines.map { plan.rules[$0.rule].name } }

    /// A test in short: what is looked at, and what is asked of it.
    func told(_ test: ProofAtom) -> String {
        switch test {
        case .isCase(let subject, let cases, _): "\(told(subject)) is \(cases.map(String.init).joined(separator: " "))"
        case .members(let subject, let mask, let needsAll, _): "\(told(subject)) has \(needsAll ? "all" : "any") \(mask)"
        case .state(let subject, let state, _): "\(told(subject)) is \(state)"
        case .compare(let left, let relation, let right): "\(told(left)) \(relation) \(told(right))"
        case .among(let side, let values, let isNone):
            "\(told(side)) \(isNone ? "none" : "one") of \(values.map { String($0 / 1_000_000) }.joined(separator: " "))"
        case .holiday(let side): "holiday \(told(side))"
        case .records(let list, let isEvery, let decides): "\(isEvery ? "every" : "some") \(plan.lists[list].name) \(decides.map(String.init) ?? "-")"
        case .outcome(let decision, let wanted, let possible): "\(plan.decisions[decision].name) \(told(wanted, decision)) of \(told(possible, decision))"
        case .rule(let rule): "rule \(plan.rules[rule].name)"
        case .reading(let interpretation, let reading):
            "\(plan.interpretations[interpretation].name) as \(plan.interpretations[interpretation].readings[reading].name)"
        case .waived(let name, let clauses): "\(name) waived by \(clauses.map { plan.clauses[$0].id }.joined(separator: " "))"
        case .always: "always"
        }
    }

    private func told(_ outcomes: OutcomeSet, _ decision: Place<Decision>) -> String {
        outcomes.map { plan.decisions[decision].outcomes[$0].name }.joined(separator: "|")
    }

    private func told(_ subject: ProofAtom.Subject) -> String { plan.facts[subject.fact].name + (subject.record.map { "[\($0)]" } ?? "") }

    private func told(_ side: ProofAtom.Side) -> String {
        switch side.source {
        case .constant: "\(side.reading.value / 1_000_000)"
        case .fact(let subject): told(subject)
        case .value: "value"
        }
    }

    /// The reasons of the one line that applies, or may.
    func reasons(_ decision: String, _ facts: String) throws -> [String] {
        let proof = try prove(decision, facts)
        guard let line = (proof.applying + proof.open).first else { return ["no line"] }
        return line.condition.reasons.map { "\($0.truth == .yes ? "" : "not ")\(told($0.test))" }
    }
}
