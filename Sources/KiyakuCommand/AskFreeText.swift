import Completions
import Decisions
import Diagnostics
import Extraction
import Kiyaku
import Plans
import Runtime
import Values
import Vocabulary

extension AskSession {
    /// Shows the facts that a text speaks of with their words, and takes over those to which the person says yes.
    ///
    /// What is asked comes first, and what no longer matters after it is not put. A discretion is left out: it counts only with who
    /// exercised it, when and why, which a text does not record.
    /// - Returns: the facts that were taken over.
    mutating func confirm(_ text: String, into frame: inout FactFrame) -> Set<Place<Fact>> {
        let extraction = Extractor(enumerations: plan.enumerations, facts: plan.facts).extract(text, asOf: frame[.asOf].value)
        for fault in extraction.faults { terminal.fail(fault.wording) }
        // That one value of many is wrong leaves the question open.
        let found = extraction.found.filter { one in
            plan.facts[one.fact].list == nil && !plan.facts[one.fact].isDiscretion && !one.doubts.contains(.denied)
        }
        var taken: Set<Place<Fact>> = []
        guard !found.isEmpty else {
            terminal.write(options.word("この文から読み取れた事実はありません。", "no facts were found in this text."))
            return taken
        }
        terminal.write(
            options.word(
                "読み取った事実（「はい」と答えたものだけを使います。Enter だけなら使わず、要るときに尋ねます）",
                "facts found (only those you answer with yes are used; Enter alone leaves one out, to be asked where it matters)"))
        var missing = self.missing(frame)
        var idle: [FoundFact] = []
        for one in found.filter(\.certain) + found.filter({ !$0.certain }) {
            // What has one value is settled by the first that is confirmed.
            if case .value = one.content, taken.contains(one.fact) { continue }
            guard missing.contains(where: { $0.isMet(by: one) }) else {
                idle.append(one)
                continue
            }
            guard let isRight = isRight(one, in: text) else { return taken }
            guard isRight else { continue }
            one.store(in: &frame)
            taken.insert(one.fact)
            missing = self.missing(frame)
        }
        if !idle.isEmpty {
            let names = idle.map { "\(plan.facts[$0.fact].caption) \(said($0))" }.joined(separator: options.word("、", ", "))
            terminal.write(options.word("  （結果を変えないので尋ねません: \(names)）", "  (not asked, as they change nothing: \(names))"))
        }
        return taken
    }

    /// What can still change the outcome.
    private func missing(_ frame: FactFrame) -> [Missing] {
        let verdict = Decider(plan).answer(decision, frame, [], order: .vocabulary)
        return verdict.status == .undetermined ? verdict.missing.filter(\.decides) : []
    }

    private func said(_ found: FoundFact) -> String {
        let value = FoundText(plan).caption(found)
        return found.isDenied ? options.word("\(value) ではない", "not \(value)") : value
    }

    /// Whether a fact was read rightly; `nil` where the person breaks off. Only a word for yes is one.
    private mutating func isRight(_ found: FoundFact, in text: String) -> Bool? {
        let doubt = found.isPlain ? "" : options.word("（不確か）", " (doubtful)")
        let reading = "  「\(found.words(in: text))」→ \(plan.facts[found.fact].caption): \(said(found))\(doubt)"
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

extension Missing {
    /// Whether a fact that was found tells some of it.
    fileprivate func isMet(by found: FoundFact) -> Bool {
        guard case .fact(found.fact, _, let members) = subject else { return false }
        guard case .member(let code, _) = found.content, !members.isEmpty else { return true }
        return members.contains(code)
    }
}

extension FoundFact {
    /// Puts the fact beside what is known.
    fileprivate func store(in frame: inout FactFrame) {
        switch content {
        case .value(let value): frame[fact] = Reading(.known, value)
        case .member(let code, let isIn):
            let bit: UInt64 = 1 << UInt64(code)
            let old = frame[fact]
            let yes = old.state == .known ? UInt64(bitPattern: old.value) : 0
            let no = frame.excluded[fact.value]
            frame.set(fact, yes: isIn ? yes | bit : yes & ~bit, no: isIn ? no & ~bit : no | bit)
        }
    }
}
