import ArgumentParser
import Diagnostics
import Documents
import Facts
import Kiyaku
import Records
import Values

/// `kiyaku log show`: one entry with its facts and its answer.
struct LogShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "一件の記録を JSON で示します。個人情報の事実は伏せます。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var data: DataOption

    @Flag(name: .long, help: "個人情報の事実も示す")
    var personal = false

    @Argument(help: ArgumentHelp("記録の番号", valueName: "N"))
    var number: Int64

    func run() throws {
        let terminal = Terminal(language: options.language)
        let log = try data.open(terminal)
        let shown = try recording(terminal) { () throws(RecordFault) in try RecordView(log, number, showsPersonal: personal) }
        terminal.write(shown.json.text(pretty: true))
    }
}
