import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Vocabulary

/// `kiyaku interpretations`: the open points of the text, and how they are read.
struct InterpretationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "interpretations", abstract: "文言の開いた点と、採っている読み方を示します。")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let terminal = Terminal(language: options.language)
        let vocabulary = try Edition.load(options, terminal).vocabulary
        if options.format == .json {
            return terminal.write(vocabulary.interpretationsJSON.text(pretty: true))
        }
        for one in vocabulary.interpretations {
            terminal.write("\(one.name)　\(one.clauses.map { vocabulary.clauses[$0].citation }.joined(separator: options.word("・", ", ")))")
            terminal.write("    \(one.issue)")
            for (number, reading) in one.readings.enumerated() {
                let mark = number == one.adopted ? "●" : "○"
                terminal.write("    \(mark) \(reading.name): \(reading.label ?? "")\(reading.reason.map { "（\($0)）" } ?? "")")
                if let burden = reading.burden(options.language) { terminal.write("        \(burden)") }
            }
        }
    }
}
