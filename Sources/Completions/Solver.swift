import Diagrams
package import Plans
package import Runtime
import Values
package import Vocabulary

/// What decisions come to on facts, exactly: three values first, and a search where they leave something open.
///
/// It hangs on the plan alone and is shared by all cases.
package struct Solver: Sendable {
    package let plan: Plan
    /// How many nodes a search may use before it is given up and marked approximate.
    package let budget: Int
    package let masks: ChangeMasks
    /// What a search for each decision looks at.
    private let scopes: OnDemand<SearchScope>
    /// What the rules that give each decision an outcome look at themselves.
    private let looks: OnDemand<RuleLooks>

    package init(_ plan: Plan, budget: Int) {
        self.plan = plan
        self.budget = budget
        masks = ChangeMasks(plan)
        scopes = OnDemand(count: plan.decisions.count) { SearchScope(plan, Place($0)) }
        looks = OnDemand(count: plan.decisions.count) { RuleLooks(Place($0), plan) }
    }

    package func scope(_ decision: Place<Decision>) -> SearchScope { scopes[decision.value] }
    package func looks(_ decision: Place<Decision>) -> RuleLooks { looks[decision.value] }

    /// What Kleene logic says.
    package func kleene(_ decision: Place<Decision>, _ frame: FactFrame) -> Finding {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        return Finding(decision, evaluator)
    }

    /// What the decision comes to, without what is missing.
    package func finding(_ decision: Place<Decision>, _ frame: FactFrame) -> Finding {
        let kleene = kleene(decision, frame)
        guard kleene.isOpen else { return kleene }
        var finding = kleene
        do throws(BudgetExceeded) {
            var search = try CompletionSearch(plan, frame, decision, scope(decision), budget: budget)
            try search.find(&finding)
            finding.isApproximate = search.isApproximate
        } catch {
            finding = kleene
            finding.isApproximate = true
        }
        return finding
    }

    /// What the decision comes to, and what is missing, of what three values say.
    package func verdict(_ kleene: Finding, of decision: Place<Decision>, _ frame: FactFrame, _ order: QuestionOrder) -> Verdict {
        var verdict = Verdict(finding: kleene, declared: plan.decisions[decision])
        guard kleene.isOpen else { return verdict }
        do throws(BudgetExceeded) {
            var search = try CompletionSearch(plan, frame, decision, scope(decision), budget: budget)
            verdict.missing = try missing(&search, &verdict.finding, order)
            verdict.isApproximate = search.isRough || isTooOpen(&search, verdict)
        } catch {
            verdict.isApproximate = true
            verdict.missing = unsettled(decision, frame)
        }
        return verdict
    }

    /// Whether something may be possible, open or missing only where open distances hang on each other: without those completions it is not.
    private func isTooOpen(_ search: inout CompletionSearch, _ verdict: Verdict) -> Bool {
        do throws(BudgetExceeded) {
            let rings = try search.rings()
            guard rings != .no else { return false }
            try search.exclude(rings)
            var finding = verdict.finding
            let missing = try missing(&search, &finding, .vocabulary)
            return finding != verdict.finding || Set(missing) != Set(verdict.missing)
        } catch {
            return true
        }
    }

    /// The rules that an outcome rests on.
    package func primary(_ finding: Finding) -> [Place<Rule>] { primary(finding.possible, finding.applying) }

    /// The rules of some that apply on which an outcome rests.
    package func primary(_ possible: OutcomeSet, _ applying: [Place<Rule>]) -> [Place<Rule>] {
        guard let outcome = possible.only else { return [] }
        return applying.filter { plan.rules[$0].outcome == outcome || outcome == plan.decisions[plan.rules[$0].decision].conflict }
    }

    /// Whether some completion of the facts keeps the constraints, as far as the decision's facts can tell; nil beyond the budget.
    package func allows(_ frame: FactFrame, _ decision: Place<Decision>) -> Bool? {
        guard violations(frame).isEmpty else { return false }
        do throws(BudgetExceeded) {
            return try CompletionSearch(plan, frame, decision, scope(decision), budget: budget).constraint != .no
        } catch {
            return nil
        }
    }

    /// The constraints that known facts break.
    package func violations(_ frame: FactFrame) -> [PlannedConstraint] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        return plan.constraints.filter { evaluator.truth($0.condition) == .no }
    }

    /// Whether the known facts go together under all constraints at once.
    package func consistency(_ frame: FactFrame) -> Consistency { ConsistencyCheck(plan).check(frame) }

    /// The interpretations of which some other reading could make a rule come out otherwise: with the reading left open, three values bound them
    /// all. First all are left open at once, which mostly tells already that none can.
    package func mattering(_ decision: Place<Decision>, _ frame: FactFrame) -> [Place<Interpretation>] {
        let all = plan.program(decision).interpretations.sorted()
        guard !all.isEmpty else { return [] }
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        let open = open(all, decision, frame, &evaluator)
        return all.filter { place in
            let bit = ChangeMasks.bit(place)
            return open & bit != 0 && (all.count == 1 || self.open([place], decision, frame, &evaluator) & bit != 0)
        }
    }

    /// What the rules look at that are open with some readings left open.
    private func open(
        _ places: [Place<Interpretation>], _ decision: Place<Decision>, _ frame: FactFrame, _ evaluator: inout Evaluator<NoTracer>
    ) -> UInt64 {
        var open = frame
        for place in places { open.interpretations[place.value] = FactFrame.anyReading }
        evaluator.load(open)
        evaluator.run(decision)
        var mask: UInt64 = 0
        for step in plan.program(decision).steps {
            if case .holds(let rule) = step, evaluator.holds[rule.value] == .unknown { mask |= masks.own[plan.conditions[rule.value]] }
        }
        return mask
    }
}
