package import Vocabulary

extension Plan {
    /// For each fact the decisions whose own rules look at it, through definitions and premises too: not those that only read such a decision.
    package var readers: [[Place<Decision>]] {
        var readers: [[Place<Decision>]] = Array(repeating: [], count: facts.count)
        for decision in decisions.places {
            var reach = Reach()
            for rule in deciding[decision.value] { reach.add(conditions[rule.value], of: self) }
            for fact in reach.facts { readers[fact.value].append(decision) }
        }
        return readers
    }
}
