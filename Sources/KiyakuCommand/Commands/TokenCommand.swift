import ArgumentParser
import Diagnostics
import Records
import Service

/// `kiyaku token`: who may call the service.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "API を使う合言葉（トークン）を作り、一覧し、取り消します。",
        subcommands: [TokenAddCommand.self, TokenListCommand.self, TokenRemoveCommand.self])
}

/// `kiyaku token add`: a new token.
struct TokenAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "合言葉を作ります。表示は一度だけです。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    @Option(name: .long, parsing: .upToNextOption, help: "役割: staff・author・auditor・service")
    var role: [AccessRole]

    @Argument(help: ArgumentHelp("だれの、または何のための合言葉か", valueName: "NAME"))
    var name: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let tokens = try data.tokens(terminal)
        terminal.write(try accessing(terminal) { () throws(ServiceFault) in try tokens.add(name, roles: role) })
    }
}

/// `kiyaku token list`: the names and their roles.
struct TokenListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "名前と役割の一覧。合言葉そのものは、どこにも残っていません。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    func run() throws {
        let terminal = Terminal(language: options.language)
        let tokens = try data.tokens(terminal)
        for caller in try accessing(terminal, tokens.list) {
            terminal.write("\(caller.name)  \(caller.roles.map(\.rawValue).sorted().joined(separator: ","))")
        }
    }
}

/// `kiyaku token remove`: takes a token away, at once for a running service too.
struct TokenRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "合言葉を取り消します。動いているサービスにも、すぐに効きます。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp("名前", valueName: "NAME"))
    var name: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let tokens = try data.tokens(terminal)
        guard try accessing(terminal, { () throws(ServiceFault) in try tokens.remove(name) }) else {
            terminal.fail(Wording("「\(name)」という名前の合言葉はありません", "there is no token named `\(name)`"))
            throw ExitStatus.badInput.exit
        }
        terminal.write(options.word("取り消しました: \(name)", "removed: \(name)"))
    }
}

extension AccessRole: ExpressibleByArgument {}

extension DataOption {
    /// The tokens of the folder that is named.
    fileprivate func tokens(_ terminal: Terminal) throws -> AccessTokens {
        guard let files else {
            terminal.fail(Wording("記録のフォルダを --data か KIYAKU_DATA で指定してください", "name the folder of the record with --data or KIYAKU_DATA"))
            throw ExitStatus.badInput.exit
        }
        return AccessTokens(folder: files.folder)
    }
}
