import Contract
import Decisions
package import Diagnostics
import Documents
import Facts
import Plans
package import RuleTesting

/// The tests of rule files and the case files, run for one set of rules.
package struct RuleTrials {
    /// How one came out, and where it stands.
    package struct Outcome: Sendable {
        package let place: String
        package let result: TestResult
    }

    private let contract: CheckedContract
    private let plan: Plan
    private let text: DiagnosticText
    private let cases: CaseFiles
    private let language: MessageLanguage

    package init(_ rules: CheckedRules, cases: CaseFiles, language: MessageLanguage) {
        (contract, plan, self.cases, self.language) = (rules.contract, rules.plan, cases, language)
        text = DiagnosticText(files: rules.files.sources, language: language)
    }

    /// Runs those whose label or place has a word; all where there is none.
    package func run(_ filter: String? = nil) -> [Outcome] {
        func isWanted(_ words: String...) -> Bool { filter.map { word in words.contains { $0.contains(word) } } ?? true }
        let runner = RuleTestRunner(Decider(plan))
        let reader = FactReader(plan: plan)
        let tests = contract.tests.filter { isWanted($0.label, text.place($0.range)) }
        return runner.run(tests).map { Outcome(place: $0.range.map(text.place) ?? "", result: $0) }
            + cases.paths.filter { isWanted($0) }.map { Outcome(place: $0, result: result(CaseFiles.read($0, reader), runner)) }
    }

    private func result(_ file: CaseFiles.File, _ runner: RuleTestRunner) -> TestResult {
        func result(_ differences: [Difference]) -> TestResult { TestResult(label: file.name, range: nil, differences: differences) }
        switch file.content {
        case nil: return result([Difference(what: "file", expected: file.path, found: "-")])
        case .failure(let error): return result([Difference(what: "document", expected: "JSON/YAML", found: error.japanese)])
        case .success(let content):
            guard content.faults.isEmpty else {
                return result(
                    content.faults.map { Difference(what: "\($0.code.rawValue) \($0.path)", expected: $0.help(language), found: $0.message(language)) })
            }
            return result(runner.differences(Trial(content, label: file.name)))
        }
    }
}
