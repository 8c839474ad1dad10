import Decisions
import Diagnostics
import Explanation
import Extraction
import Facts
import Interviews
import Plans
import Runtime
import Values
import Vocabulary

/// The conversation of `kiyaku ask`: puts questions, reads lines, shows what has been said.
struct AskSession {
    let plan: Plan
    let decision: Place<Decision>
    let terminal: Terminal
    let options: CommonOptions
    /// Who answered discretions, by fact: asked for together with the answer.
    private(set) var provenance: [String: GivenProvenance] = [:]
    private var hasEnded = false

    init(plan: Plan, decision: Place<Decision>, terminal: Terminal, options: CommonOptions) {
        self.plan = plan
        self.decision = decision
        self.terminal = terminal
        self.options = options
    }

    private mutating func line(_ prompt: String) -> String? {
        terminal.prompt(prompt)
        guard let line = readLine() else {
            hasEnded = true
            return nil
        }
        return line.isEmpty ? "" : line
    }

    // MARK: Free text

    /// Shows the facts that a text speaks of with their words, and takes over those that the person confirms.
    mutating func confirm(_ text: String, into frame: inout FactFrame) {
        let extraction = Extractor(enumerations: plan.enumerations, facts: plan.facts).extract(text, asOf: frame[.asOf].value)
        guard !extraction.found.isEmpty else {
            return terminal.write(options.word("この文から読み取れた事実はありません。", "no facts were found in this text."))
        }
        terminal.write(options.word("読み取った事実（確かめてから使います）", "facts found (each is used only when you confirm it)"))
        for found in extraction.found where plan.facts[found.fact].list == nil {
            let fact = plan.facts[found.fact]
            let words = FoundText(plan)
            let value = words.isDenied(found) ? options.word("\(words.name(found)) ではない", "not \(words.name(found))") : words.name(found)
            let doubt = found.certain ? "" : options.word("（不確か）", " (doubtful)")
            guard let answer = line("  「\(found.words(in: text))」→ \(fact.caption): \(value)\(doubt)  \(options.word("よろしいですか", "is that right?")) [Y/n] ")
            else { return }
            let word = foldWidth(answer).lowercased()
            let isRight = word.isEmpty ? found.certain : ["y", "yes", "はい", "1"].contains(word)
            if isRight { store(found, into: &frame) }
        }
    }

    private func store(_ found: FoundFact, into frame: inout FactFrame) {
        switch found.content {
        case .value(let value): frame[found.fact] = Reading(.known, value)
        case .member(let code, let isIn):
            let bit: UInt64 = 1 << UInt64(code)
            let old = frame[found.fact]
            let yes = old.state == .known ? UInt64(bitPattern: old.value) : 0
            let no = frame.excluded[found.fact.value]
            frame.set(found.fact, yes: isIn ? yes | bit : yes & ~bit, no: isIn ? no & ~bit : no | bit)
        }
    }

    // MARK: The interview

    /// Asks until nothing that could still be asked would change the outcome, or the person breaks off.
    mutating func interview(_ frame: FactFrame, skipped: [String]) -> Interview {
        var interview = Interview(plan, decision: decision, frame: frame, skipped: skipped)
        while !hasEnded, let question = interview.next {
            show(question, number: interview.answers.count + 1)
            guard let input = line("> ") else { break }
            switch foldWidth(input).lowercased() {
            case "": continue
            case "q", "中断", "終了": hasEnded = true
            case "<", "戻る", "b", "back":
                if !interview.back() { terminal.write(options.word("これより前の答えはありません", "there is no earlier answer")) }
            case "一覧", "list", "l": list(interview)
            case let command where command.hasPrefix("変更") || command.hasPrefix("change"): change(command, &interview)
            default: answer(input, question, &interview)
            }
        }
        return interview
    }

    private mutating func answer(_ input: String, _ question: Question, _ interview: inout Interview) {
        let result = interview.parse(input, for: question).flatMap { answer in interview.answer(answer) }
        if case .failure(let fault) = result { terminal.write("  \(fault.wording(terminal.language))") }
    }

    private func change(_ command: String, _ interview: inout Interview) {
        let digits = command.unicodeScalars.filter { $0.value >= 0x30 && $0.value <= 0x39 }
        guard let number = Int(String(String.UnicodeScalarView(digits))), number >= 1, number <= interview.answers.count else {
            terminal.write(options.word("「変更 2」のように、直す答えの番号を書いてください", "write the number of the answer, as in `change 2`"))
            return list(interview)
        }
        _ = interview.change(interview.answers[number - 1].question.id)
    }

    private func list(_ interview: Interview) {
        for (number, entry) in interview.transcript.enumerated() {
            terminal.write("  \(number + 1). \(entry.question) → \(entry.text)")
        }
    }

    private func show(_ question: Question, number: Int) {
        let record = question.recordLabel.map { "［\($0)］" } ?? ""
        terminal.write("\n\(number). \(record)\(question.text)　\(options.word("（残り \(question.remaining)）", "(\(question.remaining) left)"))")
        if let note = question.note { terminal.write("   \(note(terminal.language))") }
        for item in question.items { terminal.write("   ・\(item)") }
        switch question.kind {
        case .choice(let choices), .multiple(let choices):
            for option in choices { terminal.write("   \(option.number)) \(option.caption)") }
        case .bool: terminal.write(options.word("   はい / いいえ / わからない", "   yes / no / ?"))
        default: break
        }
    }
}
