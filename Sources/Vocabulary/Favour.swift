/// 有利: how good outcomes are for the party that is served, which is whoever does not answer.
extension Decision {
    /// 1 where an outcome favours the party that is served, -1 where it favours the one that answers, 0 where the contract does not say.
    package func favour(_ outcome: Int, answering: String?) -> Int {
        guard let answering, outcomes.indices.contains(outcome), let party = outcomes[outcome].favours else { return 0 }
        return party == answering ? -1 : 1
    }

    /// Whether the contract says of any outcome whom it favours, and who is served.
    package func tellsFavour(answering: String?) -> Bool { answering != nil && outcomes.contains { $0.favours != nil } }

    /// The outcomes that are better for the party that is served than every one of some; none where the contract does not say.
    package func better(than some: OutcomeSet, answering: String?) -> OutcomeSet {
        guard tellsFavour(answering: answering), let best = some.map({ favour($0, answering: answering) }).max() else { return OutcomeSet() }
        return OutcomeSet(outcomes.indices.filter { favour($0, answering: answering) > best })
    }
}
