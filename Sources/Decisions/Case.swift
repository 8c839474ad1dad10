package import Completions
import Norms
import Outlook
import Plans
package import Runtime
import Values
package import Vocabulary

/// One case under one decision: its rules are run once, in three values, when it is made; whatever an answer says is derived from that run.
///
/// It is not copied: its memory is used again for the next case (`take`). One task has one at a time; the plan, and what hangs on it alone, is
/// shared by all (`Decider`).
package struct Case: ~Copyable {
    let decider: Decider
    package private(set) var decision: Place<Decision>
    var evaluator: Evaluator<NoTracer>
    /// What three values say, and what the rules came to: explanations go on from there.
    private(set) var kleene: Finding
    private var results: RunResults
    /// What was settled, in which order questions were wanted.
    private var settled: (order: QuestionOrder, verdict: Verdict)?
    /// The norms that apply: several parts speak of them.
    private var norms: [NormInForce]?

    package init(_ decider: Decider, _ decision: Place<Decision>, _ frame: FactFrame) {
        self.decider = decider
        self.decision = decision
        evaluator = Evaluator(decider.plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        kleene = Finding(decision, evaluator)
        results = evaluator.results
    }

    /// Another case, or another decision on the same; the memory is kept.
    package mutating func take(_ decision: Place<Decision>, _ frame: FactFrame) {
        self.decision = decision
        evaluator.load(frame)
        evaluator.run(decision)
        kleene = Finding(decision, evaluator)
        results = evaluator.results
        (settled, norms) = (nil, nil)
    }

    var plan: Plan { decider.plan }
    package var frame: FactFrame { evaluator.frame }

    /// An answer with the parts that are wanted. What is not wanted is not looked for.
    ///
    /// Each part is made with a budget and a search of its own, so that it is the same in whatever company it is asked for.
    package mutating func answer(_ parts: AnswerParts, order: QuestionOrder = .best) -> Answer {
        let verdict = verdict(order)
        let grounds = grounds(verdict)
        let side = verdict.declared.side(of: plan.outcomes(verdict.finding, of: decision))
        let defeated = defeated()
        return Answer(
            decision: decision, frame: frame, results: results, parts: parts, status: verdict.status, outcome: verdict.outcome,
            possible: verdict.finding.possible, side: side, applying: verdict.finding.applying, open: verdict.finding.open, missing: verdict.missing,
            isApproximate: verdict.isApproximate, isContradictory: verdict.finding.isContradictory, grounds: grounds,
            openGrounds: openGrounds(grounds, verdict, side: side), defeated: defeated,
            readingsPart: parts.contains(.readings) ? readings(verdict.finding) : nil,
            powersPart: parts.contains(.powers) ? powers(verdict.finding) : nil, normsPart: parts.contains(.norms) ? inForce() : nil,
            sourcesPart: parts.contains(.sources) ? sources(grounds, defeated) : nil,
            nextChangePart: parts.contains(.nextChange) ? decider.solver.nextChange(decision, frame, verdict.finding) : nil,
            wouldChangePart: parts.contains(.wouldChange) ? decider.solver.counterfactuals(decision, frame, verdict.finding) : nil,
            usualPart: parts.contains(.usual) ? usual(verdict, side: side) : nil,
            lackingPart: parts.contains(.lacking) ? decider.solver.shortfall(decision, frame, verdict.finding) : nil)
    }

    /// The norms that bear on the decision and apply; read once.
    mutating func inForce() -> [NormInForce] {
        if let norms { return norms }
        let found = decider.norms.inForce(decision, &evaluator)
        norms = found
        return found
    }

    // MARK: The verdict

    private mutating func verdict(_ order: QuestionOrder) -> Verdict {
        if let settled, settled.order == order { return settled.verdict }
        let verdict = decider.solver.verdict(kleene, of: decision, frame, order)
        settled = (order, verdict)
        return verdict
    }
}
