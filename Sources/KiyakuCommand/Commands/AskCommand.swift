import ArgumentParser
import Decisions
import Diagnostics
import Documents
import Explanation
import Extraction
import Facts
import Foundation
import Interviews
import Kiyaku
import Plans
import Runtime
import Values
import Vocabulary

/// `kiyaku ask`: an interview in the terminal.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "質問に答えて判定します。結果を変えうることだけを尋ねます。",
        discussion: "答え: 番号・名前・はい・いいえ・日付など。わからない（?）はいつでも。操作: 戻る（<）、変更 N（N 番の答えを直す）、一覧、中断（q）。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var day: DayOption

    @Option(name: .long, help: ArgumentHelp("判定の名前", valueName: "NAME"))
    var decision: String?

    @Option(name: .long, help: ArgumentHelp("分かった事実を書き出すファイル（decide が読める形）", valueName: "FILE"))
    var save: String?

    @Option(name: .long, help: ArgumentHelp("中断した面接や事実のファイルから続ける", valueName: "FILE"))
    var resume: String?

    @Argument(help: ArgumentHelp("お客様の言葉（見つけた事実を確かめてから使います）", valueName: "TEXT"))
    var text: String?

    func run() throws {
        let terminal = Terminal(language: options.language)
        let asked = try day.instant(terminal)
        let rules = try LoadedRules.load(options, terminal)
        let place = try rules.decisions(decision, terminal).first ?? Place(0)
        var frame = try startingFrame(rules.plan, asked, terminal)
        var session = AskSession(plan: rules.plan, decision: place, terminal: terminal, options: options)
        if let text { session.confirm(text, into: &frame) }
        let interview = session.interview(frame, skipped: try skippedBefore(terminal))
        try write(interview, session.provenance, terminal)
        let report = Decider(rules.plan).report(place, interview.frame)
        if options.format == .json {
            let digest = rules.compilation.digest
            terminal.write(DecisionJSON(rules.plan, digest: digest).document([report], interview.frame).text(pretty: true))
        } else {
            terminal.write("\n" + DecisionText(rules.plan, language: terminal.language).render(report, interview.frame))
        }
        if let status = ExitStatus.worst([report.status]) { throw status.exit }
    }

    private func startingFrame(_ plan: Plan, _ asked: Instant?, _ terminal: Terminal) throws -> FactFrame {
        if let resume {
            let reading = FactReader.read(try readDocument(resume, terminal), plan: plan, asOf: asked)
            for fault in reading.faults { terminal.fail(fault.text(in: resume, terminal.language)) }
            if !reading.faults.isEmpty { throw ExitStatus.badInput.exit }
            return reading.frame
        }
        let instant = asked ?? Clock.now()
        return FactFrame(plan, asOf: Int64(instant?.date.dayNumber ?? 0), time: instant?.time.map { Int64($0.minutes) })
    }

    /// The questions that were answered with わからない before the interview was broken off.
    private func skippedBefore(_ terminal: Terminal) throws -> [String] {
        guard let resume, case .array(let nodes)? = try readDocument(resume, terminal)["id"]?.value else { return [] }
        return nodes.compactMap(\.string)
    }

    private func write(_ interview: Interview, _ provenance: [String: GivenProvenance], _ terminal: Terminal) throws {
        guard let save else { return }
        var document = FactWriter(interview.plan).document(interview.frame, provenance: provenance)
        if case .object(let members) = document, !interview.skipped.isEmpty {
            document = .object(members + [("id", .array(interview.skipped.map { .string($0) }))])
        }
        do {
            try Data((document.text(pretty: true) + "\n").utf8).write(to: URL(fileURLWithPath: save), options: .atomic)
            terminal.write(options.word("書き出しました: \(save)", "saved: \(save)"))
        } catch {
            terminal.fail(Wording("「\(save)」に書けません。フォルダと権限を確かめてください", "`\(save)` cannot be written; check the folder and permissions"))
            throw ExitStatus.badInput.exit
        }
    }
}
