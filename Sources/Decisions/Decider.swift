package import Plans
package import Runtime
import Values
package import Vocabulary

/// Answers decisions: Kleene evaluation first, an exact search where that leaves something open, then what else an answer must say.
package struct Decider: Sendable {
    package let plan: Plan
    /// How many nodes a search may use before it is given up and marked approximate.
    package let budget: Int
    let masks: ChangeMasks
    /// The norms that bear on each decision.
    let bearing: OnDemand<NormSelection>

    package init(_ plan: Plan, budget: Int = 200_000) {
        self.plan = plan
        self.budget = budget
        masks = ChangeMasks(plan)
        bearing = OnDemand(count: plan.decisions.count) { NormSelection(Place($0), plan) }
    }

    /// What Kleene logic or the search says about a decision.
    package struct Verdict: Sendable {
        package var status: DecisionStatus
        package var outcome: Int?
        package var possible: UInt64
        /// Rules that certainly apply.
        package var applying: [Place<Rule>]
        /// Rules that may apply.
        package var open: [Place<Rule>]
        package var missing: [Missing]
        package var isApproximate: Bool
        /// No completion keeps the constraints: the known facts contradict each other.
        package var isContradictory = false
    }

    /// The constraints that known facts break.
    package func violations(_ frame: FactFrame) -> [PlannedConstraint] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        return plan.constraints.filter { evaluator.truth($0.condition) == .no }
    }

    /// The verdict alone: what interviews and comparisons need.
    package func verdict(_ decision: Place<Decision>, _ frame: FactFrame, order: QuestionOrder = .vocabulary) -> Verdict {
        verdict(decision, frame, Variants(self, decision, frame, []), order)
    }

    private func verdict(_ decision: Place<Decision>, _ frame: FactFrame, _ variants: Variants, _ order: QuestionOrder) -> Verdict {
        var finding = kleene(decision, frame)
        var missing: [Missing] = []
        var isApproximate = false
        if finding.isOpen {
            do throws(BudgetExceeded) {
                try variants.asItIs { search throws(BudgetExceeded) in
                    missing = try self.missing(&search, &finding, order)
                    isApproximate = search.isApproximate
                }
            } catch {
                isApproximate = true
                missing = unsettled(decision, frame)
            }
        }
        var verdict = Verdict(
            status: .undetermined, outcome: nil, possible: finding.possible, applying: finding.applying, open: finding.open, missing: missing,
            isApproximate: isApproximate, isContradictory: finding.isContradictory)
        settle(&verdict, plan.decisions[decision])
        return verdict
    }

    /// What Kleene logic says.
    func kleene(_ decision: Place<Decision>, _ frame: FactFrame) -> Finding {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        var finding = Finding(possible: evaluator.outcomes(of: decision), applying: [], open: [])
        for rule in plan.deciding[decision.value] {
            switch evaluator.applies[rule.value] {
            case .yes: finding.applying.append(rule)
            case .unknown: finding.open.append(rule)
            case .no: break
            }
        }
        return finding
    }

    /// What the decision comes to, without what is missing.
    func finding(_ decision: Place<Decision>, _ frame: FactFrame) -> Finding {
        let kleene = kleene(decision, frame)
        guard kleene.isOpen else { return kleene }
        var finding = kleene
        do throws(BudgetExceeded) {
            var search = try CompletionSearch(plan, frame, decision, budget: budget)
            try search.find(&finding)
            return finding
        } catch {
            return kleene
        }
    }

    private func settle(_ verdict: inout Verdict, _ decision: Decision) {
        guard verdict.possible.nonzeroBitCount == 1 else { return }
        verdict.outcome = settled(verdict.possible, decision)
        verdict.status = verdict.outcome == nil ? .conflict : .determined
    }

    /// The one outcome that is possible; `nil` where there are several, or a conflict.
    private func settled(_ possible: UInt64, _ decision: Decision) -> Int? {
        let outcome = possible.trailingZeroBitCount
        return possible.nonzeroBitCount == 1 && outcome != decision.conflict ? outcome : nil
    }

    // MARK: The exact search

    /// What is missing after a search, which settles the finding.
    private func missing(
        _ search: inout CompletionSearch, _ finding: inout Finding, _ order: QuestionOrder
    ) throws(BudgetExceeded) -> [Missing] {
        let diagram = search.diagram
        let allowed = search.constraint
        var deciding: Set<Int> = []
        let within = try search.find(&finding)
        if finding.possible.nonzeroBitCount > 1 {
            for here in within where here != .no {
                try collect(try diagram.and(allowed, try diagram.not(here)), here, in: search, into: &deciding)
            }
            // Where constraints tie facts together so that none can change alone: those that would matter without the constraints.
            if deciding.isEmpty {
                for (here, outcome) in zip(within, try search.outcomes(of: search.decision)) where here != .no {
                    try collect(try diagram.not(outcome), here, in: search, into: &deciding)
                }
            }
        }
        var citing: Set<Int> = []
        for rule in finding.open {
            let here = try diagram.and(allowed, search.applies[rule.value])
            try collect(try diagram.and(allowed, try diagram.not(here)), here, in: search, into: &citing)
        }
        let missing = try missing(&search, deciding, citing.subtracting(deciding))
        guard case .weighed(let weight) = order else { return missing }
        // Where weighing them takes too much they stand as the vocabulary has them.
        do throws(BudgetExceeded) { return try bestFirst(missing, within, search, weight) } catch { return missing }
    }

    /// A variable matters where changing it alone leads from a completion inside to one outside.
    private func collect(_ outside: DiagramNode, _ inside: DiagramNode, in search: borrowing CompletionSearch, into found: inout Set<Int>)
        throws(BudgetExceeded)
    {
        let diagram = search.diagram
        for variable in diagram.support(inside).union(diagram.support(outside)).sorted() where !found.contains(variable) {
            let both = try diagram.and(try diagram.exists(variable, inside), try diagram.exists(variable, outside))
            if both != .no { found.insert(variable) }
        }
        if search.constraint != .yes { try collectTogether(outside, inside, in: search, into: &found) }
    }

    /// Where constraints forbid to change one member of a set alone, or one thing about further records, all of them are changed at once.
    private func collectTogether(
        _ outside: DiagramNode, _ inside: DiagramNode, in search: borrowing CompletionSearch, into found: inout Set<Int>
    ) throws(BudgetExceeded) {
        let diagram = search.diagram
        var groups: [Missing.Subject: [Int]] = [:]
        for variable in diagram.support(inside).union(diagram.support(outside)).sorted() {
            if let subject = subject(of: search.variables[variable], search.frame) { groups[subject, default: []].append(variable) }
        }
        for (_, group) in groups where group.count > 1 && found.isDisjoint(with: group) {
            var (left, right) = (inside, outside)
            for variable in group { (left, right) = (try diagram.exists(variable, left), try diagram.exists(variable, right)) }
            if try diagram.and(left, right) != .no { found.formUnion(group) }
        }
    }

    /// What a variable belongs to; `nil` where it stands for no one fact.
    func subject(of source: VariableSource, _ frame: FactFrame) -> Missing.Subject? {
        switch source {
        case .fact(let fact, let record), .member(let fact, let record, _): subject(fact, record, frame)
        case .further(let list, _), .others(let list, _, _): .list(list)
        case .beyond: nil
        }
    }

    private func missing(
        _ search: inout CompletionSearch, _ deciding: Set<Int>, _ citing: Set<Int>
    ) throws(BudgetExceeded) -> [Missing] {
        var order: [Missing.Subject] = []
        var members: [Missing.Subject: [Int]] = [:]
        var decides: Set<Missing.Subject> = []
        for variable in deciding.union(citing).sorted() {
            var subjects: [Missing.Subject]
            switch search.variables[variable] {
            case .fact(let fact, let record): subjects = [subject(fact, record, search.frame)]
            case .member(let fact, let record, let code):
                subjects = [subject(fact, record, search.frame)]
                members[subjects[0], default: []].append(code)
            case .further(let list, _): subjects = [.list(list)]
            case .others(let list, let id, let records): subjects = [.list(list)] + plan.lookedAt(id, records, search.frame)
            case .beyond(let id, let records, _, _):
                subjects = plan.calculatedWith(id, records, search.frame)
                if subjects.isEmpty { subjects = plan.eventsToCome(id, search.frame) }
                if subjects.isEmpty { subjects = [.reference] }
            }
            for subject in subjects {
                if !order.contains(subject) { order.append(subject) }
                if deciding.contains(variable) { decides.insert(subject) }
            }
        }
        // What is known of a list is settled before more of it is asked for.
        order = order.filter { !$0.isList } + order.filter(\.isList)
        var found: [Missing] = []
        for subject in order {
            guard case .fact(let fact, let record, _) = subject else {
                found.append(Missing(subject: subject, decides: decides.contains(subject), isAsked: true))
                continue
            }
            found.append(
                Missing(
                    subject: .fact(fact, record: record, members: members[subject] ?? []), decides: decides.contains(subject),
                    isAsked: try search.isAsked(fact, record: record) == .yes))
        }
        return found.filter(\.decides) + found.filter { !$0.decides }
    }

    /// A fact; of a record that nobody has named, the list.
    func subject(_ fact: Place<Fact>, _ record: Int?, _ frame: FactFrame) -> Missing.Subject {
        if let list = plan.facts[fact].list, let record, record >= frame.lists[list.value].recordCount { return .list(list) }
        return .fact(fact, record: record, members: [])
    }

    /// Beyond the budget: every unknown fact that the decision can look at and that its premise does not rule out.
    private func unsettled(_ decision: Place<Decision>, _ frame: FactFrame) -> [Missing] {
        let program = plan.program(decision)
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        var found: [Missing] = []
        for fact in program.facts.sorted() {
            let records: [Int?] = plan.facts[fact].list.map { Array(0..<frame.lists[$0.value].recordCount) } ?? [nil]
            for record in records where plan.isOpen(fact, record, frame) {
                let premise = plan.premises[fact.value].map { premise in
                    if let list = plan.facts[fact].list, let record { evaluator.truth(premise, record: record, of: list) } else { evaluator.truth(premise) }
                }
                if premise == .no { continue }
                found.append(Missing(subject: .fact(fact, record: record, members: []), decides: true, isAsked: premise != .unknown))
            }
        }
        return found
            + program.lists.sorted().filter { !frame.lists[$0.value].isComplete }
            .map { Missing(subject: .list($0), decides: true, isAsked: true) }
    }

    // MARK: The whole answer

    /// Everything that an answer says.
    ///
    /// - Parameter looksAhead: whether also the best question, the next change and what would change the answer are looked for.
    package func report(_ decision: Place<Decision>, _ frame: FactFrame, looksAhead: Bool = true) -> DecisionReport {
        let mattering = plan.program(decision).interpretations.sorted().filter { mayMatter($0, decision, frame) }
        let discretions = discretions(decision, frame)
        let variants = Variants(self, decision, frame, mattering.map { .reading($0, 0) } + discretions.map { .exercise($0, 0) })
        let verdict = verdict(decision, frame, variants, looksAhead ? .best : .vocabulary)
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        let grounds = grounds(decision, verdict)
        let defeated = defeated(decision, evaluator)
        let norms = norms(decision, frame)
        let effects = effects(decision, frame, verdict, Set(mattering), variants, norms)
        return DecisionReport(
            decision: decision, status: verdict.status, outcome: verdict.outcome,
            possible: (0..<64).filter { verdict.possible >> UInt64($0) & 1 == 1 }, grounds: grounds, open: verdict.open,
            openGrounds: openGrounds(grounds, verdict), defeated: defeated,
            missing: verdict.missing, reserved: reserved(decision, discretions, frame, verdict, variants, norms),
            interpretations: effects, readingsMatterTogether: matterTogether(verdict, effects, Set(mattering), variants),
            sources: sources(grounds, defeated, frame), predicted: predicted(decision, norms, frame), norms: norms,
            nextChange: looksAhead ? nextChange(decision, frame, verdict) : .never,
            counterfactuals: looksAhead ? counterfactuals(decision, frame, verdict) : Counterfactuals(),
            isApproximate: verdict.isApproximate)
    }

    func grounds(_ decision: Place<Decision>, _ verdict: Verdict) -> [Ground] {
        let declared = plan.decisions[decision]
        if verdict.applying.isEmpty {
            guard verdict.status == .determined, verdict.outcome == declared.fallback else { return [] }
            return [Ground(rule: nil, clause: declared.ground, isPrimary: true)]
        }
        let grounds = verdict.applying.map { rule in
            Ground(
                rule: rule, clause: plan.rules[rule].clause,
                isPrimary: verdict.status == .conflict || verdict.outcome == plan.rules[rule].outcome)
        }
        return grounds.filter(\.isPrimary) + grounds.filter { !$0.isPrimary }
    }

    /// Where the outcome is settled and no rule that gives it certainly applies: the clauses of those that may.
    private func openGrounds(_ grounds: [Ground], _ verdict: Verdict) -> [Place<Clause>] {
        guard verdict.status == .determined, !grounds.contains(where: \.isPrimary) else { return [] }
        return Set(verdict.open.filter { plan.rules[$0].outcome == verdict.outcome }.compactMap { plan.rules[$0].clause }).sorted()
    }

    private func defeated(_ decision: Place<Decision>, _ evaluator: borrowing Evaluator<NoTracer>) -> [Defeated] {
        plan.deciding[decision.value].filter { evaluator.holds[$0.value] == .yes && evaluator.applies[$0.value] == .no }
            .flatMap { rule in
                plan.defeaters[rule.value].filter { evaluator.applies[$0.rule.value] == .yes }
                    .map { Defeated(rule: rule, by: $0.rule, form: $0.form) }
            }
    }

    /// The rows of reference data that were looked up for the grounds: in their conditions, and in the decisions that these read.
    private func sources(_ grounds: [Ground], _ defeated: [Defeated], _ frame: FactFrame) -> [StepTracer.Lookup] {
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
    private func predicted(_ decision: Place<Decision>, _ norms: [NormInForce], _ frame: FactFrame) -> [CivilDate] {
        var evaluator = Evaluator(plan, frame, tracer: StepTracer())
        evaluator.run(decision)
        for norm in norms { for value in plan.norms[norm.norm].values { _ = evaluator.value(value) } }
        return evaluator.tracer.predicted.sorted()
    }

    // MARK: Discretion

    /// The discretions that the decision, or what follows from it, looks at and that have not been exercised.
    private func discretions(_ decision: Place<Decision>, _ frame: FactFrame) -> [Place<Fact>] {
        plan.program(decision).facts.union(bearing[decision.value].facts).sorted().filter {
            plan.facts[$0].list == nil && frame[$0].state == .unexercised && plan.caseCount(plan.facts[$0].type) != nil
        }
    }

    /// The powers whose exercise, the others left as they are, changes the outcome, an amount or a deadline under some completion.
    private func reserved(
        _ decision: Place<Decision>, _ discretions: [Place<Fact>], _ frame: FactFrame, _ verdict: Verdict, _ variants: Variants, _ norms: [NormInForce]
    ) -> [ReservedPower] {
        let now = Finding(possible: verdict.possible, applying: verdict.applying, open: verdict.open)
        return discretions.flatMap { fact -> [ReservedPower] in
            let type = plan.facts[fact].type
            return (type == .bool ? 1..<2 : 0..<(plan.caseCount(type) ?? 0)).compactMap { code in
                let change = Change.exercise(fact, Int64(code))
                let then = variants.finding([change])
                var exercised = frame
                change.apply(to: &exercised, plan)
                let differing = differences(decision, norms, in: exercised)
                guard variants.differ([change], now, then) || !differing.isEmpty else { return nil }
                return ReservedPower(
                    fact: fact, value: Int64(code), possible: (0..<64).filter { then.possible >> UInt64($0) & 1 == 1 },
                    outcome: settled(then.possible, plan.decisions[decision]), clause: clause(behind: fact, decision, now, then, differing), norms: differing)
            }
        }
    }

    /// The clause that speaks of a power: of a rule that its exercise brings in, else of a rule or a duty that looks at it.
    private func clause(
        behind power: Place<Fact>, _ decision: Place<Decision>, _ now: Finding, _ then: Finding, _ norms: [NormDifference]
    ) -> Place<Clause>? {
        let comes = then.applying.filter { !now.applying.contains($0) } + then.open.filter { !now.applying.contains($0) && !now.open.contains($0) }
        let looking = plan.deciding[decision.value].filter { rule in
            var reach = Reach()
            reach.add(plan.conditions[rule.value], of: plan)
            return reach.facts.contains(power)
        }
        if let rule = comes.first(where: looking.contains) ?? looking.first ?? comes.first { return plan.rules[rule].clause }
        return norms.first.flatMap { plan.norms[$0.norm].norm.clause }
    }

    // MARK: Interpretations

    private func effects(
        _ decision: Place<Decision>, _ frame: FactFrame, _ verdict: Verdict, _ mattering: Set<Place<Interpretation>>, _ variants: Variants,
        _ norms: [NormInForce]
    ) -> [InterpretationEffect] {
        let touched = touchedInterpretations(decision, frame).union(interpretations(in: norms))
        let same = Finding(possible: verdict.possible, applying: verdict.applying, open: [])
        let moving = bearing[decision.value].interpretations.filter { mayChangeNorms($0, decision, frame, norms) }
        return mattering.union(touched).union(moving).sorted().flatMap { place -> [InterpretationEffect] in
            let current = frame.interpretations[place.value]
            return plan.interpretations[place].readings.indices.filter { $0 != current }.compactMap { reading in
                let other = mattering.contains(place) ? variants.finding([.reading(place, reading)]) : same
                var differing: [NormDifference] = []
                if moving.contains(place) {
                    var read = frame
                    read.interpretations[place.value] = reading
                    differing = differences(decision, norms, in: read)
                }
                let effect = InterpretationEffect(
                    interpretation: place, reading: reading, changesOutcome: other.possible != verdict.possible,
                    changesGrounds: Set(other.applying) != Set(verdict.applying), outcome: settled(other.possible, plan.decisions[decision]), norms: differing)
                return effect.changesAnything || touched.contains(place) ? effect : nil
            }
        }
    }

    /// The interpretations that the norms in force look at themselves.
    private func interpretations(in norms: [NormInForce]) -> Set<Place<Interpretation>> {
        var reach = Reach()
        for norm in norms { for node in plan.norms[norm.norm].nodes { reach.add(node, of: plan) } }
        return reach.interpretations
    }

    /// Whether any rule could come out otherwise under another reading: with the reading left open, Kleene logic bounds them all.
    private func mayMatter(_ place: Place<Interpretation>, _ decision: Place<Decision>, _ frame: FactFrame) -> Bool {
        var open = frame
        open.interpretations[place.value] = FactFrame.anyReading
        var evaluator = Evaluator(plan, open, tracer: NoTracer())
        evaluator.run(decision)
        return plan.program(decision).steps.contains { step in
            guard case .holds(let rule) = step, evaluator.holds[rule.value] == .unknown else { return false }
            return masks.own[plan.conditions[rule.value]] & ChangeMasks.bit(place) != 0
        }
    }

    /// The interpretations that the rules which hold look at.
    private func touchedInterpretations(_ decision: Place<Decision>, _ frame: FactFrame) -> Set<Place<Interpretation>> {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        var reach = Reach()
        for rule in plan.deciding[decision.value] where evaluator.holds[rule.value] == .yes { reach.add(plan.conditions[rule.value], of: plan) }
        return reach.interpretations
    }

    /// Whether other readings change the outcome together where none does alone; looked at for up to 256 combinations.
    private func matterTogether(
        _ verdict: Verdict, _ effects: [InterpretationEffect], _ mattering: Set<Place<Interpretation>>, _ variants: Variants
    ) -> Bool {
        guard !effects.contains(where: \.changesOutcome) else { return false }
        let places = Set(effects.map(\.interpretation)).intersection(mattering).sorted()
        guard places.count > 1 else { return false }
        var combinations: [[Int]] = [[]]
        for place in places {
            combinations = combinations.flatMap { combination in plan.interpretations[place].readings.indices.map { combination + [$0] } }
            guard combinations.count <= 256 else { return false }
        }
        return combinations.contains { combination in variants.finding(zip(places, combination).map { .reading($0, $1) }).possible != verdict.possible }
    }
}
