import Algorithms
package import Documents
package import Plans
import Vocabulary

/// JSON Schema 2020-12 of the facts documents and case files of a contract.
///
/// It asks for the plain spellings: `FactReader` also takes other widths, and names facts and values more kindly where they are wrong.
package enum JSONSchema {
    package static func of(_ plan: Plan) -> JSONValue {
        let tree = VocabularyTree(plan)
        let types = SchemaTypes(plan)
        let records = SchemaRecords(plan: plan, tree: tree, types: types)
        let facts = records.members(under: VocabularyTree.root)
        let own = judgement(plan) + [("facts", closed(facts)), ("expect", expect(plan)), ("note", string("覚え書き"))]
        return .object([
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(plan.title.title ?? plan.title.name)),
            ("description", "事実の文書と事例のファイル"), ("type", "object"),
            ("properties", .object(own + facts.filter { fact in !own.contains { $0.0 == fact.0 } })), ("additionalProperties", false),
            // A case file names its day and its facts.
            ("dependentSchemas", ["expect": ["required": ["facts"], "anyOf": [["required": ["as_of"]], ["required": ["基準日"]]]]]),
            ("$defs", .object(types.definitions + names(plan))),
        ])
    }

    private static func judgement(_ plan: Plan) -> [(String, JSONValue)] {
        let day = string("判断の基準日（2026-11-22）または日時（2026-11-22T09:00:00+09:00）")
        let time = string("判断の基準時刻（09:00）")
        let readings = closed(
            plan.interpretations.map { one in
                (one.name, .object([("description", .string(one.issue)), ("enum", .array(one.readings.map { .string($0.name) }))]))
            })
        return [
            ("$schema", ["type": "string"]), ("schema", ["type": "string"]), ("as_of", day), ("基準日", day), ("as_of_time", time), ("基準時刻", time),
            ("contract", ["const": .string(plan.title.name)]), ("規約", ["const": .string(plan.title.name)]),
            ("interpretations", readings), ("解釈", readings), ("id", true),
        ]
    }

    /// What expectations can name.
    private static func names(_ plan: Plan) -> [(String, JSONValue)] {
        let subjects = plan.facts.filter { $0.kind != .judgement }.map(\.name) + plan.lists.map(\.name)
        return [
            ("clause", .object([("enum", .array(plan.clauses.flatMap { [$0.id, $0.citation] }.uniqued().map { .string($0) }))])),
            ("subject", .object([("enum", .array(subjects.uniqued().map { .string($0) }))])),
            (
                "duty",
                closed(
                    [
                        ("name", .object([("enum", .array(plan.norms.map(\.norm.name).uniqued().map { .string($0) }))])), ("applies", ["type": "boolean"]),
                        ("by", ["type": ["string", "null"]]), ("amount", ["type": ["string", "null"]]),
                    ], required: ["name"])
            ),
        ]
    }

    private static func expect(_ plan: Plan) -> JSONValue {
        let forms = plan.decisions.map { decision -> JSONValue in
            let outcomes = decision.outcomes.map { JSONValue.string($0.name) }
            let verdict: [(String, JSONValue)] = [
                ("status", ["enum": ["determined", "undetermined", "conflict", nil]]), ("outcome", ["enum": .array(outcomes + [.null])]),
                ("side", ["enum": .array(decision.sides.map { .string($0.name) } + [.null])]),
            ]
            return closed(
                [("decision", ["const": .string(decision.name)])] + verdict + [
                    ("assuming", ["anyOf": [["type": "null"], closed(verdict + [("assumed", array(["$ref": "#/$defs/subject"]))])]]),
                    ("grounds", array(["$ref": "#/$defs/clause"])),
                    ("all_grounds", array(["$ref": "#/$defs/clause"])),
                    ("possible", array(.object([("enum", .array(outcomes + ["conflict"]))]))),
                    ("missing", array(["$ref": "#/$defs/subject"])), ("duties", array(["$ref": "#/$defs/duty"])),
                ], required: ["decision"])
        }
        return ["type": "array", "items": forms.isEmpty ? true : ["anyOf": .array(forms)]]
    }

    /// An object without other members.
    static func closed(_ members: [(String, JSONValue)], required: [String] = []) -> JSONValue {
        let needed: [(String, JSONValue)] = required.isEmpty ? [] : [("required", .array(required.map { .string($0) }))]
        return .object([("type", "object"), ("properties", .object(members)), ("additionalProperties", false)] + needed)
    }

    static func array(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    static func string(_ description: String) -> JSONValue { ["type": "string", "description": .string(description)] }
}
