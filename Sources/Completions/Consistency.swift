import Diagrams
package import Plans
package import Runtime
package import Vocabulary

/// Whether the facts that are known go together under all constraints at once.
package enum Consistency: Sendable, Hashable {
    /// Some completion keeps all constraints.
    case possible
    /// None does.
    case contradictory(Contradiction)
    /// The bound of the search was reached before either was found.
    case unsettled
}

/// Known facts that no completion reconciles with some constraints. Without any one of the facts, or of the constraints, there is one, as far as
/// the bound of the search lets see.
package struct Contradiction: Sendable, Hashable {
    /// Those of a list stand for the records of the list that are known.
    package let facts: [Place<Fact>]
    /// Their labels.
    package let constraints: [String]
}

/// Looks whether known facts contradict each other through several constraints: what each leaves open alone, two may exclude.
package struct ConsistencyCheck: Sendable {
    private let plan: Plan
    private let budget: Int

    /// - Parameter budget: how many nodes the search through one group of constraints may use.
    package init(_ plan: Plan, budget: Int = 50_000) { (self.plan, self.budget) = (plan, budget) }

    /// The first contradiction, if any. Constraints that are tied together by what is open are looked at together, the others apart.
    package func check(_ frame: FactFrame) -> Consistency {
        var isUnsettled = false
        for group in groups(frame) {
            switch isPossible(group, frame) {
            case true?: break
            case nil: isUnsettled = true
            case false?: return .contradictory(least(group, frame))
            }
        }
        return isUnsettled ? .unsettled : .possible
    }

    /// The constraints that known facts leave open, by what ties them together; without those that no known fact bears on.
    private func groups(_ frame: FactFrame) -> [[PlannedConstraint]] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        var rest = plan.constraints.filter { evaluator.truth($0.condition) != .yes }
        var groups: [[PlannedConstraint]] = []
        while let first = rest.first {
            var (group, ties) = ([first], first.reach.filter { isOpen($0, frame) })
            rest.removeFirst()
            while let next = rest.firstIndex(where: { !$0.reach.isDisjoint(with: ties) }) {
                let constraint = rest.remove(at: next)
                group.append(constraint)
                ties.formUnion(constraint.reach.filter { isOpen($0, frame) })
            }
            if group.contains(where: { $0.reach.contains { isKnown($0, frame) } }) { groups.append(group) }
        }
        return groups
    }

    /// Whether some completion keeps some constraints; nil where the bound is reached.
    private func isPossible(_ constraints: [PlannedConstraint], _ frame: FactFrame) -> Bool? {
        guard let decision = plan.decisions.places.first else { return true }
        var narrowed = plan
        narrowed.constraints = constraints
        do throws(BudgetExceeded) {
            let scope = SearchScope(narrowed, constraints.map(\.condition))
            return try CompletionSearch(narrowed, frame, decision, scope, budget: budget, lookingAt: []).constraint != .no
        } catch {
            return nil
        }
    }

    /// What is left of a contradiction when all is left out that it does not need.
    private func least(_ constraints: [PlannedConstraint], _ frame: FactFrame) -> Contradiction {
        var (needed, frame) = (constraints, frame)
        for number in constraints.indices.reversed() {
            var fewer = needed
            fewer.remove(at: number)
            if isPossible(fewer, frame) == false { needed = fewer }
        }
        let named = needed.reduce(into: Set<Place<Fact>>()) { $0.formUnion($1.reach) }
        var facts: [Place<Fact>] = []
        var lists: Set<Place<RecordList>> = []
        for fact in named.sorted() where isKnown(fact, frame) {
            if let list = plan.facts[fact].list, !lists.insert(list).inserted { continue }
            var without = frame
            without.forget(fact, plan)
            if isPossible(needed, without) == false { frame = without } else { facts.append(fact) }
        }
        return Contradiction(facts: facts, constraints: needed.map(\.label))
    }

    private func isOpen(_ fact: Place<Fact>, _ frame: FactFrame) -> Bool {
        if plan.facts[fact].list != nil { return true }
        if case .set = plan.facts[fact].type { return true }
        return frame[fact].state == .unknown
    }

    /// Whether somebody has stated something of the fact: the day to judge by is no statement, nor is a discretion that was not exercised.
    private func isKnown(_ fact: Place<Fact>, _ frame: FactFrame) -> Bool {
        if let list = plan.facts[fact].list { return frame.lists[list.value].recordCount > 0 || frame.lists[list.value].isComplete }
        guard plan.facts[fact].kind != .judgement else { return false }
        switch frame[fact].state {
        case .known, .pending, .inapplicable: return true
        case .unknown, .unexercised: return false
        }
    }
}

extension FactFrame {
    /// Leaves open what was said of a fact; of a fact of a list, all records.
    fileprivate mutating func forget(_ fact: Place<Fact>, _ plan: Plan) {
        if let list = plan.facts[fact].list {
            change(list) { $0 = ListFrame(fieldCount: $0.fieldCount) }
        } else {
            set(fact, yes: 0, no: 0)
            self[fact] = plan.facts[fact].isDiscretion ? Reading(.unexercised) : .unknown
        }
    }
}
