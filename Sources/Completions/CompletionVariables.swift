import Diagrams
import Plans
package import Runtime
import Values
import Vocabulary

/// Which variables a search has, and which values of each are told apart.
extension CompletionSearch {
    /// How many variables stand for an ordered fact: of a list, one for each record of which it is unknown and each that nobody has named.
    static func openCount(_ fact: Place<Fact>, _ plan: Plan, _ frame: FactFrame) -> Int {
        guard let list = plan.facts[fact].list else { return frame[fact].state == .unknown ? 1 : 0 }
        let own = frame.lists[list.value]
        let named = (0..<own.recordCount).count { own[$0, plan.fieldNumbers[fact.value]].state == .unknown }
        return named + (own.isComplete ? 0 : mostFurther)
    }

    /// The numbers of the constraints that can tell something of the decision. A fact whose one value is known passes nothing on: what only such
    /// facts tie to the decision cannot change it (known facts that break a constraint are found apart).
    static func connected(_ plan: Plan, _ scope: SearchScope, _ frame: FactFrame) -> [Int] { scope.constraints { isOpen($0, plan, frame) } }

    private static func isOpen(_ fact: Place<Fact>, _ plan: Plan, _ frame: FactFrame) -> Bool {
        if plan.facts[fact].list != nil { return true }
        if case .set = plan.facts[fact].type { return true }
        return frame[fact].state != .known
    }

    /// Variables are ordered as the vocabulary is: facts that belong together stand together.
    ///
    /// - Parameter connected: the numbers of the constraints that count.
    mutating func numberVariables(_ connected: [Int]) {
        var facts = scope.facts
        for number in connected { facts.formUnion(scope.tied[number].reach) }
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

    /// The number of a variable; nil where it has none.
    func number(of source: VariableSource) -> Int? {
        guard case .fact(let fact, nil) = source else { return otherNumbers[source] }
        let number = plainNumbers[fact.value]
        return number < 0 ? nil : number
    }

    @discardableResult
    mutating func add(_ source: VariableSource) -> Int {
        if let number = number(of: source) { return number }
        let number = variables.count
        if case .fact(let fact, nil) = source { plainNumbers[fact.value] = number } else { otherNumbers[source] = number }
        variables.append(source)
        domains.append(nil)
        return number
    }

    /// The values of a variable that are told apart.
    package func values(of variable: Int) -> [Reading] {
        if let domain = domains[variable] { return domain }
        if case .fact(let fact, _) = variables[variable] { return (0..<Int64(plan.caseCount(plan.facts[fact].type) ?? 0)).map { Reading(.known, $0) } }
        return [Reading(.known, 0), Reading(.known, 1)]
    }

    /// The values of a fact, of which this is the variable, that conditions can tell apart.
    mutating func domain(_ fact: Place<Fact>, _ variable: Int) throws(BudgetExceeded) -> [Reading] {
        if let domain = domains[variable] { return domain }
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
            let reach = Int64(regions.lookAtWeekdays(of: company) ? max(count, 7) : count)
            guard bounds.count * Int(reach) <= Regions.mostValues else { throw BudgetExceeded() }
            var values: Set<Int64> = []
            for bound in bounds {
                for step in -reach...reach {
                    if let value = Self.step(bound, step, type) { values.insert(value) }
                }
            }
            readings = values.sorted().filter { isPossible($0, type) }.map { Reading(.known, $0) }
            if type == .date { readings.append(Reading(.pending)) }
        }
        domains[variable] = readings
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
        let count = regions.quantifiers(of: list).count
        return count <= Self.mostFurther ? count : nil
    }

    private static let mostFurther = 3
}
