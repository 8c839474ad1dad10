import Diagnostics
import Interviews

/// How questions and answers look.
struct AskScreen {
    let terminal: Terminal
    let options: CommonOptions

    /// Says once how to answer.
    func introduce() {
        terminal.write(
            options.word(
                "番号か言葉で答えてください。わからない（?）・戻る（<）・一覧・変更 2・中断（q）も使えます。",
                "Answer with a number or words; also ? (unknown), < (back), list, change 2, q (break off)."))
        guard !terminal.speaksOnStandardError, TerminalKeys.isAvailable else { return }
        terminal.write(
            options.word(
                "↑↓ で選び、Enter で決めることもできます（いくつでも選べる質問では、スペースで印を付けます）。",
                "Or choose with ↑ and ↓, and Enter; where several may be chosen, Space marks them."))
    }

    /// What is certain though more can be asked.
    func tell(_ certain: String, left: String) {
        terminal.write(options.word("\n【\(certain)】　\(left)（q で終えられます）", "\n[\(certain)] \(left) (q ends here)"))
    }

    /// What the arrow keys move through.
    func choices(_ question: Question) -> [PromptLine.Choice] {
        let unknown = PromptLine.Choice(input: "?", caption: options.word("わからない", "unknown"))
        switch question.kind {
        case .choice(let choices): return choices.map { .init(input: String($0.number), caption: $0.caption) } + [unknown]
        case .multiple(let choices):
            let none = options.word("なし", "none")
            return choices.map { .init(input: String($0.number), caption: $0.caption) } + [.init(input: none, caption: none), unknown]
        case .group(let choices):
            let none = PromptLine.Choice(input: options.word("なし", "none"), caption: options.word("どれでもない", "none of these"))
            return choices.map { .init(input: String($0.number), caption: $0.caption) } + [none, unknown]
        case .bool: return [options.word("はい", "yes"), options.word("いいえ", "no")].map { .init(input: $0, caption: $0) } + [unknown]
        case .list: return [options.word("追加", "add"), options.word("以上", "done")].map { .init(input: $0, caption: $0) }
        default: return []
        }
    }

    /// A question with what it takes.
    func show(_ question: Question, number: Int) {
        let left = options.word("（残り \(question.remaining)）", "(\(question.remaining) left)")
        terminal.write("\n\(number). \(text(question))　\(left)")
        if let note = question.note { terminal.write("   \(note(terminal.language))") }
        for item in question.items where question.options.isEmpty { terminal.write("   ・\(item)") }
        let width = String(question.options.count).count
        for option in question.options {
            let number = String(option.number)
            terminal.write("   \(String(repeating: " ", count: width - number.count))\(number)) \(option.caption)")
        }
        if let hint = hint(question.kind) { terminal.write("   \(hint)") }
    }

    /// The answers so far by their numbers.
    func list(_ interview: Interview) {
        guard !interview.answers.isEmpty else { return terminal.write(options.word("  まだ答えはありません", "  there are no answers yet")) }
        for (number, (said, entry)) in zip(interview.answers, interview.transcript).enumerated() {
            terminal.write("  \(number + 1). \(text(said.question)) → \(words(said.answer, said.question) ?? entry.text)")
        }
    }

    private func text(_ question: Question) -> String { (question.recordLabel.map { "［\($0)］" } ?? "") + question.text }

    private func hint(_ kind: Question.Kind) -> String? {
        switch kind {
        case .choice, .text: nil
        case .multiple: options.word("いくつでも（1,3）。どれでもなければ「なし」、残りが不明なら「1,?」", "any number of them (1,3); `none`; `1,?` if the rest is unknown")
        case .group: options.word("どれでもなければ「なし」。あればその番号（1,3）", "`none`, or the numbers of those that are so (1,3)")
        case .bool: options.word("はい / いいえ / わからない", "yes / no / ?")
        case .date: options.word("日付（2026-03-01、3/1）。まだなら「未到来」", "a date (2026-03-01, 3/1), or `pending`")
        case .month: options.word("年月（2026-03）", "a month (2026-03)")
        case .time: options.word("時刻（9:00、午後3時）", "a time (9:00)")
        case .number(let unit): options.word("数", "a number") + (unit.map { options.word("（単位がなければ \($0)）", " (in \($0))") } ?? "")
        case .integer: options.word("整数", "a whole number")
        case .version: options.word("版（8.1）", "a version (8.1)")
        case .list: options.word("追加（名前を続けられます）/ 以上", "add (a name may follow) / done")
        }
    }

    /// An answer in the words of its question; `nil` where its value says it best.
    private func words(_ answer: Response, _ question: Question) -> String? {
        switch (answer, question.kind) {
        case (.unknown, _): return options.word("わからない", "unknown")
        case (.value(let value), .group): return value == 1 ? options.word("どれでもない", "none of these") : options.word("どれかある", "some of these")
        case (.members(let yes, _), .group(let choices)):
            return choices.filter { yes >> UInt64($0.code) & 1 == 1 }.map(\.caption).joined(separator: options.word("・", ", "))
        case (.value(let value), .bool): return value == 1 ? options.word("はい", "yes") : options.word("いいえ", "no")
        case (.value(let code), .choice(let choices)): return choices.first { Int64($0.code) == code }?.caption
        case (.members(let yes, let no), .multiple(let choices)):
            let chosen = choices.filter { yes >> UInt64($0.code) & 1 == 1 }.map(\.caption)
            let isOpen = choices.contains { (yes | no) >> UInt64($0.code) & 1 == 0 }
            let rest = isOpen ? [options.word("ほかは不明", "the rest unknown")] : []
            return chosen.isEmpty && !isOpen ? options.word("なし", "none") : (chosen + rest).joined(separator: options.word("・", ", "))
        default: return nil
        }
    }
}
