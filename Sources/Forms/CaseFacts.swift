package import Documents
package import Extraction
import Explanation
import Facts
package import Plans
package import Vocabulary

/// The facts of a form: what the text gave, with the words that gave it, and what was answered or corrected.
package struct CaseFacts: Sendable {
    /// One fact.
    package struct Known: Sendable {
        package let fact: Place<Fact>
        /// As the control has it; several of a set.
        package let values: [String]
        package let isClosed: Bool
        /// What the text gave; nil for an answer.
        package let found: Found?
        package let isConfirmed: Bool
        /// What else the text says of it, where it can have one value only.
        package var others: [String] = []

        /// A doubtful fact counts only once a person has confirmed it.
        package var isUsed: Bool { found.map { !$0.isDoubtful || isConfirmed } ?? true }
    }

    /// What a text gave.
    package struct Found: Sendable {
        package let words: String
        package let isDoubtful: Bool
    }

    /// Those of the text in its order, then the answers in that of the vocabulary.
    package private(set) var known: [Known] = []
    /// What was found where in the text, in order and apart from each other.
    package let spans: [FoundFact]
    package let unsure: [Place<Fact>]
    private let form: CaseForm
    private let plan: Plan

    package init(_ form: CaseForm, _ extraction: Extraction?, _ plan: Plan) {
        self.form = form
        self.plan = plan
        unsure = form.unsure.sorted()
        var places: [Place<Fact>: [FoundFact]] = [:]
        var order: [Place<Fact>] = []
        // A list's facts need a record, and a discretion who exercised it: neither stands in a text.
        for one in extraction?.found ?? [] where !one.isDenied && plan.facts[one.fact].list == nil && plan.facts[one.fact].kind.isAsked {
            if places[one.fact] == nil { order.append(one.fact) }
            places[one.fact, default: []].append(one)
        }
        var spans: [FoundFact] = []
        for fact in order where !form.unsure.contains(fact) && !(form.removed.contains(fact) && form.values[fact] == nil) {
            let own = Self.chosen(places[fact] ?? [], plan.facts[fact].type)
            // In the order of the vocabulary, as a control sends them back: what was only shown is no correction.
            let values = own.sorted { $0.content.order < $1.content.order }.map { Self.name($0, plan) }
            if let given = form.values[fact], form.removed.contains(fact) || form.found[fact] != given.joined(separator: "、") {
                known.append(Known(fact: fact, values: given, isClosed: form.closed.contains(fact), found: nil, isConfirmed: false))
                continue
            }
            let words = own.map { Self.words($0, form.text) }.joined(separator: "、")
            // A yes is to what was shown: another text gives another reading.
            let isConfirmed = form.confirmed.contains(fact) && form.found[fact] == values.joined(separator: "、")
            known.append(
                Known(
                    fact: fact, values: values, isClosed: form.closed.contains(fact),
                    found: Found(words: words, isDoubtful: own.contains { !$0.certain }), isConfirmed: isConfirmed,
                    others: isConfirmed ? [] : Self.others(places[fact] ?? [], values, plan)))
            spans += own
        }
        let told = Set(known.map(\.fact))
        // What a control still has of a text that gives it no more is nobody's answer.
        for fact in form.values.keys.sorted() where !told.contains(fact) && plan.facts[fact].list == nil && form.isAnswered(fact) {
            known.append(Known(fact: fact, values: form.values[fact] ?? [], isClosed: form.closed.contains(fact), found: nil, isConfirmed: false))
        }
        for fact in form.closed.sorted() where !told.contains(fact) && form.values[fact] == nil && !form.unsure.contains(fact) {
            known.append(Known(fact: fact, values: [], isClosed: true, found: nil, isConfirmed: false))
        }
        var end = 0
        self.spans = spans.sorted { $0.words.lowerBound < $1.words.lowerBound }.filter { one in
            guard one.words.lowerBound >= end else { return false }
            end = one.words.upperBound
            return true
        }
    }

    /// Of a set all members that are certain, of other facts one value; what is doubtful only where nothing is certain.
    private static func chosen(_ found: [FoundFact], _ type: FactType) -> [FoundFact] {
        let certain = found.filter(\.certain)
        guard case .set = type else { return Array((certain.first ?? found.first).map { [$0] } ?? []) }
        var seen: Set<FoundFact.Content> = []
        return (certain.isEmpty ? found : certain).filter { seen.insert($0.content).inserted }
    }

    /// The further values of a fact that can have one only.
    private static func others(_ found: [FoundFact], _ values: [String], _ plan: Plan) -> [String] {
        if case .set? = found.first.map({ plan.facts[$0.fact].type }) { return [] }
        return found.reduce(into: []) { others, one in
            let name = name(one, plan)
            if !values.contains(name), !others.contains(name) { others.append(name) }
        }
    }

    /// The value as a control has it.
    private static func name(_ found: FoundFact, _ plan: Plan) -> String {
        let type = plan.facts[found.fact].type
        switch (found.content, type) {
        case (.value(let value), .bool): return value == 1 ? "はい" : "いいえ"
        case (.value(let value), _): return ValueText(plan).name(value, type)
        case (.member(let code, _), .set(let of)) where plan.enumerations[of].cases.indices.contains(code): return plan.enumerations[of].cases[code].name
        default: return ""
        }
    }

    private static func words(_ found: FoundFact, _ text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[found.words.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// What is known, as the fields of a form.
    package func pairs(_ plan: Plan) -> [(name: String, value: String)] {
        known.flatMap { one in
            one.values.map { ("fact:\(plan.facts[one.fact].name)", $0) } + (one.isClosed ? [("closed:\(plan.facts[one.fact].name)", "yes")] : [])
        }
    }

    // MARK: The document

    /// The facts document, with what counts.
    ///
    /// - Parameters:
    ///   - asOf: the day or instant to judge by.
    ///   - records: those of the lists; nil for what the form says of lists without any.
    ///   - without: what cannot be read.
    package func document(asOf: String, records: CaseRecords? = nil, without: Set<CasePlace> = []) -> JSONValue {
        var members: [(String, JSONValue)] = [("as_of", .string(asOf))]
        for one in known where one.isUsed && !without.contains(CasePlace(one.fact)) {
            members.append((plan.facts[one.fact].name, Self.value(one.values, isClosed: one.isClosed, plan.facts[one.fact].type)))
        }
        // What somebody does not know is said: nothing is assumed of it.
        for fact in unsure where !without.contains(CasePlace(fact)) { members.append((plan.facts[fact].name, .string(StateWord.unknown))) }
        return .object(members + (records ?? CaseRecords([], form, plan)).members(plan, without: without))
    }

    /// What a control has, as a document has it.
    static func value(_ values: [String], isClosed: Bool, _ type: FactType) -> JSONValue {
        guard case .set = type else { return .string(values.first ?? "") }
        if isClosed { return values.isEmpty ? .string("なし") : .object([("のみ", .array(values.map { .string($0) }))]) }
        return .object(values.map { ($0, .bool(true)) })
    }
}

extension FoundFact.Content {
    /// Of members, their place in the enumeration.
    fileprivate var order: Int { if case .member(let code, _) = self { code } else { 0 } }
}

extension FactKind {
    /// Whether a form can ask for it.
    package var isAsked: Bool {
        switch self {
        case .plain, .finding: true
        case .discretion, .judgement: false
        }
    }
}
