import ArgumentParser
import Contract
import Decisions
import Diagnostics
import Documents
import Facts
import Foundation
import Kiyaku
import Plans
import RuleTesting
import Vocabulary

/// `kiyaku test`: the tests of rule files, and case files.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "test", abstract: "規則ファイルの試験と、事例ファイルを実行します。")

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: ArgumentHelp("事例のフォルダ（既定: 同梱の Corpus/cases）", valueName: "DIR"))
    var cases: String?

    @Flag(name: .long, help: "通った試験も挙げる")
    var verbose = false

    @Argument(help: ArgumentHelp("この語を含む試験だけ", valueName: "FILTER"))
    var filter: String?

    func run() throws {
        let terminal = Terminal(language: options.language)
        let rules = try CheckedRules.load(options, terminal)
        let runner = RuleTestRunner(Decider(rules.plan))
        let text = DiagnosticText(files: rules.files.sources, language: terminal.language)
        let tests = rules.contract.tests.filter { test in filter.map { test.label.contains($0) || text.place(test.range).contains($0) } ?? true }
        var results = runner.run(tests).map { (place: $0.range.map(text.place) ?? "", result: $0) }
        for path in CaseFiles(cases, rules: options.rules).paths where filter.map({ path.contains($0) }) ?? true {
            results.append((path, caseResult(path, rules.plan, runner, terminal.language)))
        }
        if options.format == .json { terminal.write(json(results).text(pretty: true)) } else { show(results, terminal) }
        if results.contains(where: { !$0.result.isPassed }) { throw ExitStatus.failed.exit }
    }

    private func caseResult(_ path: String, _ plan: Plan, _ runner: RuleTestRunner, _ language: MessageLanguage) -> TestResult {
        let file = CaseFiles.read(path, plan)
        func result(_ differences: [Difference]) -> TestResult { TestResult(label: file.name, range: nil, differences: differences) }
        switch file.content {
        case nil: return result([Difference(what: "file", expected: path, found: "-")])
        case .failure(let error): return result([Difference(what: "document", expected: "JSON/YAML", found: error.japanese)])
        case .success(let content):
            guard content.faults.isEmpty else {
                return result(
                    content.faults.map { Difference(what: "\($0.code.rawValue) \($0.path)", expected: $0.help(language), found: $0.message(language)) })
            }
            return result(runner.differences(Trial(content, label: file.name)))
        }
    }

    private func show(_ results: [(place: String, result: TestResult)], _ terminal: Terminal) {
        for (place, result) in results where verbose || !result.isPassed {
            terminal.write("\(result.isPassed ? "✓" : "✗") \(result.label)　\(place)")
            for difference in result.differences {
                terminal.write("    \(difference.what)")
                terminal.write("      - \(options.word("期待", "expected")): \(difference.expected)")
                terminal.write("      + \(options.word("実際", "found")): \(difference.found)")
            }
        }
        let failed = results.filter { !$0.result.isPassed }.count
        terminal.write("\(results.count - failed) passed, \(failed) failed")
    }

    private func json(_ results: [(place: String, result: TestResult)]) -> JSONValue {
        let entries = results.map { place, result -> JSONValue in
            .object([
                ("label", .string(result.label)), ("place", .string(place)), ("passed", .bool(result.isPassed)),
                (
                    "differences",
                    .array(
                        result.differences.map {
                            .object([("what", .string($0.what)), ("expected", .string($0.expected)), ("found", .string($0.found))])
                        })
                ),
            ])
        }
        return .object([("schema", "kiyaku.tests/1"), ("tests", .array(entries))])
    }
}
