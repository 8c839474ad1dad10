import Diagrams
import Plans
package import Runtime
package import Vocabulary

/// An outcome that the exercise of a power can lead to.
package struct PowerLead: Hashable, Sendable {
    /// The conflict is one past the last.
    package let outcome: Int
    /// The fewest other powers that must be exercised for it; none where some completion needs none.
    package let with: [Exercise]

    package init(outcome: Int, with: [Exercise]) { (self.outcome, self.with) = (outcome, with) }
}

/// What the exercise of powers can lead to, whatever others are exercised with it: one search in which each power is a variable too.
package struct PowerSearch: ~Copyable {
    private var search: CompletionSearch
    /// Under which completions and exercises each outcome comes out, and each side that is not one outcome by itself.
    private let outcomes: [DiagramNode]
    private let sides: [DiagramNode]

    /// Nil beyond the budget.
    package static func make(_ solver: Solver, _ decision: Place<Decision>, _ frame: FactFrame, _ powers: [Place<Fact>]) -> PowerSearch? {
        do throws(BudgetExceeded) {
            return try PowerSearch(solver, decision, frame, powers)
        } catch {
            return nil
        }
    }

    private init(_ solver: Solver, _ decision: Place<Decision>, _ frame: FactFrame, _ powers: [Place<Fact>]) throws(BudgetExceeded) {
        let plan = solver.plan
        var search = try CompletionSearch(plan, frame, decision, solver.scope(decision), budget: solver.budget, powers: powers)
        try search.keepPremises()
        let declared = plan.decisions[decision]
        let outcomes = try search.outcomes(of: decision)
        // Of a ranked decision the outcome tells the side.
        let sides = declared.isRanked ? [] : try search.outcomes(within: declared.sides.map(\.outcomes))
        (self.outcomes, self.sides) = (outcomes, sides)
        self.search = search
    }

    /// What an exercise comes to.
    package struct Effect {
        /// The fewest other exercises with which it makes a difference.
        package let with: [Exercise]
        /// What the decision comes to with these.
        package let then: Finding
        package let leads: [PowerLead]

        package init(with: [Exercise], then: Finding, leads: [PowerLead]) { (self.with, self.then, self.leads) = (with, then, leads) }
    }

    /// What an exercise changes of the outcome or the side; nil where it never does.
    ///
    /// - Parameters:
    ///   - isTelling: whether it is to be told anyhow, by itself.
    ///   - rules: those of which it is asked whether they apply then.
    /// - Throws: `PowersCut` beyond the budget.
    package mutating func effect(_ exercise: Exercise, isTelling: Bool, _ rules: [Place<Rule>]) throws(PowersCut) -> Effect? {
        do throws(BudgetExceeded) {
            let difference = try difference(exercise)
            guard isTelling || difference != nil else { return nil }
            let with = isTelling ? [] : difference ?? []
            return Effect(with: with, then: try finding([exercise] + with, rules), leads: try leads(exercise))
        } catch {
            throw PowersCut()
        }
    }

    /// Whether something was looked at only roughly: more may then be listed than there is.
    package var isApproximate: Bool { mutating get { search.isApproximate } }

    /// The fewest other exercises with which, under some completion, an exercise makes a difference to the outcome or the side; nil where it
    /// never makes one.
    private mutating func difference(_ exercise: Exercise) throws(BudgetExceeded) -> [Exercise]? {
        let (idle, done) = (search.idle(exercise.power), search.done(exercise))
        guard !done.isEmpty else { return nil }
        let diagram = search.diagram
        var differ = DiagramNode.no
        for node in outcomes + sides {
            let (before, after) = (try diagram.restrict(node, idle), try diagram.restrict(node, done))
            if before == after { continue }
            differ = try diagram.or(differ, try diagram.and(before, try diagram.not(after)))
            differ = try diagram.or(differ, try diagram.and(after, try diagram.not(before)))
        }
        for values in [idle, done] { differ = try diagram.and(differ, try diagram.restrict(search.constraint, values)) }
        return search.fewest(differ, beside: exercise.power)
    }

    /// All that an exercise can lead to.
    private mutating func leads(_ exercise: Exercise) throws(BudgetExceeded) -> [PowerLead] {
        let done = search.done(exercise)
        var leads: [PowerLead] = []
        for (number, outcome) in outcomes.enumerated() {
            let here = try search.diagram.restrict(try search.diagram.and(search.constraint, outcome), done)
            if let with = search.fewest(here, beside: exercise.power) { leads.append(PowerLead(outcome: number, with: with)) }
        }
        return leads
    }

    /// What the decision comes to with some exercises and no others.
    ///
    /// - Parameter rules: those of which it is asked whether they apply.
    private mutating func finding(_ exercises: [Exercise], _ rules: [Place<Rule>]) throws(BudgetExceeded) -> Finding {
        let fixed = search.only(exercises)
        let diagram = search.diagram
        let constraint = try diagram.restrict(search.constraint, fixed)
        var finding = Finding(possible: OutcomeSet(), applying: [], open: [])
        for (number, outcome) in outcomes.enumerated() {
            if diagram.meets(constraint, try diagram.restrict(outcome, fixed)) { finding.possible.insert(number) }
        }
        for rule in rules {
            let applies = try diagram.restrict(search.applies[rule.value], fixed)
            guard diagram.meets(constraint, applies) else { continue }
            if try diagram.isWithin(constraint, applies) { finding.applying.append(rule) } else { finding.open.append(rule) }
        }
        return finding
    }
}
