import Diagrams
import Plans
import Runtime
import Vocabulary

/// What a decision comes to when the case is changed here and there, from one search that is varied.
final class Variants {
    private let decider: Decider
    private let decision: Place<Decision>
    private let frame: FactFrame
    private let changes: [Change]
    private var search: CompletionSearch?
    private var base: CompletionSearch.Base?

    /// - Parameter changes: all that will be tried out; only what is changed matters here, not how.
    init(_ decider: Decider, _ decision: Place<Decision>, _ frame: FactFrame, _ changes: [Change]) {
        self.decider = decider
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
            own = try CompletionSearch(decider.plan, frame, decision, budget: decider.budget, open: changes)
            base = own.base
        }
        let result = try body(&own)
        search = consume own
        return result
    }

    /// Whether under some completion the decision comes to another outcome when the case is changed.
    ///
    /// Beyond the budget of the search: whether it may.
    func differ(_ tried: [Change], _ now: Finding, _ then: Finding) -> Bool {
        // One outcome under every completion is the same under each.
        guard now.possible == then.possible, now.possible.count > 1 else { return now.possible != then.possible }
        do throws(BudgetExceeded) {
            return try asItIs { search throws(BudgetExceeded) in
                let before = try search.outcomesWithin()
                try search.vary(tried, decider.masks)
                let after = try search.outcomesWithin()
                if let base { search.restore(base) }
                return before != after
            }
        } catch {
            return true
        }
    }

    /// What the decision comes to under some of the changes.
    func finding(_ tried: [Change]) -> Finding {
        var changed = frame
        for change in tried { change.apply(to: &changed, decider.plan) }
        var finding = decider.kleene(decision, changed)
        guard finding.isOpen else { return finding }
        do throws(BudgetExceeded) {
            try asItIs { search throws(BudgetExceeded) in
                try search.vary(tried, decider.masks)
                try search.find(&finding)
                if let base { search.restore(base) }
            }
        } catch {
            // One search for all may outgrow what a search for one does not; it is dropped.
            finding = decider.finding(decision, changed)
        }
        return finding
    }
}

extension CompletionSearch {
    /// Under which completions that keep the constraints each outcome comes out.
    mutating func outcomesWithin() throws(BudgetExceeded) -> [DiagramNode] {
        var within: [DiagramNode] = []
        for outcome in try outcomes(of: decision) { within.append(try diagram.and(constraint, outcome)) }
        return within
    }

    /// Settles what Kleene logic left open, and returns under which completions each outcome comes out.
    @discardableResult
    mutating func find(_ finding: inout Finding) throws(BudgetExceeded) -> [DiagramNode] {
        var possible = OutcomeSet()
        var within: [DiagramNode] = []
        for (number, here) in try outcomesWithin().enumerated() {
            within.append(here)
            if here != .no { possible.insert(number) }
        }
        // Known facts that contradict each other leave nothing possible; the reader of facts has said so already.
        if !possible.isEmpty { finding.possible = possible } else { finding.isContradictory = true }
        finding.applying = []
        finding.open = []
        for rule in plan.deciding[decision.value] {
            let here = try diagram.and(constraint, applies[rule.value])
            if here == .no { continue }
            if here == constraint { finding.applying.append(rule) } else { finding.open.append(rule) }
        }
        return within
    }
}
