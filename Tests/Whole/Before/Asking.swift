import Decisions
import Plans
import Runtime
import Vocabulary

/// Asks the program of commit a969ad2 for its whole answers.
struct Asking {
    private let decider: Decider

    init(_ plan: Plan) { decider = Decider(plan) }

    let parts: [String] = ["all"]

    func ask(_ decision: Place<Decision>, _ frame: FactFrame, _ part: String) { _ = decider.report(decision, frame) }
}
