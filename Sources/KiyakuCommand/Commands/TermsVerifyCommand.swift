import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Terms

/// `kiyaku terms verify`: whether a document is the one that the rules were written for.
struct TermsVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: "文書の条項が、規則を書いたときの文と同じかを確かめます。")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("規約の文", valueName: "FILE"))
    var file: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let outline = try terminal.readSoundOutline(file, options.rules)
        let comparison = try terminal.readDigests(options.rules).compared(to: ClauseDigests(outline))
        if options.format == .json {
            terminal.write(comparison.json.text(pretty: true))
        } else {
            terminal.show(comparison)
        }
        if !comparison.isSame { throw ExitStatus.failed.exit }
    }
}

extension Terminal {
    /// How a document differs from the digests.
    func show(_ comparison: ClauseDigests.Comparison) {
        for (label, ids) in [
            (word("変わった条項", "changed"), comparison.changed), (word("ない条項", "missing"), comparison.missing),
            (word("新しい条項", "new"), comparison.new),
        ] where !ids.isEmpty {
            write("\(label): \(ids.joined(separator: word("、", ", ")))")
        }
        for place in comparison.moved { write("\(word("番号だけ変わった", "moved, same words")): \(place.from) → \(place.to)") }
        let (same, changed, missing, new) = (comparison.same.count, comparison.changed.count, comparison.missing.count, comparison.new.count)
        let moved = comparison.moved.isEmpty ? "" : word("、番号だけ変わった \(comparison.moved.count)", ", \(comparison.moved.count) moved")
        write(
            word(
                "同じ \(same)、変わった \(changed)、ない \(missing)、新しい \(new)\(moved)",
                "\(same) same, \(changed) changed, \(missing) missing, \(new) new\(moved)"))
    }
}

extension ClauseDigests.Comparison {
    /// `kiyaku.verification/1`.
    fileprivate var json: JSONValue {
        func list(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }
        return .object([
            ("schema", "kiyaku.verification/1"), ("same", .integer(Int64(same.count))), ("changed", list(changed)), ("missing", list(missing)),
            ("new", list(new)), ("moved", .array(moved.map { .object([("from", .string($0.from)), ("to", .string($0.to))]) })),
        ])
    }
}
