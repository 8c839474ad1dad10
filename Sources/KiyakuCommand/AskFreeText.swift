import Diagnostics
import Extraction
import Kiyaku
import Values
import Vocabulary

extension AskSession {
    /// Shows the facts that a text speaks of with their words, and takes over those to which the person says yes.
    mutating func confirm(_ text: String, _ start: InterviewStart, voice: Voice? = nil) -> FreeTextFacts {
        var facts = FreeTextFacts(text, edition, decision, start, voice: voice)
        for fault in facts.faults { terminal.fail(fault.wording) }
        for notice in facts.notices { terminal.write(options.word(notice.japanese, notice.english)) }
        guard !facts.isEmpty else {
            terminal.write(options.word("この文から読み取れた事実はありません。", "no facts were found in this text."))
            return facts
        }
        terminal.write(
            options.word(
                "読み取った事実（「はい」と答えたものだけを使います。Enter だけなら使わず、要るときに尋ねます）",
                "facts found (only those you answer with yes are used; Enter alone leaves one out, to be asked where it matters)"))
        while let one = facts.next() {
            guard let isRight = isRight(one, in: text) else { return facts }
            if isRight { facts.confirm(one) }
        }
        if !facts.idle.isEmpty {
            let names = facts.idle.map { "\(edition.vocabulary.facts[$0.fact].caption) \(said($0))" }.joined(separator: options.word("、", ", "))
            terminal.write(options.word("  （結果を変えないので尋ねません: \(names)）", "  (not asked, as they change nothing: \(names))"))
        }
        return facts
    }

    private func said(_ found: FoundFact) -> String {
        let value = FoundText(edition.plan).caption(found)
        return found.isDenied ? options.word("\(value) ではない", "not \(value)") : value
    }

    /// Whether a fact was read rightly; `nil` where the person breaks off. Only a word for yes is one.
    private mutating func isRight(_ found: FoundFact, in text: String) -> Bool? {
        let doubt = found.isPlain ? "" : options.word("（不確か）", " (doubtful)")
        let reading = "  「\(found.words(in: text))」→ \(edition.vocabulary.facts[found.fact].caption): \(said(found))\(doubt)"
        let choices = [options.word("はい", "yes"), options.word("いいえ", "no")].map { PromptLine.Choice(input: $0, caption: $0) }
        while let answer = line("\(reading)  \(options.word("よろしいですか", "is that right?")) [y/N] ", choices: choices) {
            switch foldWidth(answer).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") {
            case "y", "yes", "はい", "1": return true
            case "", "n", "no", "いいえ", "0", "2", "?", "わからない": return false
            case "q", "quit", "中断", "終了":
                breakOff()
                return nil
            default: terminal.write(options.word("    「はい」（y）か「いいえ」（n）で答えてください", "    answer yes (y) or no (n)"))
            }
        }
        return nil
    }
}
