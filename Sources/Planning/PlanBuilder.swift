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
    private var known: [Node: NodeID] = [:]
    private var knownLists: [[NodeID]: Int32] = [:]
    private var knownSets: [CaseSet: Int] = [:]
    private var definitions: [NodeID?]

    init(contract: CheckedContract) {
        self.contract = contract
        plan = Plan(title: contract.title)
        definitions = Array(repeating: nil, count: contract.definitions.count)
    }

    mutating func build() -> Plan {
        plan.purposes = contract.purposes
        plan.clauses = contract.clauses
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
        plan.defeaters = Array(repeating: [], count: contract.rules.count)
        for (number, rule) in contract.rules.enumerated() {
            for defeat in rule.defeats {
                for target in defeat.targets { plan.defeaters[target.value].append(Defeater(rule: Place(number), form: defeat.form)) }
            }
        }
        plan.evaluationOrder = contract.evaluationOrder
        plan.prepare()
        return plan
    }

    // MARK: Nodes

    private mutating func add(_ node: Node) -> NodeID {
        if let id = known[node] { return id }
        let id = NodeID(plan.nodes.count)
        plan.nodes.append(node)
        known[node] = id
        return id
    }

    private mutating func list(_ nodes: [NodeID]) -> Int {
        if let start = knownLists[nodes] { return Int(start) }
        let start = plan.children.count
        plan.children += nodes
        knownLists[nodes] = Int32(clamping: start)
        return start
    }

    private mutating func set(_ cases: CaseSet) -> Int {
        if let number = knownSets[cases] { return number }
        let number = plan.caseSets.count / 4
        plan.caseSets += cases.words
        knownSets[cases] = number
        return number
    }

    private mutating func truth(_ value: Bool) -> NodeID { add(Node(.constantTruth, immediate: value ? 1 : 0)) }

    /// A conjunction or disjunction, flattened; one without parts is its neutral element.
    private mutating func chain(_ operation: Operation, _ parts: [Condition]) -> NodeID {
        var nodes: [NodeID] = []
        for part in parts {
            let id = condition(part)
            let node = plan[id]
            if node.operation == operation {
                nodes += plan.children[Int(node.second)..<Int(node.second) + Int(node.first)]
            } else if node.operation != .constantTruth || (node.immediate == 1) != (operation == .and) {
                nodes.append(id)
            }
        }
        if nodes.count == 1 { return nodes[0] }
        if nodes.isEmpty { return truth(operation == .and) }
        let start = list(nodes)
        return add(Node(operation, first: nodes.count, second: start))
    }

    mutating func condition(_ condition: Condition) -> NodeID {
        switch condition {
        case .constant(let value): return truth(value)
        case .and(let parts): return chain(.and, parts)
        case .or(let parts): return chain(.or, parts)
        case .not(let part): return add(Node(.not, first: self.condition(part).value))
        case .isCase(let fact, let cases): return add(Node(.isCase, first: fact.value, second: set(cases), immediate: Int64(bitPattern: cases.words[0])))
        case .hasAny(let fact, let mask): return add(Node(.hasAny, first: fact.value, immediate: Int64(bitPattern: mask)))
        case .hasAll(let fact, let mask): return add(Node(.hasAll, first: fact.value, immediate: Int64(bitPattern: mask)))
        case .compare(let relation, .fact(let fact), .constant(let constant)):
            return add(Node(.compareFact, first: fact.value, second: Int(relation.rawValue), immediate: constant))
        case .compare(let relation, let left, let right):
            return add(Node(.compare, first: value(left).value, second: value(right).value, immediate: Int64(relation.rawValue)))
        case .isPending(let fact): return add(Node(.isPending, first: fact.value))
        case .isInapplicable(let fact): return add(Node(.isInapplicable, first: fact.value))
        case .holds(let rule): return add(Node(.holds, first: rule.value))
        case .applies(let rule): return add(Node(.applies, first: rule.value))
        case .outcome(let decision, let mask): return add(Node(.outcome, first: decision.value, immediate: Int64(bitPattern: mask)))
        case .reading(let interpretation, let reading): return add(Node(.reading, first: interpretation.value, second: reading))
        case .some(let list, let body): return add(Node(.some, first: list.value, second: self.condition(body).value))
        case .every(let list, let body): return add(Node(.every, first: list.value, second: self.condition(body).value))
        case .definition(let place): return definition(place)
        }
    }

    private mutating func definition(_ place: Place<Definition>) -> NodeID {
        if let id = definitions[place.value] { return id }
        let id: NodeID
        switch contract.definitions[place].body {
        case .condition(let body): id = condition(body)
        case .value(let body, _): id = value(body)
        }
        definitions[place.value] = id
        return id
    }

    mutating func value(_ value: Value) -> NodeID {
        switch value {
        case .constant(let constant): return add(Node(.constantValue, immediate: constant))
        case .fact(let fact): return add(Node(.fact, first: fact.value))
        case .sum(let left, let right): return add(Node(.sum, first: self.value(left).value, second: self.value(right).value))
        case .difference(let left, let right): return add(Node(.difference, first: self.value(left).value, second: self.value(right).value))
        case .product(let left, let right): return add(Node(.product, first: self.value(left).value, second: self.value(right).value))
        case .days(let from, let to): return add(Node(.days, first: self.value(from).value, second: self.value(to).value))
        case .rounded(let rounding, let factors, let divisors, let step):
            let start = list((factors + divisors + [.constant(step)]).map { self.value($0) })
            return add(Node(.rounded, first: factors.count, second: start, immediate: rounding.rawValue | Int64(divisors.count) << 2))
        case .calendar(let step, let date, let count):
            return add(Node(.calendar, first: self.value(date).value, second: Int(step.rawValue), immediate: count))
        case .count(let list, let body): return add(Node(.count, first: list.value, second: condition(body).value))
        case .total(let list, let body): return add(Node(.total, first: list.value, second: self.value(body).value))
        case .lookup(let table, let keys, let column):
            let start = list(keys.map { self.value($0) })
            return add(Node(.lookup, first: table.value, second: start, immediate: Int64(column)))
        case .definition(let place): return definition(place)
        case .choice(let choices):
            let start = list(choices.flatMap { [condition($0.condition), self.value($0.value)] })
            return add(Node(.choice, first: choices.count, second: start))
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
        var reach = Reach()
        reach.add(node, of: plan)
        return PlannedConstraint(label: constraint.label, condition: node, facts: constraint.facts, reach: reach.facts)
    }
}
