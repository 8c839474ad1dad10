package import Plans
import Values
package import Vocabulary

/// What a page's form about a case carries, as it was sent: the whole state of the page travels in it.
package struct CaseForm: Sendable {
    /// The word that stands for わからない in a control.
    package static let unknown = "?"
    /// Between the facts that one control speaks of; no name has it.
    static let separator = ","

    /// What the customer said.
    package let text: String
    /// The day and the time to judge by, as typed.
    package let day: String
    package let time: String
    /// The name of the decision that the menu says; nil for what the words ask for, else the main one.
    package let decision: String?
    /// The name of the decision that was chosen of those that the words may ask for: it goes with the words.
    package private(set) var question: String?
    /// What the controls had; those that were left empty are not here.
    package private(set) var values: [Place<Fact>: [String]] = [:]
    /// What the text gave when the page was made.
    package private(set) var found: [Place<Fact>: String] = [:]
    /// Sets of which the members that are not named are out.
    package private(set) var closed: Set<Place<Fact>> = []
    /// Facts that nobody knows now.
    package private(set) var unsure: Set<Place<Fact>> = []
    /// Facts that the text shall not bring back.
    package private(set) var removed: Set<Place<Fact>> = []
    /// Facts of the text that a person confirmed; what was confirmed is what the text had given then.
    package private(set) var confirmed: Set<Place<Fact>> = []
    /// Lists that have no further records.
    package private(set) var complete: Set<Place<RecordList>> = []
    /// Lists of which nobody knows now whether they have.
    package private(set) var unsureLists: Set<Place<RecordList>> = []
    /// The answers that went with another caller's words, as a form has them, and about how many facts and lists they are.
    package private(set) var left: (pairs: [(name: String, value: String)], count: Int) = ([], 0)
    /// About how many facts and lists there were answers when the first words came: they may be another caller's.
    package private(set) var early = 0

    /// Reads the fields of a form; names that the vocabulary does not know are left out. Where its words are no longer those that the page was
    /// made for (`said`), nothing that was answered for those stays.
    package init(_ fields: [(name: String, value: String)], _ plan: Plan) {
        let fields = Self.restored(fields)
        func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        text = first("text") ?? ""
        day = (first("day") ?? "").trimmed
        time = (first("time") ?? "").trimmed
        decision = first("decision").flatMap { $0.isEmpty ? nil : $0 }
        question = first("question")
        let facts = Dictionary(plan.facts.places.map { (plan.facts[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
        let lists = Dictionary(plan.lists.places.map { (plan.lists[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
        var chosen: String?
        var none: [Place<Fact>] = []
        for (name, value) in fields {
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("fact", 2): if let fact = facts[parts[1]] { take(value.trimmed, fact) }
            case ("found", 2): if let fact = facts[parts[1]] { found[fact] = value }
            case ("closed", 2): if let fact = facts[parts[1]] { closed.insert(fact) }
            case ("list", 2):
                if let list = lists[parts[1]] { if value == Self.unknown { unsureLists.insert(list) } else if value == "none" { complete.insert(list) } }
            case ("unknown", 1): for name in value.split(separator: Self.separator) { if let fact = facts[String(name)] { unsure.insert(fact) } }
            case ("none", 1): none += value.split(separator: Self.separator).compactMap { facts[String($0)] }
            case ("removed", 1): if let fact = facts[value] { removed.insert(fact) }
            case ("confirmed", 1), ("confirm", 1): if let fact = facts[value] { confirmed.insert(fact) }
            case ("choose", 1): chosen = value
            default: break
            }
        }
        // None of these: what was chosen of them, or is not known, stays.
        for fact in none where values[fact] == nil && !unsure.contains(fact) { values[fact] = ["いいえ"] }
        // Buttons come last: what they say goes before what the controls still had.
        if let fact = first("remove").flatMap({ facts[$0] }) {
            forget(fact)
            removed.insert(fact)
        }
        // One of several values that the text speaks of: 依頼.作業=設定.
        if let parts = chosen?.split(separator: "=", maxSplits: 1).map(String.init), parts.count == 2, let fact = facts[parts[0]] {
            forget(fact)
            values[fact] = [parts[1]]
            if found[fact] == parts[1] { confirmed.insert(fact) }
        }
        if let name = first("reopen") {
            if let fact = facts[name] { forget(fact) }
            if let list = lists[name] { unsureLists.remove(list) }
        }
        for fact in unsure { values[fact] = nil }
        let (said, isFresh) = (first("said"), first("fresh") != nil)
        if isFresh || said.map({ !text.goesOn(from: $0) && first("restore") == nil }) ?? false {
            left = answers(plan)
            forgetAll()
        } else if said?.isEmpty == true, !text.isEmpty {
            early = answers(plan).count
        }
        if let asked = first("asked") { question = asked }
    }

    /// The fields with those that are put back: they go before what the controls have.
    private static func restored(_ fields: [(name: String, value: String)]) -> [(name: String, value: String)] {
        let mark = "kept:"
        guard fields.contains(where: { $0.name == "restore" }) else { return fields.filter { !$0.name.hasPrefix(mark) } }
        let kept = fields.filter { $0.name.hasPrefix(mark) }.map { (name: String($0.name.dropFirst(mark.count)), value: $0.value) }
        let facts = Set(kept.map(\.name).filter { $0.hasPrefix("fact:") }.map { $0.dropFirst("fact:".count) })
        let rest = fields.filter { field in
            let parts = field.name.split(separator: ":", maxSplits: 1)
            return !field.name.hasPrefix(mark) && !(parts.count == 2 && ["fact", "found"].contains(parts[0]) && facts.contains(parts[1]))
        }
        return rest + kept
    }

    /// Whether a person gave the value of a fact: it is not what a text gave, or it was confirmed or closed.
    func isAnswered(_ fact: Place<Fact>) -> Bool {
        values[fact].map { found[fact] != $0.joined(separator: "、") } ?? false || confirmed.contains(fact) || closed.contains(fact)
    }

    /// What a person answered, as a form has it.
    private func answers(_ plan: Plan) -> (pairs: [(name: String, value: String)], count: Int) {
        func name(_ fact: Place<Fact>) -> String { plan.facts[fact].name }
        let given = values.keys.filter { isAnswered($0) }
        var pairs = given.sorted().flatMap { fact in values[fact, default: []].map { (name: "fact:\(name(fact))", value: $0) } }
        pairs += closed.sorted().map { ("closed:\(name($0))", "yes") } + unsure.sorted().map { ("unknown", name($0)) }
        pairs += removed.sorted().map { ("removed", name($0)) }
        pairs += complete.sorted().map { ("list:\(plan.lists[$0].name)", "none") }
        pairs += unsureLists.sorted().map { ("list:\(plan.lists[$0].name)", Self.unknown) }
        return (pairs, closed.union(unsure).union(removed).union(given).count + complete.union(unsureLists).count)
    }

    private mutating func forgetAll() {
        (values, found) = ([:], [:])
        (closed, unsure, removed, confirmed) = ([], [], [], [])
        (complete, unsureLists) = ([], [])
        question = nil
    }

    private mutating func take(_ value: String, _ fact: Place<Fact>) {
        if value.isEmpty { return }
        if value == Self.unknown { unsure.insert(fact) } else { values[fact, default: []].append(value) }
    }

    private mutating func forget(_ fact: Place<Fact>) {
        values[fact] = nil
        closed.remove(fact)
        unsure.remove(fact)
        confirmed.remove(fact)
    }
}
