import Diagrams
package import Plans
package import Runtime
package import Vocabulary

/// What the exercise of powers can change of duties and charges, whatever others are exercised with it: whether they apply, and which of the
/// values is theirs.
package struct PowerNormSearch: ~Copyable {
    private var search: CompletionSearch
    /// The norms, those together that ask the same of the same.
    private let groups: [[Part]]

    /// A norm in diagrams.
    private struct Part {
        let number: Int
        let applies: DiagramNode
        let content: Content
        /// Which branch is taken wherever its values choose one.
        var chosen: [DiagramNode]
        /// What its values look at otherwise.
        let looked: Set<Place<Fact>>
    }

    /// What a norm comes to: one is as good as another with the same.
    private struct Content: Hashable {
        let values: [ValueID?]
        let deadline: String?
    }

    /// Nil beyond the budget.
    package static func make(
        _ solver: Solver, _ decision: Place<Decision>, _ frame: FactFrame, _ powers: [Place<Fact>], norms: [Int]
    ) -> PowerNormSearch? {
        do throws(BudgetExceeded) {
            return try PowerNormSearch(solver.plan, decision, frame, powers, norms: norms, budget: solver.budget)
        } catch {
            return nil
        }
    }

    private init(
        _ plan: Plan, _ decision: Place<Decision>, _ frame: FactFrame, _ powers: [Place<Fact>], norms: [Int], budget: Int
    ) throws(BudgetExceeded) {
        let choices = norms.map { ValueChoices(plan, plan.norms[$0].values) }
        let conditions = norms.map { plan.norms[$0].condition } + choices.flatMap { $0.branches.flatMap { plan[$0].map(\.condition) } }
        var search = try CompletionSearch(plan, frame, decision, SearchScope(plan, conditions), budget: budget, powers: powers)
        try search.keepPremises()
        var groups: [[Part]] = []
        for (number, choices) in zip(norms, choices) {
            let planned = plan.norms[number]
            var part = Part(
                number: number, applies: try search.condition(planned.condition),
                content: Content(
                    values: [planned.deadline, planned.amount, planned.recurrence?.from, planned.recurrence?.through], deadline: planned.norm.deadline),
                chosen: [], looked: choices.looked)
            for branches in choices.branches { part.chosen += try search.chosen(plan[branches]) }
            if let same = groups.firstIndex(where: { plan.isSameDuty($0[0].number, number) }) { groups[same].append(part) } else { groups.append([part]) }
        }
        self.groups = groups
        self.search = search
    }

    /// Whether something was looked at only roughly: more may then be listed than there is.
    package var isApproximate: Bool { mutating get { search.isApproximate } }

    /// What an exercise changes: with the fewest others with which it does, and the norms that change then under some completion.
    package struct Effect {
        package let with: [Exercise]
        package let norms: [Int]

        package init(with: [Exercise], norms: [Int]) { (self.with, self.norms) = (with, norms) }
    }

    /// Nil where an exercise changes nothing.
    ///
    /// - Throws: `PowersCut` beyond the budget.
    package mutating func effect(_ exercise: Exercise) throws(PowersCut) -> Effect? {
        do throws(BudgetExceeded) { return try changes(exercise) } catch { throw PowersCut() }
    }

    private mutating func changes(_ exercise: Exercise) throws(BudgetExceeded) -> Effect? {
        let (idle, done) = (search.idle(exercise.power), search.done(exercise))
        guard !done.isEmpty else { return nil }
        let diagram = search.diagram
        var possible = DiagramNode.yes
        for values in [idle, done] { possible = try diagram.and(possible, try diagram.restrict(search.constraint, values)) }
        var (differ, all): ([DiagramNode], DiagramNode) = ([], .no)
        for group in groups {
            let own = try diagram.and(possible, try difference(group, exercise.power, idle, done))
            differ.append(own)
            all = try diagram.or(all, own)
        }
        guard let with = search.fewest(all, beside: exercise.power) else { return nil }
        let fixed = search.only(with, beside: exercise.power)
        var norms: [Int] = []
        for (group, node) in zip(groups, differ) where try diagram.restrict(node, fixed) != .no { norms.append(group[0].number) }
        return Effect(with: with, norms: norms)
    }

    /// Where norms that ask the same come to something else before and after.
    private func difference(
        _ group: [Part], _ power: Place<Fact>, _ idle: [Int: Int], _ done: [Int: Int]
    ) throws(BudgetExceeded) -> DiagramNode {
        let diagram = search.diagram
        var differ = DiagramNode.no
        for (place, content) in group.map(\.content).enumerated() where !group[..<place].contains(where: { $0.content == content }) {
            // Of how many at least: one that takes the place of another with the same content is no difference, one more is.
            var atLeast: [DiagramNode] = []
            for part in group where part.content == content {
                for number in (0...atLeast.count).reversed() {
                    let more = try diagram.and(number == 0 ? .yes : atLeast[number - 1], part.applies)
                    if number == atLeast.count { atLeast.append(more) } else { atLeast[number] = try diagram.or(atLeast[number], more) }
                }
            }
            for count in atLeast { differ = try diagram.or(differ, try turned(count, idle, done)) }
        }
        for part in group {
            let stays = try diagram.and(try diagram.restrict(part.applies, idle), try diagram.restrict(part.applies, done))
            if part.looked.contains(power) { differ = try diagram.or(differ, stays) }
            for chosen in part.chosen { differ = try diagram.or(differ, try diagram.and(stays, try turned(chosen, idle, done))) }
        }
        return differ
    }

    /// Where something is so either before or after, and not both.
    private func turned(_ node: DiagramNode, _ idle: [Int: Int], _ done: [Int: Int]) throws(BudgetExceeded) -> DiagramNode {
        let diagram = search.diagram
        let (before, after) = (try diagram.restrict(node, idle), try diagram.restrict(node, done))
        if before == after { return .no }
        return try diagram.or(try diagram.and(before, try diagram.not(after)), try diagram.and(after, try diagram.not(before)))
    }
}

extension CompletionSearch {
    /// Under which completions each value of some branches is the one taken.
    fileprivate mutating func chosen(_ branches: ArraySlice<Branch>) throws(BudgetExceeded) -> [DiagramNode] {
        var (found, rest): ([(value: ValueID, taken: DiagramNode)], DiagramNode) = ([], .yes)
        for branch in branches {
            let own = try condition(branch.condition)
            let taken = try diagram.and(rest, own)
            if let same = found.firstIndex(where: { $0.value == branch.value }) {
                found[same].taken = try diagram.or(found[same].taken, taken)
            } else {
                found.append((branch.value, taken))
            }
            rest = try diagram.and(rest, try diagram.not(own))
        }
        return found.map(\.taken)
    }
}

/// Where values choose between others, and which facts they look at otherwise.
private struct ValueChoices {
    private(set) var branches: [Operands<Branch>] = []
    private(set) var looked: Set<Place<Fact>> = []

    init(_ plan: Plan, _ values: [ValueID]) {
        var waiting = values.map { NodeID.value($0) }
        while let next = waiting.popLast() {
            guard case .value(let value) = next else { continue }
            switch plan[value] {
            case .choice(let own): branches.append(own)
            case .fact(let fact): looked.insert(fact)
            // What is asked of records is not taken apart.
            case .count, .total:
                var reach = Reach()
                reach.add(value, of: plan)
                looked.formUnion(plan.decisions(read: reach).reduce(reach.facts) { $0.union(plan.program($1).facts) })
                continue
            case .constant, .arithmetic, .rounded, .calendar, .lookup: break
            }
            plan.parts(of: next).append(to: &waiting)
        }
    }
}

extension Plan {
    /// Whether two norms ask the same of the same, as provisions do that differ only in when or how much.
    package func isSameDuty(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (norms[one].norm, norms[other].norm)
        return one.kind == other.kind && one.bearer == other.bearer && one.counterparty == other.counterparty && one.content == other.content
    }
}
