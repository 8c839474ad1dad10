import Diagnostics
import Interviews
import Kiyaku
import Values
import Vocabulary

/// The conversation of `kiyaku ask`: puts questions, reads lines, shows what has been said.
struct AskSession {
    let edition: Edition
    /// What the interview is about.
    var decision = Place<Decision>(0)
    let terminal: Terminal
    let options: CommonOptions
    /// The person has broken off, or there is nothing more to read.
    private(set) var hasEnded = false
    /// The person wants to be asked about another decision.
    private(set) var wantsOther = false

    init(_ edition: Edition, terminal: Terminal, options: CommonOptions) {
        self.edition = edition
        self.terminal = terminal
        self.options = options
    }

    /// The next line, as it was typed or chosen with the arrow keys; `nil` where there is none.
    mutating func line(_ prompt: String, choices: [PromptLine.Choice], isMultiple: Bool = false) -> String? {
        guard !hasEnded else { return nil }
        let line = read(prompt, choices, isMultiple)
        hasEnded = line == nil
        return line
    }

    /// On a terminal key by key, otherwise whole lines.
    private func read(_ prompt: String, _ choices: [PromptLine.Choice], _ isMultiple: Bool) -> String? {
        if !terminal.speaksOnStandardError, TerminalKeys.isAvailable, let line = PromptLine.read(prompt, choices, isMultiple: isMultiple, terminal) {
            return line
        }
        terminal.prompt(prompt)
        return readLine()
    }

    /// No more is asked.
    mutating func breakOff() { hasEnded = true }

    /// Asks until nothing that could still be asked would change the outcome, or the person breaks off.
    mutating func interview(_ start: InterviewStart) -> Interview {
        wantsOther = false
        var interview = edition.interview(decision, start)
        let screen = AskScreen(terminal: terminal, options: options)
        if interview.next != nil, !hasEnded { screen.introduce() }
        var asked: Question?
        var certain = ""
        while !hasEnded, !wantsOther, let question = interview.next {
            if let now = edition.certain(interview.verdict, terminal.language), now.text + now.left != certain {
                certain = now.text + now.left
                screen.tell(now.text, left: now.left)
                asked = nil
            }
            if question != asked { screen.show(question, number: interview.answers.count + 1) }
            asked = question
            let isMultiple =
                switch question.kind {
                case .multiple, .group: true
                default: false
                }
            guard let input = line("> ", choices: screen.choices(question), isMultiple: isMultiple) else { break }
            switch AskCommandWord(input) {
            case .nothing: asked = nil
            case .quit: breakOff()
            case .decision: wantsOther = true
            case .back:
                if !interview.back() { terminal.write(options.word("  これより前の答えはありません", "  there is no earlier answer")) }
            case .list: screen.list(interview)
            case .change(let number):
                asked = nil
                change(number, &interview, screen)
            case .answer:
                if case .failure(let fault) = interview.parse(input, for: question).flatMap({ interview.answer($0) }) {
                    terminal.write("  \(fault.wording(terminal.language))")
                }
            }
        }
        return interview
    }

    private func change(_ number: Int?, _ interview: inout Interview, _ screen: AskScreen) {
        guard let number, interview.answers.indices.contains(number - 1) else {
            if !interview.answers.isEmpty {
                terminal.write(options.word("  「変更 2」のように、直す答えの番号を書いてください", "  write the number of the answer, as in `change 2`"))
            }
            return screen.list(interview)
        }
        interview.change(interview.answers[number - 1].question.id)
    }
}

/// What a line asks of the interview, in either width and case.
enum AskCommandWord: Hashable {
    case nothing, quit, back, list, decision
    /// The number of the answer to change, where it is one.
    case change(Int?)
    case answer

    init(_ line: String) {
        let words = foldWidth(line).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch words {
        case "": self = .nothing
        case "q", "quit", "中断", "終了": self = .quit
        case "<", "b", "back", "戻る": self = .back
        case "l", "list", "一覧": self = .list
        case "判定", "decision": self = .decision
        default: self = Self.change(words) ?? .answer
        }
    }

    /// `変更 2`, `変更2` or `change 2`; a name that only begins so is an answer.
    private static func change(_ words: String) -> Self? {
        for word in ["変更", "change"] where words.hasPrefix(word) {
            let rest = words.dropFirst(word.count).drop { $0 == " " }
            if rest.isEmpty { return .change(nil) }
            if rest.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) { return .change(Int(rest)) }
        }
        return nil
    }
}
