import Diagnostics
package import Documents
import Facts
import Kiyaku
import Values

/// One entry for a person to see: its line, its facts and its answer.
package struct RecordView: Sendable {
    package let json: JSONValue

    /// - Parameter showsPersonal: whether the facts that the vocabulary declares personal are shown. They need the edition otherwise.
    package init(_ log: RecordLog, _ number: Int64, showsPersonal: Bool) throws(RecordFault) {
        let entry = try log.entry(number)
        var members: [(String, JSONValue)] = [("record", JSONValue(entry.body)), ("hash", .string("sha256:" + entry.hash))]
        if entry.isAnswer {
            members.append(("decision", try Self.document(log, .decision, number).map { JSONValue($0) } ?? .null))
            let facts = try Self.document(log, .facts, number)
            members.append(("facts_erased", .bool(facts == nil)))
            if let facts {
                let shown = try showsPersonal ? (JSONValue(facts), []) : Self.masked(facts, entry, log)
                members += [("facts", shown.0), ("masked", .array(shown.1.map { .string($0) }))]
            }
        }
        json = .object(members)
    }

    private static func document(_ log: RecordLog, _ part: RecordPart, _ number: Int64) throws(RecordFault) -> DocumentNode? {
        guard let bytes = try log.part(part, of: number) else { return nil }
        do throws(DocumentError) {
            return try JSONReader.read(bytes)
        } catch {
            throw .contentAltered(number, part)
        }
    }

    private static func masked(_ facts: DocumentNode, _ entry: RecordEntry, _ log: RecordLog) throws(RecordFault) -> (JSONValue, [String]) {
        let plan = try log.files.editions.edition(entry.text("rules_digest") ?? "", for: entry.number).plan
        let masked = FactReader.read(facts, plan: plan, asOf: entry.text("as_of").flatMap { Instant($0) }).withoutPersonal(plan)
        return (masked.document, masked.hidden)
    }
}
