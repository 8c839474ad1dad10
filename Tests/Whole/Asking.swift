import Decisions
import Plans
import Runtime
import Vocabulary

/// Asks for whole answers; Before/Asking.swift is its twin for the commit that is compared with.
struct Asking {
    private let decider: Decider

    init(_ plan: Plan) { decider = Decider(plan) }

    /// All that the earlier program said of an answer, then everything, then each part alone.
    let parts: [AnswerParts] = [
        [.readings, .powers, .norms, .sources, .nextChange, .wouldChange], .all, [], .readings, .powers, .norms, .sources, .nextChange, .wouldChange,
        .usual, .lacking,
    ]

    func ask(_ decision: Place<Decision>, _ frame: FactFrame, _ parts: AnswerParts) { _ = decider.answer(decision, frame, parts) }
}
