import Completions
import Contract
import Decisions
import Planning
import Plans
import Runtime
import Vocabulary

/// What rules say of a case, in names: places change when rules change order.
struct Answers: Equatable {
    /// By the names of rules: whether each applies.
    let rules: [String: Truth]
    /// By the names of decisions: what may come out in three-valued logic.
    let outcomes: [String: Set<String>]
    /// Of one decision, after the exact search: what may come out, what certainly applies, what is missing.
    let possible: Set<String>
    let applying: Set<String>
    let missing: Set<String>

    init(_ plan: Plan, _ world: World, _ decision: Place<Decision>) {
        let frame = world.frame(plan)
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        var rules: [String: Truth] = [:]
        var outcomes: [String: Set<String>] = [:]
        for decision in plan.decisions.places {
            evaluator.run(decision)
            for rule in plan.deciding[decision.value] { rules[plan.rules[rule].name] = evaluator.applies[rule.value] }
            outcomes[plan.decisions[decision].name] = Self.names(evaluator.outcomes(of: decision), plan.decisions[decision])
        }
        self.rules = rules
        self.outcomes = outcomes
        let verdict = Decider(plan).answer(decision, frame, [], order: .vocabulary)
        possible = Self.names(verdict.possible, plan.decisions[decision])
        applying = Set(verdict.applying.map { plan.rules[$0].name })
        missing = Set(
            verdict.missing.map { missing in
                let subject =
                    switch missing.subject {
                    case .fact(let fact, let record, _): plan.facts[fact].name + (record.map { "#\($0)" } ?? "")
                    case .list(let list): plan.lists[list].name
                    case .event(let fact): "\(plan.facts[fact].name)!"
                    case .reference: "-"
                    }
                return subject + (missing.decides ? "" : "?")
            })
    }

    private static func names(_ outcomes: OutcomeSet, _ decision: Decision) -> Set<String> {
        Set(outcomes.map { $0 == decision.conflict ? "!" : decision.outcomes[$0].name })
    }
}

extension World {
    /// The same case for the same rules in another order: everything has its old name and a new place.
    func moved(from old: CheckedContract, to new: CheckedContract) -> World {
        let facts = Self.places(old.facts.map(\.name), new.facts.map(\.name), Place<Fact>.init)
        let lists = Self.places(old.lists.map(\.name), new.lists.map(\.name), Place<RecordList>.init)
        let interpretations = Self.places(old.interpretations.map(\.name), new.interpretations.map(\.name), Place<Interpretation>.init)
        var moved = World(new, asOf: asOf, time: time)
        for (fact, knowledge) in self.facts { if let place = facts[fact] { moved.facts[place] = knowledge } }
        for (interpretation, reading) in readings { if let place = interpretations[interpretation] { moved.readings[place] = reading } }
        for (list, records) in self.lists {
            guard let place = lists[list] else { continue }
            var own = Records(rows: [], isComplete: records.isComplete)
            for row in records.rows { own.rows.append(Dictionary(uniqueKeysWithValues: row.compactMap { cell in facts[cell.key].map { ($0, cell.value) } })) }
            moved.lists[place] = own
        }
        return moved
    }

    private static func places<Element>(_ old: [String], _ new: [String], _ place: (Int) -> Place<Element>) -> [Place<Element>: Place<Element>] {
        var result: [Place<Element>: Place<Element>] = [:]
        for (number, name) in old.enumerated() { if let other = new.firstIndex(of: name) { result[place(number)] = place(other) } }
        return result
    }
}
