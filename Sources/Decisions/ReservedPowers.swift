import Completions
import Norms
import Outlook
import Plans
import Runtime
import Values
import Vocabulary

/// Discretions that were not exercised, and what their exercise could change.
extension Case {
    /// The discretions that the decision, or what follows from it, looks at and that have not been exercised.
    private func discretions() -> [Place<Fact>] {
        let frame = frame
        return plan.program(decision).facts.union(decider.norms.bearing(on: decision).facts).sorted().filter {
            plan.facts[$0].list == nil && frame[$0].state == .unexercised && plan.caseCount(plan.facts[$0].type) != nil
        }
    }

    /// The powers whose exercise, the others left as they are, changes the outcome, an amount or a deadline under some completion.
    mutating func powers(_ now: Finding) -> [ReservedPower] {
        let discretions = discretions()
        guard !discretions.isEmpty else { return [] }
        let (frame, plan) = (frame, plan)
        let variants = Variants(decider.solver, decision, frame, discretions.map { .exercise($0, 0) })
        let norms = inForce()
        var found: [ReservedPower] = []
        for fact in discretions {
            let type = plan.facts[fact].type
            for code in type == .bool ? 1..<2 : plan.codes(of: fact) {
                let change = Change.exercise(fact, Int64(code))
                let then = variants.finding([change])
                var exercised = frame
                change.apply(to: &exercised, plan)
                let differing = decider.norms.differences(decision, norms, in: exercised)
                guard variants.differ([change], now, then) || !differing.isEmpty else { continue }
                found.append(
                    ReservedPower(
                        fact: fact, value: Int64(code), possible: then.possible, outcome: plan.decisions[decision].settled(then.possible),
                        clause: clause(behind: fact, now, then, differing), norms: differing))
            }
        }
        return found
    }

    /// The clause that speaks of a power: of a rule that its exercise brings in, else of a rule or a duty that looks at it.
    private func clause(
        behind power: Place<Fact>, _ now: Finding, _ then: Finding, _ norms: [NormDifference]
    ) -> Place<Clause>? {
        let comes = then.applying.filter { !now.applying.contains($0) } + then.open.filter { !now.applying.contains($0) && !now.open.contains($0) }
        let looking = plan.deciding[decision.value].filter { rule in
            var reach = Reach()
            reach.add(plan.conditions[rule.value], of: plan)
            return reach.facts.contains(power)
        }
        if let rule = comes.first(where: looking.contains) ?? looking.first ?? comes.first { return plan.rules[rule].clause }
        return norms.first.flatMap { plan.norms[$0.norm].norm.clause }
    }
}
