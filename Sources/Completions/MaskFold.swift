import Plans
import Runtime
import Vocabulary

/// Gathers masks from the facts upwards.
struct MaskFold {
    private let plan: Plan
    private(set) var conditions: [UInt64]
    private(set) var values: [UInt64]
    /// The conditions that ask about rules, and which; none where rules are not gone into.
    private var asking: [(condition: ConditionID, rules: [Place<Rule>])] = []

    /// - Parameter own: what a node looks at itself.
    init(_ plan: Plan, throughRules: Bool, own: (NodeID) -> UInt64) {
        self.plan = plan
        conditions = plan.conditionNodes.places.map { own(.condition($0)) }
        values = plan.valueNodes.places.map { own(.value($0)) }
        guard throughRules else { return }
        for id in plan.conditionNodes.places {
            let rules = Self.rules(plan[id], plan)
            if !rules.isEmpty { asking.append((id, rules)) }
        }
    }

    /// Rules look at rules, facts have premises, and conditions and values are made of each other: until nothing changes.
    mutating func run() {
        var grew = true
        while grew {
            grew = false
            for id in plan.valueNodes.places {
                let mask = values[id.value] | parts(.value(id))
                if mask != values[id.value] { grew = true }
                values[id.value] = mask
            }
            for id in plan.conditionNodes.places {
                let mask = conditions[id.value] | parts(.condition(id))
                if mask != conditions[id.value] { grew = true }
                conditions[id.value] = mask
            }
            guard !asking.isEmpty else { continue }
            let masks = ruleMasks()
            for (id, rules) in asking {
                let mask = rules.reduce(conditions[id.value]) { $0 | masks[$1.value] }
                if mask != conditions[id.value] { grew = true }
                conditions[id.value] = mask
            }
        }
    }

    private func parts(_ id: NodeID) -> UInt64 {
        func own(_ part: NodeID) -> UInt64 {
            switch part {
            case .condition(let id): conditions[Int(id.number)]
            case .value(let id): values[Int(id.number)]
            }
        }
        var mask: UInt64 = 0
        switch plan.parts(of: id) {
        case .none: break
        case .one(let part): mask = own(part)
        case .two(let first, let second): mask = own(first) | own(second)
        case .conditions(let parts): for part in parts { mask |= conditions[Int(part.number)] }
        case .values(let parts): for part in parts { mask |= values[Int(part.number)] }
        case .branches(let parts): for part in parts { mask |= conditions[Int(part.condition.number)] | values[Int(part.value.number)] }
        }
        return mask
    }

    /// The rules that a condition asks about.
    private static func rules(_ node: ConditionNode, _ plan: Plan) -> [Place<Rule>] {
        switch node {
        case .holds(let rule), .applies(let rule): [rule]
        case .outcome(let decision, _): plan.deciding[decision.value]
        case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .reading, .some, .every: []
        }
    }

    /// What can change whether a rule applies.
    private func ruleMasks() -> [UInt64] {
        var rules = plan.conditions.map { conditions[$0.value] }
        var grew = true
        while grew {
            grew = false
            for rule in rules.indices {
                for defeater in plan.defeaters[rule] where rules[defeater.rule.value] & ~rules[rule] != 0 {
                    rules[rule] |= rules[defeater.rule.value]
                    grew = true
                }
            }
        }
        return rules
    }
}
