import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Routing
import Vocabulary

/// `kiyaku decisions`: what can be decided, and which of it some words ask for.
struct DecisionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "判定できることを示します。言葉を添えると、それが尋ねている判定を、理由とともに選びます。判定の名前なら、それだけを詳しく示します。")

    /// So many examples and clauses stand in the list.
    private static let mostListed = 3

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "標準入力の一行ずつを一つの文として、尋ねている判定を選ぶ")
    var lines = false

    @Argument(help: ArgumentHelp("お客様の言葉か、判定の名前", valueName: "WORDS"))
    var words: [String] = []

    func run() throws {
        let terminal = Terminal(language: options.language)
        let edition = try Edition.load(options, terminal)
        if lines {
            while let line = readLine() { write(edition.route(line), of: line, edition, nil, terminal) }
            return
        }
        let guide = DecisionGuide(edition, chapters: try chapters(terminal))
        let text = words.joined(separator: " ")
        if text.isEmpty {
            if options.format == .json { return terminal.write(guide.json().text(pretty: true)) }
            for chapter in guide.chapters { show(chapter, terminal) }
        } else if let entry = guide.entry(named: text) {
            if options.format == .json { return terminal.write(guide.json { $0.decision == entry.decision }.text(pretty: true)) }
            show(entry, terminal)
        } else {
            write(edition.route(text), of: text, edition, guide, terminal)
        }
    }

    private func chapters(_ terminal: Terminal) throws -> [DecisionGuide.ChapterStart] {
        do throws(TermsFileError) {
            return try DecisionGuide.chapters(Installation.rules(options.rules))
        } catch {
            terminal.fail(error.wording)
            throw ExitStatus.badRules.exit
        }
    }

    // MARK: What can be decided

    private func show(_ chapter: DecisionGuide.Chapter, _ terminal: Terminal) {
        if let heading = chapter.heading { terminal.write("── \(heading)") }
        for entry in chapter.entries {
            terminal.write("\(entry.question)　[\(entry.name)]")
            let examples = entry.examples.prefix(Self.mostListed).map { "「\($0)」" }.joined()
            if !examples.isEmpty { terminal.write("    \(options.word("尋ね方", "asked as")): \(examples)") }
        }
    }

    private func show(_ entry: DecisionGuide.Entry, _ terminal: Terminal) {
        func line(_ name: Wording, _ values: [String], separator: Wording = Wording("・", ", ")) {
            guard !values.isEmpty else { return }
            terminal.write("    \(name(options.language)): \(values.joined(separator: separator(options.language)))")
        }
        terminal.write("\(entry.question)　[\(entry.name)]")
        line(Wording("結果", "outcomes"), entry.outcomes.map(\.caption), separator: Wording("／", " / "))
        line(Wording("尋ね方", "asked as"), entry.examples.map { "「\($0)」" }, separator: Wording("", ""))
        line(Wording("条項", "clauses"), entry.clauses)
        line(Wording("尋ねること", "asks"), entry.asked.map { "\(Self.name($0.role)(options.language)) \($0.count)" })
        line(Wording("読む事実", "facts read"), entry.facts.map(\.name))
    }

    private static func name(_ role: Asking.Role) -> Wording {
        switch role {
        case .caller: Wording("お客様に", "of the customer")
        case .us: Wording("当社で確かめる", "for us to find out")
        case .responsible: Wording("責任者に", "of a responsible person")
        case .party: Wording("当事者に", "of a party")
        }
    }

    // MARK: What is asked

    private func write(_ routing: Routing, of text: String, _ edition: Edition, _ guide: DecisionGuide?, _ terminal: Terminal) {
        let written = RoutedText(edition.vocabulary, options.language)
        if options.format == .json {
            return terminal.write(written.json(routing, of: text, dictionary: edition.dictionaryDigest).text(pretty: !lines))
        }
        if let fault = routing.fault { terminal.fail(fault.wording) }
        for question in routing.questions {
            if routing.questions.count > 1 { terminal.write("「\(SpokenWord(range: question.range).text(in: text))」") }
            for (number, candidate) in question.candidates.enumerated() {
                let mark = number == 0 && question.isClear ? options.word("（これで進めます）", " (goes on with this)") : ""
                let name = edition.vocabulary.decisions[candidate.decision].name
                let reason = written.reason(candidate, in: text).map { options.word("　\($0)から", "  from \($0)") } ?? ""
                terminal.write("\(number + 1). \(written.question(candidate.decision))　[\(name)]\(mark)\(reason)")
            }
        }
    }
}
