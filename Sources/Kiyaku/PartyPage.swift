package import Documents
package import Plans
package import Vocabulary

/// What there is to say about a party of the contract: who it is, and what the rules let it owe and decide.
package struct PartyPage: Sendable {
    /// A duty, a power or something of their kind that the party has.
    package struct Entry: Sendable {
        package let kind: Norm.Kind
        package let name: String
        package let content: String
        /// How the clause is cited; nil where it hangs on none.
        package let citation: String?
        fileprivate let clause: String?
    }

    package let party: Party
    /// Whether it is the one that answers: "we" in letters.
    package let isAnswering: Bool
    package let others: [Party]
    package let entries: [Entry]
    /// The captions of facts that are at its discretion, and of those that only it may find.
    package let discretions: [String]
    package let findings: [String]

    /// Finds a party by its name or by what it is called; `nil` where there is none such.
    package init?(_ written: String, in plan: Plan) {
        let parties = plan.title.parties
        guard let party = parties.first(where: { $0.name == written || $0.label == written }) else { return nil }
        self.party = party
        isAnswering = plan.title.answering == party.name
        others = parties.filter { $0 != party }
        entries = plan.norms.map(\.norm).filter { $0.bearer == party.name }.map { norm in
            let clause = norm.clause.map { plan.clauses[$0] }
            return Entry(kind: norm.kind, name: norm.name, content: norm.content, citation: clause?.citation, clause: clause?.id)
        }
        discretions = plan.facts.filter { $0.kind == .discretion(by: party.name) }.map(\.caption)
        findings = plan.facts.filter { $0.kind == .finding(by: party.name) }.map(\.caption)
    }

    /// `{"party","label","answers","others","norms","discretions","findings"}`.
    package var json: JSONValue {
        .object([
            ("party", .string(party.name)), ("label", party.label.map { .string($0) } ?? .null), ("answers", .bool(isAnswering)),
            ("others", .array(others.map { .object([("party", .string($0.name)), ("label", $0.label.map { .string($0) } ?? .null)]) })),
            (
                "norms",
                .array(
                    entries.map { entry in
                        .object([
                            ("kind", .string(entry.kind.rawValue)), ("name", .string(entry.name)), ("content", .string(entry.content)),
                            ("clause", entry.clause.map { .string($0) } ?? .null), ("cite", entry.citation.map { .string($0) } ?? .null),
                        ])
                    })
            ),
            ("discretions", .array(discretions.map { .string($0) })), ("findings", .array(findings.map { .string($0) })),
        ])
    }
}
