import Completions
import Plans
import Runtime
import Values
package import Vocabulary

/// The norms that bear on a decision: those that follow from it, and those that follow from facts alone that it looks at too. The same for all cases.
package final class NormSelection: Sendable {
    package let norms: [Int]
    /// The decisions that they read.
    package let decisions: Set<Place<Decision>>
    /// The interpretations that they, or the decisions that they read, look at.
    package let interpretations: Set<Place<Interpretation>>
    /// The facts that they, or the decisions that they read, look at.
    package let facts: Set<Place<Fact>>
    /// The same of each, in the order of `norms`.
    let looked: [Set<Place<Fact>>]

    init(_ decision: Place<Decision>, _ plan: Plan) {
        let program = plan.program(decision)
        var norms: [Int] = []
        var decisions: Set<Place<Decision>> = []
        for (number, norm) in plan.norms.enumerated() {
            var condition = Reach()
            condition.add(norm.condition, of: plan)
            let read = plan.decisions(read: condition)
            var values = condition
            for value in norm.values { values.add(value, of: plan) }
            let calculated = values.facts.subtracting(condition.facts).subtracting([.asOf, .asOfTime])
            guard read.isEmpty ? !condition.facts.union(calculated).isDisjoint(with: program.facts) : read.contains(decision) else { continue }
            norms.append(number)
            decisions.formUnion(plan.decisions(read: values))
        }
        (self.norms, self.decisions) = (norms, decisions)
        var reach = Reach()
        for norm in norms { for node in plan.norms[norm].nodes { reach.add(node, of: plan) } }
        let programs = decisions.map { plan.program($0) }
        interpretations = programs.reduce(reach.interpretations) { $0.union($1.interpretations) }
        facts = programs.reduce(reach.facts) { $0.union($1.facts) }
        looked = norms.map { norm in
            var own = Reach()
            for node in plan.norms[norm].nodes { own.add(node, of: plan) }
            return plan.decisions(read: own).reduce(own.facts) { $0.union(plan.program($1).facts) }
        }
    }
}
