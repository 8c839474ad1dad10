import Morphology

/// The simplest forms of English: negation, past, wish, question. Enough to see that something was not said to be so.
struct EnglishReader {
    let writer: Writer

    /// A text in Latin letters.
    static func isEnglish(_ text: String) -> Bool {
        var (latin, japanese) = (0, 0)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: latin += 1
            case 0x3041...0x30FF, 0x3400...0x9FFF, 0xFF66...0xFF9D: japanese += 1
            default: break
            }
        }
        return japanese == 0 && latin >= 8
    }

    private struct Word {
        let text: String
        let range: Range<Int>
        /// Ends a clause: . ? ! ; , and but because.
        var mark: Character?
    }

    func read(_ text: String) -> [Predication] { Self.clauses(text).compactMap { predication($0) } }

    /// The words of each clause.
    private static func clauses(_ text: String) -> [[Word]] {
        var clauses: [[Word]] = []
        var words: [Word] = []
        var letters = ""
        var (offset, start) = (0, 0)
        func word() {
            if !letters.isEmpty { words.append(Word(text: letters.lowercased(), range: start..<offset)) }
            letters = ""
        }
        func clause(_ mark: Character?) {
            word()
            if !words.isEmpty {
                words[words.count - 1].mark = mark
                clauses.append(words)
            }
            words = []
        }
        for character in text {
            switch character {
            case ".", "?", "!", ";", "\n": clause(character)
            case ",", ":", "(", ")", "\"": clause(",")
            case "’": letters.append("'")
            case _ where character.isLetter || character.isNumber || character == "'" || character == "-":
                if letters.isEmpty { start = offset }
                letters.append(character)
            default:
                word()
            }
            offset += character.utf8.count
            if ["because", "but", "and", "if", "when"].contains(letters.lowercased()), words.count > 1 {
                // The word itself begins the next clause.
                let kept = letters
                letters = ""
                clause(nil)
                letters = kept
            }
        }
        clause(nil)
        // A question mark is of the whole sentence.
        for number in clauses.indices.dropLast().reversed() {
            let last = clauses[number].count - 1
            guard clauses[number][last].mark == nil || clauses[number][last].mark == "," else { continue }
            if clauses[number + 1].last?.mark == "?" { clauses[number][last].mark = "?" }
        }
        return clauses
    }

    private static let own: Set<String> = [
        "i", "we", "our", "my", "us", "me", "myself", "ourselves", "i'm", "we've", "i've", "we're", "we'd", "i'd", "i'll", "we'll",
    ]
    private static let others: Set<String> = ["you", "your", "yours", "you've", "you're", "you'd", "you'll"]
    private static let helpers: Set<String> = [
        "do", "does", "did", "is", "are", "was", "were", "can", "could", "will", "would", "shall", "should", "may", "might", "must", "has", "have", "had", "am",
        "been", "be",
    ]
    private static let interrogatives: Set<String> = ["what", "when", "how", "who", "why", "where", "which", "whose", "whom"]
    private static let nouns: Set<String> = ["customer", "customers", "client"]
    private static let fillers: Set<String> = [
        "not", "never", "already", "just", "also", "still", "really", "even", "to", "the", "a", "an", "and", "but", "because", "if", "when", "please", "that",
        "there", "it", "this", "they", "he", "she", "so", "then",
    ]
    private static let past: Set<String> = [
        "was", "were", "did", "had", "went", "came", "told", "said", "got", "took", "made", "sent", "paid", "broke", "spilled", "fell", "put", "gave", "began",
        "found", "left", "lost", "bought", "knew", "saw", "kept", "swore",
    ]

    private func predication(_ words: [Word]) -> Predication? {
        guard let first = words.first, let last = words.last else { return nil }
        let texts = words.map(\.text)
        let isQuestion = last.mark == "?" && texts[0] != "if"
        let asksHow = isQuestion && texts.prefix(3).contains { Self.interrogatives.contains($0) } && !Self.helpers.contains(texts[0])
        let isNegative = texts.contains {
            $0.hasSuffix("n't") || ["not", "never", "no", "nobody", "nothing", "none", "cannot", "without", "neither", "nor"].contains($0)
        }
        // The verb stands after the helpers, or is the first word that looks like one.
        guard let place = verb(texts) else { return nil }
        let verb = texts[place]
        var moods: Set<Mood> = []
        if isQuestion { moods.insert(asksHow ? .how : .whether) }
        if texts.contains("if") || texts.contains("unless") || texts.contains("suppose") || texts.first == "say" && words.count > 2 { moods.insert(.condition) }
        if texts.contains("want") || texts.contains("wants") || texts.contains("like") && texts.contains(where: { ["would", "we'd", "i'd"].contains($0) })
            || texts.contains("hope") || texts.contains("wish")
        {
            moods.insert(.wish)
        }
        if texts.contains("please") { moods.insert(.request) }
        if texts.contains(where: { ["will", "shall", "i'll", "we'll", "going", "plan"].contains($0) }), !isQuestion { moods.insert(.plan) }
        let isGuessed = texts.contains { ["maybe", "perhaps", "probably", "might", "may", "think", "seems", "apparently", "possibly", "guess"].contains($0) }
        let isHearsay = texts.contains { ["says", "said", "told", "heard", "claims", "reportedly"].contains($0) }
        let isPast =
            texts.contains {
                Self.past.contains($0) || $0.count > 4 && $0.hasSuffix("ed") || $0 == "didn't" || $0 == "wasn't" || $0 == "weren't" || $0 == "hadn't"
            }
            || texts.contains { ["has", "have", "i've", "we've", "you've", "haven't", "hasn't"].contains($0) } && verb.hasSuffix("ed")
        return Predication(
            lemma: Lemma(kind: .verb, base: verb, reading: "", parts: [verb]), range: first.range.lowerBound..<last.range.upperBound,
            arguments: arguments(words, before: place),
            polarity: isNegative ? .negative : .positive, certainty: isGuessed ? .guessed : isHearsay ? .hearsay : .stated, moods: moods,
            tense: isPast ? .past : verb.hasSuffix("ing") ? .ongoing : moods.contains(.plan) ? .future : .present, diathesis: .active,
            actor: actor(texts, before: place), times: [],
            position: moods.contains(.condition) ? .condition : .main, isPending: texts.contains("yet") && isNegative)
    }

    private func verb(_ texts: [String]) -> Int? {
        let helper = texts.firstIndex { Self.helpers.contains($0) || $0.hasSuffix("n't") || $0 == "cannot" }
        let start =
            helper.map { $0 + 1 } ?? texts.firstIndex { Self.own.contains($0) || Self.others.contains($0) || Self.nouns.contains($0) }.map { $0 + 1 } ?? 0
        // We want to cancel: what is wanted.
        if let wish = texts.firstIndex(where: { ["want", "wants", "like", "need", "plan", "hope", "wish", "going"].contains($0) }), wish + 2 < texts.count,
            texts[wish + 1] == "to"
        {
            return wish + 2
        }
        // When does the engineer come: a helper before its subject.
        if let helper, helper + 1 < texts.count, ["the", "a", "an", "your", "our", "my", "this", "that"].contains(texts[helper + 1]), helper + 3 < texts.count {
            return helper + 3
        }
        let found = texts[min(start, texts.count)...].firstIndex {
            !Self.helpers.contains($0) && !Self.fillers.contains($0) && !Self.own.contains($0) && !Self.others.contains($0) && !$0.hasSuffix("ly")
        }
        return found ?? helper ?? (texts.count > 1 ? texts.count - 1 : nil)
    }

    private func arguments(_ words: [Word], before verb: Int) -> [Argument] {
        words.enumerated().filter { $0.offset != verb && !Self.helpers.contains($0.element.text) && !Self.fillers.contains($0.element.text) }.map {
            number, word in
            Argument(
                role: number < verb ? .subject : .object, noun: word.text, head: word.text, modifiers: [], wholes: [], range: word.range, isInherited: false,
                participant: participant(word.text))
        }
    }

    private func participant(_ word: String) -> Participant? {
        if Self.own.contains(word) { return writer == .caller ? .customer : .provider }
        if Self.others.contains(word) { return writer == .caller ? .provider : .customer }
        if Self.nouns.contains(word), writer == .colleague { return .customer }
        return ["they", "someone", "contractor", "vendor", "technician", "engineer", "nobody", "tenant"].contains(word) ? .other : nil
    }

    private func actor(_ texts: [String], before verb: Int) -> Actor {
        texts[..<verb].lazy.compactMap { participant($0) }.first.map { .named($0) } ?? .unstated
    }
}
