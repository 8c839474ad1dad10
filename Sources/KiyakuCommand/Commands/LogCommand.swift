import ArgumentParser

/// `kiyaku log`: the record of answers.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "判定の記録を確かめ、見て、古い事実を消します。",
        subcommands: [LogVerifyCommand.self, LogListCommand.self, LogShowCommand.self, LogEraseCommand.self])
}
