import ArgumentParser
import Diagnostics
import Records
import Values

/// `kiyaku log erase`: facts that need not, or must not, be kept.
struct LogEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "記録の事実を消します。消したことと理由が記録に残り、鎖はつながったままです。", discussion: "判定そのものは残ります。消した事実は戻せません。")

    @OptionGroup var options: RulesOptions
    @OptionGroup var data: DataOption

    @Option(name: .long, help: ArgumentHelp("消す理由（保存期間の満了、本人の求めなど）", valueName: "TEXT"))
    var reason: String

    @Option(name: .long, help: ArgumentHelp("この日より前の記録をすべて", valueName: "DATE"))
    var before: String?

    @Argument(help: ArgumentHelp("記録の番号", valueName: "N"))
    var numbers: [Int64] = []

    func validate() throws {
        if numbers.isEmpty == (before == nil) { throw ValidationError("記録の番号か --before のどちらか一方を指定してください / give either record numbers or --before") }
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("理由を書いてください / say why") }
    }

    func run() throws {
        let terminal = Terminal(language: options.language)
        let day = try before.map { text in
            guard let day = CivilDate(written: text) else {
                terminal.fail(Wording("「\(text)」は日付ではありません。2026-11-22 のように書いてください", "`\(text)` is no date; write it like 2026-11-22"))
                throw ExitStatus.badInput.exit
            }
            return day
        }
        let log = try data.open(terminal)
        let order = ErasureOrder(by: personAtTheCommandLine(), at: Clock.timestamp(), reason: reason)
        let (due, doubtful) = try recording(terminal) { () throws(RecordFault) in
            try day.map { day throws(RecordFault) in try log.numbers(before: "\(day)T00:00:00+09:00") } ?? (numbers, [])
        }
        let erased = try recording(terminal) { () throws(RecordFault) in try log.eraseFacts(due, order) }
        if !doubtful.isEmpty { terminal.fail(Self.kept(doubtful)) }
        terminal.write(options.word("\(erased.count) 件の事実を消しました", "the facts of \(erased.count) records were erased"))
    }

    /// That the clock was wrong for a while, so that the day says nothing about these.
    private static func kept(_ numbers: [Int64]) -> Wording {
        let most = 20
        let list = numbers.prefix(most).map(String.init).joined(separator: ", ") + (numbers.count > most ? ", …" : "")
        return Wording(
            "記録 \(list) は、その日以後の記録より後ろにあるのに、時刻はその日より前です（時計が狂っていた間があります）。消していません。確かめて、番号で消してください",
            "records \(list) come behind records of that day or later, and yet name an earlier time (the clock was wrong for a while); they were not erased: "
                + "look at them, and erase them by number")
    }
}
