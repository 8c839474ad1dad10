package import Vocabulary

/// What a decision needs, or several together: steps in order, and all that its conditions can look at. Made when the decision is first asked for,
/// since most questions are about one decision.
package final class Program: Sendable {
    /// All steps that these rules need, and they themselves, each after what it needs.
    package let steps: [Step]
    /// The steps lowered for the evaluator.
    package let table: DecisionIndex
    /// The decisions that other rules read, and what was asked for itself.
    package let decisions: Set<Place<Decision>>
    package let facts: Set<Place<Fact>>
    package let lists: Set<Place<RecordList>>
    package let interpretations: Set<Place<Interpretation>>

    package init(_ asked: Set<Place<Decision>>, of plan: Plan) {
        var wanted: Set<Step> = []
        var waiting: [Step] = asked.flatMap { plan.deciding[$0.value] }.map { .applies($0) }
        var reach = Reach()
        var decisions = asked
        while let step = waiting.popLast() {
            guard wanted.insert(step).inserted else { continue }
            switch step {
            case .applies(let rule): waiting += [.holds(rule)] + plan.defeaters[rule.value].map { .applies($0.rule) }
            case .holds(let rule):
                reach.add(plan.conditions[rule.value], of: plan)
                waiting += reach.holds.map { .holds($0) } + reach.applies.map { .applies($0) }
                for other in reach.decisions where decisions.insert(other).inserted {
                    waiting += plan.deciding[other.value].map { .applies($0) }
                }
            }
        }
        steps = plan.evaluationOrder.filter { wanted.contains($0) }
        var table = DecisionIndexBuilder(plan)
        self.table = table.build(steps, settled: decisions)
        self.decisions = decisions
        facts = reach.facts
        lists = reach.lists
        interpretations = reach.interpretations
    }
}
