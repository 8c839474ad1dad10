import ArgumentParser
import Decisions
import Diagnostics
import Documents
import Explanation
import Facts
import Kiyaku
import Norms
import Plans
import Proofs
import Records
import Serialization

/// `kiyaku decide`: one case in, the decision out.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "事実のファイル（JSON・YAML、標準入力は -）から判定します。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var day: DayOption
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
        let rules = try LoadedRules.load(options, terminal)
        let document = try readDocument(facts, terminal)
        var reading = FactReader.read(document, plan: rules.plan, asOf: asOf)
        for remark in reading.remarks { terminal.fail(remark.text(in: facts, terminal.language)) }
        if reading.faults.contains(where: { $0.code == .missingAsOf }) {
            reading = FactReader.read(document, plan: rules.plan, asOf: Clock.today())
            terminal.fail(Wording("基準日がないため、今日として判定します（--as-of で指定できます）", "no day to judge by is given: judging by today (see --as-of)"))
        }
        guard reading.faults.isEmpty else {
            if options.format == .json { terminal.write(json(reading.faults, facts).text(pretty: true)) }
            for fault in reading.faults { terminal.fail(fault.text(in: facts, terminal.language)) }
            throw ExitStatus.badInput.exit
        }
        let decider = Decider(rules.plan)
        let decisions = obligations && asked.decision.isEmpty ? [] : try rules.decisions(asked.decision, terminal)
        let answers = decisions.map { decider.answer($0, reading.frame) }
        let norms = obligations || asked.decision.contains("all") ? decider.norms.obligations(reading.frame) : nil
        if let files = data.files, !answers.isEmpty { try record(Edition.Judged(reading: reading, answers: answers), document, rules, files, terminal) }
        switch options.format {
        case .json:
            let origins = Audience.origins(reading.given)
            let proofs = readers.audience == .legal ? answers.map { Proof(rules.plan, $0, origins: origins) } : []
            let document = DecisionJSON(rules.plan, digest: rules.files.digest).document(answers, reading.frame, proofs: proofs, obligations: norms)
            terminal.write(document.text(pretty: true))
        case .text:
            var texts = answers.map { readers.audience.text($0, reading.given, rules, terminal.language) }
            if let norms { texts.append(ObligationText(rules.plan, language: terminal.language).render(norms, reading.frame, readers.audience.detail)) }
            terminal.write(texts.joined(separator: "\n\n"))
        }
        if let status = ExitStatus.worst(answers.map(\.status)) { throw status.exit }
    }

    /// Records the answer before it is given.
    private func record(_ judged: Edition.Judged, _ facts: DocumentNode, _ rules: LoadedRules, _ files: RecordFiles, _ terminal: Terminal) throws {
        let edition = Edition(rules.files, rules.compiled)
        let draft = RecordDraft(judged, of: edition, facts: facts, by: personAtTheCommandLine(), at: Clock.timestamp(), program: programVersion)
        let numbers = try recording(terminal) { () throws(RecordFault) in
            let log = try RecordLog(files)
            try files.editions.keep(edition)
            return try log.append([draft])
        }
        for number in numbers { terminal.fail(Wording("記録しました: 番号 \(number)", "recorded as number \(number)")) }
    }
}
