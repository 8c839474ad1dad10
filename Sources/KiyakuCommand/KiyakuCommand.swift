import ArgumentParser

/// The version of the program, which stands in every record.
let programVersion = "0.1.0"

/// `kiyaku`: the one program.
@main
struct KiyakuCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiyaku",
        abstract: "規約を規則として読み、「これは対象か」に条文を挙げて答えます。",
        discussion: """
            終了コード: 0 確定・成功、1 試験の失敗や書式の違い、2 入力の誤り、3 規則の誤り、10 未決、11 抵触、64 使い方の誤り。
            英語の表示は --lang en（または KIYAKU_LANG=en）。規則は --rules、KIYAKU_RULES、同梱の Rules の順に探します。
            """,
        version: programVersion,
        subcommands: [
            AskCommand.self, DecideCommand.self, CheckCommand.self, DecisionsCommand.self, FactsCommand.self, ClauseCommand.self, ExtractCommand.self,
            DetectCommand.self,
            InterpretationsCommand.self,
            TestCommand.self, CoverCommand.self, FormatCommand.self, LintCommand.self, TermsCommand.self, ExplainCommand.self, LogCommand.self,
            ReplayCommand.self, ServeCommand.self, TokenCommand.self, UserCommand.self,
        ])

    /// Sets up only the command that is named: to set up all of them takes a good part of the time of an answer. What that command does not
    /// take the whole program explains.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first && $0.configuration.subcommands.isEmpty }
        guard let named, var command = try? named.parseAsRoot(Array(arguments.dropFirst())) else { return await main(arguments) }
        do {
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            exit(withError: error)
        }
    }
}
