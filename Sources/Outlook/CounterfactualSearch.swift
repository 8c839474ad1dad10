import Completions
import Diagrams
import Plans
import Runtime
import Values
import Vocabulary

/// Looks for the smallest sets of facts whose change settles another outcome.
struct CounterfactualSearch {
    let solver: Solver
    let frame: FactFrame
    let slots: [FactInstance]
    private var result = Counterfactuals()
    private var tried = 0

    init(solver: Solver, frame: FactFrame, slots: [FactInstance]) {
        self.solver = solver
        self.frame = frame
        self.slots = slots
    }

    private var plan: Plan { solver.plan }

    mutating func run(
        _ search: inout CompletionSearch, _ targets: [Int], _ decision: Place<Decision>
    ) throws(BudgetExceeded) -> Counterfactuals {
        let outcomes = try search.outcomes(of: decision)
        var variables: [FactInstance: [Int]] = [:]
        for (number, source) in search.variables.enumerated() {
            switch source {
            case .fact(let fact, let record), .member(let fact, let record, _):
                let slot = FactInstance(fact: fact, record: record)
                if slots.contains(slot) { variables[slot, default: []].append(number) }
            case .further, .others, .order: break
            }
        }
        // Other facts are as they are: unknown ones under every completion.
        let free = Set(search.variables.indices).subtracting(variables.values.joined())
        var goals: [(outcome: Int, settled: DiagramNode)] = []
        for target in targets {
            let others = try search.diagram.and(search.constraint, try search.diagram.not(outcomes[target]))
            var (bad, possible) = (others, search.constraint)
            for variable in free.sorted() { (bad, possible) = (try search.diagram.exists(variable, bad), try search.diagram.exists(variable, possible)) }
            let settled = try search.diagram.and(possible, try search.diagram.not(bad))
            if settled != .no { goals.append((target, settled)) }
        }
        let support = goals.reduce(into: Set<Int>()) { $0.formUnion(search.diagram.support($1.settled)) }
        // What is least trouble is tried first; a sort that keeps the vocabulary's order where two are the same.
        let relevant = slots.filter { !support.isDisjoint(with: variables[$0] ?? []) }.enumerated()
            .sorted { (plan.cost($0.element), $0.offset) < (plan.cost($1.element), $1.offset) }.map(\.element)
        var minimal: [Int: [Set<FactInstance>]] = [:]
        for size in 1...Counterfactuals.mostChanges {
            for goal in goals {
                for chosen in Self.subsets(relevant, size) {
                    guard result.found.count < Counterfactuals.mostNamed else {
                        result.isApproximate = true
                        return result
                    }
                    let set = Set(chosen)
                    if minimal[goal.outcome, default: []].contains(where: { $0.isSubset(of: set) }) { continue }
                    tried += 1
                    guard tried <= Counterfactuals.mostTried else {
                        result.isApproximate = true
                        return result
                    }
                    if try attempt(chosen, goal.outcome, goal.settled, variables, &search, decision) { minimal[goal.outcome, default: []].append(set) }
                }
            }
        }
        // More facts than these may have to change together.
        let isCutShort = relevant.count > Counterfactuals.mostChanges && goals.contains { minimal[$0.outcome, default: []].isEmpty }
        result.isApproximate = result.isApproximate || search.isApproximate || isCutShort
        return result
    }

    /// The sets of so many elements, in order.
    private static func subsets(_ elements: [FactInstance], _ size: Int) -> [[FactInstance]] {
        guard size > 0 else { return [[]] }
        return elements.indices.flatMap { first in subsets(Array(elements[(first + 1)...]), size - 1).map { [elements[first]] + $0 } }
    }

    /// Whether changing just these facts, each to another value, settles the outcome.
    private mutating func attempt(
        _ chosen: [FactInstance], _ outcome: Int, _ settled: DiagramNode, _ variables: [FactInstance: [Int]], _ search: inout CompletionSearch,
        _ decision: Place<Decision>
    ) throws(BudgetExceeded) -> Bool {
        // The other facts keep their values, and those that are unknown may be anything.
        var goal = settled
        for slot in slots where !chosen.contains(slot) {
            let own = variables[slot] ?? []
            let stored = frame.reading(slot, plan)
            if stored.state == .unknown {
                for variable in own { goal = try search.diagram.not(try search.diagram.exists(variable, try search.diagram.not(goal))) }
            } else {
                for variable in own {
                    let (source, values) = (search.variables[variable], search.values(of: variable))
                    if values.isEmpty { continue }
                    guard let value = values.firstIndex(where: { has(stored, source, $0) }) else { return false }
                    goal = try search.diagram.restrict(goal, [variable: value])
                }
            }
        }
        guard goal != .no else { return false }
        var changed = frame
        var changes: [Counterfactual.Change] = []
        for slot in chosen {
            let own = variables[slot] ?? []
            guard let change = try pick(slot, own, goal, search), change.value != frame.reading(slot, plan) else { return false }
            for (variable, value) in change.settled { goal = try search.diagram.restrict(goal, [variable: value]) }
            changed.put(change.value, slot, plan)
            changes.append(.init(fact: slot.fact, record: slot.record, value: change.value, least: change.least, most: change.most))
        }
        // The engine itself has the last word on what the facts then come to.
        let finding = solver.finding(decision, changed)
        guard solver.violations(changed).isEmpty, finding.possible == OutcomeSet(outcome) else { return false }
        let rule = solver.primary(finding).first
        result.found.append(Counterfactual(changes: changes, outcome: outcome, clause: rule.map { plan.rules[$0].clause } ?? plan.decisions[decision].ground))
        return true
    }

    private struct Pick {
        let value: Reading
        let settled: [(Int, Int)]
        var least: Int64?
        var most: Int64?
    }

    /// A value of one fact under which the goal can be reached, other than the present one.
    private func pick(_ slot: FactInstance, _ variables: [Int], _ goal: DiagramNode, _ search: borrowing CompletionSearch) throws(BudgetExceeded) -> Pick? {
        let present = frame.reading(slot, plan)
        if case .set = plan.facts[slot.fact].type { return try pickMembers(slot, variables, goal, search, present) }
        guard let variable = variables.first else { return nil }
        let values = search.values(of: variable)
        var good: [Int] = []
        for number in values.indices {
            let rest = try search.diagram.restrict(goal, [variable: number])
            if rest != .no { good.append(number) }
        }
        guard let number = good.first(where: { values[$0] != present && values[$0].state == .known }) else { return nil }
        var pick = Pick(value: values[number], settled: [(variable, number)])
        guard plan.caseCount(plan.facts[slot.fact].type) == nil else { return pick }
        // The stretch of values around it that all do; at the ends of all values there is no bound.
        var (low, high) = (number, number)
        while good.contains(low - 1), values[low - 1].state == .known { low -= 1 }
        while good.contains(high + 1), values[high + 1].state == .known { high += 1 }
        let known = values.indices.filter { values[$0].state == .known }
        if low != known.first { pick.least = values[low].value }
        if high != known.last { pick.most = values[high].value }
        // Of the stretch the value that people would write, and the region that it lies in.
        if let round = plan.facts[slot.fact].type.simplest(from: pick.least, to: pick.most), round != present.value || present.state != .known {
            let region = (low...high).last { values[$0].state == .known && values[$0].value <= round } ?? low
            pick = Pick(value: Reading(.known, round), settled: [(variable, region)], least: pick.least, most: pick.most)
        }
        return pick
    }

    /// Members of a set: first without one that is in, then with one more.
    private func pickMembers(
        _ slot: FactInstance, _ variables: [Int], _ goal: DiagramNode, _ search: borrowing CompletionSearch, _ present: Reading
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

    /// Whether a variable's value stands for what is stored of a fact.
    private func has(_ stored: Reading, _ source: VariableSource, _ value: Reading) -> Bool {
        if case .member(_, _, let code) = source { return stored.state == .known && stored.value >> Int64(code) & 1 == value.value }
        return value == stored
    }
}

extension FactType {
    /// The value of a stretch that people would write; `nil` where any is as good.
    fileprivate func simplest(from least: Int64?, to most: Int64?) -> Int64? {
        switch self {
        case .version: Version.simplest(from: least, to: most)
        case .number, .integer: FixedDecimal.simplest(from: least, to: most)
        default: nil
        }
    }
}
