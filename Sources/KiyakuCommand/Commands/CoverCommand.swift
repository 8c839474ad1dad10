import ArgumentParser
import Coverage
import Diagnostics
import Documents
import Kiyaku
import Terms

/// `kiyaku cover`: which provisions of the contract are encoded, tested, without effect, or missing.
struct CoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "cover", abstract: "契約のどの条項が、規則に書かれ、試験されているかを示します。")

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "条項ごとに数える")
    var clauses = false

    @Flag(name: .long, help: "条項の一覧を Markdown で出す（docs/coverage.md）")
    var markdown = false

    @Option(name: .long, help: ArgumentHelp("規約の文（なければ digests.csv の条項）", valueName: "FILE"))
    var terms: String?

    @Option(name: .long, help: ArgumentHelp("事例のフォルダ（既定: 同梱の Corpus/cases）", valueName: "DIR"))
    var cases: String?

    func run() throws {
        let terminal = Terminal(language: options.language)
        guard clauses else {
            terminal.fail(Wording("--clauses を付けてください", "say --clauses"))
            throw ExitCode(64)
        }
        let files = try CaseFiles.read(cases, options, terminal)
        let rules = try CheckedRules.load(options, terminal)
        let digests = try terms.map { ClauseDigests(try terminal.readSoundOutline($0, options.rules)) } ?? terminal.readDigests(options.rules)
        let provisions = digests.entries.filter(\.isLeaf).map { Provision(id: $0.id, also: $0.also, parent: $0.parent) }
        let coverage = rules.coverage(provisions, rules.trials(files))
        if markdown {
            terminal.write(CoverageText(coverage, rules.contract).markdown)
        } else if options.format == .json {
            terminal.write(json(coverage, rules).text(pretty: true))
        } else {
            show(coverage, terminal)
        }
        if !coverage.missing.isEmpty || !coverage.untested.isEmpty { throw ExitStatus.failed.exit }
    }

    private func show(_ coverage: ClauseCoverage, _ terminal: Terminal) {
        terminal.write(
            options.word(
                "末端の条項 \(coverage.lines.count): 規則あり \(coverage.encoded.count)、非規範 \(coverage.nonoperative.count)、なし \(coverage.missing.count)、試験なし \(coverage.untested.count)",
                "\(coverage.lines.count) leaf provisions: \(coverage.encoded.count) encoded, \(coverage.nonoperative.count) nonoperative, \(coverage.missing.count) missing, \(coverage.untested.count) untested"
            ))
        for (label, lines) in [(options.word("なし", "missing"), coverage.missing), (options.word("試験なし", "untested"), coverage.untested)] where !lines.isEmpty {
            terminal.write("\(label): \(lines.map(\.provision.id).joined(separator: options.word("、", ", ")))")
        }
    }

    private func json(_ coverage: ClauseCoverage, _ rules: CheckedRules) -> JSONValue {
        func list(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }
        let details = coverage.lines.map { line -> JSONValue in
            let names = EntryNames(line.entry, rules.contract)
            return .object([
                ("id", .string(line.provision.id)), ("also", list(line.provision.also)), ("status", .string(line.status.rawValue)),
                ("rules", list(names.rules)), ("norms", list(names.norms)), ("definitions", list(names.definitions)), ("facts", list(names.facts)),
                ("defaults", list(names.defaults)),
                ("interpretations", list(names.interpretations)), ("reason", line.entry.nonoperative.map { .string($0) } ?? .null),
                ("test", line.test.map { .string($0) } ?? .null),
            ])
        }
        return .object([
            ("schema", "kiyaku.coverage/1"), ("provisions", .integer(Int64(coverage.lines.count))), ("encoded", .integer(Int64(coverage.encoded.count))),
            ("nonoperative", .integer(Int64(coverage.nonoperative.count))), ("missing", list(coverage.missing.map(\.provision.id))),
            ("untested", list(coverage.untested.map(\.provision.id))), ("details", .array(details)),
        ])
    }
}
