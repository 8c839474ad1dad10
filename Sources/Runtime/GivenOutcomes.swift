import Plans
import Vocabulary

/// For every decision the outcomes that rules give which apply, and those that rules give which may apply.
struct GivenOutcomes: Sendable {
    private var pairs: [(certain: UInt64, open: UInt64)]

    /// Before anything is known every rule may apply.
    init(_ plan: Plan) {
        pairs = plan.outcomes.map { (0, $0) }
    }

    @inline(__always)
    mutating func clear(_ decisions: [Int32]) {
        for number in decisions.indices { pairs[Int(decisions[number])] = (0, 0) }
    }

    @inline(__always)
    mutating func add(_ outcome: UInt64, of decision: Int, _ truth: Truth) {
        switch truth {
        case .yes: pairs[decision].certain |= outcome
        case .unknown: pairs[decision].open |= outcome
        case .no: break
        }
    }

    /// The outcomes that are possible, a bit for each.
    func outcomes(_ decision: Int, _ order: OutcomeOrder) -> UInt64 {
        order.possible(certain: pairs[decision].certain, open: pairs[decision].open)
    }
}

/// What the rules and decisions that were run on some facts came to: what holds, what applies, what is given.
package struct RunResults: Sendable {
    package let holds: RuleStates
    package let applies: RuleStates
    let given: GivenOutcomes
}
