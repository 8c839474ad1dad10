import Plans
import Runtime
import Values
import Vocabulary

/// What an answer tries out beside the case as it is.
enum Change {
    case reading(Place<Interpretation>, Int)
    /// A discretion that is exercised; of a set, one member.
    case exercise(Place<Fact>, Int64)

    /// Interpretations and facts share the bits of a word; that two have the same bit costs time only.
    var bit: UInt64 {
        switch self {
        case .reading(let place, _): ChangeMasks.bit(place)
        case .exercise(let fact, _): ChangeMasks.bit(fact)
        }
    }

    func apply(to frame: inout FactFrame, _ plan: Plan) {
        switch self {
        case .reading(let place, let reading): frame.interpretations[place.value] = reading
        case .exercise(let fact, let value):
            if case .set = plan.facts[fact].type { frame.set(fact, yes: 1 << UInt64(value), no: 0) } else { frame[fact] = Reading(.known, value) }
        }
    }

    /// Leaves open what may be changed.
    func open(in frame: inout FactFrame) {
        switch self {
        case .reading(let place, _): frame.interpretations[place.value] = FactFrame.anyReading
        case .exercise(let fact, _): frame[fact] = .unknown
        }
    }
}

/// Which interpretations and discretions the nodes of a plan look at, and whether they look at the time.
struct ChangeMasks: Sendable {
    /// A mask for each condition and each value.
    final class Words: Sendable {
        private let conditions: [UInt64]
        private let values: [UInt64]

        fileprivate init(_ conditions: [UInt64], _ values: [UInt64]) { (self.conditions, self.values) = (conditions, values) }

        subscript(_ id: ConditionID) -> UInt64 { conditions[id.value] }
        subscript(_ id: ValueID) -> UInt64 { values[id.value] }
    }

    private let kinds: OnDemand<Words>

    init(_ plan: Plan) {
        kinds = OnDemand(count: Kind.allCases.count) { number in
            let kind = Kind.allCases[number]
            var fold = MaskFold(plan, throughRules: kind != .own) { kind == .time ? Self.time($0, plan) : Self.change($0, plan) }
            fold.run()
            return Words(fold.conditions, fold.values)
        }
    }

    private enum Kind: Int, CaseIterable { case own, all, time }

    /// Without going into the rules that a node names.
    var own: Words { kinds[Kind.own.rawValue] }
    /// All that can change a node.
    var all: Words { kinds[Kind.all.rawValue] }
    /// What can make a node turn as time goes by: the day or the time to judge by, or an event that may be still to come.
    var time: Words { kinds[Kind.time.rawValue] }
    static let (moment, event): (UInt64, UInt64) = (1, 2)

    static func bit(_ place: Place<Interpretation>) -> UInt64 { 1 << UInt64(place.value & 63) }

    static func bit(_ fact: Place<Fact>) -> UInt64 { 1 << UInt64(63 - (fact.value & 63)) }

    private static func change(_ id: NodeID, _ plan: Plan) -> UInt64 {
        if case .condition(let condition) = id, case .reading(let interpretation, _) = plan[condition] { return bit(interpretation) }
        guard let fact = plan.factLooked(at: id), plan.facts[fact].isDiscretion else { return 0 }
        return bit(fact)
    }

    private static func time(_ id: NodeID, _ plan: Plan) -> UInt64 {
        guard let fact = plan.factLooked(at: id) else { return 0 }
        return fact == .asOf || fact == .asOfTime ? moment : plan.facts[fact].type == .date ? event : 0
    }
}

/// Gathers masks from the facts upwards.
private struct MaskFold {
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
