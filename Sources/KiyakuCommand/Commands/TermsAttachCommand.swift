import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Terms
import Vocabulary

/// `kiyaku terms attach`: from now on answers quote a document of the contract.
struct TermsAttachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "答えに規約の文を引くために、文書を利用者のフォルダに控えます。条項ごとに要約値を確かめます。")

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "控えた文書を消す")
    var remove = false

    @Argument(help: ArgumentHelp("規約の文", valueName: "FILE"))
    var file: String?

    func run() throws {
        let terminal = Terminal(language: options.language)
        let rules = try Edition.load(options, terminal)
        let contract = rules.vocabulary.title.name
        if remove { return try forget(contract, terminal) }
        guard let file else {
            terminal.fail(Wording("規約の文のファイルを指定してください", "name the file of the contract's text"))
            throw ExitCode(64)
        }
        guard let bytes = terminal.read(file) else { throw terminal.unreadable(file) }
        let outline = try terminal.soundOutline(bytes, file, options.rules)
        let comparison = try terminal.readDigests(options.rules).compared(to: ClauseDigests(outline))
        guard comparison.isSame else {
            terminal.show(comparison)
            terminal.fail(
                Wording(
                    "この文書は、規則を書いたときの文と違うので控えません。同じ条項だけを引くなら KIYAKU_TERMS=\(file) としてください",
                    "this is not the text that the rules were written for, so it is not kept; to quote the clauses that are the same set KIYAKU_TERMS=\(file)"))
            throw ExitStatus.failed.exit
        }
        guard let path = AttachedTerms.keep(bytes, contract) else {
            terminal.fail(Wording("利用者のフォルダに書けません。HOME か XDG_DATA_HOME を確かめてください", "the user's data folder cannot be written; check HOME or XDG_DATA_HOME"))
            throw ExitStatus.badInput.exit
        }
        if options.format == .json {
            return terminal.write(
                JSONValue.object([("schema", "kiyaku.attachment/1"), ("path", .string(path)), ("provisions", .integer(Int64(comparison.same.count)))]).text(
                    pretty: true))
        }
        terminal.write(
            options.word(
                "\(comparison.same.count) の条項の要約値が合いました。答えはこの文を引きます: \(path)",
                "the digests of all \(comparison.same.count) provisions agree; answers quote this text: \(path)"))
    }

    private func forget(_ contract: String, _ terminal: Terminal) throws {
        guard AttachedTerms.forget(contract) else {
            terminal.fail(Wording("控えた文書はありません", "no document is attached"))
            throw ExitStatus.badInput.exit
        }
        terminal.write(options.word("控えた文書を消しました", "the attached document is gone"))
    }
}
