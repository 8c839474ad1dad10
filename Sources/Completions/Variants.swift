import Diagrams
import Plans
package import Runtime
package import Vocabulary

/// What a decision comes to when the case is changed here and there, from one search that is varied.
package final class Variants {
    private let solver: Solver
    private let decision: Place<Decision>
    private let frame: FactFrame
    private let changes: [Change]
    private var search: CompletionSearch?
    private var base: CompletionSearch.Base?

    /// - Parameter changes: all that will be tried out; only what is changed matters here, not how.
    package init(_ solver: Solver, _ decision: Place<Decision>, _ frame: FactFrame, _ changes: [Change]) {
        self.solver = solver
        self.decision = decision
        self.frame = frame
        self.changes = changes
    }

    /// The search for the case as it is; what is asked of it must leave its conditions alone.
    func asItIs<Result>(_ body: (inout CompletionSearch) throws(BudgetExceeded) -> Result) throws(BudgetExceeded) -> Result {
        var own: CompletionSearch
        if let kept = search.take() {
            own = kept
        } else {
            own = try CompletionSearch(
                solver.plan, frame, decision, solver.scope(decision), budget: solver.budget, open: changes)
            base = own.base
        }
        let result = try body(&own)
        search = consume own
        return result
    }

    /// What the decision comes to under some of the changes.
    package func finding(_ tried: [Change]) -> Finding {
        var changed = frame
        for change in tried { change.apply(to: &changed, solver.plan) }
        var finding = solver.kleene(decision, changed)
        guard finding.isOpen else { return finding }
        do throws(BudgetExceeded) {
            try asItIs { search throws(BudgetExceeded) in
                try search.vary(tried, solver.masks)
                try search.find(&finding)
                finding.isApproximate = search.isApproximate
                if let base { search.restore(base) }
            }
        } catch {
            // One search for all may outgrow what a search for one does not; it is dropped.
            finding = solver.finding(decision, changed)
        }
        return finding
    }
}
