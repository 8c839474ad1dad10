import Completions
import Diagrams
import Plans
import Runtime
import Values
import Vocabulary

/// Looks for the smallest sets of facts whose change reaches a goal.
struct CounterfactualSearch {
    private let solver: Solver
    private let decision: Place<Decision>
    private let frame: FactFrame
    private let slots: [FactInstance]
    private let weights: [Place<Fact>: Double]
    private let usual: [Place<Fact>: Int64]
    private var variables: [FactInstance: [Int]] = [:]
    private var result = Counterfactuals()
    private var tried = 0

    init(solver: Solver, decision: Place<Decision>, frame: FactFrame, slots: [FactInstance]) {
        self.solver = solver
        self.decision = decision
        self.frame = frame
        self.slots = slots
        weights = solver.plan.weights(of: slots, in: decision)
        usual = solver.plan.usualValues(of: decision, frame)
    }

    private var plan: Plan { solver.plan }

    /// What is looked for, under which values of the facts that can be changed some completion of the others is possible, and under which some
    /// completion misses it.
    private struct Goal {
        let number: Int
        let outcomes: OutcomeSet
        let possible: DiagramNode
        let missed: DiagramNode
    }

    /// Sets of facts that are as much of a change.
    private struct Group {
        let weight: Double
        var sets: [[FactInstance]]
    }

    mutating func run(_ search: inout CompletionSearch, _ wanted: [ChangeGoal]) throws(BudgetExceeded) -> Counterfactuals {
        for (number, source) in search.variables.enumerated() {
            switch source {
            case .fact(let fact, let record), .member(let fact, let record, _):
                let slot = FactInstance(fact: fact, record: record)
                if slots.contains(slot) { variables[slot, default: []].append(number) }
            case .further, .others, .order: break
            }
        }
        let goals = try goals(wanted, &search)
        var support: Set<Int> = []
        for goal in goals { support.formUnion(search.diagram.support(goal.missed).union(search.diagram.support(goal.possible))) }
        let relevant = slots.filter { !support.isDisjoint(with: variables[$0] ?? []) }
        // The sets of facts that reach each goal: no larger one is named.
        var minimal: [[Set<FactInstance>]] = wanted.map { _ in [] }
        sizes: for size in 1...Counterfactuals.mostChanges {
            for group in groups(relevant, size) {
                let before = result.found.count
                for goal in goals {
                    for chosen in group.sets {
                        let set = Set(chosen)
                        let isLarger = minimal.indices.contains { number in
                            minimal[number].contains { $0.isSubset(of: set) && covers(wanted[number], wanted[goal.number], isSmaller: $0.count < set.count) }
                        }
                        if isLarger { continue }
                        tried += 1
                        guard tried <= Counterfactuals.mostTried else {
                            result.isApproximate = true
                            break sizes
                        }
                        if try attempt(chosen, goal, &search) { minimal[goal.number].append(set) }
                    }
                }
                sort(from: before)
                guard result.found.count <= Counterfactuals.mostNamed else {
                    result.found.removeLast(result.found.count - Counterfactuals.mostNamed)
                    result.isApproximate = true
                    return result
                }
            }
        }
        // More facts than these may have to change together.
        let isCutShort =
            relevant.count > Counterfactuals.mostChanges
            && goals.contains { goal in
                let own = wanted[goal.number]
                return own.isOutcome && minimal[goal.number].isEmpty
                    && !minimal.indices.contains { !minimal[$0].isEmpty && covers(wanted[$0], own, isSmaller: true) }
            }
        result.isApproximate = result.isApproximate || search.isApproximate || isCutShort
        return result
    }

    /// Whether who reaches one goal needs no larger change for another: it is the same, or no better.
    private func covers(_ reached: ChangeGoal, _ other: ChangeGoal, isSmaller: Bool) -> Bool {
        if reached.outcomes.isSubset(of: other.outcomes) { return true }
        guard isSmaller, let own = reached.favour, let wanted = other.favour else { return false }
        return own >= wanted
    }

    /// Goals that can be reached for certain.
    private func goals(_ wanted: [ChangeGoal], _ search: inout CompletionSearch) throws(BudgetExceeded) -> [Goal] {
        let free = Set(search.variables.indices).subtracting(variables.values.joined())
        let reached = try search.outcomes(within: wanted.map(\.outcomes))
        var goals: [Goal] = []
        for (number, goal) in wanted.enumerated() {
            var (missed, possible) = (try search.diagram.and(search.constraint, try search.diagram.not(reached[number])), search.constraint)
            for variable in free.sorted() { (missed, possible) = (try search.diagram.exists(variable, missed), try search.diagram.exists(variable, possible)) }
            if try !search.diagram.isWithin(possible, missed) {
                goals.append(Goal(number: number, outcomes: goal.outcomes, possible: possible, missed: missed))
            }
        }
        return goals
    }

    /// The sets of so many facts, less of a change first; those that are as much keep the order of the vocabulary.
    private func groups(_ facts: [FactInstance], _ size: Int) -> [Group] {
        let sets = Self.subsets(facts, size).map { set in (weight: set.reduce(0) { $0 + (weights[$1.fact] ?? 0) }, set: set) }
        var groups: [Group] = []
        for (weight, set) in sets.enumerated().sorted(by: { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }).map(\.element) {
            if groups.last?.weight == weight { groups[groups.count - 1].sets.append(set) } else { groups.append(Group(weight: weight, sets: [set])) }
        }
        return groups
    }

    /// The sets of so many elements, in order.
    private static func subsets(_ elements: [FactInstance], _ size: Int) -> [[FactInstance]] {
        guard size > 0 else { return [[]] }
        return elements.indices.flatMap { first in subsets(Array(elements[(first + 1)...]), size - 1).map { [elements[first]] + $0 } }
    }

    /// Of changes that are otherwise as large those that lead forward come first.
    private mutating func sort(from start: Int) {
        let sorted = result.found[start...].enumerated().map { (back: $0.element.changes.count(where: \.isBackward), $0.offset, $0.element) }
            .sorted { ($0.back, $0.1) < ($1.back, $1.1) }
        result.found.replaceSubrange(start..., with: sorted.map { $0.2 })
    }

    /// Whether changing just these facts, each to another value, reaches the goal.
    private mutating func attempt(_ chosen: [FactInstance], _ wanted: Goal, _ search: inout CompletionSearch) throws(BudgetExceeded) -> Bool {
        // The other facts keep their values, and those that are unknown may be anything.
        var (possible, missed) = (wanted.possible, wanted.missed)
        for slot in slots where !chosen.contains(slot) {
            let stored = frame.reading(slot, plan)
            for variable in variables[slot] ?? [] {
                let values = search.values(of: variable)
                let value: Int?
                if case .member(_, _, let code) = search.variables[variable] {
                    let isIn = frame.member(code, of: slot, plan)
                    value = isIn == .unknown ? nil : isIn == .yes ? 1 : 0
                } else if stored.state == .unknown {
                    value = nil
                } else {
                    if values.isEmpty { continue }
                    guard let place = values.firstIndex(of: stored) else { return false }
                    value = place
                }
                if let value {
                    (possible, missed) = (try search.diagram.restrict(possible, [variable: value]), try search.diagram.restrict(missed, [variable: value]))
                } else {
                    (possible, missed) = (try search.diagram.exists(variable, possible), try search.diagram.exists(variable, missed))
                }
            }
        }
        var goal = try search.diagram.and(possible, try search.diagram.not(missed))
        // What is usual is not changed.
        for slot in chosen {
            guard let wanted = usual[slot.fact] else { continue }
            for variable in variables[slot] ?? [] {
                let flags = search.values(of: variable).map { $0 == Reading(.known, wanted) }
                goal = try search.diagram.and(goal, try search.diagram.literal(variable, flags))
            }
        }
        guard goal != .no else { return false }
        var changed = frame
        var changes: [Counterfactual.Change] = []
        for slot in chosen {
            let present = frame.reading(slot, plan)
            guard let pick = try pick(slot, goal, search), pick.value != present else { return false }
            for (variable, value) in pick.settled { goal = try search.diagram.restrict(goal, [variable: value]) }
            changed.put(pick.value, slot, plan)
            changes.append(
                .init(
                    fact: slot.fact, record: slot.record, value: pick.value, least: pick.least, most: pick.most,
                    isBackward: plan.facts[slot.fact].type.isOrdered && present.state == .known && pick.value.value < present.value))
        }
        // The engine itself has the last word on what the facts then come to.
        let finding = solver.finding(decision, changed)
        let outcomes = plan.outcomes(finding, of: decision)
        guard solver.violations(changed).isEmpty, !finding.isContradictory, outcomes.isSubset(of: wanted.outcomes) else {
            if finding.isApproximate { result.isApproximate = true }
            return false
        }
        let declared = plan.decisions[decision]
        let outcome = declared.settled(finding.possible)
        var clause = solver.primary(finding).first.flatMap { plan.rules[$0].clause }
        if outcome == declared.fallback, solver.primary(finding).isEmpty { clause = declared.ground }
        result.found.append(Counterfactual(changes: changes, outcome: outcome, side: declared.side(of: outcomes), clause: clause))
        return true
    }

    private struct Pick {
        let value: Reading
        let settled: [(Int, Int)]
        var least: Int64?
        var most: Int64?
    }

    /// The value of one fact, other than the present one, under which the goal can be reached and that is the least change.
    private func pick(_ slot: FactInstance, _ goal: DiagramNode, _ search: borrowing CompletionSearch) throws(BudgetExceeded) -> Pick? {
        let present = frame.reading(slot, plan)
        let type = plan.facts[slot.fact].type
        let variables = variables[slot] ?? []
        if case .set = type { return try pickMembers(variables, goal, search, present) }
        guard let variable = variables.first else { return nil }
        let values = search.values(of: variable)
        var good: [Int] = []
        for number in values.indices where values[number].state == .known {
            let rest = try search.diagram.restrict(goal, [variable: number])
            if rest != .no { good.append(number) }
        }
        let others = good.filter { values[$0] != present }
        let closest = present.state == .known ? others.min { type.isCloser(values[$0].value, than: values[$1].value, to: present.value) } : others.first
        guard let number = closest else { return nil }
        var pick = Pick(value: values[number], settled: [(variable, number)])
        guard plan.caseCount(type) == nil else { return pick }
        // The stretch of values around it that all do; at the ends of all values there is no bound.
        var (low, high) = (number, number)
        while good.contains(low - 1) { low -= 1 }
        while good.contains(high + 1) { high += 1 }
        let known = values.indices.filter { values[$0].state == .known }
        if low != known.first { pick.least = values[low].value }
        if high != known.last { pick.most = values[high].value }
        // Of the stretch the value that people would write, and the region that it lies in.
        if let round = type.simplest(from: pick.least, to: pick.most), round != present.value || present.state != .known {
            let region = (low...high).last { values[$0].value <= round } ?? low
            pick = Pick(value: Reading(.known, round), settled: [(variable, region)], least: pick.least, most: pick.most)
        }
        return pick
    }

    /// Members of a set: first without one that is in, then with one more.
    private func pickMembers(
        _ variables: [Int], _ goal: DiagramNode, _ search: borrowing CompletionSearch, _ present: Reading
    ) throws(BudgetExceeded) -> Pick? {
        let now = present.state == .known ? UInt64(bitPattern: present.value) : 0
        var codes: [(variable: Int, code: Int)] = []
        for variable in variables { if case .member(_, _, let code) = search.variables[variable] { codes.append((variable, code)) } }
        let others = codes.map { 1 << UInt64($0.code) as UInt64 }
        let fewer = others.filter { now & $0 != 0 }.map { now & ~$0 }
        let more = others.filter { now & $0 == 0 }.map { now | $0 }
        for mask in fewer + [0] + more where mask != now {
            let settled = codes.map { ($0.variable, mask >> UInt64($0.code) & 1 == 1 ? 1 : 0) }
            if try search.diagram.restrict(goal, Dictionary(uniqueKeysWithValues: settled)) != .no {
                return Pick(value: Reading(.known, Int64(bitPattern: mask)), settled: settled)
            }
        }
        return nil
    }
}

extension FactType {
    /// Whether more, later or newer means something.
    fileprivate var isOrdered: Bool {
        switch self {
        case .enumeration, .date, .month, .time, .version, .number, .integer: true
        case .bool, .set, .text: false
        }
    }
}
