import ArgumentParser
import Diagnostics
import Documents
import Records

/// `kiyaku log list`: the entries, one on a line.
struct LogListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "記録の一覧。--format json では一行に一件。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var data: DataOption

    @Option(name: .long, help: ArgumentHelp("この番号から", valueName: "N"))
    var from: Int64 = 1

    @Option(name: .long, help: ArgumentHelp("何件まで", valueName: "N"))
    var limit = 100

    func run() throws {
        let terminal = Terminal(language: options.language)
        let log = try data.open(terminal)
        let entries = try recording(terminal) { () throws(RecordFault) in try log.entries(from: from, limit: max(0, limit)) }
        for entry in entries {
            terminal.write(options.format == .json ? JSONValue(entry.body).text() : line(entry))
        }
    }

    private func line(_ entry: RecordEntry) -> String {
        let head = "\(entry.number)  \(entry.text("at") ?? "")  \(entry.text("by") ?? "")"
        guard entry.isAnswer else {
            let erased = entry.body["erases"].map { JSONValue($0).text() } ?? ""
            return "\(head)  \(options.word("記録 \(erased) の事実を消去", "facts of record \(erased) erased")): \(entry.text("reason") ?? "")"
        }
        let results = entry.results.map { "\($0.decision) = \(outcome($0)) \($0.clause ?? "")" }
        return "\(head)  \(results.joined(separator: "; "))"
    }

    /// The outcome, or the side while the outcome is open.
    private func outcome(_ result: RecordDraft.Result) -> String {
        let open = options.word("未決・抵触", "open or in conflict")
        return result.outcome ?? result.side.name.map { options.word("\(open)（側 \($0)）", "\(open) (side \($0))") } ?? open
    }
}
