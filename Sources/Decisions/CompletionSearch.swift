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
    private var records: [Int]
    /// The conditions that are known, where no record is in view, and inside records.
    private var known: [DiagramNode?]
    private var knownInside: [Key: DiagramNode] = [:]
    private var kleene: Evaluator<NoTracer>
    private var knownReadings: [VariableSource: [Guarded]] = [:]
    private var regions: RegionCollector
    /// Whether something was treated as independent that is not quite: the result may then be too open, never wrong.
    private(set) var isApproximate = false
    private(set) var constraint = DiagramNode.yes

    fileprivate struct Key: Hashable {
        let node: NodeID
        let records: [Int]
    }

    /// A value under a condition.
    private struct Guarded {
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
        known = Array(repeating: nil, count: plan.nodes.count)
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
        for number in known.indices where masks.all[number] & mask != 0 { known[number] = nil }
        knownInside = knownInside.filter { masks.all[$0.key.node.value] & mask == 0 }
        outcomeDiagrams = [:]
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
        fileprivate let holds: [DiagramNode]
        fileprivate let applies: [DiagramNode]
        fileprivate let outcomes: [Place<Decision>: [DiagramNode]]
        fileprivate let constraint: DiagramNode
    }

    var base: Base {
        Base(
            frame: frame, known: known, knownInside: knownInside, holds: holds, applies: applies, outcomes: outcomeDiagrams,
            constraint: constraint)
    }

    mutating func restore(_ base: Base) {
        frame = base.frame
        known = base.known
        knownInside = base.knownInside
        holds = base.holds
        applies = base.applies
        outcomeDiagrams = base.outcomes
        constraint = base.constraint
        kleene.load(frame)
        kleene.run(decision)
    }

    // MARK: Regions and variables

    private mutating func collectRegions(_ open: [Change]) throws(BudgetExceeded) {
        let program = plan.programs[decision.value]
        let conditions = plan.conditions
        let roots = program.steps.compactMap { step -> NodeID? in
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
    private static func openCount(_ fact: Place<Fact>, _ plan: Plan, _ frame: FactFrame) -> Int {
        guard let list = plan.facts[fact].list else { return frame[fact].state == .unknown ? 1 : 0 }
        let own = frame.lists[list.value]
        let named = (0..<own.recordCount).count { own[$0, plan.fieldNumbers[fact.value]].state == .unknown }
        return named + (own.isComplete ? 0 : mostFurther)
    }

    /// Variables are ordered as the vocabulary is: facts that belong together stand together.
    private mutating func numberVariables() {
        let program = plan.programs[decision.value]
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
    private mutating func add(_ source: VariableSource) -> Int {
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
    private mutating func domain(_ fact: Place<Fact>, _ source: VariableSource) throws(BudgetExceeded) -> [Reading] {
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
        default: true
        }
    }

    // MARK: Steps

    private mutating func run() throws(BudgetExceeded) {
        for step in plan.programs[decision.value].steps {
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
                default: nil
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
        for rule in plan.programs[decision.value].rules {
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

    private mutating func condition(_ id: NodeID) throws(BudgetExceeded) -> DiagramNode {
        guard records.allSatisfy({ $0 < 0 }) else {
            let key = Key(node: id, records: records)
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

    private func truth(_ value: Bool) -> DiagramNode { value ? .yes : .no }

    /// What Kleene logic settles needs no diagram; inside the records of a list it is not asked.
    private mutating func settled(_ id: NodeID) -> DiagramNode? {
        switch kleene.truth(id) {
        case .yes: return .yes
        case .no: return .no
        case .unknown: return nil
        }
    }

    private mutating func compute(_ id: NodeID) throws(BudgetExceeded) -> DiagramNode {
        let node = plan[id]
        switch node.operation {
        case .constantTruth: return truth(node.immediate == 1)
        case .and:
            var result = DiagramNode.yes
            for child in plan.operands(of: id) where result != .no { result = try diagram.and(result, try condition(child)) }
            return result
        case .or:
            var result = DiagramNode.no
            for child in plan.operands(of: id) where result != .yes { result = try diagram.or(result, try condition(child)) }
            return result
        case .not: return try diagram.not(try condition(NodeID(Int(node.first))))
        case .isCase:
            return try test(Place(Int(node.first))) { plan, reading in reading.state == .known && plan.contains(node.second, reading.value) }
        case .compareFact:
            return try comparing(
                id, try readings(of: Place(Int(node.first))), [Guarded(condition: .yes, reading: Reading(.known, node.immediate))],
                Relation(rawValue: UInt8(truncatingIfNeeded: node.second)) ?? .equal)
        case .compare:
            let (left, right) = (NodeID(Int(node.first)), NodeID(Int(node.second)))
            return try comparing(
                id, try comparable(left, with: right), try comparable(right, with: left),
                Relation(rawValue: UInt8(truncatingIfNeeded: node.immediate)) ?? .equal)
        case .hasAny, .hasAll: return try membership(node)
        case .isPending: return try test(Place(Int(node.first))) { _, reading in reading.state == .pending }
        case .isInapplicable: return try test(Place(Int(node.first))) { _, reading in reading.state == .inapplicable }
        case .holds: return holds[Int(node.first)]
        case .applies: return applies[Int(node.first)]
        case .outcome:
            let wanted = UInt64(bitPattern: node.immediate)
            var result = DiagramNode.no
            for (number, outcome) in try outcomes(of: Place(Int(node.first))).enumerated() where wanted >> UInt64(number) & 1 == 1 {
                result = try diagram.or(result, outcome)
            }
            return result
        case .reading: return truth(frame.interpretations[Int(node.first)] == Int(node.second))
        case .some, .every: return try quantified(id, node)
        default: return .no
        }
    }

    private mutating func quantified(_ id: NodeID, _ node: Node) throws(BudgetExceeded) -> DiagramNode {
        let list = Place<RecordList>(Int(node.first))
        let isSome = node.operation == .some
        let outer = records
        defer { records = outer }
        var result = truth(!isSome)
        for record in 0..<frame.lists[list.value].recordCount {
            records[list.value] = record
            let part = try condition(NodeID(Int(node.second)))
            result = isSome ? try diagram.or(result, part) : try diagram.and(result, part)
        }
        guard !frame.lists[list.value].isComplete else { return result }
        guard let further = further(list), outer.allSatisfy({ $0 < 0 }) else {
            isApproximate = true
            let others = try diagram.literal(add(.others(list, id, records: outer)), [false, true])
            return isSome ? try diagram.or(result, others) : try diagram.and(result, try diagram.not(others))
        }
        for number in 0..<further {
            records[list.value] = frame.lists[list.value].recordCount + number
            let part = try condition(NodeID(Int(node.second)))
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

    // MARK: Facts

    private func record(of fact: Place<Fact>) -> Int? { plan.facts[fact].list.map { records[$0.value] } }

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
        guard let premise = plan.premises[fact.value] else { return .yes }
        return try condition(premise)
    }

    /// Whether a fact is asked under every completion, under none, or that is open too.
    mutating func isAsked(_ fact: Place<Fact>, record: Int?) throws(BudgetExceeded) -> Truth {
        let outer = records
        defer { records = outer }
        if let list = plan.facts[fact].list, let record { records[list.value] = record }
        let asked = try diagram.and(constraint, try premise(fact))
        if asked == .no { return .no }
        return asked == constraint ? .yes : .unknown
    }

    /// All that a fact can be, each under its condition.
    private mutating func readings(of fact: Place<Fact>) throws(BudgetExceeded) -> [Guarded] {
        let stored = stored(fact)
        guard stored.state == .unknown else { return [Guarded(condition: .yes, reading: stored)] }
        let source = VariableSource.fact(fact, record: record(of: fact))
        if let known = knownReadings[source] { return known }
        let premise = try premise(fact)
        var result: [Guarded] = []
        if premise != .no {
            let domain = try domain(fact, source)
            let variable = add(source)
            for (number, reading) in domain.enumerated() {
                let own = try diagram.literal(variable, domain.indices.map { $0 == number })
                let isSample = plan.caseCount(plan.facts[fact].type) == nil
                result.append(Guarded(condition: try diagram.and(premise, own), reading: reading, isSample: isSample))
            }
        }
        if premise != .yes { result.append(Guarded(condition: try diagram.not(premise), reading: Reading(.inapplicable))) }
        knownReadings[source] = result
        return result
    }

    /// A test of one fact, in one step for all its values.
    private mutating func test(_ fact: Place<Fact>, _ accepts: (Plan, Reading) -> Bool) throws(BudgetExceeded) -> DiagramNode {
        let stored = stored(fact)
        guard stored.state == .unknown else { return truth(accepts(plan, stored)) }
        let premise = try premise(fact)
        var result = DiagramNode.no
        if premise != .no {
            let source = VariableSource.fact(fact, record: record(of: fact))
            let domain = try domain(fact, source)
            result = try diagram.and(premise, try diagram.literal(add(source), domain.map { accepts(plan, $0) }))
        }
        if premise != .yes, accepts(plan, Reading(.inapplicable)) { result = try diagram.or(result, try diagram.not(premise)) }
        return result
    }

    private mutating func membership(_ node: Node) throws(BudgetExceeded) -> DiagramNode {
        let fact = Place<Fact>(Int(node.first))
        let mask = UInt64(bitPattern: node.immediate)
        let stored = stored(fact)
        let isAny = node.operation == .hasAny
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

    // MARK: Values

    private mutating func comparing(_ id: NodeID, _ left: [Guarded], _ right: [Guarded], _ relation: Relation) throws(BudgetExceeded) -> DiagramNode {
        guard left.count * right.count <= 100_000 else { throw BudgetExceeded() }
        var result = DiagramNode.no
        for one in left {
            for other in right {
                let own: DiagramNode
                switch comparison(relation, one.reading, other.reading, asOf: frame[.asOf].value) {
                case .yes: own = .yes
                case .no: continue
                case .unknown:
                    own = try diagram.literal(add(.beyond(id, records: records, left: one.reading, right: other.reading)), [false, true])
                }
                let both = try diagram.and(one.condition, other.condition)
                result = try diagram.or(result, try diagram.and(both, own))
            }
        }
        return result
    }

    /// Values that may be compared: a region's sample only where the comparison was asked about when the regions were made.
    private mutating func comparable(_ id: NodeID, with other: NodeID? = nil) throws(BudgetExceeded) -> [Guarded] {
        let values = try values(id)
        return plan.isDirect(id) && other.map({ areInStep(id, $0) }) ?? true ? values : try blurred(values)
    }

    /// Whether regions are made for a comparison of two values: steps along the calendar are of different lengths, so that two open days must
    /// not be moved by them.
    private func areInStep(_ id: NodeID, _ other: NodeID) -> Bool {
        guard let one = plan.moved(id), let other = plan.moved(other), Self.openCount(other.fact, plan, frame) > 0 else { return true }
        return one.distance != nil && other.distance != nil
    }

    /// Samples are no values to calculate with: what comes of them is not known.
    private mutating func blurred(_ values: [Guarded]) throws(BudgetExceeded) -> [Guarded] {
        guard values.contains(where: \.isSample) else { return values }
        isApproximate = true
        return try merged(values.map { $0.isSample ? Guarded(condition: $0.condition, reading: .unknown) : $0 })
    }

    private mutating func values(_ id: NodeID) throws(BudgetExceeded) -> [Guarded] {
        let node = plan[id]
        switch node.operation {
        case .constantValue: return [Guarded(condition: .yes, reading: Reading(.known, node.immediate))]
        case .fact: return try readings(of: Place(Int(node.first)))
        case .sum, .difference, .product, .days:
            var (left, right) = (try values(NodeID(Int(node.first))), try values(NodeID(Int(node.second))))
            if !plan.isDirect(id) { (left, right) = (try blurred(left), try blurred(right)) }
            return try pairs(left, right) { arithmetic(node.operation, $0, $1) }
        case .rounded: return try combined(plan.operands(of: id)) { rounded(node, $0) }
        case .calendar:
            let dates = try values(NodeID(Int(node.first)))
            return try merged(
                (plan.isDirect(id) ? dates : try blurred(dates)).map {
                    Guarded(condition: $0.condition, reading: calendar(node, $0.reading), isSample: $0.isSample)
                })
        case .lookup: return try lookup(node)
        case .choice: return try choice(node)
        case .count, .total: return try aggregate(node)
        default: return [Guarded(condition: .yes, reading: .unknown)]
        }
    }

    /// Equal readings under one condition.
    private func merged(_ values: [Guarded]) throws(BudgetExceeded) -> [Guarded] {
        var places: [Reading: Int] = [:]
        var result: [Guarded] = []
        for value in values where value.condition != .no {
            if let place = places[value.reading] {
                result[place].condition = try diagram.or(result[place].condition, value.condition)
                result[place].isSample = result[place].isSample || value.isSample
            } else {
                places[value.reading] = result.count
                result.append(value)
            }
        }
        return result
    }

    private func pairs(_ left: [Guarded], _ right: [Guarded], _ combine: (Reading, Reading) -> Reading) throws(BudgetExceeded) -> [Guarded] {
        guard left.count * right.count <= 100_000 else { throw BudgetExceeded() }
        var result: [Guarded] = []
        for one in left {
            for other in right {
                let both = try diagram.and(one.condition, other.condition)
                guard both != .no else { continue }
                result.append(
                    Guarded(condition: both, reading: combine(one.reading, other.reading), isSample: one.isSample || other.isSample))
            }
        }
        return try merged(result)
    }

    /// How many combinations of values are calculated with.
    static let mostCombinations = 10_000

    /// What comes of several values together; samples are no values to calculate with.
    private mutating func combined(_ parts: [NodeID], _ combine: ([Reading]) -> Reading) throws(BudgetExceeded) -> [Guarded] {
        var combinations: [(condition: DiagramNode, readings: [Reading])] = [(.yes, [])]
        for part in parts {
            let values = try blurred(try values(part))
            guard combinations.count * values.count <= Self.mostCombinations else { throw BudgetExceeded() }
            var next: [(condition: DiagramNode, readings: [Reading])] = []
            for combination in combinations {
                for value in values {
                    let both = try diagram.and(combination.condition, value.condition)
                    if both != .no { next.append((both, combination.readings + [value.reading])) }
                }
            }
            combinations = next
        }
        return try merged(combinations.map { Guarded(condition: $0.condition, reading: combine($0.readings)) })
    }

    private mutating func lookup(_ node: Node) throws(BudgetExceeded) -> [Guarded] {
        let table = plan.tables[Int(node.first)]
        var combinations: [(condition: DiagramNode, keys: [Int64], state: KnowledgeState)] = [(.yes, [], .known)]
        for number in table.keys.indices {
            let keys = try comparable(plan.children[Int(node.second) + number])
            guard combinations.count * keys.count <= 50_000 else { throw BudgetExceeded() }
            var next: [(condition: DiagramNode, keys: [Int64], state: KnowledgeState)] = []
            for combination in combinations {
                for key in keys {
                    let both = try diagram.and(combination.condition, key.condition)
                    guard both != .no else { continue }
                    let state = combination.state == .known ? (key.reading.state == .pending ? .unknown : key.reading.state) : combination.state
                    next.append((both, combination.keys + [key.reading.value], state))
                }
            }
            combinations = next
        }
        return try merged(
            combinations.map { combination in
                guard combination.state == .known else { return Guarded(condition: combination.condition, reading: Reading(combination.state)) }
                guard let row = table.row(for: combination.keys), let value = table.rows[row].values[Int(node.immediate)] else {
                    return Guarded(condition: combination.condition, reading: .unknown)
                }
                return Guarded(condition: combination.condition, reading: Reading(.known, value))
            })
    }

    private mutating func choice(_ node: Node) throws(BudgetExceeded) -> [Guarded] {
        var rest = DiagramNode.yes
        var result: [Guarded] = []
        for number in 0..<Int(node.first) where rest != .no {
            let own = try condition(plan.children[Int(node.second) + 2 * number])
            let here = try diagram.and(rest, own)
            if here != .no {
                for value in try values(plan.children[Int(node.second) + 2 * number + 1]) {
                    result.append(Guarded(condition: try diagram.and(here, value.condition), reading: value.reading, isSample: value.isSample))
                }
            }
            rest = try diagram.and(rest, try diagram.not(own))
        }
        if rest != .no { result.append(Guarded(condition: rest, reading: .unknown)) }
        return try merged(result)
    }

    private mutating func aggregate(_ node: Node) throws(BudgetExceeded) -> [Guarded] {
        let list = Int(node.first)
        guard frame.lists[list].isComplete else {
            isApproximate = true
            return [Guarded(condition: .yes, reading: .unknown)]
        }
        let outer = records[list]
        defer { records[list] = outer }
        var sums = [Guarded(condition: .yes, reading: Reading(.known, 0))]
        for record in 0..<frame.lists[list].recordCount {
            records[list] = record
            let parts: [Guarded]
            if node.operation == .count {
                let counted = try condition(NodeID(Int(node.second)))
                parts = [
                    Guarded(condition: counted, reading: Reading(.known, 1_000_000)),
                    Guarded(condition: try diagram.not(counted), reading: Reading(.known, 0)),
                ]
            } else {
                parts = try blurred(try values(NodeID(Int(node.second)))).map {
                    $0.reading.state == .inapplicable ? Guarded(condition: $0.condition, reading: Reading(.known, 0)) : $0
                }
            }
            sums = try pairs(sums, parts) { arithmetic(.sum, $0, $1) }
        }
        return sums
    }
}
