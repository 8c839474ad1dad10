import Values
package import Vocabulary

/// A contract made ready to run: flat, typed, immutable. It knows nothing of how rules are written.
package struct Plan: Sendable {
    package var title: ContractTitle
    /// The decisions that are named for a purpose.
    package var purposes = PurposefulDecisions()
    package var mainDecision: Place<Decision>? { purposes[.main] }
    package var clauses: [Clause] = []
    /// The words that phrases use.
    package var words: [WordGroup] = []
    package var enumerations: [Enumeration] = []
    package var facts: [Fact] = []
    package var lists: [RecordList] = []
    package var groups: [FactGroup] = []
    package var decisions: [Decision] = []
    package var rules: [Rule] = []
    package var norms: [PlannedNorm] = []
    package var interpretations: [Interpretation] = []
    package var tables: [ReferenceTable] = []
    package var constraints: [PlannedConstraint] = []
    package var invariants: [PlannedConstraint] = []
    /// What stated facts must agree with on the day to judge by: calendars.
    package var agreements: [PlannedConstraint] = []
    package var usuals: [PlannedUsual] = []
    /// The values that have a name of their own.
    package var definitions: [PlannedDefinition] = []

    /// All conditions and values that rules are made of; none is made of itself (`PlanCheck`).
    package var conditionNodes: [ConditionNode] = []
    package var valueNodes: [ValueNode] = []
    /// What nodes of several parts are made of.
    package var conditionOperands: [ConditionID] = []
    package var valueOperands: [ValueID] = []
    package var branches: [Branch] = []
    package var caseSets: [CaseSet] = []

    /// The condition of each rule.
    package var conditions: [ConditionID] = []
    /// The requirements of each rule; its condition contains them.
    package var requirements: [[PlannedRequirement]] = []
    /// The rules that each rule gives way to.
    package var defeaters: [[Defeater]] = []
    /// When each fact is asked; otherwise it does not apply.
    package var premises: [ConditionID?] = []
    /// All steps, each after what it needs.
    package var evaluationOrder: [Step] = []

    // What follows from the rest; `prepare` makes it.

    /// The place of a list's fact among the fields of its records; 0 for other facts.
    package private(set) var fieldNumbers: [Int] = []
    /// What evaluation needs of each fact.
    package private(set) var slots: [FactSlot] = []
    /// How the outcomes of each decision are weighed against each other.
    package private(set) var orders: [OutcomeOrder] = []
    /// For each decision a bit for each outcome that rules give it.
    package private(set) var outcomes: [UInt64] = []
    /// The rules that give each decision an outcome.
    package private(set) var deciding: [[Place<Rule>]] = []
    private var programs = OnDemand<Program>()

    package init(title: ContractTitle) { self.title = title }

    /// Makes what evaluation needs besides, once the rest stands.
    package mutating func prepare() {
        fieldNumbers = Array(repeating: 0, count: facts.count)
        for list in lists {
            for (number, field) in list.fields.enumerated() { fieldNumbers[field.value] = number }
        }
        slots = facts.indices.map { FactSlot(list: facts[$0].list, field: fieldNumbers[$0], premise: premises[$0]) }
        orders = decisions.map(\.order)
        deciding = Array(repeating: [], count: decisions.count)
        outcomes = Array(repeating: 0, count: decisions.count)
        for place in rules.places {
            let rule = rules[place]
            deciding[rule.decision.value].append(place)
            outcomes[rule.decision.value] |= 1 << UInt64(rule.outcome)
        }
        programs = OnDemand(count: decisions.count) { [self] in Program([Place($0)], of: self) }
    }

    /// What a decision needs.
    package func program(_ decision: Place<Decision>) -> Program { programs[decision.value] }

    /// The cases of a fact that is known to have some.
    package func codes(of fact: Place<Fact>) -> Range<Int> {
        guard let count = caseCount(facts[fact].type) else { preconditionFailure("\(facts[fact].name) is asked for its cases and has none") }
        return 0..<count
    }

    /// The cases of a yes/no or listed fact.
    package func caseCount(_ type: FactType) -> Int? {
        switch type {
        case .bool: 2
        case .enumeration(let of), .set(let of): enumerations[of].cases.count
        default: nil
        }
    }
}

/// A rule that defeats another, and in which words.
package struct Defeater: Sendable, Hashable {
    package let rule: Place<Rule>
    package let form: PrecedenceForm

    package init(rule: Place<Rule>, form: PrecedenceForm) {
        self.rule = rule
        self.form = form
    }
}

/// A norm with its condition.
package struct PlannedNorm: Sendable {
    package let norm: Norm
    package let condition: ConditionID
    package let deadline: ValueID?
    package let amount: ValueID?
    package let recurrence: PlannedRecurrence?

    package init(norm: Norm, condition: ConditionID, deadline: ValueID?, amount: ValueID?, recurrence: PlannedRecurrence?) {
        self.norm = norm
        self.condition = condition
        self.deadline = deadline
        self.amount = amount
        self.recurrence = recurrence
    }

    /// All that is to be computed.
    package var values: [ValueID] { [deadline, amount, recurrence?.from, recurrence?.through].compactMap { $0 } }
    /// All that it is made of.
    package var nodes: [NodeID] { [.condition(condition)] + values.map { .value($0) } }
}

/// The first and the last month in which a norm recurs.
package struct PlannedRecurrence: Sendable {
    package let from: ValueID
    package let through: ValueID

    package init(from: ValueID, through: ValueID) {
        self.from = from
        self.through = through
    }
}

/// A named part of a rule's condition that other rules may take away.
package struct PlannedRequirement: Sendable {
    package let name: String
    package let condition: ConditionID
    /// The condition, or that a rule which waives it applies.
    package let whole: ConditionID
    package let waivers: [Place<Rule>]

    package init(name: String, condition: ConditionID, whole: ConditionID, waivers: [Place<Rule>]) {
        self.name = name
        self.condition = condition
        self.whole = whole
        self.waivers = waivers
    }
}

/// The name under which a value is defined. One that several names stand for has none here.
package struct PlannedDefinition: Sendable, Hashable {
    package let name: String
    package let label: String?
    /// The clause under which it is defined.
    package let clause: Place<Clause>?
    package let value: ValueID

    package init(name: String, label: String?, clause: Place<Clause>?, value: ValueID) {
        self.name = name
        self.label = label
        self.clause = clause
        self.value = value
    }

    /// The label, or the name where there is none.
    package var caption: String { label ?? name }
}

/// What a fact usually is, and when it may be taken for that.
package struct PlannedUsual: Sendable {
    package let usual: Usual
    /// What must be true of what is stated; nil for always.
    package let condition: ConditionID?

    package init(_ usual: Usual, condition: ConditionID?) {
        self.usual = usual
        self.condition = condition
    }
}

/// What must be true of every case.
package struct PlannedConstraint: Sendable {
    package let label: String
    package let condition: ConditionID
    /// The facts that it names.
    package let facts: [Place<Fact>]
    /// All facts that it hangs on, through definitions and premises too.
    package let reach: Set<Place<Fact>>

    package init(label: String, condition: ConditionID, facts: [Place<Fact>], reach: Set<Place<Fact>>) {
        self.label = label
        self.condition = condition
        self.facts = facts
        self.reach = reach
    }

    /// With all that it hangs on in a plan.
    package init(label: String, condition: ConditionID, facts: [Place<Fact>], of plan: Plan) {
        var reach = Reach()
        reach.add(condition, of: plan)
        self.init(label: label, condition: condition, facts: facts, reach: reach.facts)
    }
}
