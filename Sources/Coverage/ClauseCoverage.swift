package import Contract
package import RuleTesting
import Decisions
import Planning
import Plans
import Runtime
import Vocabulary

/// Which provisions of the contract are encoded, tested, without effect, or missing.
package struct ClauseCoverage: Sendable {
    package enum Status: String, Sendable { case encoded, nonoperative, missing }

    /// One provision with what accounts for it.
    package struct Line: Sendable {
        package let provision: Provision
        package let status: Status
        package let entry: ClauseInventory.Entry
        /// The test or case that fails without what hangs on the provision; `nil` where none does.
        package let test: String?
    }

    package let lines: [Line]

    /// Removes what hangs on each provision, and looks for a trial that then fails.
    package init(_ provisions: [Provision], contract: CheckedContract, inventory: ClauseInventory, trials: [Trial]) {
        let decider = Decider(Plan(contract))
        let traces = trials.map { TrialTrace($0, decider) }
        lines = Self.account(for: provisions, inventory).map { line in
            guard line.status == .encoded else { return line }
            let removal = Removal(contract, line.entry)
            let failing = trials.indices.first { removal.fails(trials[$0], traces[$0]) }
            return Line(provision: line.provision, status: .encoded, entry: line.entry, test: failing.map { trials[$0].label })
        }
    }

    /// What accounts for each provision, without looking for a test: that takes long.
    package static func account(for provisions: [Provision], _ inventory: ClauseInventory) -> [Line] {
        let parents = Set(provisions.compactMap(\.parent))
        let siblings = Dictionary(grouping: provisions, by: \.parent)
        return provisions.map { provision in
            let isOnly = provision.parent.map { provision.id == "\($0).1" && siblings[$0]?.count == 1 } ?? false
            let entry = Self.entry(provision, isOnly: isOnly && !parents.contains(provision.id), inventory)
            let status: Status = entry.isEncoded ? .encoded : entry.nonoperative == nil ? .missing : .nonoperative
            return Line(provision: provision, status: status, entry: entry, test: nil)
        }
    }

    /// What accounts for a provision: under each of its IDs, on its parts, and on the article whose only paragraph it is.
    private static func entry(_ provision: Provision, isOnly: Bool, _ inventory: ClauseInventory) -> ClauseInventory.Entry {
        var entry = ClauseInventory.Entry()
        for id in provision.ids { entry.add(inventory.entry(id, parts: parts)) }
        if isOnly, let article = provision.parent { entry.add(inventory.entry(article, parts: parts)) }
        return entry
    }

    /// What a provision is divided into without a number.
    private static let parts = ["proviso", "nao", "first", "latter", "proviso2", "nao2"]

    package var encoded: [Line] { lines.filter { $0.status == .encoded } }
    package var nonoperative: [Line] { lines.filter { $0.status == .nonoperative } }
    package var missing: [Line] { lines.filter { $0.status == .missing } }
    package var untested: [Line] { encoded.filter { $0.test == nil } }
}
