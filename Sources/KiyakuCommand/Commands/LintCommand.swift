import ArgumentParser
import Diagnostics
import Documents
import Kiyaku

/// `kiyaku lint`: all findings of rule files.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lint", abstract: "規則ファイルの診断をすべて示します。")

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "警告も失敗とする")
    var strict = false

    @Argument(help: ArgumentHelp("規則のフォルダかファイル（既定: --rules と同じ）", valueName: "PATH"))
    var path: String?

    func run() throws {
        let terminal = Terminal(language: options.language)
        let files = try RuleFiles.load(path ?? options.rules, terminal)
        let findings = Compilation(files, checksPatterns: true).diagnostics
        let text = DiagnosticText(files: files.sources, language: terminal.language)
        if options.format == .json {
            terminal.write(json(findings, text, files).text(pretty: true))
        } else {
            if !findings.isEmpty { terminal.write(text.render(findings) + "\n") }
            let count = { (severity: Severity) in findings.filter { $0.severity == severity }.count }
            terminal.write(
                options.word(
                    "\(files.sources.count) ファイル: 誤り \(count(.error))、警告 \(count(.warning))、助言 \(count(.advice))",
                    "\(files.sources.count) files: \(count(.error)) errors, \(count(.warning)) warnings, \(count(.advice)) advice"))
        }
        if findings.hasErrors { throw ExitStatus.badRules.exit }
        if strict, findings.contains(where: { $0.severity == .warning }) { throw ExitStatus.failed.exit }
    }

    private func json(_ findings: [Diagnostic], _ text: DiagnosticText, _ files: RuleFiles) -> JSONValue {
        let entries = findings.map { finding -> JSONValue in
            let file = files.sources[Int(finding.range.file.index)]
            let start = file.position(of: Int(finding.range.start))
            let end = file.position(of: Int(finding.range.end))
            return .object([
                ("code", .string(finding.code.rawValue)), ("severity", .string(finding.severity.rawValue)), ("file", .string(file.path)),
                ("line", .integer(Int64(start.line))), ("column", .integer(Int64(start.column))), ("end_line", .integer(Int64(end.line))),
                ("end_column", .integer(Int64(end.column))), ("message", .string(finding.message.japanese)),
                ("message_en", .string(finding.message.english)), ("help", .string(finding.help.japanese)), ("help_en", .string(finding.help.english)),
                (
                    "fix",
                    finding.fix.map { .object([("replacement", .string($0.replacement)), ("safety", .string($0.safety.rawValue))]) } ?? .null
                ),
            ])
        }
        return .object([("schema", "kiyaku.diagnostics/1"), ("diagnostics", .array(entries))])
    }
}
