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
        let results = entry.results.map { result in
            "\(result["decision"]?.string ?? "") = \(result["outcome"]?.string ?? options.word("未決・抵触", "open or in conflict")) \(result["clause"]?.string ?? "")"
        }
        return "\(head)  \(results.joined(separator: "; "))"
    }
}

extension RecordEntry {
    /// What each decision came to.
    fileprivate var results: [DocumentNode] { if case .array(let results)? = body["results"]?.value { results } else { [] } }
}
