package import Contract
package import Coverage
import Decisions
import Diagnostics
import Facts
package import Plans
package import RuleTesting
package import Syntax

/// Rules as they are written, for who works on them: their tests, what hangs on a clause.
package struct CheckedRules: Sendable {
    package let files: RuleFiles
    package let trees: [SyntaxTree]
    package let contract: CheckedContract
    package let plan: Plan

    /// - Throws: `EditionError` with the errors of the rules.
    package init(_ files: RuleFiles) throws(EditionError) {
        let compilation = Compilation(files)
        guard let rules = CheckedRules(compilation) else {
            throw EditionError(files: files, errors: compilation.diagnostics.filter { $0.severity == .error })
        }
        self = rules
    }

    /// Nil where there are errors.
    init?(_ compilation: Compilation) {
        guard let plan = compilation.plan, let contract = compilation.contract else { return nil }
        (files, trees, self.contract, self.plan) = (compilation.files, compilation.trees, contract, plan)
    }

    /// The tests of the rule files and the cases of a folder, without those that have faults: `kiyaku test` names them.
    package func trials(_ files: CaseFiles) -> [Trial] {
        let reader = FactReader(plan: plan)
        return contract.tests.map { Trial($0, plan) }
            + files.paths.compactMap { path in
                let file = CaseFiles.read(path, reader)
                guard case .success(let content)? = file.content, content.faults.isEmpty else { return nil }
                return Trial(content, label: file.name)
            }
    }

    /// Which provisions are encoded and tested.
    package func coverage(_ provisions: [Provision], _ trials: [Trial]) -> ClauseCoverage {
        ClauseCoverage(provisions, contract: contract, inventory: ClauseInventory(contract, trees), trials: trials)
    }

    /// Finds what hangs on a clause.
    package func touches(_ trials: [Trial]) -> TouchFinder { TouchFinder(contract, Decider(plan), ClauseInventory(contract, trees), trials) }
}
