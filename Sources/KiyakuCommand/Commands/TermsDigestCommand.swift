import ArgumentParser
import Diagnostics
import Kiyaku
import Terms

/// `kiyaku terms digest`: the digests of a document's provisions.
struct TermsDigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "digest", abstract: "文書の条項ごとの要約値（SHA-256）を CSV で出します。文そのものは残しません。")

    @OptionGroup var options: RulesOptions

    @Flag(name: .long, help: "規則のフォルダの digests.csv に書く")
    var write = false

    @Argument(help: ArgumentHelp("規約の文", valueName: "FILE"))
    var file: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let digests = ClauseDigests(try terminal.readSoundOutline(file, options.rules))
        guard write else { return terminal.write(String(TermsFiles.text(digests).dropLast())) }
        let folder = Installation.rules(options.rules)
        guard TermsFiles.write(digests, folder) else {
            terminal.fail(Wording("「\(folder)/digests.csv」に書けません。権限を確かめてください", "`\(folder)/digests.csv` cannot be written; check its permissions"))
            throw ExitStatus.badInput.exit
        }
        terminal.write(
            options.word("\(digests.entries.count) 件を \(folder)/digests.csv に書きました", "wrote \(digests.entries.count) digests to \(folder)/digests.csv"))
    }
}
