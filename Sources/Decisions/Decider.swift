package import Plans
package import Runtime
package import Vocabulary

/// Answers decisions: Kleene evaluation first, an exact search where that leaves something open, then what else an answer must say.
package struct Decider: Sendable {
    package let plan: Plan
    /// How many nodes a search may use before it is given up and marked approximate.
    package let budget: Int
    /// The interpretations that each rule's condition looks at.
    private let readingsOfRules: [Set<Place<Interpretation>>]

    package init(_ plan: Plan, budget: Int = 200_000) {
        self.plan = plan
        self.budget = budget
        readingsOfRules = plan.conditions.map { condition in
            var reach = Reach()
            reach.add(condition, of: plan)
            return reach.interpretations
        }
    }

    /// What Kleene logic or the search says about a decision.
    package struct Verdict: Sendable {
        package var status: DecisionStatus
        package var outcome: Int?
        package var possible: UInt64
        /// Rules that certainly apply.
        package var applying: [Place<Rule>]
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
    package func verdict(_ decision: Place<Decision>, _ frame: FactFrame) -> Verdict {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        let kleene = evaluator.outcomes(of: decision)
        let applying = plan.programs[decision.value].rules.filter { evaluator.applies[$0.value] == .yes }
        let isOpen = plan.programs[decision.value].rules.contains { evaluator.applies[$0.value] == .unknown }
        var verdict = Verdict(status: .undetermined, outcome: nil, possible: kleene, applying: applying, missing: [], isApproximate: false)
        if isOpen {
            do throws(BudgetExceeded) {
                try search(decision, frame, &verdict)
            } catch {
                verdict.isApproximate = true
                verdict.missing = unsettled(decision, frame)
            }
        }
        settle(&verdict, plan.decisions[decision])
        return verdict
    }

    private func settle(_ verdict: inout Verdict, _ decision: Decision) {
        guard verdict.possible.nonzeroBitCount == 1 else { return }
        let outcome = verdict.possible.trailingZeroBitCount
        verdict.status = outcome == decision.conflict ? .conflict : .determined
        verdict.outcome = outcome == decision.conflict ? nil : outcome
    }

    // MARK: The exact search

    private func search(_ decision: Place<Decision>, _ frame: FactFrame, _ verdict: inout Verdict) throws(BudgetExceeded) {
        var search = try CompletionSearch(plan, frame, decision, budget: budget)
        let diagram = search.diagram
        let allowed = search.constraint
        var possible: UInt64 = 0
        var within: [DiagramNode] = []
        for (number, outcome) in try search.outcomes(of: decision).enumerated() {
            let here = try diagram.and(allowed, outcome)
            within.append(here)
            if here != .no { possible |= 1 << UInt64(number) }
        }
        // Known facts that contradict each other leave nothing possible; the reader of facts has said so already.
        if possible != 0 { verdict.possible = possible } else { verdict.isContradictory = true }
        verdict.applying = []
        var open: [Place<Rule>] = []
        for rule in plan.programs[decision.value].rules {
            let applies = try diagram.and(allowed, search.applies[rule.value])
            if applies == .no { continue }
            if applies == allowed { verdict.applying.append(rule) } else { open.append(rule) }
        }
        var deciding: Set<Int> = []
        if possible.nonzeroBitCount > 1 {
            for here in within where here != .no {
                try collect(try diagram.and(allowed, try diagram.not(here)), here, in: search, into: &deciding)
            }
        }
        var citing: Set<Int> = []
        for rule in open {
            let here = try diagram.and(allowed, search.applies[rule.value])
            try collect(try diagram.and(allowed, try diagram.not(here)), here, in: search, into: &citing)
        }
        verdict.isApproximate = search.isApproximate
        verdict.missing = try missing(&search, deciding, citing.subtracting(deciding))
    }

    /// A variable matters where changing it alone leads from a completion inside to one outside.
    private func collect(_ outside: DiagramNode, _ inside: DiagramNode, in search: CompletionSearch, into found: inout Set<Int>) throws(BudgetExceeded) {
        let diagram = search.diagram
        for variable in diagram.support(inside).union(diagram.support(outside)).sorted() where !found.contains(variable) {
            let both = try diagram.and(try diagram.exists(variable, inside), try diagram.exists(variable, outside))
            if both != .no { found.insert(variable) }
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
            case .further(let list, _), .others(let list, _, _): subjects = [.list(list)]
            case .beyond(let id, let records, _, _):
                subjects = plan.calculatedWith(id, records, search.frame)
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
    private func subject(_ fact: Place<Fact>, _ record: Int?, _ frame: FactFrame) -> Missing.Subject {
        if let list = plan.facts[fact].list, let record, record >= frame.lists[list.value].recordCount { return .list(list) }
        return .fact(fact, record: record, members: [])
    }

    /// Beyond the budget: every unknown fact that the decision can look at and that its premise does not rule out.
    private func unsettled(_ decision: Place<Decision>, _ frame: FactFrame) -> [Missing] {
        let program = plan.programs[decision.value]
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        var found: [Missing] = []
        for fact in program.facts.sorted() {
            let records: [Int?] = plan.facts[fact].list.map { Array(0..<frame.lists[$0.value].recordCount) } ?? [nil]
            for record in records where isOpen(fact, record, frame) {
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

    /// Whether something about a fact is unknown; of a set, any member.
    private func isOpen(_ fact: Place<Fact>, _ record: Int?, _ frame: FactFrame) -> Bool {
        var reading = frame[fact]
        var excluded = frame.excluded[fact.value]
        if let list = plan.facts[fact].list, let record {
            let own = frame.lists[list.value]
            reading = own[record, plan.fieldNumbers[fact.value]]
            excluded = own.excluded[record * own.fieldCount + plan.fieldNumbers[fact.value]]
        }
        guard reading.state == .known, case .set = plan.facts[fact].type, let count = plan.caseCount(plan.facts[fact].type) else {
            return reading.state == .unknown
        }
        return (UInt64(bitPattern: reading.value) | excluded).nonzeroBitCount < count
    }

    // MARK: The whole answer

    /// Everything that an answer says.
    package func report(_ decision: Place<Decision>, _ frame: FactFrame) -> DecisionReport {
        let verdict = verdict(decision, frame)
        var evaluator = Evaluator(plan, frame, tracer: StepTracer())
        evaluator.run(decision)
        let grounds = grounds(decision, verdict)
        let defeated = defeated(decision, evaluator)
        let effects = effects(decision, frame, verdict)
        return DecisionReport(
            decision: decision, status: verdict.status, outcome: verdict.outcome,
            possible: (0..<64).filter { verdict.possible >> UInt64($0) & 1 == 1 }, grounds: grounds, defeated: defeated,
            missing: verdict.missing, reserved: reserved(decision, frame, verdict),
            interpretations: effects, readingsMatterTogether: matterTogether(decision, frame, verdict, effects),
            sources: sources(grounds, defeated, frame), norms: norms(decision, frame), isApproximate: verdict.isApproximate)
    }

    private func grounds(_ decision: Place<Decision>, _ verdict: Verdict) -> [Ground] {
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

    private func defeated(_ decision: Place<Decision>, _ evaluator: Evaluator<StepTracer>) -> [Defeated] {
        plan.programs[decision.value].rules.filter { evaluator.holds[$0.value] == .yes && evaluator.applies[$0.value] == .no }
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
            for decision in reach.decisions where seen.insert(decision).inserted { waiting += plan.programs[decision.value].rules }
        }
        return evaluator.tracer.lookups.sorted { ($0.table, $0.row ?? -1) < ($1.table, $1.row ?? -1) }
    }

    /// The norms that apply to the case: those without a condition always do and say nothing of it.
    private func norms(_ decision: Place<Decision>, _ frame: FactFrame) -> [NormInForce] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        var done: Set<Place<Decision>> = []
        let program = plan.programs[decision.value]
        return plan.norms.indices.compactMap { number in
            let norm = plan.norms[number]
            guard plan[norm.condition].operation != .constantTruth else { return nil }
            var reach = Reach()
            reach.add(norm.condition, of: plan)
            let decisions = reach.decisions.union(reach.applies.union(reach.holds).map { plan.rules[$0].decision })
            guard !decisions.isDisjoint(with: program.decisions) || !reach.facts.isDisjoint(with: program.facts) else { return nil }
            for decision in decisions where done.insert(decision).inserted { evaluator.run(decision) }
            guard evaluator.truth(norm.condition) == .yes else { return nil }
            let deadline = norm.deadline.map { evaluator.value($0) }
            return NormInForce(norm: number, deadline: deadline?.state == .known ? deadline?.value : nil)
        }
    }

    // MARK: Discretion

    private func reserved(_ decision: Place<Decision>, _ frame: FactFrame, _ verdict: Verdict) -> [ReservedPower] {
        plan.programs[decision.value].facts.sorted().flatMap { fact -> [ReservedPower] in
            guard plan.facts[fact].list == nil, frame[fact].state == .unexercised, let count = plan.caseCount(plan.facts[fact].type) else { return [] }
            return (plan.facts[fact].type == .bool ? 1..<2 : 0..<count).compactMap { code in
                var changed = frame
                if case .set = plan.facts[fact].type { changed.set(fact, yes: 1 << UInt64(code), no: 0) } else { changed[fact] = Reading(.known, Int64(code)) }
                let other = self.verdict(decision, changed)
                guard let outcome = other.outcome, other.outcome != verdict.outcome || verdict.status != .determined else { return nil }
                let rule = other.applying.first { plan.rules[$0].outcome == outcome && !verdict.applying.contains($0) }
                guard let rule else { return nil }
                return ReservedPower(fact: fact, value: Int64(code), outcome: outcome, clause: plan.rules[rule].clause)
            }
        }
    }

    // MARK: Interpretations

    private func effects(_ decision: Place<Decision>, _ frame: FactFrame, _ verdict: Verdict) -> [InterpretationEffect] {
        let touched = touchedInterpretations(decision, frame)
        return plan.programs[decision.value].interpretations.sorted().flatMap { place -> [InterpretationEffect] in
            let current = frame.interpretations[place.value]
            let matters = mayMatter(place, decision, frame)
            return plan.interpretations[place].readings.indices.filter { $0 != current && (matters || touched.contains(place)) }.compactMap { reading in
                var changed = frame
                changed.interpretations[place.value] = reading
                let other = matters ? self.verdict(decision, changed) : verdict
                let changesOutcome = other.possible != verdict.possible
                let changesGrounds = Set(other.applying) != Set(verdict.applying)
                guard changesOutcome || changesGrounds || touched.contains(place) else { return nil }
                return InterpretationEffect(
                    interpretation: place, reading: reading, changesOutcome: changesOutcome, changesGrounds: changesGrounds, outcome: other.outcome)
            }
        }
    }

    /// Whether any rule could come out otherwise under another reading: with the reading left open, Kleene logic bounds them all.
    private func mayMatter(_ place: Place<Interpretation>, _ decision: Place<Decision>, _ frame: FactFrame) -> Bool {
        var open = frame
        open.interpretations[place.value] = FactFrame.anyReading
        var evaluator = Evaluator(plan, open, tracer: NoTracer())
        evaluator.run(decision)
        return plan.programs[decision.value].steps.contains { step in
            guard case .holds(let rule) = step, evaluator.holds[rule.value] == .unknown else { return false }
            return readingsOfRules[rule.value].contains(place)
        }
    }

    /// The interpretations that the rules which hold look at.
    private func touchedInterpretations(_ decision: Place<Decision>, _ frame: FactFrame) -> Set<Place<Interpretation>> {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        var reach = Reach()
        for rule in plan.programs[decision.value].rules where evaluator.holds[rule.value] == .yes { reach.add(plan.conditions[rule.value], of: plan) }
        return reach.interpretations
    }

    /// Whether other readings change the outcome together where none does alone; looked at for up to 256 combinations.
    private func matterTogether(_ decision: Place<Decision>, _ frame: FactFrame, _ verdict: Verdict, _ effects: [InterpretationEffect]) -> Bool {
        guard !effects.contains(where: \.changesOutcome) else { return false }
        let places = Set(effects.map(\.interpretation)).filter { mayMatter($0, decision, frame) }.sorted()
        guard places.count > 1 else { return false }
        var combinations: [[Int]] = [[]]
        for place in places {
            combinations = combinations.flatMap { combination in plan.interpretations[place].readings.indices.map { combination + [$0] } }
            guard combinations.count <= 256 else { return false }
        }
        return combinations.contains { combination in
            var changed = frame
            for (place, reading) in zip(places, combination) { changed.interpretations[place.value] = reading }
            return self.verdict(decision, changed).possible != verdict.possible
        }
    }
}
