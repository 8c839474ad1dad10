import Decisions
import Plans
import Runtime
import Samples
import Vocabulary

/// What an answer says, by the names of the contract.
extension Sample {
    func name(_ rule: Place<Rule>) -> String { plan.rules[rule].name }

    func clause(_ clause: Place<Clause>?) -> String? { clause.map { plan.clauses[$0].id } }

    /// The outcomes of a decision; a conflict is 抵触.
    func names(_ outcomes: OutcomeSet, _ decision: Place<Decision>) -> Set<String> {
        let names = plan.decisions[decision].outcomes.map(\.name) + ["抵触"]
        return Set(outcomes.map { names[$0] })
    }

    func outcome(_ answer: Answer) -> String? { answer.outcome.map { plan.decisions[answer.decision].outcomes[$0].name } }

    /// Each ground as rule and clause; what does not give the outcome in brackets.
    func grounds(_ answer: Answer) -> [String] {
        answer.grounds.map { ground in
            let told = "\(ground.rule.map(name) ?? "-") \(clause(ground.clause) ?? "-")"
            return ground.isPrimary ? told : "(\(told))"
        }
    }

    /// What an answer says on 2026-07-01.
    func say(_ decision: String, _ facts: String, _ parts: AnswerParts = []) throws -> Answer {
        try answer(decision, facts.isEmpty ? #"{"as_of": "2026-07-01"}"# : #"{"as_of": "2026-07-01", \#(facts)}"#, parts)
    }
}
