import Diagrams
package import Plans
package import Runtime
import Values
package import Vocabulary

/// What answers are made with that hangs on the plan alone: shared by all cases, made once.
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

    /// One answer on one case; who has many keeps a `Case` and asks that.
    package func answer(_ decision: Place<Decision>, _ frame: FactFrame, _ parts: AnswerParts = .all, order: QuestionOrder = .best) -> Answer {
        var one = Case(self, decision, frame)
        return one.answer(parts, order: order)
    }

    /// The constraints that known facts break.
    package func violations(_ frame: FactFrame) -> [PlannedConstraint] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        return plan.constraints.filter { evaluator.truth($0.condition) == .no }
    }

    // MARK: On changed facts

    /// What Kleene logic says.
    func kleene(_ decision: Place<Decision>, _ frame: FactFrame) -> Finding {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        return Finding(decision, evaluator)
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
}
