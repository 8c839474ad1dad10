package import Diagrams
package import Plans
package import Runtime
package import Vocabulary

/// What values can be, looked up or calculated from what is known of a case; unknown where an unknown fact decides.
package struct PossibleValues: ~Copyable {
    private let plan: Plan
    private var evaluator: Evaluator<NoTracer>

    package init(_ plan: Plan, _ frame: FactFrame) {
        self.plan = plan
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
    }

    package mutating func values(_ id: ValueID) throws(BudgetExceeded) -> [Reading] {
        // What is known needs no regions: a lookup by known keys has one value, not a column of them.
        let known = evaluator.value(id)
        if known.state == .known, !plan.readsRecords(id) { return [known] }
        switch plan[id] {
        case .fact(let fact):
            // Of a list's fact, what any record has.
            guard let list = plan.facts[fact].list else { return [known] }
            let own = evaluator.frame.lists[list.value]
            return (0..<own.recordCount).map { own[$0, plan.fieldNumbers[fact.value]] }
        case .lookup(let table, _, let column):
            return plan.tables[table].rows.compactMap { $0.values[Int(column)].map { Reading(.known, $0) } }
        case .choice(let branches):
            var found: [Reading] = []
            for branch in plan[branches] { found += try values(branch.value) }
            return found
        case .calendar(let step, let date, let count): return try values(date).map { Runtime.stepped($0, step, count: count) }
        case .arithmetic(let operation, let left, let right): return try combinations([left, right]).map { arithmetic(operation, $0[0], $0[1]) }
        case .rounded(let quotient): return try combinations(plan[quotient.parts]).map { rounded(quotient, $0) }
        case .constant, .count, .total: return [known]
        }
    }

    /// What several values can be together.
    private mutating func combinations(_ parts: some Sequence<ValueID>) throws(BudgetExceeded) -> [[Reading]] {
        var combinations: [[Reading]] = [[]]
        for part in parts {
            let values = Set(try values(part))
            guard combinations.count * values.count <= CompletionSearch.mostCombinations else { throw BudgetExceeded() }
            combinations = combinations.flatMap { combination in values.map { combination + [$0] } }
        }
        return combinations
    }
}

extension Plan {
    /// Whether a value may differ from record to record of a list.
    fileprivate func readsRecords(_ id: ValueID) -> Bool {
        var reach = Reach()
        reach.add(id, of: self)
        return reach.facts.contains { facts[$0].list != nil }
    }

    /// The unknown facts and the open lists that a comparison calculates with: the search leaves them together as one open point.
    func calculatedWith(_ id: ConditionID, _ records: [Int], _ frame: FactFrame) -> [Missing.Subject] {
        var found: [Missing.Subject] = []
        if let fact = factLooked(at: self[id]) {
            note(fact, records, frame, &found)
        } else {
            for part in parts(of: .condition(id)) { gather(part, records, frame, &found) }
        }
        return found
    }

    /// The events that a comparison calculates with and that have not come yet.
    func eventsToCome(_ id: ConditionID, _ frame: FactFrame) -> [Missing.Subject] {
        var reach = Reach()
        reach.add(id, of: self)
        return reach.facts.sorted().filter { facts[$0].list == nil && frame[$0].state == .pending }.map { .event($0) }
    }

    /// Whether a value cannot be told though nothing unknown, and nothing that is still to come, goes into it: reference data is silent.
    func isGap(_ value: OpenValue, _ frame: FactFrame) -> Bool {
        guard case .value(let id, let records, .unknown) = value else { return false }
        var found: [Missing.Subject] = []
        gather(id, records, frame, &found)
        var reach = Reach()
        reach.add(id, of: self)
        return found.isEmpty && !reach.facts.contains { facts[$0].list == nil && frame[$0].state == .pending }
    }

    private func gather(_ id: NodeID, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        switch id {
        case .condition: for part in parts(of: id) { gather(part, records, frame, &found) }
        case .value(let value): gather(value, records, frame, &found)
        }
    }

    private func gather(_ id: ValueID, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        switch self[id] {
        case .fact(let fact): note(fact, records, frame, &found)
        case .count(let list, let body):
            // What is counted is a condition, and exact where all records are known.
            let isComplete = frame.lists[list.value].isComplete
            goThrough(list, records, frame, &found) { inside, found in if !isComplete { noteAll(body, inside, frame, &found) } }
        case .total(let list, let body): goThrough(list, records, frame, &found) { gather(body, $0, frame, &$1) }
        case .choice(let branches): for branch in self[branches] { gather(branch.value, records, frame, &found) }
        case .constant, .arithmetic, .rounded, .calendar, .lookup: for part in parts(of: .value(id)) { gather(part, records, frame, &found) }
        }
    }

    /// What is asked of a record that nobody has named may hang on facts outside the list too.
    private func goThrough(
        _ list: Place<RecordList>, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject],
        _ body: (_ records: [Int], inout [Missing.Subject]) -> Void
    ) {
        let isComplete = frame.lists[list.value].isComplete
        if !isComplete { found.append(.list(list)) }
        for record in 0..<frame.lists[list.value].recordCount + (isComplete ? 0 : 1) {
            var inside = records
            inside[list.value] = record
            body(inside, &found)
        }
    }

    private func note(_ fact: Place<Fact>, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        let record = facts[fact].list.map { records[$0.value] }
        if let list = facts[fact].list, let record, record >= frame.lists[list.value].recordCount { return found.append(.list(list)) }
        if (record ?? 0) >= 0, isOpen(fact, record, frame) { found.append(.fact(fact, record: record, members: [])) }
    }

    /// The unknown facts that a condition looks at, where the search leaves the condition open as a whole.
    func lookedAt(_ id: ConditionID, _ records: [Int], _ frame: FactFrame) -> [Missing.Subject] {
        var found: [Missing.Subject] = []
        noteAll(id, records, frame, &found)
        return found
    }

    private func noteAll(_ condition: ConditionID, _ records: [Int], _ frame: FactFrame, _ found: inout [Missing.Subject]) {
        var reach = Reach()
        reach.add(condition, of: self)
        for fact in reach.facts.sorted() { note(fact, records, frame, &found) }
    }

    /// Whether something about a fact is unknown; of a set, any member.
    package func isOpen(_ fact: Place<Fact>, _ record: Int?, _ frame: FactFrame) -> Bool {
        var reading = frame[fact]
        var excluded = frame.excluded[fact.value]
        if let list = facts[fact].list, let record {
            let own = frame.lists[list.value]
            reading = own[record, fieldNumbers[fact.value]]
            excluded = own.excluded[record * own.fieldCount + fieldNumbers[fact.value]]
        }
        guard reading.state == .known, case .set = facts[fact].type, let count = caseCount(facts[fact].type) else {
            return reading.state == .unknown
        }
        return (UInt64(bitPattern: reading.value) | excluded).nonzeroBitCount < count
    }
}
