import Completions
import Plans
import Runtime
import Samples
import Vocabulary

/// What a decision comes to, by names.
struct Settled {
    /// A conflict is 抵触.
    let outcomes: Set<String>
    let status: DecisionStatus
    let applying: [String]
    let open: [String]
    /// In order, as `Sample.name(of:)` writes them; what only the cited clause hangs on has a question mark, what cannot be asked yet a star.
    let missing: [String]
    let isApproximate: Bool
    let isContradictory: Bool
}

extension Sample {
    /// The facts of a case on 2026-07-01.
    func dated(_ facts: String) throws -> FactFrame {
        try frame(facts.isEmpty ? #"{"as_of": "2026-07-01"}"# : #"{"as_of": "2026-07-01", \#(facts)}"#)
    }

    /// What a decision comes to on facts in JSON.
    func settle(_ decision: String, _ facts: String, budget: Int = 100_000, order: QuestionOrder = .vocabulary) throws -> Settled {
        try settle(decision, try dated(facts), budget: budget, order: order)
    }

    func settle(_ decision: String, _ frame: FactFrame, budget: Int = 100_000, order: QuestionOrder = .vocabulary) throws -> Settled {
        let place = try self.decision(decision)
        let solver = Solver(plan, budget: budget)
        let verdict = solver.verdict(solver.kleene(place, frame), of: place, frame, order)
        let finding = verdict.finding
        return Settled(
            outcomes: names(finding.possible, place), status: verdict.status, applying: finding.applying.map { plan.rules[$0].name },
            open: finding.open.map { plan.rules[$0].name },
            missing: verdict.missing.map { name(of: $0.subject) + ($0.decides ? "" : "?") + ($0.isAsked ? "" : "*") },
            isApproximate: verdict.isApproximate, isContradictory: finding.isContradictory)
    }

    func names(_ outcomes: OutcomeSet, _ decision: Place<Decision>) -> Set<String> {
        let names = plan.decisions[decision].outcomes.map(\.name) + ["抵触"]
        return Set(outcomes.map { names[$0] })
    }

    /// A fact with the number of its record and the members of the set that are open, a list, an event, or the reference data.
    func name(of subject: Missing.Subject) -> String {
        switch subject {
        case .fact(let fact, let record, let members):
            var name = plan.facts[fact].name
            if let record { name += "[\(record)]" }
            if case .set(let of) = plan.facts[fact].type { name += "(\(members.map { plan.enumerations[of].cases[$0].name }.joined(separator: " ")))" }
            return name
        case .list(let list): return plan.lists[list].name
        case .event(let fact): return "event \(plan.facts[fact].name)"
        case .reference: return "reference"
        }
    }
}
