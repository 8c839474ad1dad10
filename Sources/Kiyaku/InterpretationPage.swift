package import Documents
package import Vocabulary

extension ContractVocabulary {
    /// The open points of the text, and how they are read, for programs.
    package var interpretationsJSON: JSONValue {
        let entries = interpretations.map { one -> JSONValue in
            .object([
                ("name", .string(one.name)), ("clauses", .array(one.clauses.map { .string(clauses[$0].id) })), ("issue", .string(one.issue)),
                ("readings", .array(one.readings.map { .string($0.name) })), ("adopted", .string(one.readings[one.adopted].name)),
                ("reason", one.readings[one.adopted].reason.map { .string($0) } ?? .null),
            ])
        }
        return .object([("interpretations", .array(entries))])
    }
}
