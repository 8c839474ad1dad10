package import Contract
package import Decisions
package import RuleTesting
import Vocabulary

/// What hangs on a clause whose words or number changed: what an author must look at again.
package struct Touch: Sendable {
    /// The clause as the old document numbers it.
    package let clause: String
    /// The names of rules, norms, definitions, facts and interpretations.
    package let rules: [String]
    /// The labels of the tests and cases in which they apply or are expected.
    package let cases: [String]
}

/// Finds what hangs on clauses, and the trials in which it shows.
package struct TouchFinder: Sendable {
    private let contract: CheckedContract
    private let inventory: ClauseInventory
    private let traces: [(label: String, grounds: Set<String>, trace: TrialTrace)]

    package init(_ contract: CheckedContract, _ decider: Decider, _ inventory: ClauseInventory, _ trials: [Trial]) {
        self.contract = contract
        self.inventory = inventory
        traces = trials.map { ($0.label, Set($0.expectations.flatMap(\.namedGrounds)), TrialTrace($0, decider)) }
    }

    /// What hangs on a clause or on what is in it; `nil` where nothing does.
    package func touch(_ id: String) -> Touch? {
        let clauses = inventory.within(id)
        var entry = ClauseInventory.Entry()
        for clause in clauses { entry.add(inventory.entry(clause, parts: [])) }
        guard entry.isEncoded else { return nil }
        let cases = traces.filter { trial in
            !trial.grounds.isDisjoint(with: clauses) || entry.rules.contains(where: trial.trace.applying.contains)
                || entry.norms.contains(where: trial.trace.norms.contains)
        }.map(\.label)
        return Touch(clause: id, rules: EntryNames(entry, contract).all, cases: cases)
    }
}
