import Coverage
package import Diagnostics
package import Documents
import Explanation
import Plans
import Serialization
import Vocabulary

/// One clause as the parts of a page: what it says, what hangs on it, and in which tests and cases it decides.
package struct ClauseView: Bilingual {
    /// More examples do not help.
    private static let mostExamples = 40

    private let book: ContractBook
    private let contract: ContractView
    package let language: MessageLanguage
    private let words: RuleWords

    /// - Parameter href: where the page of a clause is, by its ID.
    package init(_ book: ContractBook, language: MessageLanguage, href: @escaping @Sendable (String) -> String?) {
        self.book = book
        self.language = language
        contract = ContractView(book, language: language, href: href)
        words = RuleWords(book.plan, language: language)
    }

    /// The content of the page; nil where there is no such clause.
    ///
    /// - Parameter outline: where the outline is.
    package func json(_ id: String, outline: String) -> JSONValue? {
        guard let place = book.place(id), let page = ClausePage(id, in: book.plan) else { return nil }
        let plan = book.plan
        let clause = plan.clauses[place]
        let (before, after) = book.neighbours(place)
        let rules = plan.rules.places.filter { plan.rules[$0].clause == place }
        let norms = plan.norms.indices.filter { plan.norms[$0].norm.clause == place }
        return .object([
            ("id", .string(id)), ("cite", .string(clause.citation)), ("heading", text(clause.heading)), ("gist", text(clause.gist)),
            ("wording", text(book.wording(id))), ("status_text", .string(status(clause))), ("reason", text(clause.nonoperative)), ("q", ""),
            ("action", .string(outline)), ("up", list(contract.up(place, outline: outline)) { $0 }),
            ("previous", before.map(contract.way) ?? .null), ("next", after.map(contract.way) ?? .null),
            ("below", list(page.below.compactMap { book.place($0.id) }) { below($0) }), ("rules", list(rules) { rule($0) }),
            ("norms", list(norms) { norm($0) }), ("interpretations", list(plan.interpretations.filter { $0.clauses.contains(place) }) { interpretation($0) }),
            ("cases", cases(id)), ("coverage", coverage(id)),
        ])
    }

    private func below(_ place: Place<Clause>) -> JSONValue {
        .object([("clause", contract.clause(place)), ("status_text", .string(status(book.plan.clauses[place])))])
    }

    private func status(_ clause: Clause) -> String {
        if clause.nonoperative != nil { return word("非規範", "without effect") }
        return book.names(clause.id)?.all.isEmpty ?? true ? word("見出し", "heading") : word("規則あり", "in rules")
    }

    // MARK: What hangs on it

    private func rule(_ place: Place<Rule>) -> JSONValue {
        let rule = book.plan.rules[place]
        let decision = book.plan.decisions[rule.decision]
        return .object([
            ("name", .string(rule.name)), ("decision", .string(decision.label ?? decision.name)), ("outcome", .string(decision.outcomes[rule.outcome].caption)),
            ("condition", .array(words.condition(of: place).map(\.json))), ("source", text(book.source(rule.name))),
        ])
    }

    private func norm(_ number: Int) -> JSONValue {
        let norm = book.plan.norms[number].norm
        let amount = words.amount(ofNorm: number).map { aside(word("額: \($0)", $0)) } ?? ""
        return .object([
            ("kind", .string(NormWords(book.plan, language: language).name(norm.kind))), ("name", .string(norm.name)), ("who", text(norm.bearer)),
            ("to", text(norm.counterparty)), ("what", .string(norm.content + amount)), ("by", text(words.deadline(ofNorm: number))),
            ("condition", .array(words.condition(ofNorm: number).map(\.json))),
        ])
    }

    private func interpretation(_ one: Interpretation) -> JSONValue {
        .object([
            ("name", .string(one.name)), ("issue", .string(one.issue)),
            (
                "readings",
                .array(
                    one.readings.enumerated().map { number, reading in
                        .object([
                            ("name", .string(reading.name)), ("text", text(reading.label)), ("adopted", .bool(number == one.adopted)),
                            ("reason", text(reading.reason)),
                        ])
                    })
            ),
        ])
    }

    private func cases(_ id: String) -> JSONValue {
        let examples = book.examples(id)
        let shown = examples.prefix(Self.mostExamples).map { example in
            let outcome = example.outcome.map { book.plan.decisions[$0.decision].outcomes[$0.outcome].caption }
            return JSONValue.object([("name", .string(example.name)), ("outcome", text(outcome)), ("note", text(example.note))])
        }
        let rest = examples.count - shown.count
        let more = rest > 0 ? [JSONValue.object([("name", .string(word("ほか \(rest) 件", "\(rest) more"))), ("outcome", .null), ("note", .null)])] : []
        return list(shown + more) { $0 }
    }

    /// What the rules hang on the clause, counted; what has no place of its own on the page by name.
    private func coverage(_ id: String) -> JSONValue {
        guard let names = book.names(id) else { return .null }
        let kinds: [(word: String, names: [String], isNamed: Bool)] = [
            (word("規則", "rules"), names.rules, false), (word("義務など", "norms"), names.norms, false), (word("定義", "definitions"), names.definitions, true),
            (word("事実", "facts"), names.facts, true), (word("既定の結果", "default outcomes"), names.defaults, true),
            (word("解釈", "readings"), names.interpretations, false),
        ]
        var parts = kinds.filter { !$0.names.isEmpty }.map { kind in "\(kind.word) \(kind.names.count)" + (kind.isNamed ? aside(listed(kind.names)) : "") }
        let examples = book.examples(id).count
        if examples > 0 { parts.append(word("試験と事例 \(examples)", "tests and cases \(examples)")) }
        return parts.isEmpty ? .null : .object([("text", .string(parts.joined(separator: word("、", ", "))))])
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// What is empty is not there.
    private func list<Element>(_ elements: [Element], _ json: (Element) -> JSONValue) -> JSONValue {
        elements.isEmpty ? .null : .array(elements.map(json))
    }
}
