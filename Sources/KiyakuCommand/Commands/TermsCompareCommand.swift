import ArgumentParser
import Coverage
import Diagnostics
import Documents
import Kiyaku
import RuleTesting
import Terms

/// `kiyaku terms compare`: what changed between two documents of a contract, and the rules that this touches.
struct TermsCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "compare", abstract: "二つの文書の間で、加わった・なくなった・番号や文の変わった条項と、古いままの引用を示します。")

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: ArgumentHelp("事例のフォルダ（既定: 同梱の Corpus/cases）", valueName: "DIR"))
    var cases: String?

    @Argument(help: ArgumentHelp("前の文書", valueName: "OLD"))
    var old: String

    @Argument(help: ArgumentHelp("後の文書", valueName: "NEW"))
    var new: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let before = try terminal.readSoundOutline(old, options.rules)
        let after = try terminal.readSoundOutline(new, options.rules)
        let comparison = DocumentComparison(before, after)
        let rules = try CheckedRules.load(options, terminal)
        let trials = rules.trials(try CaseFiles.read(cases, options, terminal))
        let touched = touched(comparison, rules, trials, try terminal.provisionsOfRules(before, options.rules))
        if options.format == .json { return terminal.write(json(comparison, touched).text(pretty: true)) }
        let separator = options.word("、", ", ")
        func show(_ label: String, _ lines: [String]) { for line in lines { terminal.write("\(label): \(line)") } }
        show(options.word("加わった", "added"), comparison.added)
        show(options.word("なくなった", "removed"), comparison.removed)
        show(options.word("番号が変わった", "renumbered"), comparison.renumbered.map { "\($0.from) → \($0.to)" })
        show(options.word("文が変わった", "reworded"), comparison.reworded.filter(\.isSubstantive).map { $0.from == $0.to ? $0.to : "\($0.from) → \($0.to)" })
        show(options.word("体裁だけ変わった", "set differently"), comparison.reworded.filter { !$0.isSubstantive }.map(\.to))
        show(
            options.word("古いままの引用", "stale reference"),
            comparison.stale.map { "\($0.place)「\($0.words)」→ \($0.now ?? options.word("もうない", "gone"))" })
        show(
            options.word("関わる規則", "touches"),
            touched.map { touch in
                func some(_ names: [String]) -> String { names.prefix(5).joined(separator: separator) + (names.count > 5 ? " …" : "") }
                let (rules, cases) = (some(touch.rules), some(touch.cases))
                let tail = cases.isEmpty ? "" : options.word("（試験・事例 \(touch.cases.count): \(cases)）", " (\(touch.cases.count) tests and cases: \(cases))")
                return "\(touch.clause): \(rules)\(tail)"
            })
        if comparison.isEmpty { terminal.write(options.word("違いはありません", "nothing changed")) }
    }

    /// What hangs on clauses that changed, or on what is in them.
    ///
    /// - Parameter known: the provisions of the old document that the rules were written for; a number alone says nothing.
    private func touched(_ comparison: DocumentComparison, _ rules: CheckedRules, _ trials: [Trial], _ known: Set<String>) -> [Touch] {
        let changed =
            comparison.removed + comparison.renumbered.map(\.from) + comparison.reworded.filter(\.isSubstantive).map(\.from) + comparison.stale.map(\.from)
        let finder = rules.touches(trials)
        var seen: Set<String> = []
        return changed.filter { id in seen.insert(id).inserted && known.contains { $0 == id || $0.hasPrefix(id + ".") } }.compactMap { finder.touch($0) }
    }

    private func json(_ comparison: DocumentComparison, _ touched: [Touch]) -> JSONValue {
        func list(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }
        return .object([
            ("schema", "kiyaku.comparison/1"), ("added", list(comparison.added)), ("removed", list(comparison.removed)),
            ("renumbered", .array(comparison.renumbered.map { .object([("from", .string($0.from)), ("to", .string($0.to))]) })),
            (
                "reworded",
                .array(comparison.reworded.map { .object([("from", .string($0.from)), ("to", .string($0.to)), ("substantive", .bool($0.isSubstantive))]) })
            ),
            (
                "stale_references",
                .array(
                    comparison.stale.map {
                        .object([
                            ("in", .string($0.place)), ("cites", .string($0.cites)), ("now", $0.now.map { .string($0) } ?? .null),
                            ("words", .string($0.words)),
                        ])
                    })
            ), ("touched", .array(touched.map { .object([("clause", .string($0.clause)), ("rules", list($0.rules)), ("cases", list($0.cases))]) })),
        ])
    }
}
