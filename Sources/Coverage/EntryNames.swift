package import Contract
import Vocabulary

/// What hangs on a clause, by name.
package struct EntryNames: Sendable {
    package let rules: [String]
    package let norms: [String]
    package let definitions: [String]
    package let facts: [String]
    package let defaults: [String]
    package let interpretations: [String]

    package init(_ entry: ClauseInventory.Entry, _ contract: CheckedContract) {
        rules = entry.rules.map { contract.rules[$0.value].rule.name }
        norms = entry.norms.map { contract.norms[$0].norm.name }
        definitions = entry.definitions.map { contract.definitions[$0.value].name }
        facts = entry.facts.map { contract.facts[$0.value].name }
        defaults = entry.defaults.map { contract.decisions[$0.value].name }
        interpretations = entry.interpretations.map { contract.interpretations[$0.value].name }
    }

    package var all: [String] { rules + norms + definitions + facts + defaults + interpretations }
}
