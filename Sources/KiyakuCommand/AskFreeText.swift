import Diagnostics
import Explanation
import Extraction
import Kiyaku
import Plans
import Runtime
import Values
import Vocabulary

extension AskSession {
    /// Shows the facts that a text speaks of with their words, and takes over those that the person confirms.
    ///
    /// A discretion is left out: it counts only with who exercised it, when and why, which a text does not record.
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
        terminal.write(options.word("読み取った事実（確かめてから使います）", "facts found (each is used only when you confirm it)"))
        for one in found {
            // What has one value is settled by the first that is confirmed.
            if case .value = one.content, taken.contains(one.fact) { continue }
            guard let isRight = isRight(one, in: text) else { break }
            guard isRight else { continue }
            one.store(in: &frame)
            taken.insert(one.fact)
        }
        return taken
    }

    /// Whether a fact was read rightly; `nil` where the person breaks off.
    private mutating func isRight(_ found: FoundFact, in text: String) -> Bool? {
        let fact = plan.facts[found.fact]
        let value = FoundText(plan).caption(found)
        let said = found.isDenied ? options.word("\(value) ではない", "not \(value)") : value
        let doubt = found.certain ? "" : options.word("（不確か）", " (doubtful)")
        let choice = found.certain ? "[Y/n]" : "[y/N]"
        let question = "  「\(found.words(in: text))」→ \(fact.caption): \(said)\(doubt)  \(options.word("よろしいですか", "is that right?")) \(choice) "
        while let answer = line(question) {
            switch foldWidth(answer).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") {
            case "": return found.certain
            case "y", "yes", "はい", "1": return true
            case "n", "no", "いいえ", "0", "2", "?", "わからない": return false
            case "q", "quit", "中断", "終了":
                breakOff()
                return nil
            default: terminal.write(options.word("    「はい」（y）か「いいえ」（n）で答えてください", "    answer yes (y) or no (n)"))
            }
        }
        return nil
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
