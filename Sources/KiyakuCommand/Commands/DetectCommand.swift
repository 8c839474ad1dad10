import ArgumentParser
import Detection
import Diagnostics
import Documents
import Kiyaku
import Vocabulary

/// `kiyaku detect`: the system and browser of a device from its user agent or from what Windows says of itself.
struct DetectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect", abstract: "ユーザーエージェントや systeminfo・ver・winver の表示から、OS とブラウザを見分けます。")

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: ArgumentHelp("クライアントヒントのヘッダー（「Sec-CH-UA-Platform: \"Windows\"」のように。何度でも）", valueName: "HEADER"))
    var hint: [String] = []

    @Flag(name: .long, help: "標準入力の一行ずつを一つのユーザーエージェントとして読む")
    var lines = false

    @Argument(help: ArgumentHelp("ユーザーエージェントか表示（- は標準入力）", valueName: "TEXT"))
    var text: String = "-"

    func run() throws {
        let terminal = Terminal(language: options.language)
        var detector = EnvironmentDetector(try userAgentRules(terminal))
        let hints = try ClientHints(headers: hint.map { try header($0, terminal) })
        let writer = EnvironmentWriter(plan: try Edition.load(options, terminal).plan, language: options.language)
        guard lines else {
            let input = text == "-" ? String(decoding: terminal.read("-") ?? [], as: UTF8.self) : text
            let finding = try found(&detector, input, hints, terminal)
            return terminal.write(options.format == .json ? writer.json(finding).text(pretty: true) : writer.text(finding))
        }
        while let line = readLine() {
            let finding = try found(&detector, line, hints, terminal)
            terminal.write(options.format == .json ? writer.json(finding).text() : writer.text(finding))
        }
    }

    private func found(
        _ detector: inout EnvironmentDetector, _ text: String, _ hints: ClientHints, _ terminal: Terminal
    ) throws -> EnvironmentDetector.Finding {
        if let finding = detector.detect(text, hints: hints) { return finding }
        terminal.fail(UserAgentFile.Fault.missing.wording)
        throw ExitStatus.badInput.exit
    }

    private func header(_ text: String, _ terminal: Terminal) throws -> (name: String, value: String) {
        if let colon = text.firstIndex(of: ":") { return (String(text[..<colon]), String(text[text.index(after: colon)...])) }
        terminal.fail(Wording("--hint の「\(text)」に : がありません。「名前: 値」と書いてください", "`\(text)` for --hint has no colon; write `name: value`"))
        throw ExitStatus.badInput.exit
    }

    /// The rules of uap-core; nil where it is not installed, which matters to user agents alone.
    private func userAgentRules(_ terminal: Terminal) throws -> UserAgentRules? {
        do throws(UserAgentFile.Fault) {
            return try UserAgentFile.read()
        } catch .missing {
            return nil
        } catch {
            terminal.fail(error.wording)
            throw ExitStatus.badInput.exit
        }
    }
}
