package import Contract
package import Syntax
package import Vocabulary

/// What the rule files hang on each clause.
package struct ClauseInventory: Sendable {
    /// What hangs on one clause.
    package struct Entry: Sendable {
        package var rules: [Place<Rule>] = []
        /// The numbers of duties, prohibitions, powers and disclaimers.
        package var norms: [Int] = []
        package var definitions: [Place<Definition>] = []
        package var facts: [Place<Fact>] = []
        /// The decisions whose default rests on it.
        package var defaults: [Place<Decision>] = []
        package var interpretations: [Place<Interpretation>] = []
        package var nonoperative: String?

        /// Nothing hangs on it, and no reason says why.
        package var isEmpty: Bool { !isEncoded && nonoperative == nil }
        /// Something hangs on it that decides.
        package var isEncoded: Bool { canBeAbsent || !interpretations.isEmpty }

        /// Something hangs on it besides ways of reading.
        var canBeAbsent: Bool { !rules.isEmpty || !norms.isEmpty || !definitions.isEmpty || !facts.isEmpty || !defaults.isEmpty }

        mutating func add(_ other: Entry) {
            rules += other.rules
            norms += other.norms
            definitions += other.definitions
            facts += other.facts
            defaults += other.defaults
            interpretations += other.interpretations
            nonoperative = nonoperative ?? other.nonoperative
        }
    }

    private var entries: [String: Entry] = [:]

    package init(_ contract: CheckedContract, _ trees: [SyntaxTree]) {
        for clause in contract.clauses { entries[clause.id] = Entry(nonoperative: clause.nonoperative) }
        for (number, rule) in contract.rules.enumerated() {
            if let clause = rule.rule.clause { entries[contract.clauses[clause].id]?.rules.append(Place(number)) }
        }
        for (number, norm) in contract.norms.enumerated() {
            if let clause = norm.norm.clause { entries[contract.clauses[clause].id]?.norms.append(number) }
        }
        for (number, decision) in contract.decisions.enumerated() {
            if let clause = decision.ground { entries[contract.clauses[clause].id]?.defaults.append(Place(number)) }
        }
        // What has no clause of its own belongs to the header that it stands under.
        let definitions = Self.places(contract.definitions.map(\.name))
        let facts = Self.places(contract.facts.map(\.name))
        let interpretations = Self.places(contract.interpretations.map(\.name))
        for tree in trees {
            var clause: String?
            for item in tree.items {
                switch item {
                case .clause(let header): clause = header.clause.id
                case .definition(let declared):
                    if let clause, let number = definitions[declared.name.text] { entries[clause]?.definitions.append(Place(number)) }
                case .table(let declared):
                    if let clause, let number = definitions[declared.name.text] { entries[clause]?.definitions.append(Place(number)) }
                case .interpretation(let declared):
                    if let clause, let number = interpretations[declared.name.text] { entries[clause]?.interpretations.append(Place(number)) }
                case .facts(let declared):
                    let path = declared.path.map(\.text)
                    for fact in declared.facts {
                        if let clause, let number = facts[(path + [fact.name.text]).joined(separator: ".")] { entries[clause]?.facts.append(Place(number)) }
                    }
                default: break
                }
            }
        }
    }

    private static func places(_ names: [String]) -> [String: Int] { Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) }

    /// Everything on a clause and on the parts of it: its proviso, its sentences.
    package func entry(_ id: String, parts: [String]) -> Entry {
        var entry = entries[id] ?? Entry()
        for part in parts { if let other = entries["\(id).\(part)"] { entry.add(other) } }
        return entry
    }

    /// Whether the rules name a clause.
    package func names(_ id: String) -> Bool { entries[id] != nil }

    /// The clauses that are a given one or in it, and the article that a first paragraph may be the whole of.
    package func within(_ id: String) -> [String] {
        let article = id.hasSuffix(".1") ? String(id.dropLast(2)) : id
        return entries.keys.filter { $0 == id || $0.hasPrefix(id + ".") || $0 == article }.sorted()
    }
}
