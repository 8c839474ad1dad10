package import Completions
import Norms
import Outlook
import Plans
import Runtime
import Values
package import Vocabulary

/// What an open answer comes to under usual circumstances. It stands beside the strict answer, which nothing of it changes.
package struct UsualAnswer: Sendable, Hashable {
    package let status: DecisionStatus
    package let outcome: Int?
    package let possible: OutcomeSet
    /// The side that is then certain, by its number.
    package let side: Int?
    package let grounds: [Ground]
    /// What is taken for so: enough for this, and none of it could be left out.
    package let assumed: [Usual]
    /// What could not be taken for so, as constraints forbid it with what is known.
    package let givenUp: [Usual]
    /// It speaks against the party that is served, and some completion of the facts does not: customers are asked, and not told it.
    package let isForStaffOnly: Bool
}

/// What is said under usual circumstances.
struct UsualPart: Sendable {
    var answer: UsualAnswer?
    /// A search was given up: more may be settled, or by less.
    var isCut = false
}

extension Case {
    /// What holds under usual circumstances, of an open answer.
    mutating func usual(_ strict: Verdict, side: Int?) -> UsualPart {
        guard strict.status == .undetermined, !strict.finding.isContradictory else { return UsualPart() }
        var isCut = false
        let answer = usual(strict, side: side, isCut: &isCut)
        return UsualPart(answer: answer, isCut: isCut)
    }

    /// Nil where nothing may be assumed, or where what may be settles neither outcome nor a smaller side.
    private mutating func usual(_ strict: Verdict, side: Int?, isCut: inout Bool) -> UsualAnswer? {
        var (taken, givenUp): ([Usual], [Usual]) = (candidates(), [])
        // Where what is stated contradicts itself nothing is assumed on top of it.
        guard !taken.isEmpty, allows([], &isCut) else { return nil }
        while !taken.isEmpty, !allows(taken, &isCut) {
            let conflict = irreducible(taken) { !allows($0, &isCut) }
            givenUp += conflict
            taken.removeAll(where: conflict.contains)
        }
        guard !taken.isEmpty else { return nil }
        let all = finding(taken)
        isCut = isCut || all.isApproximate
        let declared = strict.declared
        let then = self.side(all)
        guard then != nil, then != side || declared.settled(all.possible) != nil else { return nil }
        let assumed = irreducible(taken) { usuals in
            let fewer = finding(usuals)
            isCut = isCut || fewer.isApproximate
            return fewer.possible == all.possible && self.side(fewer) == then
        }
        let found = finding(assumed)
        let verdict = Verdict(finding: found, declared: declared)
        return UsualAnswer(
            status: verdict.status, outcome: verdict.outcome, possible: found.possible, side: then, grounds: grounds(verdict), assumed: assumed,
            givenUp: givenUp, isForStaffOnly: isAdverse(found, strict.finding, declared))
    }

    /// What may be taken for so: of facts that the decision looks at and of which nothing is known, as far as what is stated allows.
    private mutating func candidates() -> [Usual] {
        let facts = plan.program(decision).facts
        var candidates: [Usual] = []
        for planned in plan.usuals {
            let usual = planned.usual
            let isOpen = frame[usual.fact].state == .unknown && !frame.declined.contains(usual.fact)
            guard isOpen, facts.contains(usual.fact), usual.decisions.isEmpty || usual.decisions.contains(decision) else { continue }
            let conditions = [plan.premises[usual.fact.value], planned.condition].compactMap(\.self)
            if conditions.allSatisfy({ evaluator.truth($0) == .yes }) { candidates.append(usual) }
        }
        return candidates
    }

    /// What is left of some values that have a property when each is left out, in their order, that it does not need.
    private func irreducible(_ all: [Usual], _ holds: ([Usual]) -> Bool) -> [Usual] {
        var kept = all
        for one in all {
            let fewer = kept.filter { $0 != one }
            if holds(fewer) { kept = fewer }
        }
        return kept
    }

    private func assuming(_ usuals: [Usual]) -> FactFrame {
        var frame = frame
        for usual in usuals { frame[usual.fact] = Reading(.known, usual.value) }
        return frame
    }

    private func side(_ finding: Finding) -> Int? { plan.decisions[decision].side(of: plan.outcomes(finding, of: decision)) }

    private func finding(_ usuals: [Usual]) -> Finding { decider.solver.finding(decision, assuming(usuals)) }

    /// Beyond the budget nothing is known to forbid it.
    private func allows(_ usuals: [Usual], _ isCut: inout Bool) -> Bool {
        if let allows = decider.solver.allows(assuming(usuals), decision) { return allows }
        isCut = true
        return true
    }

    private func isAdverse(_ then: Finding, _ now: Finding, _ declared: Decision) -> Bool {
        let against = OutcomeSet(declared.outcomes.indices.filter { declared.outcomes[$0].favours.map { $0 == plan.title.answering } ?? false })
        let outcomes = plan.outcomes(then, of: decision)
        return outcomes.contains(where: against.contains) && !plan.outcomes(now, of: decision).isSubset(of: against)
    }
}
