import Contract
import Decisions
import Planning
import Plans
import RuleTesting
import Runtime
import Vocabulary

/// The contract as if what hangs on a clause were not there: its rules and norms never hold, no default rests on it, its
/// definitions are false or without a value, its facts are not known, and its interpretations are read the other way.
struct Removal {
    private let entry: ClauseInventory.Entry
    private let decider: Decider

    init(_ contract: CheckedContract, _ entry: ClauseInventory.Entry) {
        self.entry = entry
        var copy = contract
        for rule in entry.rules { copy.rules[rule.value].condition = .constant(false) }
        for norm in entry.norms { copy.norms[norm].condition = .constant(false) }
        for place in entry.defaults { copy.decisions[place.value].ground = nil }
        for place in entry.definitions {
            switch copy.definitions[place.value].body {
            case .condition: copy.definitions[place.value].body = .condition(.constant(false))
            case .value(_, let type): copy.definitions[place.value].body = .value(.choice([]), type)
            }
        }
        decider = Decider(Plan(copy))
    }

    /// Whether a trial fails, whose answers before were these.
    func fails(_ trial: Trial, _ before: TrialTrace) -> Bool {
        if !entry.defaults.isEmpty, trial.expectations.contains(where: { entry.defaults.contains($0.decision) && $0.grounds != nil }), trial.fails(decider) {
            return true
        }
        if entry.canBeAbsent, !entry.definitions.isEmpty || entry.shows(in: before) {
            var without = trial
            for fact in entry.facts { without.frame.forget(fact, decider.plan) }
            if fails(without, before.answers) { return true }
        }
        return entry.interpretations.contains { place in
            decider.plan.interpretations[place].readings.indices.contains { reading in
                guard trial.frame.interpretations[place.value] != reading else { return false }
                var other = trial
                other.frame.interpretations[place.value] = reading
                return fails(other, before.answers)
            }
        }
    }

    private func fails(_ trial: Trial, _ before: TrialAnswers) -> Bool { TrialAnswers(trial, decider) != before && trial.fails(decider) }
}

extension FactFrame {
    /// As if a fact were not known.
    fileprivate mutating func forget(_ fact: Place<Fact>, _ plan: Plan) {
        guard let list = plan.facts[fact].list else { return self[fact] = .unknown }
        change(list) { records in
            for record in 0..<records.recordCount { records[record, plan.fieldNumbers[fact.value]] = .unknown }
        }
    }
}
