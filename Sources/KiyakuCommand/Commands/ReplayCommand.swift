import ArgumentParser
import Diagnostics
import Documents
import Records

/// `kiyaku replay`: gives recorded answers again.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "記録した判定を、そのときの規則と事実でやり直し、結果・根拠・義務が一字一句同じになることを確かめます。",
        discussion: "ほかの所が、後のプログラムの変更によって違えば、その変更の名前を示します。変更で説明できない違いは誤りです。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var data: DataOption

    @Flag(name: .long, help: "すべての記録")
    var all = false

    @Argument(help: ArgumentHelp("記録の番号", valueName: "N"))
    var number: Int64?

    func validate() throws {
        if all == (number != nil) { throw ValidationError("記録の番号か --all のどちらか一方を指定してください / give either a record number or --all") }
    }

    func run() throws {
        let terminal = Terminal(language: options.language)
        let log = try data.open(terminal)
        var replay = Replay(log)
        var summary = ReplaySummary(options.language)
        try recording(terminal) { () throws(RecordFault) in
            try log.forEachAnswer(number) { entry in
                do throws(RecordFault) {
                    let outcome = try replay.replay(entry)
                    summary.add(entry.number, outcome)
                    if options.format == .text, outcome == .erased {
                        terminal.write(options.word("記録 \(entry.number): 事実は消去されています", "record \(entry.number): the facts were erased"))
                    }
                } catch {
                    summary.add(error)
                    if options.format == .text { terminal.fail(error.text(terminal.language)) }
                }
            }
        }
        switch options.format {
        case .json: terminal.write(summary.json.text(pretty: true))
        case .text: for line in summary.lines { terminal.write(line) }
        }
        if let fault = summary.faults.first { throw ExitStatus(fault).exit }
    }
}
