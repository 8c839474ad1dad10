import Plans
import Runtime
package import Vocabulary

/// Whether a decision is settled.
package enum DecisionStatus: String, Sendable, Hashable {
    /// Every completion of the unknown facts gives the same outcome.
    case determined
    case undetermined
    /// Rules that apply give different outcomes, and nothing says which wins.
    case conflict
}

/// What a decision comes to, and what would have to be known.
package struct Verdict {
    package var finding: Finding
    package let declared: Decision
    package var missing: [Missing] = []
    package var isApproximate = false

    package init(finding: Finding, declared: Decision) { (self.finding, self.declared) = (finding, declared) }

    package var outcome: Int? { declared.settled(finding.possible) }

    package var status: DecisionStatus {
        guard finding.possible.only != nil else { return .undetermined }
        return outcome == nil ? .conflict : .determined
    }
}

extension Decision {
    /// The one outcome that is possible; `nil` where there are several, or a conflict.
    package func settled(_ possible: OutcomeSet) -> Int? { possible.only.flatMap { $0 == conflict ? nil : $0 } }
}
