package import Completions
package import Plans
package import Runtime
import Values
package import Vocabulary

/// What a rule lacks that would have given something better.
package struct NearestRule: Sendable, Hashable {
    /// A test of facts that would have to come out so.
    package struct Test: Sendable, Hashable {
        package let condition: ConditionID
        package let wanted: Bool
    }

    /// Something that is not met, and that one of these tests would meet.
    package struct Lack: Sendable, Hashable {
        package let tests: [Test]
        /// Nobody has said yet whether it is so.
        package let isOpen: Bool
    }

    package let rule: Place<Rule>
    package let lacks: [Lack]
    package let lastDays: [LastDay]
}

/// The last day that a fact may have for a rule to be met, all else that it lacks being done: on that day it is met, on the day after it is not.
package struct LastDay: Sendable, Hashable {
    /// The day to judge by, where what is done must be done by then.
    package let fact: Place<Fact>
    package let day: Int64
    package let hasPassed: Bool
}

/// The rules that come nearest where none speaks.
package struct Shortfall: Sendable, Hashable {
    package var rules: [NearestRule] = []
    /// More rules are as near than are named, or what a rule lacks could not be told.
    package var isCut = false

    /// Rules that are named.
    package static let mostNamed = 5
}

extension Solver {
    /// What the rules lack that come nearest to something better, where the decision comes to what holds when no rule speaks and that is not in
    /// favour of the party that is served: of those with the fewest conditions unmet, all.
    package func shortfall(_ decision: Place<Decision>, _ frame: FactFrame, _ now: Finding) -> Shortfall {
        let declared = plan.decisions[decision]
        guard now.possible == OutcomeSet(declared.fallback), now.applying.isEmpty, !now.isContradictory else { return Shortfall() }
        let better = declared.better(than: now.possible, answering: plan.title.answering)
        guard !better.isEmpty else { return Shortfall() }
        var reader = LackReader(plan, decision, frame)
        var near: [(rule: Place<Rule>, lacks: [NearestRule.Lack])] = []
        for rule in plan.deciding[decision.value] where better.contains(plan.rules[rule].outcome) {
            guard let lacks = reader.lacks(rule), !lacks.isEmpty else { continue }
            if let least = near.first?.lacks.count {
                if lacks.count > least { continue }
                if lacks.count < least { near = [] }
            }
            near.append((rule, lacks))
        }
        var result = Shortfall(isCut: near.count > Shortfall.mostNamed || reader.isCut)
        for (rule, lacks) in near.prefix(Shortfall.mostNamed) {
            var days = LastDaySearch(plan, decision, frame, rule, lacks)
            result.rules.append(NearestRule(rule: rule, lacks: lacks, lastDays: days.run()))
            result.isCut = result.isCut || days.isCut
        }
        return result
    }
}
