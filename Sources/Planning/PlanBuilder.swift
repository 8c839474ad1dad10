package import Contract
package import Plans
import Vocabulary

extension Plan {
    /// Makes a checked contract ready to run.
    package init(_ contract: CheckedContract) {
        var builder = PlanBuilder(contract: contract)
        self = builder.build()
    }
}

/// Flattens conditions into nodes; equal parts share a node.
struct PlanBuilder {
    let contract: CheckedContract
    var plan: Plan
    private var knownConditions: [ConditionNode: ConditionID] = [:]
    private var knownValues: [ValueNode: ValueID] = [:]
    private var knownConditionLists: [[ConditionID]: Operands<ConditionID>] = [:]
    private var knownValueLists: [[ValueID]: Operands<ValueID>] = [:]
    private var knownBranches: [[Branch]: Operands<Branch>] = [:]
    private var knownSets: [CaseSet: Place<CaseSet>] = [:]
    private var definitions: [NodeID?]

    init(contract: CheckedContract) {
        self.contract = contract
        plan = Plan(title: contract.title)
        definitions = Array(repeating: nil, count: contract.definitions.count)
    }

    mutating func build() -> Plan {
        plan.purposes = contract.purposes
        plan.clauses = contract.clauses
        plan.words = contract.words
        plan.enumerations = contract.enumerations
        plan.facts = contract.facts
        plan.lists = contract.lists
        plan.groups = contract.groups
        plan.decisions = contract.decisions
        plan.interpretations = contract.interpretations
        plan.tables = contract.tables
        plan.premises = contract.premises.map { $0.map { condition($0) } }
        plan.rules = contract.rules.map(\.rule)
        plan.conditions = contract.rules.map { condition($0.whole) }
        plan.requirements = contract.rules.map { $0.requirements.map { requirement($0) } }
        plan.norms = contract.norms.map { norm($0) }
        plan.constraints = contract.constraints.map { constraint($0) }
        plan.invariants = contract.invariants.map { constraint($0) }
        plan.agreements = contract.agreements.map { constraint($0) }
        plan.usuals = contract.usuals.map { usual in PlannedUsual(usual.usual, condition: usual.condition.map { condition($0) }) }
        plan.defeaters = Array(repeating: [], count: contract.rules.count)
        for (number, rule) in contract.rules.enumerated() {
            for defeat in rule.defeats {
                for target in defeat.targets { plan.defeaters[target.value].append(Defeater(rule: Place(number), form: defeat.form)) }
            }
        }
        plan.evaluationOrder = contract.evaluationOrder
        plan.definitions = namedValues()
        plan.prepare()
        return plan
    }

    // MARK: Nodes

    private mutating func add(_ node: ConditionNode) -> ConditionID {
        if let id = knownConditions[node] { return id }
        let id = ConditionID(plan.conditionNodes.count)
        plan.conditionNodes.append(node)
        knownConditions[node] = id
        return id
    }

    private mutating func add(_ node: ValueNode) -> ValueID {
        if let id = knownValues[node] { return id }
        let id = ValueID(plan.valueNodes.count)
        plan.valueNodes.append(node)
        knownValues[node] = id
        return id
    }

    private mutating func operands(_ parts: [ConditionID]) -> Operands<ConditionID> { Self.shared(parts, &plan.conditionOperands, &knownConditionLists) }
    private mutating func operands(_ parts: [ValueID]) -> Operands<ValueID> { Self.shared(parts, &plan.valueOperands, &knownValueLists) }
    private mutating func operands(_ parts: [Branch]) -> Operands<Branch> { Self.shared(parts, &plan.branches, &knownBranches) }

    /// Where the same operands stand already, or now stand.
    private static func shared<Element>(_ parts: [Element], _ all: inout [Element], _ known: inout [[Element]: Operands<Element>]) -> Operands<Element> {
        if let operands = known[parts] { return operands }
        let operands = Operands<Element>(start: all.count, count: parts.count)
        all += parts
        known[parts] = operands
        return operands
    }

    private mutating func set(_ cases: CaseSet) -> Place<CaseSet> {
        if let place = knownSets[cases] { return place }
        let place = Place<CaseSet>(plan.caseSets.count)
        plan.caseSets.append(cases)
        knownSets[cases] = place
        return place
    }

    // MARK: Conditions

    /// A conjunction or a disjunction, flattened; without parts it is true or false.
    private mutating func chain(_ parts: [Condition], isAnd: Bool) -> ConditionID {
        var found: [ConditionID] = []
        for part in parts {
            let id = condition(part)
            if case .and(let inner) = plan[id], isAnd {
                found += plan[inner]
            } else if case .or(let inner) = plan[id], !isAnd {
                found += plan[inner]
            } else if plan[id] != .constant(isAnd) {
                found.append(id)
            }
        }
        if found.count == 1 { return found[0] }
        return add(found.isEmpty ? .constant(isAnd) : isAnd ? .and(operands(found)) : .or(operands(found)))
    }

    mutating func condition(_ condition: Condition) -> ConditionID {
        switch condition {
        case .constant(let value): add(.constant(value))
        case .and(let parts): chain(parts, isAnd: true)
        case .or(let parts): chain(parts, isAnd: false)
        case .not(let part): add(.not(self.condition(part)))
        case .isCase(let fact, let cases): add(.isCase(fact, set(cases), low: cases.low))
        case .hasAny(let fact, let mask): add(.hasAny(fact, mask))
        case .hasAll(let fact, let mask): add(.hasAll(fact, mask))
        case .compare(let relation, .fact(let fact), .constant(let constant)): add(.compareFact(fact, relation, constant))
        case .compare(let relation, let left, let right): add(.compare(value(left), relation, value(right)))
        case .isPending(let fact): add(.isPending(fact))
        case .isInapplicable(let fact): add(.isInapplicable(fact))
        case .holds(let rule): add(.holds(rule))
        case .applies(let rule): add(.applies(rule))
        case .outcome(let decision, let mask): add(.outcome(decision, OutcomeSet(bits: mask)))
        case .reading(let interpretation, let reading): add(.reading(interpretation, Int32(reading)))
        case .some(let list, let body): add(.some(list, self.condition(body)))
        case .every(let list, let body): add(.every(list, self.condition(body)))
        case .definition(let place): definedCondition(place)
        }
    }

    private mutating func definedCondition(_ place: Place<Definition>) -> ConditionID {
        if case .condition(let id)? = definitions[place.value] { return id }
        guard case .condition(let body) = contract.definitions[place].body else {
            preconditionFailure("the checker took the value \(contract.definitions[place].name) for a condition")
        }
        let id = condition(body)
        definitions[place.value] = .condition(id)
        return id
    }

    // MARK: Values

    private mutating func definedValue(_ place: Place<Definition>) -> ValueID {
        if case .value(let id)? = definitions[place.value] { return id }
        guard case .value(let body, _) = contract.definitions[place].body else {
            preconditionFailure("the checker took the condition \(contract.definitions[place].name) for a value")
        }
        let id = value(body)
        definitions[place.value] = .value(id)
        return id
    }

    /// The values that one definition alone stands for, and that are made of others.
    private func namedValues() -> [PlannedDefinition] {
        let named = zip(contract.definitions, definitions).compactMap { definition, node -> PlannedDefinition? in
            guard case .value(let id)? = node else { return nil }
            switch plan[id] {
            case .constant, .fact: return nil
            case .arithmetic, .rounded, .calendar, .count, .total, .lookup, .choice:
                return PlannedDefinition(name: definition.name, label: definition.label, clause: definition.clause, value: id)
            }
        }
        let count = Dictionary(grouping: named, by: \.value)
        return named.filter { count[$0.value]?.count == 1 }
    }

    mutating func value(_ value: Value) -> ValueID {
        switch value {
        case .constant(let constant): return add(.constant(constant))
        case .fact(let fact): return add(.fact(fact))
        case .sum(let left, let right): return add(.arithmetic(.sum, self.value(left), self.value(right)))
        case .difference(let left, let right): return add(.arithmetic(.difference, self.value(left), self.value(right)))
        case .product(let left, let right): return add(.arithmetic(.product, self.value(left), self.value(right)))
        case .days(let from, let to): return add(.arithmetic(.days, self.value(from), self.value(to)))
        case .rounded(let rounding, let factors, let divisors, let step):
            let parts = (factors + divisors + [.constant(step)]).map { self.value($0) }
            return add(.rounded(Quotient(rounding, factorCount: factors.count, parts: operands(parts))))
        case .calendar(let step, let date, let count): return add(.calendar(step, self.value(date), count: count))
        case .count(let list, let body): return add(.count(list, condition(body)))
        case .total(let list, let body): return add(.total(list, self.value(body)))
        case .lookup(let table, let keys, let column): return add(.lookup(table, keys: operands(keys.map { self.value($0) }), column: Int32(column)))
        case .definition(let place): return definedValue(place)
        case .choice(let choices): return add(.choice(operands(choices.map { Branch(condition: condition($0.condition), value: self.value($0.value)) })))
        }
    }

    private mutating func requirement(_ requirement: Requirement) -> PlannedRequirement {
        PlannedRequirement(
            name: requirement.name, condition: condition(requirement.condition), whole: condition(requirement.whole), waivers: requirement.waivers)
    }

    private mutating func norm(_ norm: CheckedNorm) -> PlannedNorm {
        PlannedNorm(
            norm: norm.norm, condition: condition(norm.condition), deadline: norm.deadline.map { value($0) }, amount: norm.amount.map { value($0) },
            recurrence: norm.recurrence.map { PlannedRecurrence(from: value($0.from), through: value($0.through)) })
    }

    private mutating func constraint(_ constraint: CheckedConstraint) -> PlannedConstraint {
        let node = condition(constraint.condition)
        return PlannedConstraint(label: constraint.label, condition: node, facts: constraint.facts, of: plan)
    }
}
