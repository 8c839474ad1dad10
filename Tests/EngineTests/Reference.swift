import Contract
import Vocabulary

/// What docs/language.md says, read literally: recursive, over the checked contract, with dictionaries, and sharing nothing with the engine.
///
/// A truth is `true`, `false` or `nil` for unknown. With `guesses` it is the logic of one completion: facts have what `assumed` gives
/// them, and values that nothing can tell lie to each other as was guessed for them.
final class Reference {
    /// A fact of the case, or of one record of a list.
    struct Slot: Hashable {
        let fact: Place<Fact>
        let record: Int?
    }

    let contract: CheckedContract
    let world: World
    /// What a completion says of facts that are unknown, where they are asked.
    var assumed: [Slot: Knowledge] = [:]
    /// What a completion guesses; `nil` for three-valued logic.
    var guesses: [OpenComparison: OpenComparison.Way]?
    /// The first comparison without a guess.
    private(set) var unguessed: OpenComparison?
    /// The record in view of each list.
    private(set) var view: [Place<RecordList>: Int] = [:]
    private var knownHolds: [Place<Rule>: Bool?] = [:]
    private var knownApplies: [Place<Rule>: Bool?] = [:]
    private let defeaters: [Place<Rule>: [Place<Rule>]]

    convenience init(_ contract: CheckedContract, _ world: World) { self.init(contract, world, defeaters: Self.defeaters(contract)) }

    init(_ contract: CheckedContract, _ world: World, defeaters: [Place<Rule>: [Place<Rule>]]) {
        self.contract = contract
        self.world = world
        self.defeaters = defeaters
    }

    /// The rules that each rule gives way to.
    static func defeaters(_ contract: CheckedContract) -> [Place<Rule>: [Place<Rule>]] {
        var defeaters: [Place<Rule>: [Place<Rule>]] = [:]
        for (number, rule) in contract.rules.enumerated() {
            for target in rule.defeats.flatMap(\.targets) { defeaters[Place(target.value), default: []].append(Place(number)) }
        }
        return defeaters
    }

    // MARK: Rules and decisions

    /// 成立: the condition is true.
    func holds(_ rule: Place<Rule>) -> Bool? {
        if let known = knownHolds[rule] { return known }
        let outer = view
        view = [:]
        defer { view = outer }
        // 要件: each is met, or a rule that waives it applies.
        let requirements = contract.rules[rule.value].requirements.map { requirement in
            any([truth(requirement.condition)] + requirement.waivers.map { applies($0) })
        }
        let result = all([truth(contract.rules[rule.value].condition)] + requirements)
        knownHolds[rule] = .some(result)
        return result
    }

    /// 適用: it holds, and no rule that defeats it applies.
    func applies(_ rule: Place<Rule>) -> Bool? {
        if let known = knownApplies[rule] { return known }
        let undefeated = (defeaters[rule] ?? []).map { applies($0).map { !$0 } }
        let result = all([holds(rule)] + undefeated)
        knownApplies[rule] = .some(result)
        return result
    }

    /// The outcomes that may come of a decision; the number after the last is a conflict.
    func possible(_ decision: Place<Decision>) -> Set<Int> {
        var certain: Set<Int> = []
        var open: Set<Int> = []
        for (number, rule) in contract.rules.enumerated() where rule.rule.decision == decision {
            switch applies(Place(number)) {
            case true?: certain.insert(rule.rule.outcome)
            case nil: open.insert(rule.rule.outcome)
            case false?: break
            }
        }
        var possible: Set<Int> = []
        for given in open.subtracting(certain).reduce([certain], { sets, outcome in sets + sets.map { $0.union([outcome]) } }) {
            possible.insert(outcome(contract.decisions[decision], given))
        }
        return possible
    }

    private func outcome(_ decision: Decision, _ given: Set<Int>) -> Int {
        guard let first = given.min() else { return decision.fallback }
        return given.count == 1 || decision.isRanked ? first : decision.outcomes.count
    }

    // MARK: Conditions

    private func all(_ parts: [Bool?]) -> Bool? { parts.contains(false) ? false : parts.contains(nil) ? nil : true }

    private func any(_ parts: [Bool?]) -> Bool? { parts.contains(true) ? true : parts.contains(nil) ? nil : false }

    func truth(_ condition: Condition) -> Bool? {
        switch condition {
        case .constant(let value): return value
        case .and(let parts): return all(parts.map { truth($0) })
        case .or(let parts): return any(parts.map { truth($0) })
        case .not(let part): return truth(part).map { !$0 }
        case .isCase(let fact, let cases):
            switch knowledge(fact) {
            case .value(let code): return cases.contains(Int(code))
            case .inapplicable, .unexercised: return false
            case .unknown, .pending, .members: return nil
            }
        case .hasAny(let fact, let mask): return includes(fact, mask) { any($0) }
        case .hasAll(let fact, let mask): return includes(fact, mask) { all($0) }
        case .compare(let relation, let left, let right): return compare(relation, left, right)
        case .isPending(let fact): return state(fact, .pending)
        case .isInapplicable(let fact): return state(fact, .inapplicable)
        case .holds(let rule): return holds(rule)
        case .applies(let rule): return applies(rule)
        case .outcome(let decision, let mask):
            let possible = possible(decision)
            let wanted = possible.filter { mask >> UInt64($0) & 1 == 1 }
            return wanted.count == possible.count ? true : wanted.isEmpty ? false : nil
        case .reading(let interpretation, let reading): return world.readings[interpretation] == reading
        case .some(let list, let body): return any(records(list) { truth(body) } + (world.lists[list]?.isComplete == true ? [] : [nil]))
        case .every(let list, let body): return all(records(list) { truth(body) } + (world.lists[list]?.isComplete == true ? [] : [nil]))
        case .definition(let place):
            guard case .condition(let body) = contract.definitions[place].body else { return nil }
            return truth(body)
        }
    }

    private func includes(_ fact: Place<Fact>, _ mask: UInt64, _ combine: ([Bool?]) -> Bool?) -> Bool? {
        let wanted = (0..<64).filter { mask >> UInt64($0) & 1 == 1 }
        switch knowledge(fact) {
        case .inapplicable, .unexercised: return false
        case .members(let yes, let no):
            return combine(wanted.map { yes >> UInt64($0) & 1 == 1 ? true : no >> UInt64($0) & 1 == 1 ? false : nil })
        case .unknown, .value, .pending: return combine(wanted.map { _ in nil })
        }
    }

    private func state(_ fact: Place<Fact>, _ wanted: Knowledge) -> Bool? {
        let knowledge = knowledge(fact)
        return knowledge == .unknown ? nil : knowledge == wanted
    }

    /// Something about each record of a list that is known.
    private func records<Result>(_ list: Place<RecordList>, _ body: () -> Result) -> [Result] {
        let outer = view[list]
        defer { view[list] = outer }
        return (world.lists[list]?.rows ?? []).indices.map { record in
            view[list] = record
            return body()
        }
    }

    private func compare(_ relation: Relation, _ first: Value, _ second: Value) -> Bool? {
        let (left, right) = (value(first), value(second))
        func isOrdered(_ order: Int) -> Bool {
            switch relation {
            case .equal: order == 0
            case .notEqual: order != 0
            case .less: order < 0
            case .lessOrEqual: order <= 0
            case .greater: order > 0
            case .greaterOrEqual: order >= 0
            }
        }
        switch (left, right) {
        case (.inapplicable, _), (_, .inapplicable), (.unexercised, _), (_, .unexercised): return false
        case (.value(let one), .value(let other)): return isOrdered(one < other ? -1 : one > other ? 1 : 0)
        case (.pending, .value(let day)) where day <= world.asOf: return isOrdered(1)
        case (.value(let day), .pending) where day <= world.asOf: return isOrdered(-1)
        default:
            guard guesses != nil else { return nil }
            return guess(first, left, second, right).map { isOrdered($0.rawValue) } ?? false
        }
    }

    /// The guess; without one, what the other guesses leave, or `nil` where they leave it open.
    func guessed(_ open: OpenComparison) -> OpenComparison.Way? {
        if let guess = guesses?[open] { return guess }
        let ways = open.ways(beside: guesses ?? [:])
        if ways.count == 1 { return ways[0] }
        if unguessed == nil { unguessed = open }
        return nil
    }

    // MARK: Facts

    /// A fact in the record in view.
    func slot(_ fact: Place<Fact>) -> Slot { Slot(fact: fact, record: contract.facts[fact].list.map { view[$0] ?? 0 }) }

    /// A fact that is unknown does not apply where its premise is false.
    func knowledge(_ fact: Place<Fact>) -> Knowledge {
        let record = slot(fact).record
        let stored: Knowledge
        if let list = contract.facts[fact].list, let record {
            stored = world.lists[list]?.rows[record][fact] ?? .unknown
        } else {
            stored = world.facts[fact] ?? .unknown
        }
        let assumption = assumed[Slot(fact: fact, record: record)]
        guard stored == .unknown else {
            if case .members = stored { return assumption ?? stored }
            return stored
        }
        if let premise = contract.premises[fact.value], truth(premise) == false { return .inapplicable }
        return assumption ?? .unknown
    }

    // MARK: Values

    func value(_ value: Value) -> Knowledge {
        switch value {
        case .constant(let constant): return .value(constant)
        case .fact(let fact): return knowledge(fact)
        case .sum(let left, let right): return calculate(self.value(left), self.value(right)) { $0 + $1 }
        case .difference(let left, let right): return calculate(self.value(left), self.value(right)) { $0 - $1 }
        case .product(let left, let right):
            return calculate(self.value(left), self.value(right)) { $0 * $1 % 1_000_000 == 0 ? $0 * $1 / 1_000_000 : nil }
        case .days(let from, let to): return calculate(self.value(to), self.value(from)) { ($0 - $1) * 1_000_000 }
        case .rounded(let rounding, let factors, let divisors, let step): return rounded(rounding, factors, divisors, step)
        case .calendar(let way, let date, let count): return calendar(way, self.value(date), count)
        case .count(let list, let body):
            guard world.lists[list]?.isComplete == true else { return .unknown }
            let truths = records(list) { truth(body) }
            return truths.contains(nil) ? .unknown : .value(Int64(truths.filter { $0 == true }.count) * 1_000_000)
        case .total(let list, let body):
            guard world.lists[list]?.isComplete == true else { return .unknown }
            return records(list) { self.value(body) }.reduce(.value(0)) { sum, part in
                part == .inapplicable ? sum : part == .unexercised ? .unknown : calculate(sum, part) { $0 + $1 }
            }
        case .lookup(let table, let keys, let column): return lookup(contract.tables[table], keys.map { self.value($0) }, column)
        case .definition(let place):
            guard case .value(let body, _) = contract.definitions[place].body else { return .unknown }
            return self.value(body)
        case .choice(let choices):
            for choice in choices {
                switch truth(choice.condition) {
                case true?: return self.value(choice.value)
                case nil: return .unknown
                case false?: continue
                }
            }
            return .unknown
        }
    }

    private func calculate(_ left: Knowledge, _ right: Knowledge, _ combine: (Int128, Int128) -> Int128?) -> Knowledge {
        if left == .inapplicable || right == .inapplicable { return .inapplicable }
        if left == .unexercised || right == .unexercised { return .unexercised }
        guard case (.value(let one), .value(let other)) = (left, right), let result = combine(Int128(one), Int128(other)) else { return .unknown }
        return Int64(exactly: result).map { .value($0) } ?? .unknown
    }

    /// A step along the calendar. What is still to come stays so when it is put off.
    private func step(_ date: Knowledge, _ count: Int64, _ move: (Int64) -> Int64?) -> Knowledge {
        switch date {
        case .value(let day): move(day).map { .value($0) } ?? .unknown
        case .pending: count >= 0 ? .pending : .unknown
        default: date
        }
    }

    private func calendar(_ way: CalendarStep, _ date: Knowledge, _ count: Int64) -> Knowledge {
        switch way {
        case .addDays: step(date, count) { Almanac.day($0, plusDays: count) }
        case .addMonths: step(date, count) { Almanac.day($0, plusMonths: count) }
        case .periodEnd: step(date, 0) { Almanac.lastDay(of: count, from: $0) }
        case .monthEnd: step(date, 0) { Almanac.monthEnd($0) }
        case .carriedOver: step(date, 0) { Almanac.openDay(from: $0) }
        case .month: step(date, -1) { Almanac.month($0) }
        case .firstDay: step(date, -1) { Almanac.number(Int($0 / 12), Int($0 % 12) + 1, 1) }
        case .weekday: step(date, -1) { Almanac.weekday($0) }
        case .isHoliday: step(date, -1) { Almanac.isHoliday($0) ? 1 : 0 }
        case .leapYearDays: step(date, -1) { Almanac.leapYearDays($0) * 1_000_000 }
        }
    }

    /// As by hand: whole steps first, then what is left over.
    private func rounded(_ rounding: Rounding, _ factors: [Value], _ divisors: [Value], _ step: Int64) -> Knowledge {
        var known: [[Int128]] = [[], []]
        var isOpen = false
        for (side, values) in [factors, divisors].enumerated() {
            for part in values.map({ value($0) }) {
                switch part {
                case .value(let number): known[side].append(Int128(number))
                case .inapplicable, .unexercised: return part
                case .unknown, .pending, .members: isOpen = true
                }
            }
        }
        if isOpen { return .unknown }
        let (above, below) = (known[0].reduce(1, *), known[1].reduce(1, *))
        // Each number is so many millionths.
        let tens = { (count: Int) in (0..<6 * max(0, count)).reduce(Int128(1)) { ten, _ in ten * 10 } }
        let whole = below * Int128(step) * tens(factors.count - divisors.count - 1)
        guard whole != 0 else { return .unknown }
        let (all, unit) = ((above * tens(1 + divisors.count - factors.count)).magnitude, whole.magnitude)
        var count = all / unit
        let rest = all % unit
        if rounding == .up && rest > 0 || rounding == .half && rest * 2 >= unit { count += 1 }
        return .value(Int64(count) * step * ((above < 0) == (whole < 0) ? 1 : -1))
    }

    private func lookup(_ table: ReferenceTable, _ keys: [Knowledge], _ column: Int) -> Knowledge {
        var values: [Int64] = []
        for key in keys {
            switch key {
            case .value(let value): values.append(value)
            case .inapplicable, .unexercised: return key
            case .unknown, .pending, .members: return .unknown
            }
        }
        let row: ReferenceTable.Row?
        if table.isLatest {
            guard values[0] <= table.until ?? .max else { return .unknown }
            func begin(_ row: ReferenceTable.Row) -> Int64 { if case .value(let day)? = row.keys.first { day } else { .max } }
            row = table.rows.filter { begin($0) <= values[0] }.max { begin($0) < begin($1) }
        } else {
            row = table.rows.first { row in
                zip(row.keys, values).allSatisfy { key, value in
                    switch key {
                    case .any: true
                    case .value(let own): own == value
                    case .series(let range): range.lowerBound <= value && value <= range.upperBound
                    }
                }
            }
        }
        return row?.values[column].map { .value($0) } ?? .unknown
    }
}
