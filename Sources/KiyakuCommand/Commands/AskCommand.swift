import ArgumentParser
import Decisions
import Diagnostics
import Documents
import Extraction
import Facts
import Foundation
import Interviews
import Kiyaku
import Routing
import Values
import Vocabulary

/// `kiyaku ask`: an interview in the terminal.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "質問に答えて判定します。結果を変えうることだけを尋ねます。",
        discussion: "答え: 番号・名前・はい・いいえ・日付など。わからない（?）はいつでも。操作: 戻る（<）、変更 N（N 番の答えを直す）、一覧、中断（q）。--format json では会話を標準エラーに出します。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var exit: ExitOption
    @OptionGroup var day: DayOption
    @OptionGroup var days: CalendarOption
    @OptionGroup var readers: AudienceOption
    @OptionGroup var data: DataOption

    @Option(name: .long, help: ArgumentHelp("判定の名前", valueName: "NAME"))
    var decision: String?

    @Option(name: .long, help: ArgumentHelp("分かった事実を書き出すファイル（decide が読める形）", valueName: "FILE"))
    var save: String?

    @Option(name: .long, help: ArgumentHelp("中断した面接や事実のファイルから続ける", valueName: "FILE"))
    var resume: String?

    @Option(name: .long, help: "だれが書いた文か: caller（お客様）か colleague（電話を書き留めた担当）。なければ推し量る")
    var voice: Voice?

    @Argument(help: ArgumentHelp("お客様の言葉（見つけた事実を確かめてから使います）", valueName: "TEXT"))
    var text: String?

    func run() throws {
        // With --format json standard output is the answer alone.
        let terminal = Terminal(language: options.language, speaksOnStandardError: options.format == .json)
        let asked = try day.instant(terminal)
        let edition = try Edition.load(options, calendar: days.calendar, terminal)
        var start = try start(edition, asked, terminal)
        var session = AskSession(edition, terminal: terminal, options: options)
        var questions = try questions(edition, &session, terminal)
        var facts = JSONValue.null
        var contradicts = false
        var number = 0
        while number < questions.count, number == 0 || !session.hasEnded {
            session.decision = questions[number].decision
            if questions.count > 1 { session.announce() }
            if let text { start = session.confirm(text, start, voice: voice).start }
            let interview = session.interview(start)
            facts = edition.document(interview, given: start.given)
            contradicts = interview.ending == .contradiction
            if session.wantsOther {
                if let other = session.choose(among: questions[number].offered) { questions[number].decision = other }
            } else {
                number += 1
            }
            guard number < questions.count, !contradicts else { break }
            start = InterviewStart(DocumentNode(facts), edition.read(DocumentNode(facts)))
        }
        try write(facts, terminal)
        if contradicts {
            terminal.fail(Wording("はじめの事実どうしが規則の制約と両立しません。事実を直してください", "the facts at the start contradict a constraint of the rules; mend them"))
            throw ExitStatus.badInput.exit
        }
        let judged = edition.judge(DocumentNode(facts), decisions: questions.map(\.decision))
        if let files = data.files { try record(judged.answers, judged.reading, DocumentNode(facts), edition, in: files, terminal) }
        let output = Terminal(language: options.language)
        if options.format == .json {
            output.write(edition.document(judged.answers, judged.reading).text(pretty: true))
        } else {
            for answer in judged.answers { output.write("\n" + edition.text(answer, for: readers.audience, given: start.given, terminal.language)) }
        }
        if let status = ExitStatus.worst(judged.answers, by: exit.by) { throw status.exit }
    }

    /// What is asked: the decision that was named, those that the words ask for, else the main one.
    private func questions(_ edition: Edition, _ session: inout AskSession, _ terminal: Terminal) throws -> [AskedQuestion] {
        let named = try edition.decisions(decision.map { [$0] } ?? [], terminal)
        let all = named.map { AskedQuestion(decision: $0, offered: Array(edition.vocabulary.menu().prefix(RoutedQuestion.mostCandidates))) }
        guard decision == nil, let text, edition.canRoute else { return all }
        let found = session.questions(text)
        return found.isEmpty ? all : found
    }

    private func start(_ edition: Edition, _ asked: Instant?, _ terminal: Terminal) throws -> InterviewStart {
        guard let resume else {
            guard let moment = asked ?? Clock.now() else { throw ExitStatus.badInput.exit }
            return InterviewStart(edition, asOf: moment)
        }
        let document = try readDocument(resume, terminal)
        let reading = edition.read(document, asOf: asked)
        for fault in reading.faults { terminal.fail(fault.text(in: resume, terminal.language)) }
        if !reading.faults.isEmpty { throw ExitStatus.badInput.exit }
        return InterviewStart(document, reading)
    }

    private func write(_ facts: JSONValue, _ terminal: Terminal) throws {
        guard let save else { return }
        do {
            try Data((facts.text(pretty: true) + "\n").utf8).write(to: URL(fileURLWithPath: save), options: .atomic)
            terminal.write(options.word("書き出しました: \(save)", "saved: \(save)"))
        } catch {
            terminal.fail(Wording("「\(save)」に書けません。フォルダと権限を確かめてください", "`\(save)` cannot be written; check the folder and permissions"))
            throw ExitStatus.badInput.exit
        }
    }
}
