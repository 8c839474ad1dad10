import Plans
import Runtime
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

/// Which interpretations and discretions the nodes of a plan look at.
struct ChangeMasks: Sendable {
    /// Without going into the rules that a node names.
    let own: [UInt64]
    /// All that can change a node.
    let all: [UInt64]

    init(_ plan: Plan) {
        own = Self.masks(plan, throughRules: false)
        all = Self.masks(plan, throughRules: true)
    }

    static func bit(_ place: Place<Interpretation>) -> UInt64 { 1 << UInt64(place.value & 63) }

    static func bit(_ fact: Place<Fact>) -> UInt64 { 1 << UInt64(63 - (fact.value & 63)) }

    private static func masks(_ plan: Plan, throughRules: Bool) -> [UInt64] {
        var masks = Array(repeating: UInt64(0), count: plan.nodes.count)
        // Rules look at rules, and facts have premises: until nothing changes.
        var grew = true
        while grew {
            grew = false
            let rules = throughRules ? ruleMasks(plan, masks) : []
            for number in plan.nodes.indices {
                let node = plan.nodes[number]
                var mask = masks[number]
                if let fact = plan.factLooked(at: node), plan.facts[fact].isDiscretion { mask |= bit(fact) }
                switch node.operation {
                case .reading: mask |= bit(Place<Interpretation>(Int(node.first)))
                case .holds, .applies: if throughRules { mask |= rules[Int(node.first)] }
                case .outcome: if throughRules { for rule in plan.programs[Int(node.first)].rules { mask |= rules[rule.value] } }
                default: for operand in plan.operands(of: NodeID(number)) { mask |= masks[operand.value] }
                }
                if mask != masks[number] { grew = true }
                masks[number] = mask
            }
        }
        return masks
    }

    /// What can change whether a rule applies.
    private static func ruleMasks(_ plan: Plan, _ masks: [UInt64]) -> [UInt64] {
        var rules = plan.conditions.map { masks[$0.value] }
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
