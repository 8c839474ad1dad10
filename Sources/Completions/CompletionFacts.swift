import Diagrams
import Plans
import Runtime
import Vocabulary

extension CompletionSearch {
    func record(of fact: Place<Fact>) -> Int? { plan.facts[fact].list.map { records[$0.value] } }

    private func stored(_ fact: Place<Fact>) -> Reading {
        guard let list = plan.facts[fact].list else { return frame[fact] }
        let record = records[list.value]
        let own = frame.lists[list.value]
        if record >= 0, record < own.recordCount { return own[record, plan.fieldNumbers[fact.value]] }
        return plan.facts[fact].isDiscretion ? Reading(.unexercised) : .unknown
    }

    private func excluded(_ fact: Place<Fact>) -> UInt64 {
        guard let list = plan.facts[fact].list else { return frame.excluded[fact.value] }
        let own = frame.lists[list.value]
        return own.excluded[records[list.value] * own.fieldCount + plan.fieldNumbers[fact.value]]
    }

    /// Where the fact is asked; elsewhere it does not apply.
    private mutating func premise(_ fact: Place<Fact>) throws(BudgetExceeded) -> DiagramNode {
        guard let premise = plan.premises[fact.value], !powers.contains(fact) else { return .yes }
        return try condition(premise)
    }

    /// Whether a fact is asked under every completion, under none, or that is open too.
    mutating func isAsked(_ fact: Place<Fact>, record: Int?) throws(BudgetExceeded) -> Truth {
        let outer = records
        defer { records = outer }
        if let list = plan.facts[fact].list, let record { records[list.value] = record }
        let premise = try premise(fact)
        guard diagram.meets(constraint, premise) else { return .no }
        return try diagram.isWithin(constraint, premise) ? .yes : .unknown
    }

    /// All that a fact can be, each under its condition.
    mutating func readings(of fact: Place<Fact>) throws(BudgetExceeded) -> [Guarded] {
        let stored = stored(fact)
        guard stored.state == .unknown else { return [Guarded(condition: .yes, reading: stored)] }
        let variable = add(.fact(fact, record: record(of: fact)))
        if let known = knownReadings[variable] { return known }
        let premise = try premise(fact)
        var result: [Guarded] = []
        if premise != .no {
            let domain = try domain(fact, variable)
            for (number, reading) in domain.enumerated() {
                let own = try diagram.literal(variable, domain.indices.map { $0 == number })
                let isSample = plan.caseCount(plan.facts[fact].type) == nil
                result.append(Guarded(condition: try diagram.and(premise, own), reading: reading, isSample: isSample))
            }
        }
        if premise != .yes { result.append(Guarded(condition: try diagram.not(premise), reading: Reading(.inapplicable))) }
        knownReadings[variable] = result
        return result
    }

    /// All that a fact can be, sorted by what is made of it: each sort under its condition, in the order in which they first come.
    ///
    /// A version has hundreds of values, of which a table makes a few: a condition for each of the values would be far more than is needed.
    mutating func readings<Sort: Hashable>(
        of fact: Place<Fact>, sortedBy sort: (Reading) -> Sort
    ) throws(BudgetExceeded) -> [(sort: Sort, condition: DiagramNode)] {
        let stored = stored(fact)
        guard stored.state == .unknown else { return [(sort(stored), .yes)] }
        let premise = try premise(fact)
        var result: [(sort: Sort, condition: DiagramNode)] = []
        if premise != .no {
            let variable = add(.fact(fact, record: record(of: fact)))
            let domain = try domain(fact, variable)
            var places: [Sort: Int] = [:]
            var flags: [(sort: Sort, flags: [Bool])] = []
            for (number, reading) in domain.enumerated() {
                let sort = sort(reading)
                let place = places[sort] ?? flags.count
                if place == flags.count {
                    places[sort] = place
                    flags.append((sort, Array(repeating: false, count: domain.count)))
                }
                flags[place].flags[number] = true
            }
            for (sort, flags) in flags { result.append((sort, try diagram.and(premise, try diagram.literal(variable, flags)))) }
        }
        if premise != .yes { result.append((sort(Reading(.inapplicable)), try diagram.not(premise))) }
        return result
    }

    /// How many values of a fact are told apart.
    mutating func valueCount(of fact: Place<Fact>) throws(BudgetExceeded) -> Int {
        isStored(fact) ? 1 : try domain(fact, add(.fact(fact, record: record(of: fact)))).count
    }

    /// Whether it is known of a fact, in the record in view, what it is.
    func isStored(_ fact: Place<Fact>) -> Bool { stored(fact).state != .unknown }

    /// A test of one fact, in one step for all its values.
    mutating func test(_ fact: Place<Fact>, _ accepts: (Reading) -> Bool) throws(BudgetExceeded) -> DiagramNode {
        let stored = stored(fact)
        guard stored.state == .unknown else { return truth(accepts(stored)) }
        let premise = try premise(fact)
        var result = DiagramNode.no
        if premise != .no {
            let variable = add(.fact(fact, record: record(of: fact)))
            result = try diagram.and(premise, try diagram.literal(variable, try domain(fact, variable).map { accepts($0) }))
        }
        if premise != .yes, accepts(Reading(.inapplicable)) { result = try diagram.or(result, try diagram.not(premise)) }
        return result
    }

    /// Whether a set has one of these members, or all of them.
    mutating func membership(_ fact: Place<Fact>, _ mask: UInt64, isAny: Bool) throws(BudgetExceeded) -> DiagramNode {
        let stored = stored(fact)
        if stored.state == .inapplicable || stored.state == .unexercised { return .no }
        let isKnown = stored.state == .known
        let yes = isKnown ? UInt64(bitPattern: stored.value) : 0
        let no = isKnown ? excluded(fact) : 0
        if isAny, yes & mask != 0 { return .yes }
        if !isAny, no & mask != 0 { return .no }
        let premise: DiagramNode = isKnown ? .yes : try premise(fact)
        if premise == .no { return .no }
        var result = truth(!isAny)
        for code in 0..<64 where (mask & ~yes & ~no) >> UInt64(code) & 1 == 1 {
            let source = VariableSource.member(fact, record: record(of: fact), code: code)
            let member = try diagram.literal(add(source), [false, true])
            result = isAny ? try diagram.or(result, member) : try diagram.and(result, member)
        }
        return try diagram.and(result, premise)
    }
}
