import Plans
import Testing
import Vocabulary

@Suite("Parts of nodes")
struct NodePartsTests {
    /// Two conditions and two values to be made of, and a fact that is asked under the first condition.
    private static let plan: Plan = {
        var plan = Plan(title: ContractTitle(name: "見本", title: nil, edition: nil, effective: nil, parties: []))
        plan.facts = [Fact(name: "基準日", type: .date), Fact(name: "基準時刻", type: .time), Fact(name: "a", type: .bool), Fact(name: "b", type: .bool)]
        plan.premises = [nil, nil, nil, ConditionID(7)]
        plan.conditionOperands = [ConditionID(0), ConditionID(1), ConditionID(2)]
        plan.valueOperands = [ValueID(4), ValueID(5)]
        plan.branches = [Branch(condition: ConditionID(1), value: ValueID(0)), Branch(condition: ConditionID(2), value: ValueID(3))]
        return plan
    }()

    private static func condition(_ number: Int) -> NodeID { .condition(ConditionID(number)) }
    private static func value(_ number: Int) -> NodeID { .value(ValueID(number)) }
    /// A fact that is asked under a condition, and one that always is.
    private static let asked = Place<Fact>(3)
    private static let free = Place<Fact>(2)

    private static let conditionParts: [(ConditionNode, [NodeID])] = [
        (.constant(true), []), (.and(Operands(start: 0, count: 2)), [condition(0), condition(1)]),
        (.or(Operands(start: 1, count: 2)), [condition(1), condition(2)]),
        (.and(Operands(start: 3, count: 0)), []), (.not(ConditionID(5)), [condition(5)]), (.some(Place(0), ConditionID(5)), [condition(5)]),
        (.every(Place(0), ConditionID(5)), [condition(5)]), (.compare(ValueID(2), .less, ValueID(1)), [value(2), value(1)]), (.holds(Place(0)), []),
        (.applies(Place(0)), []), (.outcome(Place(0), OutcomeSet(1)), []), (.reading(Place(0), 0), []), (.isCase(free, Place(0), low: 1), []),
        (.isCase(asked, Place(0), low: 1), [condition(7)]), (.hasAny(asked, 1), [condition(7)]), (.hasAll(asked, 1), [condition(7)]),
        (.compareFact(asked, .less, 1), [condition(7)]), (.isPending(asked), [condition(7)]), (.isInapplicable(asked), [condition(7)]),
    ]
    private static let valueParts: [(ValueNode, [NodeID])] = [
        (.constant(1), []), (.fact(free), []), (.fact(asked), [condition(7)]), (.arithmetic(.sum, ValueID(1), ValueID(0)), [value(1), value(0)]),
        (.rounded(Quotient(.half, factorCount: 1, parts: Operands(start: 0, count: 2))), [value(4), value(5)]),
        (.calendar(.month, ValueID(3), count: 0), [value(3)]),
        (.count(Place(0), ConditionID(2)), [condition(2)]), (.total(Place(0), ValueID(2)), [value(2)]),
        (.lookup(Place(0), keys: Operands(start: 1, count: 1), column: 0), [value(5)]),
        (.choice(Operands(start: 0, count: 2)), [condition(1), value(0), condition(2), value(3)]),
    ]

    private func expect(_ parts: NodeParts, _ expected: [NodeID]) {
        #expect(Array(parts) == expected && parts.count == expected.count)
        var waiting = [Self.value(9)]
        parts.append(to: &waiting)
        #expect(waiting == [Self.value(9)] + expected)
    }

    @Test("A condition is made of its parts in order; one about a fact of the fact's premise", arguments: conditionParts.indices)
    func conditions(number: Int) {
        let (node, parts) = Self.conditionParts[number]
        expect(Self.plan.parts(of: node), parts)
        let facts: Set<Place<Fact>?> = [Self.asked, Self.free]
        #expect(Self.plan.factLooked(at: node) == nil || facts.contains(Self.plan.factLooked(at: node)))
        #expect((Self.plan.factLooked(at: node) == Self.asked) == (parts == [Self.condition(7)]))
    }

    @Test("So is a value; a branch is its condition and its value", arguments: valueParts.indices)
    func values(number: Int) {
        let (node, parts) = Self.valueParts[number]
        expect(Self.plan.parts(of: node), parts)
        #expect((Self.plan.factLooked(at: node) == Self.asked) == (parts == [Self.condition(7)]))
    }

    @Test("A condition and a value of one number are two nodes, and each is new once")
    func sets() {
        var set = NodeSet()
        let nodes = [Self.condition(0), Self.value(0), Self.condition(1), Self.condition(0), Self.value(0), Self.value(1)]
        #expect(nodes.map { set.insert($0) } == [true, true, true, false, false, true])
    }

    @Test("Operands have their places, and a quotient's last part is its step")
    func operands() {
        #expect(Operands<ValueID>(start: 3, count: 2).range == 3..<5 && Operands<ValueID>(start: 3, count: 0).range.isEmpty)
        #expect(Quotient(.up, factorCount: 2, parts: Operands(start: 0, count: 5)).divisorCount == 2)
        #expect(Quotient(.up, factorCount: 0, parts: Operands(start: 0, count: 1)).divisorCount == 0)
    }

    @Test("A yes/no fact has two cases, a listed one those of its enumeration, others none")
    func cases() {
        var plan = Self.plan
        plan.enumerations = [Enumeration(name: "色", label: nil, cases: ["赤", "青", "黄"].map { .init(name: $0, label: nil, patterns: []) })]
        #expect([.bool, .enumeration(Place(0)), .set(Place(0))].map { plan.caseCount($0) } == [2, 3, 3])
        #expect([FactType.date, .month, .time, .version, .integer, .text, .number(unit: nil)].allSatisfy { plan.caseCount($0) == nil })
        #expect(plan.codes(of: Self.free) == 0..<2)
    }
}
