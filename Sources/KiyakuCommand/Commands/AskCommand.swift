import ArgumentParser
import Decisions
import Diagnostics
import Documents
import Extraction
import Facts
import Foundation
import Interviews
import Kiyaku
import Plans
import Runtime
import Serialization
import Values
import Vocabulary

/// `kiyaku ask`: an interview in the terminal.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "質問に答えて判定します。結果を変えうることだけを尋ねます。",
        discussion: "答え: 番号・名前・はい・いいえ・日付など。わからない（?）はいつでも。操作: 戻る（<）、変更 N（N 番の答えを直す）、一覧、中断（q）。--format json では会話を標準エラーに出します。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var day: DayOption
    @OptionGroup var readers: AudienceOption

    @Option(name: .long, help: ArgumentHelp("判定の名前", valueName: "NAME"))
    var decision: String?

    @Option(name: .long, help: ArgumentHelp("分かった事実を書き出すファイル（decide が読める形）", valueName: "FILE"))
    var save: String?

    @Option(name: .long, help: ArgumentHelp("中断した面接や事実のファイルから続ける", valueName: "FILE"))
    var resume: String?

    @Argument(help: ArgumentHelp("お客様の言葉（見つけた事実を確かめてから使います）", valueName: "TEXT"))
    var text: String?

    func run() throws {
        // With --format json standard output is the answer alone.
        let terminal = Terminal(language: options.language, speaksOnStandardError: options.format == .json)
        let asked = try day.instant(terminal)
        let rules = try LoadedRules.load(options, terminal)
        let place = try rules.decisions(decision.map { [$0] } ?? [], terminal).first ?? Place(0)
        let start = try start(rules.plan, asked, terminal)
        var frame = start.frame
        var session = AskSession(plan: rules.plan, decision: place, terminal: terminal, options: options)
        let taken = text.map { session.confirm($0, into: &frame) } ?? []
        let interview = session.interview(frame, skipped: start.skipped)
        try write(interview, start.given.filter { !taken.contains($0.fact) }, terminal)
        if interview.ending == .contradiction {
            terminal.fail(Wording("はじめの事実どうしが規則の制約と両立しません。事実を直してください", "the facts at the start contradict a constraint of the rules; mend them"))
            throw ExitStatus.badInput.exit
        }
        let answer = Decider(rules.plan).answer(place, interview.frame)
        let output = Terminal(language: options.language)
        if options.format == .json {
            let digest = rules.files.digest
            output.write(DecisionJSON(rules.plan, digest: digest).document([answer], interview.frame).text(pretty: true))
        } else {
            output.write("\n" + readers.audience.text(answer, start.given, rules, terminal.language))
        }
        if let status = ExitStatus.worst([answer.status]) { throw status.exit }
    }

    /// What an interview begins with.
    private struct Start {
        let frame: FactFrame
        /// Where the facts of the file come from.
        var given: [GivenValue] = []
        /// The questions that were answered with わからない before the interview was broken off.
        var skipped: [String] = []
    }

    private func start(_ plan: Plan, _ asked: Instant?, _ terminal: Terminal) throws -> Start {
        guard let resume else {
            let instant = asked ?? Clock.now()
            return Start(frame: FactFrame(plan, asOf: Int64(instant?.date.dayNumber ?? 0), time: instant?.time.map { Int64($0.minutes) }))
        }
        let document = try readDocument(resume, terminal)
        let reading = FactReader.read(document, plan: plan, asOf: asked)
        for fault in reading.faults { terminal.fail(fault.text(in: resume, terminal.language)) }
        if !reading.faults.isEmpty { throw ExitStatus.badInput.exit }
        guard case .array(let nodes)? = document["id"]?.value else { return Start(frame: reading.frame, given: reading.given) }
        return Start(frame: reading.frame, given: reading.given, skipped: nodes.compactMap(\.string))
    }

    private func write(_ interview: Interview, _ given: [GivenValue], _ terminal: Terminal) throws {
        guard let save else { return }
        var document = FactWriter(interview.plan).document(interview.frame, given: given)
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
