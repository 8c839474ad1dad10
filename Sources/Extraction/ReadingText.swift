import Sentences

extension Predication {
    /// The predicate in one line, as authors of phrases want to see it: its base form, what stands with it, and how it is meant.
    var line: String {
        let arguments = arguments.map { one in
            let modifiers = one.modifiers.map { $0 + "の" }.joined()
            let who = one.participant.map { "<\($0)>" } ?? ""
            return "\(modifiers)\(one.noun)\(who)[\(one.role)]"
        }
        var marks = [polarity == .negative ? "negative" : "", certainty == .stated ? "" : "\(certainty)"]
        marks += moods.map { "\($0)" }.sorted() + ["\(tense)", "\(position)"]
        if diathesis != .active { marks.append("\(diathesis)") }
        if let who = actor.participant { marks.append("by \(who)") }
        if isPending { marks.append("pending") }
        marks += times.map { "@\($0.text)" }
        return "\(lemma.base) (\(arguments.joined(separator: " "))) \(marks.filter { !$0.isEmpty }.joined(separator: " "))"
    }
}

extension Extractor {
    /// How a text is read, predicate by predicate; nothing where there is no dictionary.
    package func reading(of text: String, voice: Voice?) -> [String] {
        let read = try? reader?.read(text, writer: (voice ?? Voice.guessed(text)).writer)
        return read?.map(\.line) ?? []
    }
}
