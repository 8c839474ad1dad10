import Documents

/// An answer on record beside the same one given again: where they differ, whatever the order of the keys.
struct AnswerComparison {
    /// A place where they differ.
    struct Difference: Hashable {
        /// The decision that it is about; nil where it is about all of them.
        let decision: String?
        let part: AnswerPart
    }

    private(set) var differences: [Difference] = []
    private let isAdded: (AnswerPart) -> Bool

    /// - Parameter isAdded: whether answers have a key only since the form of the recorded one, so that it need not be there.
    init(_ recorded: JSONValue, _ again: JSONValue, isAdded: @escaping (AnswerPart) -> Bool) {
        self.isAdded = isAdded
        compare(recorded, again, .whole, decision: nil)
    }

    private mutating func compare(_ recorded: JSONValue, _ again: JSONValue, _ part: AnswerPart, decision: String?) {
        switch (recorded, again) {
        case (.object(let old), .object(let new)):
            let decision = part == .decisions ? recorded.decision : decision
            for (key, value) in old { compare(value, again[key], part.adding(key), decision) }
            for (key, _) in new where recorded[key] == nil && !isAdded(part.adding(key)) { note(part.adding(key), decision) }
        case (.array(let old), .array(let new)) where old.count == new.count:
            for (old, new) in zip(old, new) { compare(old, new, part, decision: decision) }
        default:
            // Texts are equal to Swift that are not to the byte.
            if !recorded.text().utf8.elementsEqual(again.text().utf8) { note(part, decision) }
        }
    }

    private mutating func compare(_ recorded: JSONValue, _ again: JSONValue?, _ part: AnswerPart, _ decision: String?) {
        guard let again else { return note(part, decision) }
        compare(recorded, again, part, decision: decision)
    }

    private mutating func note(_ part: AnswerPart, _ decision: String?) {
        let difference = Difference(decision: decision, part: part)
        if !differences.contains(difference) { differences.append(difference) }
    }
}

extension JSONValue {
    /// The name of what was decided.
    fileprivate var decision: String? { if case .string(let name)? = self["decision"] { name } else { nil } }
}

extension [AnswerComparison.Difference] {
    /// The places as people and programs are told them: `対象可否: grounds, outcome`.
    var told: String {
        var parts: [(decision: String?, names: [String])] = []
        for difference in self {
            // Deeper down, keys are those of facts.
            let name = difference.part.prefix(3).short
            let place = parts.firstIndex { $0.decision == difference.decision } ?? parts.endIndex
            if place == parts.endIndex { parts.append((difference.decision, [])) }
            if !parts[place].names.contains(name) { parts[place].names.append(name) }
        }
        return parts.map { ($0.decision.map { "\($0): " } ?? "") + $0.names.joined(separator: ", ") }.joined(separator: "; ")
    }
}
