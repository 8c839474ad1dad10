package import Diagnostics
package import Documents
package import Vocabulary

extension ContractVocabulary {
    /// The open points of the text, and how they are read, for programs.
    package var interpretationsJSON: JSONValue {
        let entries = interpretations.map { one -> JSONValue in
            .object([
                ("name", .string(one.name)), ("clauses", .array(one.clauses.map { .string(clauses[$0].id) })), ("issue", .string(one.issue)),
                ("readings", .array(one.readings.map { .string($0.name) })), ("adopted", .string(one.readings[one.adopted].name)),
                ("bears", .array(one.readings.map { $0.bears.map { .array($0.map { .string($0.name) }) } ?? .null })),
                ("reason", one.readings[one.adopted].reason.map { .string($0) } ?? .null),
            ])
        }
        return .object([("interpretations", .array(entries))])
    }
}

extension Interpretation.Reading {
    /// What it brings in duties and charges; nil where it does not say.
    package func burden(_ language: MessageLanguage) -> String? {
        bears.map { bears in
            let names = bears.map(\.name)
            return Wording(
                "負担: \(names.isEmpty ? "なし" : names.joined(separator: "、"))", "brings: \(names.isEmpty ? "none" : names.joined(separator: ", "))")(
                    language)
        }
    }
}
