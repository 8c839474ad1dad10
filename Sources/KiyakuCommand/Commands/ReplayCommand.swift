import ArgumentParser
import Diagnostics
import Records

/// `kiyaku replay`: gives recorded answers again.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "記録した判定を、そのときの規則と事実でやり直し、一字一句同じになることを確かめます。")

    @OptionGroup var options: RulesOptions
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
        var (same, erased, faults) = (0, 0, [RecordFault]())
        var replay = Replay(log)
        try recording(terminal) { () throws(RecordFault) in
            try log.forEachAnswer(number) { entry in
                do throws(RecordFault) {
                    switch try replay.replay(entry) {
                    case .same: same += 1
                    case .erased:
                        erased += 1
                        terminal.write(options.word("記録 \(entry.number): 事実は消去されています", "record \(entry.number): the facts were erased"))
                    }
                } catch {
                    faults.append(error)
                    terminal.fail(error.text(terminal.language))
                }
            }
        }
        terminal.write(
            options.word(
                "同じ判定 \(same) 件、事実の消去 \(erased) 件、誤り \(faults.count) 件", "\(same) answers the same, \(erased) with facts erased, \(faults.count) faults"))
        if let fault = faults.first { throw ExitStatus(fault).exit }
    }
}
