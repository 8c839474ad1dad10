import Plans
package import Vocabulary

/// What each rule that gives a decision an outcome looks at itself, without going into the rules that it names.
package final class RuleLooks: Sendable {
    /// In the order of the plan's `deciding`.
    package let facts: [Set<Place<Fact>>]
    package let interpretations: [Set<Place<Interpretation>>]

    init(_ decision: Place<Decision>, _ plan: Plan) {
        let reaches = plan.deciding[decision.value].map { rule in
            var reach = Reach()
            reach.add(plan.conditions[rule.value], of: plan)
            return reach
        }
        (facts, interpretations) = (reaches.map(\.facts), reaches.map(\.interpretations))
    }
}
