import Plans
import Testing
import Vocabulary

@Suite("Plans from outside")
struct PlanCheckTests {
    /// A small plan with something of every kind.
    private static func whole() -> Plan {
        var plan = Plan(title: ContractTitle(name: "見本", title: nil, edition: nil, effective: nil, parties: []))
        plan.clauses = [Clause(id: "1", citation: "第1条", heading: nil, gist: nil, nonoperative: nil)]
        plan.enumerations = [Enumeration(name: "色", label: nil, cases: ["赤", "青"].map { .init(name: $0, label: nil, patterns: []) })]
        plan.facts = [
            Fact(name: "基準日", type: .date, kind: .judgement), Fact(name: "基準時刻", type: .time, kind: .judgement), Fact(name: "色", type: .enumeration(Place(0))),
            Fact(name: "印", type: .set(Place(0))), Fact(name: "者.歳", type: .integer, list: Place(0)), Fact(name: "真", type: .bool),
        ]
        plan.premises = [nil, nil, nil, ConditionID(0), nil, nil]
        plan.lists = [RecordList(name: "者", label: nil, question: nil, fields: [Place(4)])]
        plan.groups = [FactGroup(name: "組", label: nil, question: nil, members: [Place(5)])]
        plan.decisions = [
            Decision(
                name: "可否", label: nil, outcomes: [.init(name: "否", label: nil), .init(name: "可", label: nil)], isRanked: false, fallback: 1, ground: Place(0))
        ]
        plan.purposes[.main] = Place(0)
        plan.interpretations = [
            Interpretation(name: "読み", issue: "何", clauses: [Place(0)], readings: [.init(name: "広い", label: nil, reason: nil)], adopted: 0)
        ]
        plan.tables = [
            ReferenceTable(
                name: "表", label: nil, keys: [.init(name: "色", type: .enumeration(Place(0)))], isLatest: false, columns: [.init(name: "日", type: .date)],
                until: nil,
                rows: [.init(keys: [.value(0)], values: [3], provenance: .init(row: "赤", source: nil, retrieved: nil, certainty: nil, note: nil))])
        ]
        plan.rules = ["い", "ろ"].map { Rule(name: $0, clause: Place(0), decision: Place(0), outcome: 0) }
        plan.caseSets = [CaseSet([0])]
        plan.valueNodes = [
            .fact(Place(2)), .lookup(Place(0), keys: Operands(start: 0, count: 1), column: 0), .fact(.asOf), .calendar(.addDays, ValueID(2), count: 1),
        ]
        plan.valueOperands = [ValueID(0)]
        plan.conditionNodes = [
            .isCase(Place(2), Place(0), low: 1), .hasAny(Place(3), 0b11), .compare(ValueID(1), .less, ValueID(3)), .and(Operands(start: 0, count: 3)),
            .compareFact(Place(4), .less, 20), .some(Place(0), ConditionID(4)), .reading(Place(0), 0), .applies(Place(0)), .outcome(Place(0), OutcomeSet(2)),
        ]
        plan.conditionOperands = [ConditionID(0), ConditionID(1), ConditionID(2)]
        plan.conditions = [ConditionID(3), ConditionID(7)]
        plan.requirements = [[], []]
        plan.defeaters = [[], [Defeater(rule: Place(0), form: .proviso)]]
        plan.evaluationOrder = [.holds(Place(0)), .applies(Place(0)), .holds(Place(1)), .applies(Place(1))]
        return plan
    }

    @Test("A plan that is whole passes, and can be prepared")
    func passes() throws {
        var plan = Self.whole()
        try PlanCheck(plan).run()
        plan.prepare()
        #expect(plan.program(Place(0)).steps == plan.evaluationOrder)
        #expect(plan.deciding == [[Place(0), Place(1)]] && plan.outcomes == [0b01])
    }

    private static func interpretation(_ adopted: Int) -> Interpretation {
        Interpretation(name: "読み", issue: "何", clauses: [], readings: [.init(name: "広い", label: nil, reason: nil)], adopted: adopted)
    }

    private static func decision(_ count: Int, fallback: Int) -> Decision {
        Decision(name: "可否", label: nil, outcomes: (0..<count).map { .init(name: "\($0)", label: nil) }, isRanked: false, fallback: fallback, ground: nil)
    }

    private static func big(_ count: Int) -> Enumeration {
        Enumeration(name: "色", label: nil, cases: (0..<count).map { .init(name: "\($0)", label: nil, patterns: []) })
    }

    /// What is wrong, and how.
    private static let faults: [(what: String, damage: @Sendable (inout Plan) -> Void)] = [
        ("a time to judge by that is none", { $0.facts[1] = Fact(name: "基準時刻", type: .date) }),
        ("an enumeration beyond the most cases", { $0.enumerations.append(big(256)) }), ("a set beyond 64 members", { $0.enumerations[0] = big(65) }),
        ("a fact of a list that there is not", { $0.facts[5] = Fact(name: "真", type: .bool, list: Place(1)) }),
        ("a fact that its list lacks", { $0.facts[5] = Fact(name: "真", type: .bool, list: Place(0)) }),
        ("a list with a fact twice", { $0.lists[0] = RecordList(name: "者", label: nil, question: nil, fields: [Place(4), Place(4)]) }),
        ("a group with a fact that there is not", { $0.groups[0] = FactGroup(name: "組", label: nil, question: nil, members: [Place(9)]) }),
        ("a group with a fact twice", { $0.groups[0] = FactGroup(name: "組", label: nil, question: nil, members: [Place(5), Place(5)]) }),
        ("a decision without outcomes", { $0.decisions.append(decision(0, fallback: 0)) }),
        ("a decision of too many", { $0.decisions.append(decision(63, fallback: 0)) }),
        ("a fallback that is no outcome", { $0.decisions[0] = decision(2, fallback: 2) }),
        ("a purpose without its decision", { $0.purposes[.application] = Place(1) }),
        ("a rule of no clause", { $0.rules[0] = Rule(name: "い", clause: Place(1), decision: Place(0), outcome: 0) }),
        ("a rule of no decision", { $0.rules[0] = Rule(name: "い", clause: nil, decision: Place(1), outcome: 0) }),
        ("a reading that is none", { $0.interpretations[0] = interpretation(1) }),
        ("a reading before the first", { $0.interpretations[0] = interpretation(-1) }),
        ("a question for a reading that is none", { $0.conditionNodes[6] = .reading(Place(0), 1) }),
        ("one for a reading below the first", { $0.conditionNodes[6] = .reading(Place(0), -1) }),
        ("cases of a fact that has none", { $0.conditionNodes[0] = .isCase(.asOf, Place(0), low: 1) }),
        ("cases that are nowhere", { $0.conditionNodes[0] = .isCase(Place(2), Place(1), low: 1) }),
        ("members beyond the set", { $0.conditionNodes[1] = .hasAll(Place(3), 0b100) }),
        ("members of a fact that is no set", { $0.conditionNodes[1] = .hasAny(Place(2), 1) }),
        ("an outcome beyond the conflict", { $0.conditionNodes[8] = .outcome(Place(0), OutcomeSet(3)) }),
        ("a comparison with no value", { $0.conditionNodes[2] = .compare(ValueID(9), .less, ValueID(0)) }),
        ("a list that is none", { $0.conditionNodes[5] = .some(Place(1), ConditionID(4)) }),
        ("operands beyond the end", { $0.conditionNodes[3] = .and(Operands(start: 1, count: 3)) }),
        ("a part behind its node", { $0.conditionOperands[2] = ConditionID(4) }),
        ("a column that is none", { $0.valueNodes[1] = .lookup(Place(0), keys: Operands(start: 0, count: 1), column: 1) }),
        ("a key too few", { $0.valueNodes[1] = .lookup(Place(0), keys: Operands(start: 0, count: 0), column: 0) }),
        ("a step too far back", { $0.valueNodes[3] = .calendar(.addDays, ValueID(2), count: -10_000_001) }),
        ("a step of itself", { $0.valueNodes[3] = .calendar(.addDays, ValueID(3), count: 1) }),
        ("a table by day with two keys", { $0.tables[0] = table(byDay: 2) }),
        ("a premise too few", { $0.premises.removeLast() }), ("a premise that is no condition", { $0.premises[5] = ConditionID(9) }),
        ("a rule without requirements", { $0.requirements.removeLast() }),
        ("a defeater that is no rule", { $0.defeaters[0] = [Defeater(rule: Place(2), form: .overrides)] }),
        ("rules that defeat each other", { $0.defeaters[0] = [Defeater(rule: Place(1), form: .overrides)] }),
        ("a rule that defeats itself", { $0.defeaters[0] = [Defeater(rule: Place(0), form: .overrides)] }),
        ("a rule that asks whether it applies", { $0.conditions[0] = ConditionID(7) }),
        ("a rule that asks for its own decision", { $0.conditions[1] = ConditionID(8) }), ("a step of no rule", { $0.evaluationOrder[0] = .holds(Place(2)) }),
        ("a rule that applies before it holds", { $0.evaluationOrder.swapAt(2, 3) }),
        ("a rule before its defeater", { $0.evaluationOrder = [.holds(Place(1)), .applies(Place(1)), .holds(Place(0)), .applies(Place(0))] }),
        (
            "a waiver that is no rule",
            { $0.requirements[0] = [PlannedRequirement(name: "x", condition: ConditionID(0), whole: ConditionID(0), waivers: [Place(2)])] }
        ),
        ("a constraint on a fact that is none", { $0.constraints = [PlannedConstraint(label: "c", condition: ConditionID(0), facts: [Place(6)], reach: [])] }),
        ("an invariant that is no condition", { $0.invariants = [PlannedConstraint(label: "c", condition: ConditionID(9), facts: [], reach: [])] }),
        ("a norm with a deadline that is no value", { $0.norms = [norm(deadline: ValueID(4))] }),
    ]

    private static func table(byDay keys: Int) -> ReferenceTable {
        ReferenceTable(
            name: "表", label: nil, keys: (0..<keys).map { .init(name: "\($0)", type: .date) }, isLatest: true, columns: [.init(name: "日", type: .date)],
            until: nil, rows: [])
    }

    private static func norm(deadline: ValueID?) -> PlannedNorm {
        let norm = Norm(kind: .duty, name: "g", clause: nil, bearer: nil, counterparty: nil, content: "", deadline: nil)
        return PlannedNorm(norm: norm, condition: ConditionID(0), deadline: deadline, amount: nil, recurrence: nil)
    }

    @Test("A plan is refused for", arguments: faults.indices)
    func refused(number: Int) {
        var plan = Self.whole()
        Self.faults[number].damage(&plan)
        #expect(throws: PlanFault.self, "\(Self.faults[number].what)") { try PlanCheck(plan).run() }
    }

    @Test("What is at the edge of what is allowed passes")
    func edges() throws {
        var plan = Self.whole()
        plan.enumerations.append(Self.big(255))
        plan.decisions.append(Self.decision(62, fallback: 61))
        plan.norms = [Self.norm(deadline: ValueID(3))]
        plan.valueNodes.append(.calendar(.addDays, ValueID(2), count: -PlanCheck.longestStep))
        try PlanCheck(plan).run()
    }

    @Test("Nodes may be made of each other a thousand deep, and no deeper, also through premises", arguments: [(999, true), (1_000, false), (200_000, false)])
    func depth(count: Int, passes: Bool) {
        var plan = Self.whole()
        let base = plan.conditionNodes.count
        // The first looks at a fact without a premise.
        plan.conditionNodes.append(.isPending(.asOf))
        for number in 0..<count { plan.conditionNodes.append(.not(ConditionID(base + number))) }
        #expect(((try? PlanCheck(plan).run()) != nil) == passes)
        // One deeper through the premise of a fact.
        plan.premises[5] = ConditionID(base + count)
        plan.conditionNodes.append(.isPending(Place(5)))
        #expect((try? PlanCheck(plan).run()) == nil)
    }
}
