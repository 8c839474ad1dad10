import Completions
import Decisions
import Norms
import Plans
import RuleTesting
import Runtime
import Vocabulary

/// What shows in a trial as it is.
struct TrialTrace {
    /// The rules that apply, or may.
    let rules: Set<Place<Rule>>
    /// Those that certainly do.
    let applying: Set<Place<Rule>>
    /// The norms that are expected of it.
    let norms: Set<Int>
    /// The facts that are given.
    let facts: Set<Place<Fact>>
    let answers: TrialAnswers

    init(_ trial: Trial, _ decider: Decider) {
        let plan = decider.plan
        var evaluator = Evaluator(plan, trial.frame, tracer: NoTracer())
        for decision in plan.decisions.places { evaluator.run(decision) }
        var rules: Set<Place<Rule>> = []
        var applying: Set<Place<Rule>> = []
        for rule in plan.rules.places where evaluator.applies[rule.value] != .no {
            rules.insert(rule)
            if evaluator.applies[rule.value] == .yes { applying.insert(rule) }
        }
        self.rules = rules
        self.applying = applying
        norms = Set(trial.norms.map(\.norm))
        answers = TrialAnswers(trial, decider)
        facts = Set(
            plan.facts.places.filter { fact in
                if let list = plan.facts[fact].list { return trial.frame.lists[list.value].recordCount > 0 }
                return trial.frame[fact].state != .unknown
            })
    }
}

/// What three-valued evaluation alone says to what a trial asks: where it says the same, no expectation fails that held before.
struct TrialAnswers: Hashable {
    private let outcomes: [OutcomeSet]
    private let applies: [[Truth]]
    private let norms: [NormInForce?]
    /// What holds under usual circumstances, where that is expected: three values say too little of it.
    private let usuals: [UsualAnswer?]

    init(_ trial: Trial, _ decider: Decider) {
        let plan = decider.plan
        var evaluator = Evaluator(plan, trial.frame, tracer: NoTracer())
        var outcomes: [OutcomeSet] = []
        var applies: [[Truth]] = []
        for expectation in trial.expectations {
            evaluator.run(expectation.decision)
            outcomes.append(evaluator.outcomes(of: expectation.decision))
            var own: [Truth] = []
            for rule in plan.deciding[expectation.decision.value] { own.append(evaluator.applies[rule.value]) }
            applies.append(own)
        }
        self.outcomes = outcomes
        self.applies = applies
        usuals = trial.expectations.filter { $0.usual != nil }.map { decider.answer($0.decision, trial.frame, .usual, order: .vocabulary).usual }
        norms = trial.norms.map { expected in
            let (applies, inForce) = decider.norms.state(of: expected.norm, trial.frame)
            return applies == .yes ? inForce : nil
        }
    }
}

extension ClauseInventory.Entry {
    /// One of its rules applies in a trial, one of its norms is expected, or one of its facts is given.
    func shows(in trace: TrialTrace) -> Bool {
        rules.contains(where: trace.rules.contains) || norms.contains(where: trace.norms.contains) || facts.contains(where: trace.facts.contains)
    }
}
