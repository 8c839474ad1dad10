import Diagrams
package import Plans
package import Runtime
package import Vocabulary

/// A discretion that is exercised, with what is decided; of a set, one member.
package struct Exercise: Hashable, Sendable {
    package let power: Place<Fact>
    package let value: Int64

    package init(_ power: Place<Fact>, _ value: Int64) { (self.power, self.value) = (power, value) }

    /// The same as something to try out.
    package var change: Change { .exercise(power, value) }
}

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
    private let plan: Plan
    private let powers: [Place<Fact>]
    private var search: CompletionSearch
    /// Under which completions and exercises each outcome comes out, and each side that is not one outcome by itself.
    private let outcomes: [DiagramNode]
    private let sides: [DiagramNode]

    /// Nil beyond the budget.
    package static func make(_ solver: Solver, _ decision: Place<Decision>, _ frame: FactFrame, _ powers: [Place<Fact>]) -> PowerSearch? {
        do throws(BudgetExceeded) {
            return try PowerSearch(solver.plan, decision, frame, powers, budget: solver.budget)
        } catch {
            return nil
        }
    }

    private init(_ plan: Plan, _ decision: Place<Decision>, _ frame: FactFrame, _ powers: [Place<Fact>], budget: Int) throws(BudgetExceeded) {
        var search = try CompletionSearch(plan, frame, decision, budget: budget, powers: powers)
        let declared = plan.decisions[decision]
        let outcomes = try search.outcomes(of: decision)
        // Of a ranked decision the outcome tells the side.
        let sides = declared.isRanked ? [] : try search.outcomes(within: declared.sides.map(\.outcomes))
        (self.outcomes, self.sides, self.powers, self.plan) = (outcomes, sides, powers, plan)
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
    package var isApproximate: Bool { search.isApproximate }

    /// The fewest other exercises with which, under some completion, an exercise makes a difference to the outcome or the side; nil where it
    /// never makes one.
    private mutating func difference(_ exercise: Exercise) throws(BudgetExceeded) -> [Exercise]? {
        let (idle, done) = (idle(exercise.power), done(exercise))
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
        return fewest(differ, beside: exercise.power)
    }

    /// All that an exercise can lead to.
    private mutating func leads(_ exercise: Exercise) throws(BudgetExceeded) -> [PowerLead] {
        let done = done(exercise)
        var leads: [PowerLead] = []
        for (number, outcome) in outcomes.enumerated() {
            let here = try search.diagram.restrict(try search.diagram.and(search.constraint, outcome), done)
            if let with = fewest(here, beside: exercise.power) { leads.append(PowerLead(outcome: number, with: with)) }
        }
        return leads
    }

    /// What the decision comes to with some exercises and no others.
    ///
    /// - Parameter rules: those of which it is asked whether they apply.
    private mutating func finding(_ exercises: [Exercise], _ rules: [Place<Rule>]) throws(BudgetExceeded) -> Finding {
        var fixed: [Int: Int] = [:]
        for power in powers where !exercises.contains(where: { $0.power == power }) { fixed.merge(idle(power)) { one, _ in one } }
        for exercise in exercises { fixed.merge(done(exercise)) { one, _ in one } }
        let diagram = search.diagram
        let constraint = try diagram.restrict(search.constraint, fixed)
        var finding = Finding(possible: OutcomeSet(), applying: [], open: [])
        for (number, outcome) in outcomes.enumerated() {
            if try diagram.and(constraint, try diagram.restrict(outcome, fixed)) != .no { finding.possible.insert(number) }
        }
        for rule in rules {
            let here = try diagram.and(constraint, try diagram.restrict(search.applies[rule.value], fixed))
            if here == .no { continue }
            if here == constraint { finding.applying.append(rule) } else { finding.open.append(rule) }
        }
        return finding
    }

    // MARK: Variables

    /// The variables of a power; the first value of each is that it is not exercised.
    private func variables(_ power: Place<Fact>) -> [(variable: Int, code: Int?)] {
        if case .set = plan.facts[power].type {
            return plan.codes(of: power).compactMap { code in search.numbers[.member(power, record: nil, code: code)].map { ($0, code) } }
        }
        return search.numbers[.fact(power, record: nil)].map { [($0, nil)] } ?? []
    }

    private func idle(_ power: Place<Fact>) -> [Int: Int] {
        Dictionary(variables(power).map { ($0.variable, 0) }, uniquingKeysWith: { one, _ in one })
    }

    /// Of a set the other members are open.
    private func done(_ exercise: Exercise) -> [Int: Int] {
        for (variable, code) in variables(exercise.power) {
            if let code {
                if code == Int(exercise.value) { return [variable: 1] }
            } else if let value = search.values(of: variable).firstIndex(of: Reading(.known, exercise.value)) {
                return [variable: value]
            }
        }
        return [:]
    }

    private func fewest(_ node: DiagramNode, beside power: Place<Fact>) -> [Exercise]? {
        var others: [Int: (power: Place<Fact>, code: Int?)] = [:]
        for other in powers where other != power {
            for (variable, code) in variables(other) { others[variable] = (other, code) }
        }
        guard let values = search.diagram.fewest(of: Set(others.keys), for: node) else { return nil }
        var exercises: [Exercise] = []
        for (variable, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let (power, code) = others[variable] else { continue }
            exercises.append(Exercise(power, code.map { Int64($0) } ?? search.values(of: variable)[value].value))
        }
        return exercises
    }
}

/// What powers do together was not looked through.
package struct PowersCut: Error {}

extension Plan {
    /// What may be decided by exercising a discretion: of yes or no, yes.
    package func exercises(of power: Place<Fact>) -> [Int64] {
        facts[power].type == .bool ? [1] : codes(of: power).map { Int64($0) }
    }
}
