import Documents
import Plans
import Vocabulary

/// The schemas of records and lists: names and dotted paths.
struct SchemaRecords {
    let plan: Plan
    let tree: VocabularyTree
    let types: SchemaTypes

    /// All that can stand in a record. A longer path than a name is its own key.
    func members(under branch: Int) -> [(String, JSONValue)] {
        tree.paths(under: branch).map { ($0.path, member($0.branch)) }
    }

    private func member(_ number: Int) -> JSONValue {
        let branch = tree[number]
        if let list = branch.list { return self.list(plan.lists[list], number) }
        var forms = branch.fact.map { [fact(plan.facts[$0])] } ?? []
        if !branch.children.isEmpty {
            forms.append(["anyOf": [JSONSchema.closed(members(under: number)), ["enum": [.string(StateWord.inapplicable), .string(StateWord.unknown), nil]]]])
        }
        return forms.count == 1 ? forms[0] : ["anyOf": .array(forms)]
    }

    private func fact(_ fact: Fact) -> JSONValue {
        let description = [fact.caption, fact.question].compactMap { $0 }.joined(separator: "。")
        return .object([("description", .string(description)), ("$ref", .string(types.reference(fact)))])
    }

    private func list(_ list: RecordList, _ branch: Int) -> JSONValue {
        let records = JSONSchema.array(JSONSchema.closed(members(under: branch)))
        let flag: JSONValue = ["type": ["boolean", "null"]]
        let whole = JSONSchema.closed([("全員", flag), ("complete", flag), ("項目", records), ("items", records)])
        return [
            "description": .string([list.caption, list.question].compactMap { $0 }.joined(separator: "。")),
            "anyOf": [records, whole, ["enum": [.string(StateWord.inapplicable), .string(StateWord.unknown), nil]]],
        ]
    }
}
