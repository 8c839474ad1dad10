import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Values

/// `kiyaku explain`: the page of a diagnostic.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "explain", abstract: "診断コード（K2001 など）の説明を示します。")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("診断コード", valueName: "CODE"))
    var code: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let wanted = foldWidth(code).uppercased()
        guard DiagnosticCode(rawValue: wanted) != nil else {
            let near = nearest(to: wanted, in: DiagnosticCode.allCases.map(\.rawValue))
            let hint = near.map { Wording("「\($0)」のことですか", "did you mean `\($0)`?") } ?? Wording("一覧は docs/diagnostics にあります", "see docs/diagnostics")
            terminal.fail(Wording("診断コード「\(code)」はありません。\(hint.japanese)", "there is no code `\(code)`; \(hint.english)"))
            throw ExitStatus.badInput.exit
        }
        guard let page = Installation.page(of: wanted) else {
            terminal.fail(Wording("\(wanted) の説明のページが見つかりません（docs/diagnostics）", "the page of \(wanted) is missing (docs/diagnostics)"))
            throw ExitStatus.failed.exit
        }
        if options.format == .json {
            let document = JSONValue.object([("schema", "kiyaku.page/1"), ("code", .string(wanted)), ("page", .string(page))])
            return terminal.write(document.text(pretty: true))
        }
        terminal.write(page)
    }
}
