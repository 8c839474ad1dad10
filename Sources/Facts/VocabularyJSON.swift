package import Documents
package import Plans
package import Vocabulary

/// The vocabulary for programs, `kiyaku.facts/1`.
package enum VocabularyJSON {
    /// - Parameter premises: when facts are asked, in words; of those that are not always.
    package static func of(_ plan: Plan, premises: [Place<Fact>: String] = [:]) -> JSONValue {
        let asking = Asking(plan.title, plan.facts)
        let readers = plan.readers
        let facts = plan.facts.places.filter { plan.facts[$0].kind != .judgement }.map { place in
            fact(
                plan.facts[place], plan, asking,
                [("premise", text(premises[place])), ("decisions", .array(readers[place.value].map { .string(plan.decisions[$0].name) }))])
        }
        return .object([
            ("schema", "kiyaku.facts/1"), ("contract", .string(plan.title.name)), ("answering", text(asking.answering)),
            ("facts", .array(facts)),
            ("lists", .array(plan.lists.map { list($0, plan, asking) })), ("groups", .array(plan.groups.map { group($0, plan, asking) })),
        ])
    }

    private static func fact(_ fact: Fact, _ plan: Plan, _ asking: Asking, _ use: [(String, JSONValue)]) -> JSONValue {
        let cases = fact.type.cases(plan)
        var kind = "fact"
        var by: String?
        switch fact.kind {
        case .discretion(let party): (kind, by) = ("discretion", party)
        case .finding(let party): (kind, by) = ("finding", party)
        case .plain, .judgement: break
        }
        return .object(
            [
                ("name", .string(fact.name)), ("type", .string(fact.type.name(plan))), ("values", .array(cases.map { .string($0.name) })),
                ("value_labels", .array(cases.map { .string($0.label ?? $0.name) })), ("label", text(fact.label)), ("question", text(fact.question)),
                ("kind", .string(kind)), ("by", text(by)), ("changeable", .bool(fact.isChangeable)), ("personal", .bool(fact.isPersonal)),
                ("list", text(fact.list.map { plan.lists[$0].name })),
            ] + asking.json(fact.askedOf) + use)
    }

    private static func list(_ list: RecordList, _ plan: Plan, _ asking: Asking) -> JSONValue {
        .object(
            [
                ("name", .string(list.name)), ("label", text(list.label)), ("question", text(list.question)),
                ("facts", .array(list.fields.map { .string(plan.facts[$0].name) })),
            ] + asking.json(list.askedOf))
    }

    private static func group(_ group: FactGroup, _ plan: Plan, _ asking: Asking) -> JSONValue {
        .object(
            [
                ("name", .string(group.name)), ("label", text(group.label)), ("question", text(group.question)),
                ("facts", .array(group.members.map { .string(plan.facts[$0].name) })),
            ] + asking.json(asking.askedOf(group)))
    }

    private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
