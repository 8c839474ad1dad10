import Clauses
package import Documents
package import Plans
import Vocabulary

/// What there is to say about one clause: gist, rules, interpretations, and the clauses below it.
package struct ClausePage: Sendable {
    package struct Part: Sendable {
        package let id: String
        package let citation: String
        package let heading: String?
        package let gist: String?
        /// The contract's own words, where its document is attached.
        package let wording: String?
        package let nonoperative: String?
        package let rules: [String]
        /// The decisions that its rules give an outcome.
        package let decisions: [String]
        package let norms: [String]
        package let interpretations: [String]
    }

    /// The clause itself.
    package let clause: Part
    /// Those below it, in order.
    package let below: [Part]

    /// Finds a clause by any spelling of its number; `nil` where it is not in the rules. An article of one paragraph answers for both.
    package init?(_ written: String, in plan: Plan) {
        guard let reference = ClauseReference.parse(written) else { return nil }
        let id = ClauseID(plan.clauses.primary(reference.id.text)) ?? reference.id
        let wanted = Self.article(id, in: plan) ?? id
        let parts = plan.clauses.places.compactMap { place -> (ClauseID, Part)? in
            guard let id = ClauseID(plan.clauses[place].id), id == wanted || id.isDescendant(of: wanted) else { return nil }
            let clause = plan.clauses[place]
            return (
                id,
                Part(
                    id: clause.id, citation: clause.citation, heading: clause.heading, gist: clause.gist, wording: clause.wording,
                    nonoperative: clause.nonoperative,
                    rules: plan.rules.filter { $0.clause == place }.map(\.name),
                    decisions: plan.decisions.places.filter { decision in plan.deciding[decision.value].contains { plan.rules[$0].clause == place } }.map {
                        plan.decisions[$0].name
                    },
                    norms: plan.norms.filter { $0.norm.clause == place }.map(\.norm.name),
                    interpretations: plan.interpretations.filter { $0.clauses.contains(place) }.map(\.name))
            )
        }.sorted { $0.0 < $1.0 }
        guard !parts.isEmpty else { return nil }
        if let own = parts.first(where: { $0.0 == wanted }) {
            clause = own.1
        } else {
            clause = Part(
                id: wanted.text, citation: wanted.citation, heading: nil, gist: nil, wording: nil, nonoperative: nil, rules: [], decisions: [], norms: [],
                interpretations: [])
        }
        below = parts.filter { $0.0 != wanted }.map(\.1)
    }

    /// The article that a first paragraph is the whole of, where the rules number no paragraph of it.
    private static func article(_ id: ClauseID, in plan: Plan) -> ClauseID? {
        guard id.segments.count == 2, id.segments.last == "1", let article = id.parent else { return nil }
        let all = plan.clauses.compactMap { ClauseID($0.id) }
        let isNumbered = all.contains { $0.isDescendant(of: article) && $0.segments[1].allSatisfy(\.isNumber) }
        return all.contains(article) && !isNumbered ? article : nil
    }

    /// `{"id","cite","gist","rules","status", …}`.
    package var json: JSONValue {
        guard case .object(let own) = Self.json(clause) else { return .null }
        return .object(own + [("below", .array(below.map(Self.json)))])
    }

    private static func json(_ part: Part) -> JSONValue {
        .object([
            ("id", .string(part.id)), ("cite", .string(part.citation)), ("heading", part.heading.map { .string($0) } ?? .null),
            ("gist", part.gist.map { .string($0) } ?? .null), ("wording", part.wording.map { .string($0) } ?? .null),
            ("rules", .array(part.rules.map { .string($0) })), ("decisions", .array(part.decisions.map { .string($0) })),
            ("norms", .array(part.norms.map { .string($0) })), ("interpretations", .array(part.interpretations.map { .string($0) })),
            ("status", .string(part.nonoperative == nil ? "encoded" : "nonoperative")),
            ("reason", part.nonoperative.map { .string($0) } ?? .null),
        ])
    }
}
