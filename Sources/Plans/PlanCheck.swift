import Values
import Vocabulary

/// Why a plan cannot be run.
package struct PlanFault: Error, Sendable, CustomStringConvertible {
    package let description: String
}

/// Whether a plan that comes from outside is one that can be run: every place lies in its list, every node has parts of the kinds and in the
/// number that it needs, nothing is made of itself or deeper than evaluation goes, and every step stands after what it needs. After that the
/// rooms that read the plan need not ask again.
package struct PlanCheck {
    /// How deep conditions and values may be made of each other; evaluation goes down by calls.
    package static let deepest = 1_000
    /// How many days or months a step along the calendar may take.
    package static let longestStep: Int64 = 10_000_000

    private let plan: Plan

    package init(_ plan: Plan) { self.plan = plan }

    /// - Throws: `PlanFault` with the first thing that is wrong.
    package func run() throws(PlanFault) {
        try checkVocabulary()
        try checkProvisions()
        try checkTables()
        for node in plan.conditionNodes.enumerated() { try check(node.element, ConditionID(node.offset)) }
        for node in plan.valueNodes.enumerated() { try check(node.element, ValueID(node.offset)) }
        try checkUse()
        try checkOrder()
    }

    private func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(PlanFault) {
        if !holds { throw PlanFault(description: what()) }
    }

    private func require<Element>(_ place: Place<Element>, in list: [Element], _ what: @autoclosure () -> String) throws(PlanFault) {
        try require(list.indices.contains(place.value), "\(what()) \(place.value) is not among \(list.count)")
    }

    private func require<Element>(_ place: Place<Element>?, in list: [Element], _ what: @autoclosure () -> String) throws(PlanFault) {
        if let place { try require(place, in: list, what()) }
    }

    // MARK: Vocabulary

    private func checkVocabulary() throws(PlanFault) {
        for enumeration in plan.enumerations { try require(enumeration.cases.count <= Enumeration.mostCases, "\(enumeration.name) has too many cases") }
        try require(
            plan.facts.count >= 2 && plan.facts[Place<Fact>.asOf].type == .date && plan.facts[Place<Fact>.asOfTime].type == .time,
            "the day and the time to judge by come first")
        for fact in plan.facts {
            try check(fact.type, fact.name)
            try require(fact.list, in: plan.lists, "the list of \(fact.name)")
        }
        for list in plan.lists.places {
            try require(Set(plan.lists[list].fields).count == plan.lists[list].fields.count, "a list has a fact twice")
            for field in plan.lists[list].fields {
                try require(field, in: plan.facts, "the field")
                try require(plan.facts[field].list == list, "\(plan.facts[field].name) is a field of another list")
            }
        }
        for fact in plan.facts.places { if let list = plan.facts[fact].list { try require(plan.lists[list].fields.contains(fact), "a list lacks its field") } }
        for group in plan.groups {
            for member in group.members { try require(member, in: plan.facts, "the member") }
            try require(Set(group.members).count == group.members.count, "a group has a fact twice")
        }
    }

    private func check(_ type: FactType, _ name: String) throws(PlanFault) {
        switch type {
        case .enumeration(let of): try require(of, in: plan.enumerations, "the enumeration of \(name)")
        case .set(let of):
            try require(of, in: plan.enumerations, "the enumeration of \(name)")
            try require(plan.enumerations[of].cases.count <= Enumeration.largestSet, "the set \(name) has too many members")
        case .bool, .date, .month, .time, .version, .number, .integer, .text: break
        }
    }

    private func checkProvisions() throws(PlanFault) {
        for decision in plan.decisions {
            try require((1...Decision.mostOutcomes).contains(decision.outcomes.count), "\(decision.name) has too few or too many outcomes")
            try require(decision.outcomes.indices.contains(decision.fallback), "the fallback of \(decision.name) is none of its outcomes")
            try require(decision.ground, in: plan.clauses, "the clause of \(decision.name)")
            for side in decision.sides {
                try require(
                    !side.outcomes.isEmpty && isMask(side.outcomes.bits, of: decision.outcomes.count), "a side of \(decision.name) holds no outcomes of it")
            }
        }
        for purpose in DecisionPurpose.allCases { try require(plan.purposes[purpose], in: plan.decisions, "the decision for a purpose") }
        for rule in plan.rules {
            try require(rule.clause, in: plan.clauses, "the clause of \(rule.name)")
            try require(rule.decision, in: plan.decisions, "the decision of \(rule.name)")
            try require(plan.decisions[rule.decision].outcomes.indices.contains(rule.outcome), "the outcome of \(rule.name) is none of its decision")
        }
        for norm in plan.norms { try require(norm.norm.clause, in: plan.clauses, "the clause of \(norm.norm.name)") }
        for interpretation in plan.interpretations {
            try require(interpretation.readings.indices.contains(interpretation.adopted), "\(interpretation.name) follows none of its readings")
            for clause in interpretation.clauses { try require(clause, in: plan.clauses, "the clause of \(interpretation.name)") }
            for burden in interpretation.readings.flatMap({ $0.bears ?? [] }) {
                try require(plan.norms.indices.contains(burden.norm), "\(interpretation.name) brings what is no norm")
            }
        }
        for definition in plan.definitions {
            try require(definition.clause, in: plan.clauses, "the clause of \(definition.name)")
            try require(definition.value, in: plan.valueNodes, "the value of \(definition.name)")
        }
    }

    private func checkTables() throws(PlanFault) {
        for table in plan.tables {
            for column in table.keys + table.columns { try check(column.type, column.name) }
            try require(!table.isLatest || table.keys.count == 1, "\(table.name) is by day and has no single key")
            for row in table.rows {
                try require(row.keys.count == table.keys.count && row.values.count == table.columns.count, "a row of \(table.name) is of another length")
            }
        }
    }

    // MARK: Nodes

    /// Operands of a node's own kind stand before it.
    private func check(_ operands: Operands<ConditionID>, _ id: ConditionID) throws(PlanFault) {
        try require(operands.range.upperBound <= plan.conditionOperands.count, "operands of condition \(id.value) lie outside")
        for part in plan[operands] { try require(part.value < id.value, "condition \(id.value) comes before its part") }
    }

    private func check(_ part: ConditionID, before id: ConditionID) throws(PlanFault) {
        try require(part.value < id.value, "condition \(id.value) comes before its part")
    }

    private func check(_ part: ValueID, before id: ValueID) throws(PlanFault) { try require(part.value < id.value, "value \(id.value) comes before its part") }

    private func check(_ node: ConditionNode, _ id: ConditionID) throws(PlanFault) {
        switch node {
        case .constant: break
        case .and(let parts), .or(let parts): try check(parts, id)
        case .not(let part): try check(part, before: id)
        case .isCase(let fact, let cases, let low):
            try require(fact, in: plan.facts, "the fact")
            try require(cases, in: plan.caseSets, "the cases")
            try require(plan.caseCount(plan.facts[fact].type) != nil, "\(plan.facts[fact].name) has no cases")
            try require(plan.caseSets[cases].low == low, "condition \(id.value) says its cases twice, and differently")
        case .hasAny(let fact, let mask), .hasAll(let fact, let mask):
            try require(fact, in: plan.facts, "the fact")
            guard case .set(let of) = plan.facts[fact].type else { throw PlanFault(description: "\(plan.facts[fact].name) is no set") }
            try require(isMask(mask, of: plan.enumerations[of].cases.count), "condition \(id.value) asks for members that there are not")
        case .compare(let left, _, let right):
            try require(left, in: plan.valueNodes, "the value")
            try require(right, in: plan.valueNodes, "the value")
        case .compareFact(let fact, _, _), .isPending(let fact), .isInapplicable(let fact): try require(fact, in: plan.facts, "the fact")
        case .holds(let rule), .applies(let rule): try require(rule, in: plan.rules, "the rule")
        case .outcome(let decision, let wanted):
            try require(decision, in: plan.decisions, "the decision")
            // One more for a conflict.
            try require(isMask(wanted.bits, of: plan.decisions[decision].outcomes.count + 1), "condition \(id.value) asks for outcomes that there are not")
        case .reading(let interpretation, let reading):
            try require(interpretation, in: plan.interpretations, "the interpretation")
            try require(plan.interpretations[interpretation].readings.indices.contains(Int(reading)), "condition \(id.value) asks for no reading")
        case .some(let list, let body), .every(let list, let body):
            try require(list, in: plan.lists, "the list")
            try check(body, before: id)
        }
    }

    private func isMask(_ mask: UInt64, of count: Int) -> Bool { count >= 64 || mask >> UInt64(count) == 0 }

    private func check(_ node: ValueNode, _ id: ValueID) throws(PlanFault) {
        switch node {
        case .constant: break
        case .fact(let fact): try require(fact, in: plan.facts, "the fact")
        case .arithmetic(_, let left, let right):
            try check(left, before: id)
            try check(right, before: id)
        case .rounded(let quotient):
            try check(quotient.parts, id)
            try require(quotient.factorCount >= 0 && quotient.divisorCount >= 0, "value \(id.value) has no step to round to")
            // A step is written out, and more than nothing.
            guard let step = plan[quotient.parts].last, case .constant(1...) = plan[step] else {
                throw PlanFault(description: "value \(id.value) has no step to round to")
            }
        case .calendar(_, let date, let count):
            try check(date, before: id)
            try require((-Self.longestStep...Self.longestStep).contains(count), "value \(id.value) steps too far")
        case .count(let list, let body):
            try require(list, in: plan.lists, "the list")
            try require(body, in: plan.conditionNodes, "the condition")
        case .total(let list, let body):
            try require(list, in: plan.lists, "the list")
            try check(body, before: id)
        case .lookup(let table, let keys, let column):
            try require(table, in: plan.tables, "the table")
            try check(keys, id)
            try require(keys.count == plan.tables[table].keys.count, "value \(id.value) has too few or too many keys")
            try require(plan.tables[table].columns.indices.contains(Int(column)), "value \(id.value) asks for no column")
        case .choice(let branches):
            try require(branches.range.upperBound <= plan.branches.count, "branches of value \(id.value) lie outside")
            for branch in plan[branches] {
                try require(branch.condition, in: plan.conditionNodes, "the condition")
                try check(branch.value, before: id)
            }
        }
    }

    private func check(_ operands: Operands<ValueID>, _ id: ValueID) throws(PlanFault) {
        try require(operands.range.upperBound <= plan.valueOperands.count, "operands of value \(id.value) lie outside")
        for part in plan[operands] { try check(part, before: id) }
    }

    // MARK: What uses the nodes

    private func checkUse() throws(PlanFault) {
        let count = plan.rules.count
        try require(plan.conditions.count == count && plan.requirements.count == count && plan.defeaters.count == count, "not every rule has all its parts")
        try require(plan.premises.count == plan.facts.count, "not every fact has all its parts")
        for premise in plan.premises { try require(premise, in: plan.conditionNodes, "the premise") }
        for condition in plan.conditions { try require(condition, in: plan.conditionNodes, "the condition") }
        for requirement in plan.requirements.joined() {
            try require(requirement.condition, in: plan.conditionNodes, "the requirement")
            try require(requirement.whole, in: plan.conditionNodes, "the requirement")
            for waiver in requirement.waivers { try require(waiver, in: plan.rules, "the waiver") }
        }
        for defeater in plan.defeaters.joined() { try require(defeater.rule, in: plan.rules, "the defeater") }
        for norm in plan.norms {
            try require(norm.condition, in: plan.conditionNodes, "the condition of \(norm.norm.name)")
            for value in norm.values { try require(value, in: plan.valueNodes, "a value of \(norm.norm.name)") }
        }
        for usual in plan.usuals {
            try require(usual.usual.fact, in: plan.facts, "the fact of a usual value")
            for decision in usual.usual.decisions { try require(decision, in: plan.decisions, "the decision of a usual value") }
            if let condition = usual.condition { try require(condition, in: plan.conditionNodes, "the condition of a usual value") }
            let isOne =
                plan.facts[usual.usual.fact].list == nil && plan.caseCount(plan.facts[usual.usual.fact].type).map { 0..<$0 ~= Int(usual.usual.value) } ?? false
            try require(isOne, "a usual value is none of its fact")
        }
        for constraint in plan.constraints + plan.invariants + plan.agreements {
            try require(constraint.condition, in: plan.conditionNodes, "the condition of \(constraint.label)")
            for fact in constraint.facts { try require(fact, in: plan.facts, "a fact of \(constraint.label)") }
        }
    }

    // MARK: Depth and order

    /// Nothing is made of itself, be it through the premise of a fact, nor too deep; and both steps of every rule are there once, each after what
    /// it needs.
    private func checkOrder() throws(PlanFault) {
        let count = plan.rules.count
        try require(plan.evaluationOrder.count == 2 * count, "there are not two steps for every rule")
        var (held, applied) = (Array(repeating: -1, count: count), Array(repeating: -1, count: count))
        for (place, step) in plan.evaluationOrder.enumerated() {
            try require(step.rule, in: plan.rules, "the rule of a step")
            switch step {
            case .holds(let rule):
                try require(held[rule.value] < 0, "a step is there twice")
                held[rule.value] = place
            case .applies(let rule):
                try require(applied[rule.value] < 0, "a step is there twice")
                applied[rule.value] = place
            }
        }
        var fold = NodeFold(plan, held: held, applied: applied)
        for id in plan.conditionNodes.places { try fold.visit(.condition(id)) }
        for id in plan.valueNodes.places { try fold.visit(.value(id)) }
        for rule in 0..<count {
            let isHeld = fold.ready(plan.conditions[rule]) < held[rule]
            let isApplied = held[rule] < applied[rule] && plan.defeaters[rule].allSatisfy { applied[$0.rule.value] < applied[rule] }
            try require(isHeld && isApplied, "a step comes before what it needs")
        }
    }

    /// How deep each node is, and after which step it can be looked at.
    private struct NodeFold {
        private struct Found {
            /// 0 for what was not visited, -1 for what is being visited.
            var depth: Int32 = 0
            var ready: Int32 = -1
        }

        private let plan: Plan
        private let held: [Int]
        private let applied: [Int]
        /// The last step that gives each decision an outcome.
        private let decided: [Int]
        private var conditions: [Found]
        private var values: [Found]

        init(_ plan: Plan, held: [Int], applied: [Int]) {
            (self.plan, self.held, self.applied) = (plan, held, applied)
            var decided = Array(repeating: -1, count: plan.decisions.count)
            for (rule, declared) in plan.rules.enumerated() { decided[declared.decision.value] = max(decided[declared.decision.value], applied[rule]) }
            self.decided = decided
            conditions = Array(repeating: Found(), count: plan.conditionNodes.count)
            values = Array(repeating: Found(), count: plan.valueNodes.count)
        }

        func ready(_ id: ConditionID) -> Int { Int(conditions[id.value].ready) }

        private subscript(_ id: NodeID) -> Found {
            get {
                switch id {
                case .condition(let id): conditions[id.value]
                case .value(let id): values[id.value]
                }
            }
            set {
                switch id {
                case .condition(let id): conditions[id.value] = newValue
                case .value(let id): values[id.value] = newValue
                }
            }
        }

        /// Goes down with a stack of its own: what comes from outside may be of any depth.
        mutating func visit(_ root: NodeID) throws(PlanFault) {
            if self[root].depth > 0 { return }
            var waiting = [root]
            while let id = waiting.last {
                if self[id].depth > 0 {
                    waiting.removeLast()
                    continue
                }
                let parts = plan.parts(of: id)
                var found = Found(depth: 1, ready: Int32(own(id)))
                var isOpen = false
                for part in parts {
                    let below = self[part]
                    if below.depth <= 0 {
                        isOpen = true
                    } else {
                        (found.depth, found.ready) = (max(found.depth, below.depth + 1), max(found.ready, below.ready))
                    }
                }
                if isOpen {
                    if self[id].depth < 0 { throw PlanFault(description: "a node is made of itself") }
                    self[id].depth = -1
                    for part in parts where self[part].depth <= 0 { waiting.append(part) }
                } else {
                    if found.depth > PlanCheck.deepest { throw PlanFault(description: "more than \(PlanCheck.deepest) nodes are made of each other") }
                    self[id] = found
                    waiting.removeLast()
                }
            }
        }

        /// The last step that a node asks about itself.
        private func own(_ id: NodeID) -> Int {
            guard case .condition(let condition) = id else { return -1 }
            switch plan[condition] {
            case .holds(let rule): return held[rule.value]
            case .applies(let rule): return applied[rule.value]
            case .outcome(let decision, _): return decided[decision.value]
            case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .reading, .some, .every:
                return -1
            }
        }
    }
}
