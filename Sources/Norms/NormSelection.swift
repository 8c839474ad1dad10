import Completions
package import Plans
import Runtime
import Values
package import Vocabulary

/// The norms that bear on a decision: those that follow from it, and those that follow from facts alone that it looks at too. The same for all cases.
package final class NormSelection: Sendable {
    package let norms: [Int]
    /// What the decisions need that they read.
    package let program: Program
    /// The interpretations that they, or the decisions that they read, look at.
    package let interpretations: Set<Place<Interpretation>>
    /// The facts that they, or the decisions that they read, look at.
    package let facts: Set<Place<Fact>>
    /// The same of each, in the order of `norms`.
    let looked: [Set<Place<Fact>>]
    /// The interpretations that each looks at, in the order of `norms`.
    let read: [Set<Place<Interpretation>>]

    init(_ decision: Place<Decision>, _ plan: Plan) {
        let own = plan.program(decision).facts
        var norms: [Int] = []
        var decisions: Set<Place<Decision>> = []
        for (number, norm) in plan.norms.enumerated() {
            var condition = Reach()
            condition.add(norm.condition, of: plan)
            let read = plan.decisions(read: condition)
            var values = condition
            for value in norm.values { values.add(value, of: plan) }
            let calculated = values.facts.subtracting(condition.facts).subtracting([.asOf, .asOfTime])
            guard read.isEmpty ? !condition.facts.union(calculated).isDisjoint(with: own) : read.contains(decision) else { continue }
            norms.append(number)
            decisions.formUnion(plan.decisions(read: values))
        }
        self.norms = norms
        program = Program(decisions, of: plan)
        var reach = Reach()
        for norm in norms { for node in plan.norms[norm].nodes { reach.add(node, of: plan) } }
        interpretations = reach.interpretations.union(program.interpretations)
        facts = reach.facts.union(program.facts)
        let reaches = norms.map { norm in
            var own = Reach()
            for node in plan.norms[norm].nodes { own.add(node, of: plan) }
            return own
        }
        looked = reaches.map { own in plan.decisions(read: own).reduce(own.facts) { $0.union(plan.program($1).facts) } }
        read = reaches.map { own in plan.decisions(read: own).reduce(own.interpretations) { $0.union(plan.program($1).interpretations) } }
    }
}
