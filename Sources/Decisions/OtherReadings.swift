import Completions
import Norms
import Outlook
import Plans
import Runtime
import Values
import Vocabulary

/// Readings of open points that are not followed, and what they would change.
extension Case {
    mutating func readings(_ now: Finding) -> ReadingsPart {
        let (frame, plan, decider, decision) = (frame, plan, decider, decision)
        let norms = inForce()
        let mattering = decider.solver.mattering(decision, frame)
        let variants = Variants(decider.solver, decision, frame, mattering.map { .reading($0, 0) })
        let touched = touched().union(plan.interpretations(in: norms))
        let moving = decider.norms.moving(decision, frame, norms)
        var part = ReadingsPart()
        for place in Set(mattering).union(touched).union(moving).sorted() {
            for reading in plan.interpretations[place].readings.indices where reading != frame.interpretations[place.value] {
                var other = Finding(possible: now.possible, applying: now.applying, open: [])
                if mattering.contains(place) { other = variants.finding([.reading(place, reading)]) }
                part.isCut = part.isCut || other.isApproximate
                var differing: [NormDifference] = []
                if moving.contains(place) {
                    var read = frame
                    read.interpretations[place.value] = reading
                    differing = decider.norms.differences(decision, norms, in: read)
                }
                let effect = InterpretationEffect(
                    interpretation: place, reading: reading, changesOutcome: other.possible != now.possible,
                    changesGrounds: Set(other.applying) != Set(now.applying), outcome: plan.decisions[decision].settled(other.possible), norms: differing)
                if effect.changesAnything || touched.contains(place) { part.effects.append(effect) }
            }
        }
        switch matterTogether(now, part.effects, Set(mattering), variants) {
        case .yes: part.matterTogether = true
        case .no: break
        case .unknown: part.isCut = true
        }
        return part
    }

    /// Whether other readings change the outcome together where none does alone; looked at for up to 256 combinations, and unknown beyond.
    private func matterTogether(
        _ now: Finding, _ effects: [InterpretationEffect], _ mattering: Set<Place<Interpretation>>, _ variants: Variants
    ) -> Truth {
        guard !effects.contains(where: \.changesOutcome) else { return .no }
        let places = Set(effects.map(\.interpretation)).intersection(mattering).sorted()
        guard places.count > 1 else { return .no }
        // With all of them left open three values bound every combination.
        var open = frame
        for place in places { open.interpretations[place.value] = FactFrame.anyReading }
        guard now.possible.only == nil || decider.solver.kleene(decision, open).possible != now.possible else { return .no }
        var combinations: [[Int]] = [[]]
        for place in places {
            combinations = combinations.flatMap { combination in plan.interpretations[place].readings.indices.map { combination + [$0] } }
            guard combinations.count <= 256 else { return .unknown }
        }
        let isOther = combinations.contains { combination in variants.finding(zip(places, combination).map { .reading($0, $1) }).possible != now.possible }
        return isOther ? .yes : .no
    }

    /// The interpretations that the rules which hold look at.
    private func touched() -> Set<Place<Interpretation>> {
        let (holds, looks) = (evaluator.holds, decider.solver.looks(decision))
        var touched: Set<Place<Interpretation>> = []
        for (rule, looked) in zip(plan.deciding[decision.value], looks.interpretations) where holds[rule.value] == .yes { touched.formUnion(looked) }
        return touched
    }
}

extension Plan {
    /// The interpretations that the norms in force look at themselves.
    fileprivate func interpretations(in inForce: [NormInForce]) -> Set<Place<Interpretation>> {
        var reach = Reach()
        for norm in inForce { for node in norms[norm.norm].nodes { reach.add(node, of: self) } }
        return reach.interpretations
    }
}
