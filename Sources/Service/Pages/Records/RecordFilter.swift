import Clauses
import Diagnostics
import Documents
import Foundation
import Kiyaku
import Records
import Values
import Vocabulary

/// What the list of records is narrowed to, as it stands in the address.
struct RecordFilter: Sendable {
    static let names: Set<String> = ["from", "to", "decision", "status", "by", "text", "before"]

    let fields: [String: String]
    let faults: [Wording]
    let query: RecordQuery
    /// Only numbers below this one.
    let below: Int64

    /// - Parameter fields: those of the address; others than `names` do nothing.
    init(_ fields: [String: String], _ vocabulary: ContractVocabulary) {
        self.fields = fields.filter { Self.names.contains($0.key) && !$0.value.trimmed.isEmpty }.mapValues(\.trimmed)
        var query = RecordQuery()
        var faults: [Wording] = []
        for (name, path) in [("from", \RecordQuery.from), ("to", \RecordQuery.to)] {
            guard let text = self.fields[name] else { continue }
            query[keyPath: path] = CivilDate(text)
            if query[keyPath: path] == nil { faults.append(Wording("「\(text.prefix(40))」は日付ではありません", "`\(text.prefix(40))` is not a day")) }
        }
        query.decision = self.fields["decision"]
        query.status = self.fields["status"]
        query.by = self.fields["by"]
        query.names = self.fields["text"].map { Self.names($0, vocabulary) }
        below = self.fields["before"].flatMap { Int64($0) } ?? .max
        (self.query, self.faults) = (query, faults)
    }

    /// What a person may mean by some words: decisions, outcomes and sides by their captions, clauses by their gists and numbers.
    private static func names(_ text: String, _ vocabulary: ContractVocabulary) -> [String] {
        func has(_ texts: String?...) -> Bool { texts.contains { $0?.localizedCaseInsensitiveContains(text) ?? false } }
        var found = [text]
        for decision in vocabulary.decisions {
            if has(decision.name, decision.label) { found.append(decision.name) }
            found += decision.outcomes.filter { has($0.name, $0.caption) }.map(\.name) + decision.sides.filter { has($0.name, $0.text) }.map(\.name)
        }
        let wanted = ClauseReference.parse(text)?.id
        for clause in vocabulary.clauses {
            let isBelow = wanted.flatMap { wanted in ClauseID(clause.id).map { $0 == wanted || $0.isDescendant(of: wanted) } } ?? false
            if isBelow || has(clause.citation, clause.gist, clause.heading) { found.append(clause.id) }
        }
        return found
    }

    /// The address of a list with this filter.
    func address(_ path: String, before: Int64? = nil) -> String {
        var fields = fields
        fields["before"] = before.map { "\($0)" }
        let pairs = fields.sorted { $0.key < $1.key }.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }
}
