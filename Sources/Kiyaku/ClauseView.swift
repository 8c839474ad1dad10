import Coverage
package import Diagnostics
import Explanation
import Plans
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
    package func content(_ id: String, outline: String) -> ClauseContent? {
        guard let place = book.place(id), let page = ClausePage(id, in: book.plan) else { return nil }
        let plan = book.plan
        let clause = plan.clauses[place]
        let (before, after) = book.neighbours(place)
        return ClauseContent(
            query: "", id: id, cite: clause.citation, heading: clause.heading, gist: clause.gist, wording: book.wording(id), statusText: status(clause),
            reason: clause.nonoperative, coverage: coverage(id), up: contract.up(place, outline: outline), previous: before.map(contract.way),
            next: after.map(contract.way), below: page.below.compactMap { book.place($0.id) }.map(below),
            rules: plan.rules.places.filter { plan.rules[$0].clause == place }.map(rule),
            norms: plan.norms.indices.filter { plan.norms[$0].norm.clause == place }.map(norm),
            interpretations: plan.interpretations.filter { $0.clauses.contains(place) }.map(interpretation), cases: cases(id))
    }

    private func below(_ place: Place<Clause>) -> ClauseContent.Below {
        .init(clause: contract.clause(place), statusText: status(book.plan.clauses[place]))
    }

    private func status(_ clause: Clause) -> String {
        if clause.nonoperative != nil { return word("非規範", "without effect") }
        return book.names(clause.id)?.all.isEmpty ?? true ? word("見出し", "heading") : word("規則あり", "in rules")
    }

    // MARK: What hangs on it

    private func rule(_ place: Place<Rule>) -> ClauseContent.Rule {
        let rule = book.plan.rules[place]
        let decision = book.plan.decisions[rule.decision]
        return .init(
            name: rule.name, decision: decision.label ?? decision.name, outcome: decision.outcomes[rule.outcome].caption,
            condition: words.condition(of: place), source: book.source(rule.name))
    }

    private func norm(_ number: Int) -> ClauseContent.Norm {
        let norm = book.plan.norms[number].norm
        let amount = words.amount(ofNorm: number).map { aside(word("額: \($0)", $0)) } ?? ""
        return .init(
            kind: NormWords(book.plan, language: language).name(norm.kind), name: norm.name, who: norm.bearer, to: norm.counterparty,
            what: norm.content + amount + (norm.unstated.map { aside(word("規約に額の定めなし。\($0)", "the contract states no amount; see \($0)")) } ?? ""),
            by: words.deadline(ofNorm: number), condition: words.condition(ofNorm: number))
    }

    private func interpretation(_ one: Interpretation) -> ClauseContent.Interpretation {
        .init(
            name: one.name, issue: one.issue,
            readings: one.readings.enumerated().map { number, reading in
                .init(name: reading.name, text: text(reading), isAdopted: number == one.adopted, reason: reading.reason)
            })
    }

    /// What a reading says, and what it brings.
    private func text(_ reading: Interpretation.Reading) -> String? {
        let parts = [reading.label, reading.burden(language)].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: word("　", "; "))
    }

    private func cases(_ id: String) -> [ClauseContent.Example] {
        let examples = book.examples(id)
        let shown = examples.prefix(Self.mostExamples).map { example in
            ClauseContent.Example(
                name: example.name, outcome: example.outcome.map { book.plan.decisions[$0.decision].outcomes[$0.outcome].caption }, note: example.note)
        }
        let rest = examples.count - shown.count
        return shown + (rest > 0 ? [.init(name: word("ほか \(rest) 件", "\(rest) more"), outcome: nil, note: nil)] : [])
    }

    /// What the rules hang on the clause, counted; what has no place of its own on the page by name.
    private func coverage(_ id: String) -> String? {
        guard let names = book.names(id) else { return nil }
        let kinds: [(word: String, names: [String], isNamed: Bool)] = [
            (word("規則", "rules"), names.rules, false), (word("義務など", "norms"), names.norms, false), (word("定義", "definitions"), names.definitions, true),
            (word("事実", "facts"), names.facts, true), (word("既定の結果", "default outcomes"), names.defaults, true),
            (word("解釈", "readings"), names.interpretations, false),
        ]
        var parts = kinds.filter { !$0.names.isEmpty }.map { kind in "\(kind.word) \(kind.names.count)" + (kind.isNamed ? aside(listed(kind.names)) : "") }
        let examples = book.examples(id).count
        if examples > 0 { parts.append(word("試験と事例 \(examples)", "tests and cases \(examples)")) }
        return parts.isEmpty ? nil : parts.joined(separator: word("、", ", "))
    }
}
