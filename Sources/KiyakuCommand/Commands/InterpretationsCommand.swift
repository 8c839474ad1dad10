import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Plans
import Vocabulary

/// `kiyaku interpretations`: the open points of the text, and how they are read.
struct InterpretationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "interpretations", abstract: "文言の開いた点と、採っている読み方を示します。")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let terminal = Terminal(language: options.language)
        let plan = try LoadedRules.load(options, terminal).plan
        if options.format == .json {
            return terminal.write(plan.interpretationsJSON.text(pretty: true))
        }
        for one in plan.interpretations {
            terminal.write("\(one.name)　\(one.clauses.map { plan.clauses[$0].citation }.joined(separator: options.word("・", ", ")))")
            terminal.write("    \(one.issue)")
            for (number, reading) in one.readings.enumerated() {
                let mark = number == one.adopted ? "●" : "○"
                terminal.write("    \(mark) \(reading.name): \(reading.label ?? "")\(reading.reason.map { "（\($0)）" } ?? "")")
            }
        }
    }
}
