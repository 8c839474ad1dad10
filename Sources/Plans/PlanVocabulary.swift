package import Vocabulary

extension Plan {
    /// What the contract speaks of, without how it is run.
    package var vocabulary: ContractVocabulary {
        ContractVocabulary(
            title: title, purposes: purposes, clauses: clauses, enumerations: enumerations, facts: facts, lists: lists, groups: groups,
            decisions: decisions, rules: rules, interpretations: interpretations)
    }
}
