import ArgumentParser
import Diagnostics
import Foundation
import Records
import Service

/// `kiyaku user`: who may sign in to the pages.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "画面にサインインする人を加え、一覧し、外します。",
        subcommands: [UserAddCommand.self, UserListCommand.self, UserPasswordCommand.self, UserRemoveCommand.self])
}

/// `kiyaku user add`: a new person.
struct UserAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "人を加えます。パスワードは標準入力の一行です。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    @Option(name: .long, help: ArgumentHelp("役割: staff・author・auditor。いくつもなら「,」で区切る", valueName: "ROLES"))
    var role: String

    @Argument(help: ArgumentHelp("サインインする名前", valueName: "NAME"))
    var name: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let people = try data.people(terminal)
        let roles = try roles(terminal)
        let password = try password(options, terminal)
        try accessing(terminal) { () throws(ServiceFault) in try people.add(name, roles: roles, password: password) }
        terminal.write(options.word("加えました: \(name)", "added: \(name)"))
    }

    /// The roles of people; `service` is for programs, which come with a token.
    private func roles(_ terminal: Terminal) throws -> [AccessRole] {
        try role.split(separator: ",", omittingEmptySubsequences: false).map { word in
            guard let role = AccessRole(rawValue: word.trimmingCharacters(in: .whitespaces)), role != .service else {
                terminal.fail(
                    Wording("人の役割に「\(word)」はありません。staff・author・auditor から選んでください", "people have no role `\(word)`; choose among staff, author and auditor"))
                throw ExitStatus.badInput.exit
            }
            return role
        }
    }
}

/// `kiyaku user list`: the names and their roles.
struct UserListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "名前と役割の一覧。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    func run() throws {
        let terminal = Terminal(language: options.language)
        let people = try data.people(terminal)
        for person in try accessing(terminal, people.list) {
            terminal.write("\(person.name)  \(person.roles.map(\.rawValue).sorted().joined(separator: ","))")
        }
    }
}

/// `kiyaku user password`: another password; who is signed in with the old one signs in again.
struct UserPasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "password", abstract: "パスワードを変えます。新しいパスワードは標準入力の一行です。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp("名前", valueName: "NAME"))
    var name: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let people = try data.people(terminal)
        let password = try password(options, terminal)
        guard try accessing(terminal, { () throws(ServiceFault) in try people.change(name, password: password) }) else { throw unknown(name, terminal) }
        terminal.write(options.word("変えました: \(name)", "changed: \(name)"))
    }
}

/// `kiyaku user remove`: takes a person away, at once for a running service too.
struct UserRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "人を外します。動いているサービスにも、すぐに効きます。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp("名前", valueName: "NAME"))
    var name: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let people = try data.people(terminal)
        guard try accessing(terminal, { () throws(ServiceFault) in try people.remove(name) }) else { throw unknown(name, terminal) }
        terminal.write(options.word("外しました: \(name)", "removed: \(name)"))
    }
}

private func unknown(_ name: String, _ terminal: Terminal) -> any Error {
    terminal.fail(Wording("「\(name)」さんはいません", "there is nobody named `\(name)`"))
    return ExitStatus.badInput.exit
}

/// The first line of standard input; on a terminal it is not shown.
private func password(_ options: RulesOptions, _ terminal: Terminal) throws -> String {
    var before = termios()
    let isTerminal = unsafe isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before) == 0
    if isTerminal {
        terminal.prompt(options.word("パスワード: ", "password: "))
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    }
    defer {
        if isTerminal {
            _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            terminal.prompt("\n")
        }
    }
    guard let line = readLine(), !line.isEmpty else {
        terminal.fail(Wording("パスワードがありません。標準入力の一行で渡してください", "there is no password; pass it as a line of standard input"))
        throw ExitStatus.badInput.exit
    }
    return line
}

extension DataOption {
    /// The people of the folder that is named.
    fileprivate func people(_ terminal: Terminal) throws -> People {
        guard let files else {
            terminal.fail(Wording("記録のフォルダを --data か KIYAKU_DATA で指定してください", "name the folder of the record with --data or KIYAKU_DATA"))
            throw ExitStatus.badInput.exit
        }
        return People(folder: files.folder)
    }
}
