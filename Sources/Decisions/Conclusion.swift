package import Runtime
package import Vocabulary

/// What a decision comes to, on which ground, what it waits for and what follows: an answer without what else could be said of it, for many
/// cases at once.
package struct Conclusion: Sendable {
    package let decision: Place<Decision>
    package let status: DecisionStatus
    /// The outcome where it is determined.
    package let outcome: Int?
    /// The outcomes that remain, in the order of the decision; a conflict is one past the last.
    package let possible: [Int]
    package let grounds: [Ground]
    package let missing: [Missing]
    package let norms: [NormInForce]
    package let nextChange: NextChange
    /// The search had to stop early: `possible` and `missing` may name too much, never too little.
    package let isApproximate: Bool
}

extension Conclusion {
    /// What a whole answer comes to.
    package init(_ report: DecisionReport) {
        self.init(
            decision: report.decision, status: report.status, outcome: report.outcome, possible: report.possible, grounds: report.grounds,
            missing: report.missing, norms: report.norms, nextChange: report.nextChange, isApproximate: report.isApproximate)
    }
}

extension Decider {
    /// What the facts come to.
    package func conclusion(_ decision: Place<Decision>, _ frame: FactFrame) -> Conclusion {
        let verdict = verdict(decision, frame)
        return Conclusion(
            decision: decision, status: verdict.status, outcome: verdict.outcome,
            possible: (0..<64).filter { verdict.possible >> UInt64($0) & 1 == 1 }, grounds: grounds(decision, verdict), missing: verdict.missing,
            norms: norms(decision, frame), nextChange: nextChange(decision, frame, verdict), isApproximate: verdict.isApproximate)
    }
}
