package import Completions
package import Norms
import Outlook
package import Plans
package import Runtime
package import Vocabulary

/// What answers are made with that hangs on the plan alone: shared by all cases, made once.
package struct Decider: Sendable {
    package let solver: Solver
    package let norms: NormReader

    /// - Parameter budget: how many nodes a search may use before it is given up and marked approximate.
    package init(_ plan: Plan, budget: Int = 200_000) {
        solver = Solver(plan, budget: budget)
        norms = NormReader(plan)
    }

    package var plan: Plan { solver.plan }

    /// One answer on one case; who has many keeps a `Case` and asks that.
    package func answer(_ decision: Place<Decision>, _ frame: FactFrame, _ parts: AnswerParts = .all, order: QuestionOrder = .best) -> Answer {
        var one = Case(self, decision, frame)
        return one.answer(parts, order: order)
    }
}
