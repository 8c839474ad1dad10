import ArgumentParser
import Diagnostics
import Documents
import Kiyaku

/// `kiyaku clause`: one clause, by any spelling of its number.
struct ClauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clause", abstract: "条項の要旨・規則・解釈を示します（第四十条一項三号、40条1項3号、40.1.3、別紙2注1 など）。")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("条番号", valueName: "REF"))
    var reference: [String]

    func run() throws {
        let terminal = Terminal(language: options.language)
        let rules = try Edition.load(options, terminal)
        let written = reference.joined(separator: " ")
        guard let page = ClausePage(written, in: rules.quoting) else {
            terminal.fail(
                Wording(
                    "「\(written)」に当たる条項は規則にありません。第40条第1項第3号、40.1.3、別紙2注1 のように書いてください",
                    "no clause in the rules is `\(written)`; write 第40条第1項第3号, 40.1.3 or 別紙2注1"))
            throw ExitStatus.badInput.exit
        }
        if options.format == .json { return terminal.write(page.json.text(pretty: true)) }
        show(page.clause, terminal)
        for part in page.below { show(part, terminal) }
    }

    private func show(_ part: ClausePage.Part, _ terminal: Terminal) {
        let heading = part.heading.map { "（\($0)）" } ?? ""
        terminal.write("\(part.citation)\(heading)\(part.gist.map { "　\($0)" } ?? "")　[\(part.id)]")
        if let wording = part.wording { terminal.write("    \(options.word("条文", "wording")): 「\(wording)」") }
        if !part.rules.isEmpty { terminal.write("    \(options.word("規則", "rules")): \(part.rules.joined(separator: options.word("・", ", ")))") }
        if !part.norms.isEmpty { terminal.write("    \(options.word("義務など", "norms")): \(part.norms.joined(separator: options.word("・", ", ")))") }
        if !part.interpretations.isEmpty {
            terminal.write("    \(options.word("解釈", "interpretations")): \(part.interpretations.joined(separator: options.word("・", ", ")))")
        }
        if let reason = part.nonoperative { terminal.write("    \(options.word("非規範", "nonoperative")): \(reason)") }
    }
}
