import Plans
import Runtime
import Values
import Vocabulary

/// Settles what Kleene logic leaves open: every condition becomes a diagram over the unknown facts, so that "under every completion"
/// and "under some completion" are exact.
///
/// Each unknown fact is a variable. Listed facts have their cases as values, set facts a yes/no variable for each member, ordered facts
/// one value for each region between the bounds that conditions compare them with. Facts whose premise is false do not apply.
struct CompletionSearch: ~Copyable {
    let plan: Plan
    private(set) var frame: FactFrame
    let diagram: DecisionDiagram
    let decision: Place<Decision>
    /// The variables in the order of the vocabulary.
    private(set) var variables: [VariableSource] = []
    private var numbers: [VariableSource: Int] = [:]
    private var domains: [VariableSource: [Reading]] = [:]
    private var holds: [DiagramNode]
    private(set) var applies: [DiagramNode]
    private var outcomeDiagrams: [Place<Decision>: [DiagramNode]] = [:]
    var records: [Int]
    /// The conditions that are known, where no record is in view, and inside records.
    private var known: [DiagramNode?]
    private var knownInside: [Key: DiagramNode] = [:]
    private var kleene: Evaluator<NoTracer>
    var knownReadings: [VariableSource: [Guarded]] = [:]
    /// The values that are known where no record is in view: a look-up in a table goes through all its keys, and several conditions ask for it.
    var knownValues: [ValueID: [Guarded]] = [:]
    private(set) var regions: RegionCollector
    /// Whether something was treated as independent that is not quite: the result may then be too open, never wrong.
    var isApproximate = false
    private(set) var constraint = DiagramNode.yes
    /// Of open lists: whether what is asked of their records can be answered in every combination.
    var freeLists: [Place<RecordList>: Bool] = [:]

    fileprivate struct Key: Hashable {
        let condition: ConditionID
        let records: [Int]
    }

    /// A value under a condition.
    struct Guarded {
        var condition: DiagramNode
        var reading: Reading
        /// It stands for a whole region of an unknown fact, good only for the comparisons whose bounds made the region.
        var isSample = false
    }

    /// - Parameters:
    ///   - open: what will be changed with `vary`.
    ///   - kept: values that shall be values of their facts, not just lie in a region.
    init(
        _ plan: Plan, _ frame: FactFrame, _ decision: Place<Decision>, budget: Int, open: [Change] = [], kept: [(fact: Place<Fact>, value: Int64)] = []
    ) throws(BudgetExceeded) {
        self.plan = plan
        self.frame = frame
        self.decision = decision
        diagram = DecisionDiagram(budget: budget)
        holds = Array(repeating: .no, count: plan.rules.count)
        applies = holds
        records = Array(repeating: -1, count: plan.lists.count)
        known = Array(repeating: nil, count: plan.conditionNodes.count)
        regions = RegionCollector(plan)
        kleene = Evaluator(plan, frame, tracer: NoTracer())
        kleene.run(decision)
        try collectRegions(open)
        for (fact, value) in kept { regions.keep(value, of: fact) }
        numberVariables()
        try run()
        try constrain()
    }

    /// Changes the case and does again what hangs on it. Regions must have been made with the changes open.
    mutating func vary(_ changes: [Change], _ masks: ChangeMasks) throws(BudgetExceeded) {
        var mask: UInt64 = 0
        for change in changes {
            change.apply(to: &frame, plan)
            mask |= change.bit
        }
        let all = masks.all
        for id in plan.conditionNodes.places where all[id] & mask != 0 { known[id.value] = nil }
        knownInside = knownInside.filter { all[$0.key.condition] & mask == 0 }
        knownValues = knownValues.filter { all[$0.key] & mask == 0 }
        outcomeDiagrams = [:]
        freeLists = [:]
        constraint = .yes
        kleene.load(frame)
        kleene.run(decision)
        try run()
        try constrain()
    }

    /// What is known of the case as it is, to go back to.
    struct Base {
        fileprivate let frame: FactFrame
        fileprivate let known: [DiagramNode?]
        fileprivate let knownInside: [Key: DiagramNode]
        fileprivate let knownValues: [ValueID: [Guarded]]
        fileprivate let holds: [DiagramNode]
        fileprivate let applies: [DiagramNode]
        fileprivate let outcomes: [Place<Decision>: [DiagramNode]]
        fileprivate let constraint: DiagramNode
    }

    var base: Base {
        Base(
            frame: frame, known: known, knownInside: knownInside, knownValues: knownValues, holds: holds, applies: applies, outcomes: outcomeDiagrams,
            constraint: constraint)
    }

    mutating func restore(_ base: Base) {
        frame = base.frame
        known = base.known
        knownInside = base.knownInside
        knownValues = base.knownValues
        holds = base.holds
        applies = base.applies
        outcomeDiagrams = base.outcomes
        constraint = base.constraint
        freeLists = [:]
        kleene.load(frame)
        kleene.run(decision)
    }

    // MARK: Regions and variables

    private mutating func collectRegions(_ open: [Change]) throws(BudgetExceeded) {
        let program = plan.program(decision)
        let conditions = plan.conditions
        let roots = program.steps.compactMap { step -> ConditionID? in
            if case .holds(let rule) = step { conditions[rule.value] } else { nil }
        }
        let plan = self.plan
        var frame = self.frame
        for change in open { change.open(in: &frame) }
        let everything = roots + plan.constraints.map(\.condition)
        // What the other side of a comparison can be: exactly, or the entries of a table column.
        try regions.collect(everything, isOpen: { [frame] in Self.openCount($0, plan, frame) > 0 }) { [frame] id throws(BudgetExceeded) in
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

    /// Variables are ordered as the vocabulary is: facts that belong together stand together.
    private mutating func numberVariables() {
        let program = plan.program(decision)
        var facts = program.facts
        // Constraints that touch these facts bring others.
        var grew = true
        while grew {
            grew = false
            for constraint in plan.constraints where !facts.isDisjoint(with: constraint.reach) {
                let before = facts.count
                facts.formUnion(constraint.reach)
                grew = grew || facts.count > before
            }
        }
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
    func values(of variable: Int) -> [Reading] {
        if let domain = domains[variables[variable]] { return domain }
        if case .fact(let fact, _) = variables[variable] { return (0..<Int64(plan.caseCount(plan.facts[fact].type) ?? 0)).map { Reading(.known, $0) } }
        return [Reading(.known, 0), Reading(.known, 1)]
    }

    /// The values of a fact that conditions can tell apart.
    mutating func domain(_ fact: Place<Fact>, _ source: VariableSource) throws(BudgetExceeded) -> [Reading] {
        if let domain = domains[source] { return domain }
        let type = plan.facts[fact].type
        var readings: [Reading]
        if let count = plan.caseCount(type) {
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

    // MARK: Steps

    private mutating func run() throws(BudgetExceeded) {
        for step in plan.program(decision).steps {
            switch step {
            case .holds(let rule): holds[rule.value] = try condition(plan.conditions[rule.value])
            case .applies(let rule):
                var result = holds[rule.value]
                for defeater in plan.defeaters[rule.value] where result != .no {
                    result = try diagram.and(result, try diagram.not(applies[defeater.rule.value]))
                }
                applies[rule.value] = result
            }
        }
    }

    private mutating func constrain() throws(BudgetExceeded) {
        let facts = Set(
            variables.compactMap { source -> Place<Fact>? in
                switch source {
                case .fact(let fact, _), .member(let fact, _, _): fact
                case .further, .others, .beyond: nil
                }
            })
        for constraint in plan.constraints where !facts.isDisjoint(with: constraint.reach) {
            self.constraint = try diagram.and(self.constraint, try condition(constraint.condition))
        }
    }

    /// One diagram for each outcome, and last for a conflict: under which completions the decision comes out so.
    mutating func outcomes(of decision: Place<Decision>) throws(BudgetExceeded) -> [DiagramNode] {
        if let known = outcomeDiagrams[decision] { return known }
        let declared = plan.decisions[decision]
        var given = Array(repeating: DiagramNode.no, count: declared.outcomes.count)
        for rule in plan.deciding[decision.value] {
            let outcome = plan.rules[rule].outcome
            given[outcome] = try diagram.or(given[outcome], applies[rule.value])
        }
        var result = Array(repeating: DiagramNode.no, count: declared.outcomes.count + 1)
        var none = DiagramNode.yes
        if declared.isRanked {
            for outcome in given.indices {
                result[outcome] = try diagram.and(none, given[outcome])
                none = try diagram.and(none, try diagram.not(given[outcome]))
            }
        } else {
            var atMostOne = DiagramNode.no
            for outcome in given.indices {
                // Exactly this one: it, and none of the others.
                var alone = given[outcome]
                for other in given.indices where other != outcome { alone = try diagram.and(alone, try diagram.not(given[other])) }
                result[outcome] = alone
                atMostOne = try diagram.or(atMostOne, alone)
                none = try diagram.and(none, try diagram.not(given[outcome]))
            }
            result[declared.conflict] = try diagram.not(try diagram.or(atMostOne, none))
        }
        result[declared.fallback] = try diagram.or(result[declared.fallback], none)
        outcomeDiagrams[decision] = result
        return result
    }

    // MARK: Conditions

    mutating func condition(_ id: ConditionID) throws(BudgetExceeded) -> DiagramNode {
        guard records.allSatisfy({ $0 < 0 }) else {
            let key = Key(condition: id, records: records)
            if let known = knownInside[key] { return known }
            let result = try compute(id)
            knownInside[key] = result
            return result
        }
        if let known = known[id.value] { return known }
        let result: DiagramNode
        if let settled = settled(id) { result = settled } else { result = try compute(id) }
        known[id.value] = result
        return result
    }

    func truth(_ value: Bool) -> DiagramNode { value ? .yes : .no }

    /// What Kleene logic settles needs no diagram; inside the records of a list it is not asked.
    private mutating func settled(_ id: ConditionID) -> DiagramNode? {
        switch kleene.truth(id) {
        case .yes: return .yes
        case .no: return .no
        case .unknown: return nil
        }
    }

    private mutating func compute(_ id: ConditionID) throws(BudgetExceeded) -> DiagramNode {
        switch plan[id] {
        case .constant(let value): return truth(value)
        case .and(let parts):
            var result = DiagramNode.yes
            for part in plan[parts] where result != .no { result = try diagram.and(result, try condition(part)) }
            return result
        case .or(let parts):
            var result = DiagramNode.no
            for part in plan[parts] where result != .yes { result = try diagram.or(result, try condition(part)) }
            return result
        case .not(let part): return try diagram.not(try condition(part))
        case .isCase(let fact, let cases, _):
            let wanted = plan.caseSets[cases]
            return try test(fact) { reading in reading.state == .known && wanted.contains(reading.value) }
        case .compareFact(let fact, let relation, let constant): return try comparing(id, fact, relation, Reading(.known, constant))
        case .compare(let left, let relation, let right): return try comparing(id, left, right, relation)
        case .hasAny(let fact, let mask): return try membership(fact, mask, isAny: true)
        case .hasAll(let fact, let mask): return try membership(fact, mask, isAny: false)
        case .isPending(let fact): return try test(fact) { $0.state == .pending }
        case .isInapplicable(let fact): return try test(fact) { $0.state == .inapplicable }
        case .holds(let rule): return holds[rule.value]
        case .applies(let rule): return applies[rule.value]
        case .outcome(let decision, let wanted):
            var result = DiagramNode.no
            for (number, outcome) in try outcomes(of: decision).enumerated() where wanted.contains(number) {
                result = try diagram.or(result, outcome)
            }
            return result
        case .reading(let interpretation, let reading): return truth(frame.interpretations[interpretation.value] == Int(reading))
        case .some(let list, let body): return try quantified(id, list, body, isSome: true)
        case .every(let list, let body): return try quantified(id, list, body, isSome: false)
        }
    }

    private mutating func quantified(
        _ id: ConditionID, _ list: Place<RecordList>, _ body: ConditionID, isSome: Bool
    ) throws(BudgetExceeded) -> DiagramNode {
        let outer = records
        defer { records = outer }
        var result = truth(!isSome)
        for record in 0..<frame.lists[list.value].recordCount {
            records[list.value] = record
            let part = try condition(body)
            result = isSome ? try diagram.or(result, part) : try diagram.and(result, part)
        }
        guard !frame.lists[list.value].isComplete else { return result }
        guard let further = further(list), outer.allSatisfy({ $0 < 0 }) else {
            if try !isFree(list, outer) { isApproximate = true }
            let others = try diagram.literal(add(.others(list, id, records: outer)), [false, true])
            return isSome ? try diagram.or(result, others) : try diagram.and(result, try diagram.not(others))
        }
        for number in 0..<further {
            records[list.value] = frame.lists[list.value].recordCount + number
            let part = try condition(body)
            let exists = try diagram.literal(add(.further(list, number)), [false, true])
            result = isSome ? try diagram.or(result, try diagram.and(exists, part)) : try diagram.and(result, try diagram.or(part, try diagram.not(exists)))
        }
        return result
    }

    /// How many records of an open list that nobody has named can matter at once: one for each thing that is asked of them.
    /// `nil` where that is more than is tried.
    private func further(_ list: Place<RecordList>) -> Int? {
        guard !frame.lists[list.value].isComplete else { return 0 }
        let count = regions.quantifiers[list]?.count ?? 0
        return count <= Self.mostFurther ? count : nil
    }

    private static let mostFurther = 3
}
