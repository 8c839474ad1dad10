import Completions
import Norms
import Outlook
import Plans
import Runtime
import Values
import Vocabulary

/// What an answer rests on: rules with their clauses, and reference data.
extension Case {
    /// The rules that apply, those that give the outcome first; the clause of the fallback where none does.
    func grounds(_ verdict: Verdict) -> [Ground] {
        let declared = verdict.declared
        if verdict.finding.applying.isEmpty {
            guard verdict.status == .determined, verdict.outcome == declared.fallback else { return [] }
            return [Ground(rule: nil, clause: declared.ground, isPrimary: true)]
        }
        let grounds = verdict.finding.applying.map { rule in
            Ground(
                rule: rule, clause: plan.rules[rule].clause,
                isPrimary: verdict.status == .conflict || verdict.outcome == plan.rules[rule].outcome)
        }
        return grounds.filter(\.isPrimary) + grounds.filter { !$0.isPrimary }
    }

    /// Where the outcome, or the side, is settled and no rule that gives it certainly applies: the clauses of those that may.
    func openGrounds(_ grounds: [Ground], _ verdict: Verdict, side: Int?) -> [Place<Clause>] {
        guard side != nil, verdict.status != .conflict, !grounds.contains(where: \.isPrimary) else { return [] }
        let rules = (verdict.finding.applying + verdict.finding.open).filter { verdict.finding.possible.contains(plan.rules[$0].outcome) }
        var clauses = Set(rules.compactMap { plan.rules[$0].clause })
        // Where the outcome is open, what holds when no rule speaks is one of those that are possible.
        if verdict.status == .undetermined, verdict.finding.possible.contains(verdict.declared.fallback), let ground = verdict.declared.ground {
            clauses.insert(ground)
        }
        return clauses.sorted()
    }

    /// Rules whose condition is true but which give way.
    func defeated() -> [Defeated] {
        let (holds, applies) = (evaluator.holds, evaluator.applies)
        return plan.deciding[decision.value].filter { holds[$0.value] == .yes && applies[$0.value] == .no }
            .flatMap { rule in
                plan.defeaters[rule.value].filter { applies[$0.rule.value] == .yes }
                    .map { Defeated(rule: rule, by: $0.rule, form: $0.form) }
            }
    }

    /// The rows of reference data that were looked up for the grounds: in their conditions, and in the decisions that these read.
    mutating func sources(_ grounds: [Ground], _ defeated: [Defeated]) -> SourcesPart {
        SourcesPart(lookups: lookups(grounds, defeated), predicted: predicted())
    }

    private func lookups(_ grounds: [Ground], _ defeated: [Defeated]) -> [StepTracer.Lookup] {
        var evaluator = Evaluator(plan, frame, tracer: StepTracer())
        var waiting = grounds.compactMap(\.rule) + defeated.map(\.rule)
        var seen: Set<Place<Decision>> = []
        while let rule = waiting.popLast() {
            _ = evaluator.truth(plan.conditions[rule.value])
            var reach = Reach()
            reach.add(plan.conditions[rule.value], of: plan)
            for decision in reach.decisions where seen.insert(decision).inserted { waiting += plan.deciding[decision.value] }
        }
        return evaluator.tracer.lookups.sorted { ($0.table, $0.row ?? -1) < ($1.table, $1.row ?? -1) }
    }

    /// The days that the rules and the deadlines ask about and whose holidays are only predicted.
    private mutating func predicted() -> [CivilDate] {
        let norms = inForce()
        var evaluator = Evaluator(plan, frame, tracer: StepTracer())
        evaluator.run(decision)
        for norm in norms { for value in plan.norms[norm.norm].values { _ = evaluator.value(value) } }
        return evaluator.tracer.predicted.sorted()
    }
}
