import Diagrams
import Plans
package import Runtime
import Values
import Vocabulary

/// Which variables a search has, and which values of each are told apart.
extension CompletionSearch {
    mutating func collectRegions(_ frame: FactFrame) throws(BudgetExceeded) {
        let plan = self.plan
        let everything = scope.roots(plan) + connected(frame).map(\.condition)
        // What the other side of a comparison can be: exactly, or the entries of a table column.
        try regions.collect(everything, isOpen: { Self.openCount($0, plan, frame) > 0 }) { id throws(BudgetExceeded) in
            try plan.possibleValues(id, frame)
        }
    }

    /// How many variables stand for an ordered fact: of a list, one for each record of which it is unknown and each that nobody has named.
    static func openCount(_ fact: Place<Fact>, _ plan: Plan, _ frame: FactFrame) -> Int {
        guard let list = plan.facts[fact].list else { return frame[fact].state == .unknown ? 1 : 0 }
        let own = frame.lists[list.value]
        let named = (0..<own.recordCount).count { own[$0, plan.fieldNumbers[fact.value]].state == .unknown }
        return named + (own.isComplete ? 0 : mostFurther)
    }

    /// The constraints that can tell something of the decision. A fact whose one value is known passes nothing on: what only such facts tie to
    /// the decision cannot change it (known facts that break a constraint are found apart).
    func connected(_ frame: FactFrame) -> [PlannedConstraint] { Self.constraints(tied, to: scope) { isOpen($0, frame) } }

    /// Those of some constraints that certain facts tie to what is looked at, one after the other.
    static func constraints(_ all: [PlannedConstraint], to scope: SearchScope, through ties: (Place<Fact>) -> Bool) -> [PlannedConstraint] {
        var reached = scope.facts.filter(ties)
        var (found, rest): ([PlannedConstraint], [PlannedConstraint]) = ([], all)
        while true {
            let near = rest.filter { !reached.isDisjoint(with: $0.reach) }
            if near.isEmpty { return found }
            found += near
            rest.removeAll { !reached.isDisjoint(with: $0.reach) }
            for constraint in near { reached.formUnion(constraint.reach.filter(ties)) }
        }
    }

    private func isOpen(_ fact: Place<Fact>, _ frame: FactFrame) -> Bool {
        if plan.facts[fact].list != nil { return true }
        if case .set = plan.facts[fact].type { return true }
        return frame[fact].state != .known
    }

    /// Variables are ordered as the vocabulary is: facts that belong together stand together.
    mutating func numberVariables(_ open: FactFrame) {
        var facts = scope.facts
        for constraint in connected(open) { facts.formUnion(constraint.reach) }
        for fact in facts.sorted() {
            if let list = plan.facts[fact].list {
                for record in 0..<frame.lists[list.value].recordCount + (further(list) ?? 0) { number(fact, record: record) }
            } else {
                number(fact, record: nil)
            }
        }
    }

    private mutating func number(_ fact: Place<Fact>, record: Int?) {
        if case .set(let of) = plan.facts[fact].type {
            for code in plan.enumerations[of].cases.indices { add(.member(fact, record: record, code: code)) }
        } else {
            add(.fact(fact, record: record))
        }
    }

    @discardableResult
    mutating func add(_ source: VariableSource) -> Int {
        if let number = numbers[source] { return number }
        let number = variables.count
        numbers[source] = number
        variables.append(source)
        return number
    }

    /// The values of a variable that are told apart.
    package func values(of variable: Int) -> [Reading] {
        if let domain = domains[variables[variable]] { return domain }
        if case .fact(let fact, _) = variables[variable] { return (0..<Int64(plan.caseCount(plan.facts[fact].type) ?? 0)).map { Reading(.known, $0) } }
        return [Reading(.known, 0), Reading(.known, 1)]
    }

    /// The values of a fact that conditions can tell apart.
    mutating func domain(_ fact: Place<Fact>, _ source: VariableSource) throws(BudgetExceeded) -> [Reading] {
        if let domain = domains[source] { return domain }
        let type = plan.facts[fact].type
        var readings: [Reading]
        if powers.contains(fact) {
            readings = [Reading(.unexercised)] + plan.exercises(of: fact).map { Reading(.known, $0) }
        } else if let count = plan.caseCount(type) {
            readings = (0..<Int64(count)).map { Reading(.known, $0) }
        } else {
            // Facts that are compared with each other need room to lie in every order on each side of each bound.
            let company = regions.company(of: fact)
            let count = company.count == 1 ? 1 : company.reduce(0) { $0 + Self.openCount($1, plan, frame) }
            var bounds = try regions.bounds(of: company, count: count)
            if type == .date { bounds.insert(frame[.asOf].value) }
            let reach = Int64(regions.weekdays.isDisjoint(with: company) ? count : max(count, 7))
            guard bounds.count * Int(reach) <= RegionCollector.mostValues else { throw BudgetExceeded() }
            var values: Set<Int64> = []
            for bound in bounds {
                for step in -reach...reach {
                    if let value = Self.step(bound, step, type) { values.insert(value) }
                }
            }
            readings = values.sorted().filter { isPossible($0, type) }.map { Reading(.known, $0) }
            if type == .date { readings.append(Reading(.pending)) }
        }
        domains[source] = readings
        return readings
    }

    /// A value so many steps away; integers lie a million apart, and bounds between them are rounded down.
    private static func step(_ bound: Int64, _ step: Int64, _ type: FactType) -> Int64? {
        guard type == .integer else {
            let (value, overflow) = bound.addingReportingOverflow(step)
            return overflow ? nil : value
        }
        let whole = bound / 1_000_000 - (bound % 1_000_000 < 0 ? 1 : 0)
        let (value, overflow) = (whole + step).multipliedReportingOverflow(by: 1_000_000)
        return overflow ? nil : value
    }

    /// Values that no fact of the type can have are left out of its regions.
    private func isPossible(_ value: Int64, _ type: FactType) -> Bool {
        switch type {
        case .time: (0...1440).contains(value)
        case .version: value >= 0
        case .bool, .enumeration, .set, .date, .month, .number, .integer, .text: true
        }
    }

    /// How many records of an open list that nobody has named can matter at once: one for each thing that is asked of them.
    /// `nil` where that is more than is tried.
    func further(_ list: Place<RecordList>) -> Int? {
        guard !frame.lists[list.value].isComplete else { return 0 }
        let count = regions.quantifiers[list]?.count ?? 0
        return count <= Self.mostFurther ? count : nil
    }

    private static let mostFurther = 3
}
