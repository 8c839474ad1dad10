package import Completions
package import Norms
import Outlook
import Plans
import Runtime
import Values
package import Vocabulary

/// A discretion that has not been exercised, and what its exercise would bring.
package struct ReservedPower: Sendable, Hashable {
    package let fact: Place<Fact>
    /// The value that would be decided.
    package let value: Int64
    /// The fewest other powers that must be exercised with it before it changes anything; mostly none. The rest is said of these together.
    package let with: [Exercise]
    /// The outcomes that are possible then.
    package let possible: OutcomeSet
    /// What comes out then; `nil` where that is open.
    package let outcome: Int?
    package let clause: Place<Clause>?
    /// What duties and charges come to then, where that differs.
    package let norms: [NormDifference]
    /// All that it can lead to, whatever other powers are exercised.
    package let leads: [PowerLead]
}

/// The powers that are reserved.
struct PowersPart: Sendable {
    var powers: [ReservedPower] = []
    /// Not all exercises of several powers together were looked through.
    var isCut = false
}

/// Discretions that were not exercised, and what their exercise could change.
extension Case {
    /// The discretions that the decision, or what follows from it, looks at and that could be exercised and have not been.
    private mutating func discretions() -> [Place<Fact>] {
        let (frame, plan) = (frame, plan)
        let facts = plan.program(decision).facts.union(decider.norms.bearing(on: decision).facts).sorted()
        var found: [Place<Fact>] = []
        for fact in facts where plan.facts[fact].list == nil && frame[fact].state == .unexercised && plan.caseCount(plan.facts[fact].type) != nil {
            if let premise = plan.premises[fact.value], evaluator.truth(premise) == .no { continue }
            found.append(fact)
        }
        return found
    }

    /// The powers whose exercise, beside some exercise of others, changes the outcome, the side, an amount or a deadline under some completion.
    mutating func powers(_ now: Finding) -> PowersPart {
        let discretions = discretions()
        guard !discretions.isEmpty else { return PowersPart() }
        let norms = inForce()
        var effects = PowerEffects(decider, decision, frame, discretions, now: now, norms: norms)
        var part = PowersPart()
        for fact in discretions {
            for value in plan.exercises(of: fact) {
                if let power = effects.power(Exercise(fact, value)) { part.powers.append(power) }
            }
        }
        part.isCut = effects.isCut
        return part
    }
}

/// Tries out the exercise of powers, each beside the others.
private struct PowerEffects: ~Copyable {
    private let decider: Decider
    private let decision: Place<Decision>
    private let frame: FactFrame
    private let discretions: [Place<Fact>]
    private let now: Finding
    private let norms: [NormInForce]
    /// The norms that are open with every power open, with the facts that they look at.
    private let open: [(norm: Int, looked: Set<Place<Fact>>)]
    /// The powers that may bear on the outcome.
    private let deciding: Set<Place<Fact>>
    private var search: PowerSearch?
    private var normSearch: PowerNormSearch?
    private(set) var isCut = false

    init(_ decider: Decider, _ decision: Place<Decision>, _ frame: FactFrame, _ discretions: [Place<Fact>], now: Finding, norms: [NormInForce]) {
        (self.decider, self.decision, self.frame, self.discretions, self.now, self.norms) = (decider, decision, frame, discretions, now, norms)
        let plan = decider.plan
        var open = frame
        for power in discretions { open[power] = .unknown }
        let norms = decider.norms.open(decision, open).filter { !$0.looked.isDisjoint(with: discretions) }
        self.open = norms
        // What three values settle even with all powers open no exercise changes.
        var evaluator = Evaluator(plan, open, tracer: NoTracer())
        evaluator.run(decision)
        var mask: UInt64 = 0
        if Finding(decision, evaluator).isOpen {
            for step in plan.program(decision).steps {
                guard case .holds(let rule) = step, evaluator.holds[rule.value] == .unknown else { continue }
                mask |= decider.solver.masks.all[plan.conditions[rule.value]]
            }
        }
        let facts = plan.program(decision).facts
        let told = discretions.filter { facts.contains($0) && mask & ChangeMasks.bit($0) != 0 }
        // What constraints ask of powers decides which of them may be exercised together.
        let bound = told.isEmpty ? [] : plan.constraints.reduce(into: Set<Place<Fact>>()) { $0.formUnion($1.reach) }
        deciding = Set(told).union(discretions.filter(bound.contains))
        search = nil
        normSearch = nil
        if !deciding.isEmpty {
            if var own = PowerSearch.make(decider.solver, decision, frame, deciding.sorted()) {
                isCut = own.isApproximate
                search = consume own
            } else {
                isCut = true
            }
        }
        guard !norms.isEmpty else { return }
        if var own = PowerNormSearch.make(decider.solver, decision, frame, discretions, norms: norms.map(\.norm)) {
            isCut = isCut || own.isApproximate
            normSearch = consume own
        } else {
            isCut = true
        }
    }

    /// Nil where the exercise changes nothing.
    mutating func power(_ exercise: Exercise) -> ReservedPower? {
        let (plan, decider) = (decider.plan, decider)
        let duties = duties(exercise)
        let effect = effect(exercise, isTelling: duties?.with.isEmpty ?? false)
        guard let with = [duties?.with, effect?.with].compactMap(\.self).min(by: { $0.count < $1.count }) else { return nil }
        var differing = differences(exercise, beside: with)
        if let duties, duties.with == with {
            for norm in duties.norms where !differing.contains(where: { plan.isSameDuty($0.norm, norm) }) {
                differing.append(.hanging(decider.norms.state(of: norm, frame).inForce))
            }
        }
        var then = now
        if let effect { then = effect.with == with ? effect.then : decider.solver.finding(decision, exercised(with + [exercise])) }
        return ReservedPower(
            fact: exercise.power, value: exercise.value, with: with, possible: then.possible, outcome: plan.decisions[decision].settled(then.possible),
            clause: clause(behind: exercise.power, then, differing), norms: differing,
            leads: effect?.leads ?? then.possible.map { PowerLead(outcome: $0, with: []) })
    }

    private func exercised(_ exercises: [Exercise]) -> FactFrame {
        var changed = frame
        for exercise in exercises {
            // Several members of one set may be decided.
            let before = changed[exercise.power]
            exercise.change.apply(to: &changed, decider.plan)
            if case .set = decider.plan.facts[exercise.power].type, before.state == .known {
                changed.set(exercise.power, yes: UInt64(bitPattern: before.value | changed[exercise.power].value), no: 0)
            }
        }
        return changed
    }

    // MARK: The outcome

    /// - Parameter isTelling: it changes something already by itself.
    private mutating func effect(_ exercise: Exercise, isTelling: Bool) -> PowerSearch.Effect? {
        guard deciding.contains(exercise.power) else { return nil }
        let looking = looking(at: exercise.power)
        let rules = looking.isEmpty ? decider.plan.deciding[decision.value] : looking
        if var own = search.take() {
            do throws(PowersCut) {
                let effect = try own.effect(exercise, isTelling: isTelling, rules)
                search = consume own
                return effect
            } catch {
                // It is given up.
            }
        }
        // What a search says of it alone; what others add was not looked through.
        isCut = true
        let then = decider.solver.finding(decision, exercised([exercise]))
        let isSame = now.possible == then.possible && now.possible.count == 1
        return isSame && !isTelling ? nil : .init(with: [], then: then, leads: then.possible.map { PowerLead(outcome: $0, with: []) })
    }

    // MARK: Duties and charges

    /// What an exercise certainly changes of duties and charges where others are exercised.
    private func differences(_ exercise: Exercise, beside others: [Exercise]) -> [NormDifference] {
        let before = others.isEmpty ? norms : decider.norms.inForce(decision, exercised(others))
        return decider.norms.differences(decision, before, in: exercised(others + [exercise]))
    }

    /// The duties and charges that an exercise changes under some completion, with the fewest others; nil where it changes none.
    private mutating func duties(_ exercise: Exercise) -> PowerNormSearch.Effect? {
        let looking = open.filter { $0.looked.contains(exercise.power) }
        guard !looking.isEmpty else { return nil }
        if var own = normSearch.take() {
            do throws(PowersCut) {
                let effect = try own.effect(exercise)
                normSearch = consume own
                return effect
            } catch {
                // It is given up.
            }
        }
        // They may change.
        isCut = true
        return .init(with: [], norms: looking.map(\.norm))
    }

    // MARK: The clause

    /// The rules of the decision that look at a power themselves.
    private func looking(at power: Place<Fact>) -> [Place<Rule>] {
        zip(decider.plan.deciding[decision.value], decider.solver.looks(decision).facts).filter { $1.contains(power) }.map { $0.0 }
    }

    /// The clause that speaks of a power: of a rule that its exercise brings in, else of a rule or a duty that looks at it.
    private func clause(behind power: Place<Fact>, _ then: Finding, _ norms: [NormDifference]) -> Place<Clause>? {
        let comes = then.applying.filter { !now.applying.contains($0) } + then.open.filter { !now.applying.contains($0) && !now.open.contains($0) }
        let looking = looking(at: power)
        if let rule = comes.first(where: looking.contains) ?? looking.first ?? comes.first { return decider.plan.rules[rule].clause }
        return norms.first.flatMap { decider.plan.norms[$0.norm].norm.clause }
    }
}
