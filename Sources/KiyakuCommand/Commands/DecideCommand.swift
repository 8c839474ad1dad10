import ArgumentParser
import Decisions
import Diagnostics
import Documents
import Facts
import Kiyaku
import Records

/// `kiyaku decide`: one case in, the decision out.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "事実のファイル（JSON・YAML、標準入力は -）から判定します。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var exit: ExitOption
    @OptionGroup var day: DayOption
    @OptionGroup var days: CalendarOption
    @OptionGroup var readers: AudienceOption
    @OptionGroup var data: DataOption
    @OptionGroup var asked: DecisionsOption

    @Flag(name: .long, help: "この件で、だれが何をいつまでにするか（判定を問わない義務・禁止・権利・免責・費用）も書く。判定の名前がなければ、これだけを書く")
    var obligations = false

    @Argument(help: ArgumentHelp("事実のファイル", valueName: "FACTS"))
    var facts: String

    func run() throws {
        let terminal = Terminal(language: options.language)
        let asOf = try day.instant(terminal)
        let edition = try Edition.load(options, calendar: days.calendar, terminal)
        let document = try readDocument(facts, terminal)
        var reading = edition.read(document, asOf: asOf)
        for remark in reading.remarks { terminal.fail(remark.text(in: facts, terminal.language)) }
        if reading.faults.contains(where: { $0.code == .missingAsOf }) {
            reading = edition.read(document, asOf: Clock.today())
            terminal.fail(Wording("基準日がないため、今日として判定します（--as-of で指定できます）", "no day to judge by is given: judging by today (see --as-of)"))
        }
        guard reading.faults.isEmpty else {
            if options.format == .json { terminal.write(json(reading.faults, facts).text(pretty: true)) }
            for fault in reading.faults { terminal.fail(fault.text(in: facts, terminal.language)) }
            throw ExitStatus.badInput.exit
        }
        let decisions = obligations && asked.decision.isEmpty ? [] : try edition.decisions(asked.decision, terminal)
        let answers = edition.answers(reading.frame, decisions)
        let norms = obligations || asked.decision.contains("all") ? edition.obligations(reading.frame) : nil
        if let files = data.files, !answers.isEmpty { try record(answers, reading, document, edition, in: files, terminal) }
        switch options.format {
        case .json: terminal.write(edition.document(answers, reading, for: readers.audience, obligations: norms).text(pretty: true))
        case .text:
            var texts = answers.map { edition.text($0, for: readers.audience, given: reading.given, terminal.language) }
            if let norms { texts.append(edition.text(norms, reading.frame, for: readers.audience, terminal.language)) }
            terminal.write(texts.joined(separator: "\n\n"))
        }
        if let status = ExitStatus.worst(answers, by: exit.by) { throw status.exit }
    }
}
