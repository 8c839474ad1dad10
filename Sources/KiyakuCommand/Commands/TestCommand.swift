import ArgumentParser
import Diagnostics
import Documents
import Facts
import Foundation
import Kiyaku
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
        let cases = try CaseFiles.read(cases, options, terminal)
        let results = RuleTrials(rules, cases: cases, language: terminal.language).run(filter)
        if options.format == .json { terminal.write(json(results).text(pretty: true)) } else { show(results, terminal) }
        if results.isEmpty {
            terminal.fail(absence)
            throw ExitStatus.failed.exit
        }
        if results.contains(where: { !$0.result.isPassed }) { throw ExitStatus.failed.exit }
    }

    /// Why nothing was run, and what to do.
    private var absence: Wording {
        guard let filter else {
            return Wording(
                "試験も事例もありません。規則ファイルに「試験 「…」 { … }」を書くか、--cases で事例のフォルダを示してください",
                "there are neither tests nor cases; write `test \"…\" { … }` in a rule file, or name a folder of cases with --cases")
        }
        return Wording(
            "「\(filter)」を名前や場所に含む試験も事例もありません。--verbose を付けると、すべての名前が出ます",
            "no test or case has `\(filter)` in its label or place; --verbose without a filter lists all of them")
    }

    private func show(_ results: [RuleTrials.Outcome], _ terminal: Terminal) {
        for outcome in results where verbose || !outcome.result.isPassed {
            let (place, result) = (outcome.place, outcome.result)
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

    private func json(_ results: [RuleTrials.Outcome]) -> JSONValue {
        let entries = results.map { outcome -> JSONValue in
            let (place, result) = (outcome.place, outcome.result)
            return .object([
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
