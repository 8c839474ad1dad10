import ArgumentParser
import Batch
import Diagnostics
import Documents
import Encodings
import Foundation
import Kiyaku
import SystemPackage
import Values

/// `kiyaku check`: many cases in, results out.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "多くの案件（CSV・NDJSON）をまとめて判定します。",
        discussion: """
            CSV の見出しは事実の名前です（端末.OS、関係者[1].氏名）。入力の列に結果の列を足して書き出します。
            読めない行は --errors のファイルに理由を書き、残りを続けます。書き方は docs/commands.md にあります。
            """)

    @OptionGroup var exit: ExitOption
    @OptionGroup var options: RulesOptions
    @OptionGroup var day: DayOption
    @OptionGroup var days: CalendarOption

    @OptionGroup var asked: DecisionsOption

    @Option(name: [.short, .long], help: ArgumentHelp("結果のファイル（既定: 標準出力）", valueName: "FILE"))
    var out: String?

    @Option(name: .long, help: "結果の形: csv・json・ndjson（既定: 結果のファイルの名前、なければ入力と同じ）")
    var format: ResultNotation?

    @Option(name: .long, help: "入力の形: csv・ndjson（既定: 名前と中身から）")
    var from: CaseNotation?

    @Option(name: .long, help: "入力の文字コード: utf-8・cp932・utf-16le・utf-16be（既定: BOM、UTF-8 として読めるか、CP932 の順）")
    var encoding: TextEncoding?

    @Option(name: .long, help: ArgumentHelp("読めない行の理由を書くファイル（既定: 結果のファイルの隣の .errors.csv、結果が標準出力なら標準エラー）", valueName: "FILE"))
    var errors: String?

    @Option(name: .long, help: ArgumentHelp("集計を書くファイル（- は標準出力、.json なら JSON。既定: 標準エラー）", valueName: "FILE"))
    var summary: String?

    @Flag(name: .long, help: "事実でない列を、判定に使わずに残す")
    var ignoreUnknown = false

    @Argument(help: ArgumentHelp("案件のファイル（標準入力は -）", valueName: "FILE"))
    var file: String

    func run() async throws {
        let terminal = Terminal(language: options.language)
        let instant = try day.instant(terminal)
        let edition = try Edition.load(options, calendar: days.calendar, terminal)
        let decisions = try edition.decisions(asked.decision, terminal)
        guard let today = Clock.today() else { throw ExitStatus.badInput.exit }
        var input = try InputFile(file, terminal)
        let notation = from ?? input.notation
        let result = format ?? out.flatMap(Self.notation) ?? (notation == .csv ? .csv : .ndjson)
        let request = BatchRequest(
            edition: edition, decisions: decisions, asOf: instant, defaultAsOf: today, input: notation,
            encoding: encoding, output: result, carriesUnknown: ignoreUnknown, language: options.language,
            workers: ProcessInfo.processInfo.activeProcessorCount)
        do {
            let bar = ProgressBar(terminal, total: input.size, isShown: Terminal.showsErrors && !(out == nil && Terminal.showsOutput))
            var batch = try Batch(request) {
                let bytes = try input.read()
                bar.read(bytes?.count ?? 0)
                return bytes
            }
            for (name, nearest) in batch.carried { remark(name, nearest, terminal) }
            let output = try ResultFile(out, besides: [file], terminal)
            let refusals = try RefusalFile(errors, besides: [file, out], beside: out, input: file, terminal)
            let summary = try await batch.run(
                .init(keep: { _ in }, write: output.write, refuse: { try refusals.write($0, bar) }, advance: bar.advance))
            bar.end()
            try output.close()
            try refusals.close()
            try report(summary, edition, refusals, terminal)
            if summary.refused > 0 { throw ExitStatus.badInput.exit }
            if let status = ExitStatus.worst(exit.by == .side ? summary.statusesWithoutSide : summary.statuses) { throw status.exit }
        } catch let fault as BatchFault {
            throw say(fault, terminal)
        } catch let error as CheckFileError {
            terminal.fail(error.wording)
            throw ExitStatus.badInput.exit
        }
    }

    private static func notation(_ path: String) -> ResultNotation? {
        let ending = (FilePath(path).extension ?? "").lowercased()
        return ending == "jsonl" ? .ndjson : ResultNotation(rawValue: ending)
    }

    private func remark(_ name: String, _ nearest: String?, _ terminal: Terminal) {
        let hint = nearest.map { Wording("（「\($0)」のことなら直してください）", " (mend it if you mean `\($0)`)") } ?? Wording("", "")
        terminal.fail(
            Wording("列「\(name)」は事実でないため、判定に使わずに残します\(hint.japanese)", "the column `\(name)` is no fact: it is kept and not judged by\(hint.english)"))
    }

    private func say(_ fault: BatchFault, _ terminal: Terminal) -> ExitCode {
        switch fault {
        case .empty: terminal.fail(Wording("「\(file)」に案件がありません。見出しの行と案件の行を書いてください", "there are no cases in `\(file)`; write a header and rows"))
        case .header(let refusals):
            for refusal in refusals { terminal.fail(refusal.text(in: file, options.language)) }
            if !ignoreUnknown {
                terminal.fail(Wording("事実でない列を残したいときは --ignore-unknown を付けてください", "add --ignore-unknown to keep columns that are no facts"))
            }
        }
        return ExitStatus.badInput.exit
    }

    private func report(_ summary: BatchSummary, _ edition: Edition, _ refusals: RefusalFile, _ terminal: Terminal) throws {
        let text = SummaryText(edition.quoting, language: options.language).render(summary, file: file)
        switch self.summary {
        case "-": terminal.write(text)
        case let path?:
            let isJSON = path.lowercased().hasSuffix(".json")
            let file = try ResultFile(path, besides: [self.file, out], terminal)
            try file.write((isJSON ? summary.json.text(pretty: true) : text) + "\n")
            try file.close()
        case nil: terminal.fail(text)
        }
        if let path = refusals.path, summary.refused > 0 {
            terminal.fail(Wording("読めない行の理由: \(path)", "what is wrong with the refused cases: \(path)"))
        }
    }
}

extension ResultNotation: ExpressibleByArgument {}
extension CaseNotation: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {
    /// `UTF-8` as `utf-8`; `sjis` and its like are what Excel means by them.
    public init?(argument: String) {
        let name = argument.lowercased()
        if ["sjis", "shift_jis", "shift-jis", "windows-31j", "ms932"].contains(name) { self = .cp932 } else { self.init(rawValue: name) }
    }
}
