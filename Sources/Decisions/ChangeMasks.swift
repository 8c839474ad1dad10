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
    private final class Words: Sendable {
        let words: [UInt64]

        init(_ words: [UInt64]) { self.words = words }
    }

    private let words: OnDemand<Words>

    init(_ plan: Plan) {
        words = OnDemand(count: 3) { number in
            switch number {
            case 0: Words(Self.masks(plan, throughRules: false) { Self.change($0, plan) })
            case 1: Words(Self.masks(plan, throughRules: true) { Self.change($0, plan) })
            default: Words(Self.masks(plan, throughRules: true) { Self.time($0, plan) })
            }
        }
    }

    /// Without going into the rules that a node names.
    var own: [UInt64] { words[0].words }
    /// All that can change a node.
    var all: [UInt64] { words[1].words }

    /// What can make a node turn as time goes by: the day or the time to judge by, or an event that may be still to come.
    var time: [UInt64] { words[2].words }
    static let (moment, event): (UInt64, UInt64) = (1, 2)

    static func bit(_ place: Place<Interpretation>) -> UInt64 { 1 << UInt64(place.value & 63) }

    static func bit(_ fact: Place<Fact>) -> UInt64 { 1 << UInt64(63 - (fact.value & 63)) }

    private static func change(_ node: Node, _ plan: Plan) -> UInt64 {
        if node.operation == .reading { return bit(Place<Interpretation>(Int(node.first))) }
        guard let fact = plan.factLooked(at: node), plan.facts[fact].isDiscretion else { return 0 }
        return bit(fact)
    }

    private static func time(_ node: Node, _ plan: Plan) -> UInt64 {
        guard let fact = plan.factLooked(at: node) else { return 0 }
        return fact == .asOf || fact == .asOfTime ? moment : plan.facts[fact].type == .date ? event : 0
    }

    /// - Parameter own: what a node looks at itself.
    private static func masks(_ plan: Plan, throughRules: Bool, own: (Node) -> UInt64) -> [UInt64] {
        var masks = Array(repeating: UInt64(0), count: plan.nodes.count)
        // Rules look at rules, and facts have premises: until nothing changes.
        var grew = true
        while grew {
            grew = false
            let rules = throughRules ? ruleMasks(plan, masks) : []
            for number in plan.nodes.indices {
                let node = plan.nodes[number]
                var mask = masks[number] | own(node)
                switch node.operation {
                case .holds, .applies: if throughRules { mask |= rules[Int(node.first)] }
                case .outcome: if throughRules { for rule in plan.deciding[Int(node.first)] { mask |= rules[rule.value] } }
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
