import Values

/// The keys of a document that are no facts.
enum TopKey: String, CaseIterable {
    case asOf, asOfTime, contract, interpretations, facts, expect, note, schema, id

    /// The English and the Japanese spelling.
    var spellings: [String] {
        switch self {
        case .asOf: ["as_of", "基準日"]
        case .asOfTime: ["as_of_time", "基準時刻"]
        case .contract: ["contract", "規約"]
        case .interpretations: ["interpretations", "解釈"]
        case .facts: ["facts", "事実"]
        case .expect: ["expect", "期待"]
        case .note: ["note", "備考"]
        case .schema: ["$schema", "schema"]
        case .id: ["id"]
        }
    }

    /// Those that help with a misspelling.
    static let shown = allCases.flatMap(\.spellings).filter { $0 != "$schema" }

    init?(_ text: String) {
        guard let key = Self.allCases.first(where: { $0.spellings.contains(foldWidth(text).trimmed) }) else { return nil }
        self = key
    }
}
