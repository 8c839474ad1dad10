/// What a contract speaks of, by the numbers that plans and answers name it by: all that is needed to read and to show an answer.
package struct ContractVocabulary: Sendable {
    package let title: ContractTitle
    /// The decisions that are named for a purpose.
    package let purposes: PurposefulDecisions
    package let clauses: [Clause]
    package let enumerations: [Enumeration]
    package let facts: [Fact]
    package let lists: [RecordList]
    package let groups: [FactGroup]
    package let decisions: [Decision]
    package let rules: [Rule]
    package let interpretations: [Interpretation]

    package init(
        title: ContractTitle, purposes: PurposefulDecisions, clauses: [Clause], enumerations: [Enumeration], facts: [Fact], lists: [RecordList],
        groups: [FactGroup], decisions: [Decision], rules: [Rule], interpretations: [Interpretation]
    ) {
        (self.title, self.purposes, self.clauses, self.enumerations) = (title, purposes, clauses, enumerations)
        (self.facts, self.lists, self.groups, self.decisions) = (facts, lists, groups, decisions)
        (self.rules, self.interpretations) = (rules, interpretations)
    }

    /// The decision that is meant where none is named.
    package var mainDecision: Place<Decision>? { purposes[.main] ?? decisions.places.first }

    /// The decision of that name.
    package func decision(named name: String) -> Place<Decision>? { decisions.places.first { decisions[$0].name == name } }

    /// The decision that is named for a purpose, then the others as they are declared.
    package func menu(_ purpose: DecisionPurpose = .main) -> [Place<Decision>] {
        let first = purposes[purpose] ?? mainDecision
        return [first].compactMap { $0 } + decisions.places.filter { $0 != first }
    }
}
