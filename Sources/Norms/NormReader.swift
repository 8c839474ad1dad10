import Completions
package import Plans
package import Runtime
import Values
package import Vocabulary

/// Reads the norms of a plan on the facts of cases; shared by all cases.
package struct NormReader: Sendable {
    package let plan: Plan
    /// The norms that bear on each decision.
    private let selections: OnDemand<NormSelection>
    /// What all decisions need together.
    private let everything: OnDemand<Program>

    package init(_ plan: Plan) {
        self.plan = plan
        selections = OnDemand(count: plan.decisions.count) { NormSelection(Place($0), plan) }
        everything = OnDemand(count: 1) { _ in Program(Set(plan.decisions.places), of: plan) }
    }

    /// The norms that bear on a decision.
    package func bearing(on decision: Place<Decision>) -> NormSelection { selections[decision.value] }

    /// Those that bear on a decision and apply.
    ///
    /// - Parameter evaluator: one that has run on the decision.
    package func inForce(_ decision: Place<Decision>, _ evaluator: inout Evaluator<NoTracer>) -> [NormInForce] {
        let selection = bearing(on: decision)
        evaluator.run(selection.program)
        return selection.norms.compactMap { evaluator.applies($0) == .yes ? evaluator.inForce($0) : nil }
    }

    /// Where the norms that bear on a decision come to something else in another case; those that say the same are paired.
    package func differences(_ decision: Place<Decision>, _ now: [NormInForce], in other: FactFrame) -> [NormDifference] {
        let selection = bearing(on: decision)
        guard !selection.norms.isEmpty else { return [] }
        var reader = Evaluator(plan, other, running: selection.program)
        var rest: [NormInForce] = []
        var open: [Int] = []
        for norm in selection.norms {
            switch reader.applies(norm) {
            case .yes: rest.append(reader.inForce(norm))
            case .unknown: open.append(norm)
            case .no: break
            }
        }
        var found: [NormDifference] = []
        for norm in now {
            func isSame(_ number: Int) -> Bool { number == norm.norm || plan.isSameDuty(number, norm.norm) }
            if let same = rest.firstIndex(where: { $0.norm == norm.norm }) ?? rest.firstIndex(where: { isSame($0.norm) }) {
                let then = rest.remove(at: same)
                if !plan.isSame(norm, then) { found.append(.changed(now: norm, then: then)) }
            } else {
                found.append(open.contains(where: isSame) ? .opened(norm) : .removed(norm))
            }
        }
        return found + rest.map { .added($0) }
    }

    /// The interpretations of which some other reading could make the norms that bear on a decision come to anything else: with the reading left
    /// open, three values tell. First all are left open at once, which mostly tells already that none can.
    package func moving(_ decision: Place<Decision>, _ frame: FactFrame, _ now: [NormInForce]) -> [Place<Interpretation>] {
        let selection = bearing(on: decision)
        let all = selection.interpretations.sorted()
        guard !all.isEmpty else { return [] }
        var reader = Evaluator(plan, frame, tracer: NoTracer())
        let candidates = moved(all, selection, frame, now, &reader).reduce(into: Set<Place<Interpretation>>()) { $0.formUnion(selection.read[$1]) }
        return all.filter { candidates.contains($0) && !moved([$0], selection, frame, now, &reader).isEmpty }
    }

    /// The places, among those that bear on a decision, of the norms that may come to something else with some readings left open.
    private func moved(
        _ places: [Place<Interpretation>], _ selection: NormSelection, _ frame: FactFrame, _ now: [NormInForce], _ reader: inout Evaluator<NoTracer>
    ) -> [Int] {
        var open = frame
        for place in places { open.interpretations[place.value] = FactFrame.anyReading }
        reader.load(open)
        reader.run(selection.program)
        let inForce = Dictionary(now.map { ($0.norm, $0) }, uniquingKeysWith: { first, _ in first })
        return selection.norms.indices.filter { place in
            let norm = selection.norms[place]
            return switch reader.applies(norm) {
            case .unknown: true
            case .yes: inForce[norm].map { !plan.isSame($0, reader.inForce(norm)) } ?? true
            case .no: inForce[norm] != nil
            }
        }
    }

    /// The norms that bear on a decision and of which, with what is left open, it is open whether they apply or what they come to; with the facts
    /// that they look at.
    package func open(_ decision: Place<Decision>, _ frame: FactFrame) -> [(norm: Int, looked: Set<Place<Fact>>)] {
        let selection = bearing(on: decision)
        var reader = Evaluator(plan, frame, running: selection.program)
        var found: [(norm: Int, looked: Set<Place<Fact>>)] = []
        for (norm, looked) in zip(selection.norms, selection.looked) {
            let applies = reader.applies(norm)
            if applies == .unknown || applies == .yes && plan.norms[norm].values.contains(where: { reader.value($0).state != .known }) {
                found.append((norm, looked))
            }
        }
        return found
    }

    /// Those that bear on a decision and apply to a case.
    package func inForce(_ decision: Place<Decision>, _ frame: FactFrame) -> [NormInForce] {
        let selection = bearing(on: decision)
        var reader = Evaluator(plan, frame, running: selection.program)
        return selection.norms.compactMap { reader.applies($0) == .yes ? reader.inForce($0) : nil }
    }

    /// Every norm that applies to the case, or may.
    package func obligations(_ frame: FactFrame) -> Obligations {
        var reader = Evaluator(plan, frame, running: everything[0])
        var inForce: [NormInForce] = []
        var open: [Obligations.Open] = []
        for number in plan.norms.indices {
            switch reader.applies(number) {
            case .yes: inForce.append(reader.inForce(number))
            case .unknown: open.append(reader.open(number))
            case .no: break
            }
        }
        return Obligations(inForce: inForce, open: open)
    }

    /// Whether a norm applies to the case, and what it comes to.
    package func state(of number: Int, _ frame: FactFrame) -> (applies: Truth, inForce: NormInForce) {
        var reader = Evaluator(plan, frame, running: everything[0])
        return (reader.applies(number), reader.inForce(number))
    }
}

extension Plan {
    /// Whether a norm comes to the same: deadline, amount and months.
    fileprivate func isSame(_ one: NormInForce, _ other: NormInForce) -> Bool {
        one.deadline == other.deadline && one.amount == other.amount && one.recurrence == other.recurrence
            && norms[one.norm].norm.deadline == norms[other.norm].norm.deadline
    }
}
