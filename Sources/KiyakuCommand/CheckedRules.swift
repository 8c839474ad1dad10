import Contract
import Diagnostics
import Facts
import Kiyaku
import Plans
import RuleTesting
import Syntax

/// The rules of a command that looks at them as they are written: their tests, what hangs on a clause.
struct CheckedRules {
    let files: RuleFiles
    let trees: [SyntaxTree]
    let contract: CheckedContract
    let plan: Plan

    /// Reads and compiles the rules; where that fails says why and ends the command.
    static func load(_ options: CommonOptions, _ terminal: Terminal) throws -> CheckedRules {
        try check(LoadedRules.read(options.rules, terminal), terminal)
    }

    /// Compiles the rules; where they have errors says them and ends the command.
    static func check(_ files: RuleFiles, _ terminal: Terminal) throws -> CheckedRules {
        let compilation = Compilation(files)
        guard let plan = compilation.plan, let contract = compilation.contract else {
            let errors = compilation.diagnostics.filter { $0.severity == .error }
            terminal.fail(DiagnosticText(files: files.sources, language: terminal.language).render(errors))
            terminal.fail(Wording("規則に誤りがあるため答えられません（\(errors.count) 件）", "the rules have \(errors.count) errors, so there is no answer"))
            throw ExitStatus.badRules.exit
        }
        return CheckedRules(files: files, trees: compilation.trees, contract: contract, plan: plan)
    }

    /// The tests of the rule files and the cases of a folder, without those that have faults: `kiyaku test` names them.
    func trials(_ files: CaseFiles) -> [Trial] {
        let reader = FactReader(plan: plan)
        return contract.tests.map { Trial($0, plan) }
            + files.paths.compactMap { path in
                let file = CaseFiles.read(path, reader)
                guard case .success(let content)? = file.content, content.faults.isEmpty else { return nil }
                return Trial(content, label: file.name)
            }
    }
}
