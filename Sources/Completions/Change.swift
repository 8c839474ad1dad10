package import Plans
package import Runtime
package import Vocabulary

/// What an answer tries out beside the case as it is.
package enum Change {
    case reading(Place<Interpretation>, Int)
    /// A discretion that is exercised; of a set, one member.
    case exercise(Place<Fact>, Int64)

    /// Interpretations and facts share the bits of a word; that two have the same bit costs time only.
    package var bit: UInt64 {
        switch self {
        case .reading(let place, _): ChangeMasks.bit(place)
        case .exercise(let fact, _): ChangeMasks.bit(fact)
        }
    }

    package func apply(to frame: inout FactFrame, _ plan: Plan) {
        switch self {
        case .reading(let place, let reading): frame.interpretations[place.value] = reading
        case .exercise(let fact, let value):
            if case .set = plan.facts[fact].type { frame.set(fact, yes: 1 << UInt64(value), no: 0) } else { frame[fact] = Reading(.known, value) }
        }
    }

    /// Leaves open what may be changed.
    package func open(in frame: inout FactFrame) {
        switch self {
        case .reading(let place, _): frame.interpretations[place.value] = FactFrame.anyReading
        case .exercise(let fact, _): frame[fact] = .unknown
        }
    }
}
