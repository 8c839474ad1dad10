import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Terms

/// `kiyaku terms outline`: a contract's text as the tree of its provisions.
struct TermsOutlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outline", abstract: "規約の文書を、章・条・項・号・ただし書・別紙・表の行・注に分けます。")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("規約の文（PDF から取り出した文か Markdown。- なら標準入力）", valueName: "FILE"))
    var file: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let outline = try terminal.readOutline(file, options.rules)
        if options.format == .json {
            terminal.write(outline.json.text(pretty: true))
        } else {
            show(outline, terminal)
            terminal.warn(outline, file)
        }
        if !outline.isCertain { throw ExitStatus.badInput.exit }
    }

    private func show(_ outline: Outline, _ terminal: Terminal) {
        var depths: [Int] = []
        var lines: [String] = []
        for node in outline.nodes {
            let depth = node.parent.map { depths[$0] + 1 } ?? 0
            depths.append(depth)
            let also = node.also.isEmpty ? "" : " = " + node.also.joined(separator: " = ")
            let words = [node.marker, node.heading, node.text].filter { !$0.isEmpty }.joined(separator: " ")
            let short = words.count > 60 ? words.prefix(59) + "…" : words[...]
            lines.append("\(String(repeating: "  ", count: min(depth, 12)))\(short)  [\(node.id)\(also)]")
            for part in node.parts where part.id.hasSuffix("proviso") || part.id.hasSuffix("nao") {
                lines.append("\(String(repeating: "  ", count: min(depth + 1, 12)))└ \(part.text.prefix(40))…  [\(part.id)]")
            }
        }
        terminal.write(lines.joined(separator: "\n"))
        let leaves = outline.nodes.filter(\.isLeaf).count
        terminal.write(
            options.word(
                "\(outline.nodes.count) 個、うち末端の条項 \(leaves)、注意 \(outline.findings.count)",
                "\(outline.nodes.count) nodes, \(leaves) of them leaf provisions, \(outline.findings.count) warnings"))
    }
}
