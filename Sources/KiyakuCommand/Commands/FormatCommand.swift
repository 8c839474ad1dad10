import ArgumentParser
import Diagnostics
import Documents
import Formatting
import Foundation
import Kiyaku

/// `kiyaku fmt`: canonical form.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fmt", abstract: "規則ファイルを正しい書式にそろえます（--check は確かめるだけ）。")

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "書き換えず、違うファイルを挙げる（違えば終了コード 1）")
    var check = false

    @Option(name: .long, help: "キーワードの言語: ja か en（既定: ファイルのまま）")
    var lexicon: LanguageOption?

    @Argument(help: ArgumentHelp("フォルダかファイル（- は標準入力から標準出力へ。既定: --rules と同じ）", valueName: "PATH"))
    var paths: [String] = []

    func run() throws {
        let terminal = Terminal(language: options.language)
        if paths == ["-"] { return try formatInput(terminal) }
        var files: [(path: String, wasCanonical: Bool)] = []
        for path in paths.isEmpty ? [Installation.rules(options.rules)] : paths {
            for file in try RuleFiles.load(path, terminal).sources { files.append((file.path, try format(file, terminal))) }
        }
        if options.format == .json {
            let entries = files.map { JSONValue.object([("file", .string($0.path)), ("canonical", .bool($0.wasCanonical))]) }
            terminal.write(JSONValue.object([("schema", "kiyaku.format/1"), ("files", .array(entries))]).text(pretty: true))
        }
        if check, files.contains(where: { !$0.wasCanonical }) { throw ExitStatus.failed.exit }
    }

    private var formatter: Formatting.Formatter {
        Formatting.Formatter(keywords: lexicon.map { $0 == .ja ? .japanese : .english })
    }

    private func formatInput(_ terminal: Terminal) throws {
        let file = SourceFile(path: "<stdin>", bytes: terminal.read("-") ?? [])
        terminal.prompt(try formatted(file, terminal))
    }

    /// Formats one file; true where it was canonical already.
    private func format(_ file: SourceFile, _ terminal: Terminal) throws -> Bool {
        let text = try formatted(file, terminal)
        guard Array(text.utf8) != file.bytes else { return true }
        if check {
            say("書式が違います: \(file.path)", "not in canonical form: \(file.path)", terminal)
            return false
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file.path), options: .atomic)
        } catch {
            terminal.fail(Wording("「\(file.path)」に書けません。権限を確かめてください", "`\(file.path)` cannot be written; check its permissions"))
            throw ExitStatus.failed.exit
        }
        say("そろえました: \(file.path)", "formatted: \(file.path)", terminal)
        return false
    }

    private func say(_ japanese: String, _ english: String, _ terminal: Terminal) {
        if options.format == .text { terminal.write(options.word(japanese, english)) }
    }

    private func formatted(_ file: SourceFile, _ terminal: Terminal) throws -> String {
        switch formatter.format(file) {
        case .success(let text): return text
        case .failure(let fault):
            if case .hasErrors(let findings) = fault {
                terminal.fail(DiagnosticText(files: [file], language: terminal.language).render(findings))
            }
            terminal.fail("\(file.path): \(fault.wording(terminal.language))")
            throw ExitStatus.badRules.exit
        }
    }
}
