/// A place in the JSON of answers: its keys from the top, `decisions.missing.question`. The elements of a list all stand at one place.
package struct AnswerPart: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    let keys: [String]

    init(keys: [String]) { self.keys = keys }

    package init(stringLiteral text: String) { self.init(keys: text.split(separator: ".").map(String.init)) }

    /// The whole answer.
    static let whole = AnswerPart(keys: [])
    /// The list of what was decided.
    static let decisions: AnswerPart = "decisions"

    package var description: String { keys.joined(separator: ".") }

    /// As people are told it: without `decisions`, in which nearly everything stands.
    package var short: String { keys.count > 1 && Self.decisions.holds(self) ? keys.dropFirst().joined(separator: ".") : description }

    /// Whether something is this part, or stands in it.
    func holds(_ other: AnswerPart) -> Bool { other.keys.starts(with: keys) }

    /// What stands in it under a key.
    func adding(_ key: String) -> AnswerPart { AnswerPart(keys: keys + [key]) }

    /// The part without what is too deep to be told apart.
    func prefix(_ depth: Int) -> AnswerPart { AnswerPart(keys: Array(keys.prefix(depth))) }
}

/// What may differ between programs, and what may not.
extension AnswerPart {
    /// What an answer is about and what it comes to: the outcome, its grounds, what is owed, how much and by when. Whichever program gives it, it is the same
    /// to the byte.
    package static let kept: [AnswerPart] = [
        "schema", "contract", "edition", "effective", "edition_assumed_in_force", "edition_in_force", "rules_digest", "as_of", "decisions.decision",
        "decisions.status", "decisions.outcome", "decisions.grounds", "decisions.defeated", "decisions.duties",
    ]

    /// What stands in those and is yet like the rest of an answer: it says what is not known, or how something came about, not what is.
    private static let open: [AnswerPart] = ["decisions.duties.missing", "decisions.duties.calculation"]

    /// Whether no program may come to anything else here.
    package var isKept: Bool {
        guard !Self.open.contains(where: { $0.holds(self) }) else { return false }
        return Self.kept.contains { $0.holds(self) || holds($0) }
    }
}
