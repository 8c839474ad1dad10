import Diagnostics
package import Documents
package import Facts
import Kiyaku
package import Plans
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
                let shown = try showsPersonal ? (JSONValue(facts), []) : Self.masked(entry, log)
                members += [("facts", shown.0), ("masked", .array(shown.1.map { .string($0) }))]
            }
        }
        json = .object(members)
    }

    fileprivate static func document(_ log: RecordLog, _ part: RecordPart, _ number: Int64) throws(RecordFault) -> DocumentNode? {
        guard let bytes = try log.part(part, of: number) else { return nil }
        do throws(DocumentError) {
            return try JSONReader.read(bytes)
        } catch {
            throw .contentAltered(number, part)
        }
    }

    private static func masked(_ entry: RecordEntry, _ log: RecordLog) throws(RecordFault) -> (JSONValue, [String]) {
        let plan = try log.files.editions.edition(entry.text("rules_digest") ?? "", for: entry.number).plan
        guard let masked = try log.facts(of: entry, plan)?.withoutPersonal(plan) else { return (.null, []) }
        return (masked.document, masked.hidden)
    }
}

extension RecordLog {
    /// The facts of an answer as they were read then; nil where they were erased.
    ///
    /// - Parameter plan: that of the rules of then.
    package func facts(of entry: RecordEntry, _ plan: Plan) throws(RecordFault) -> FactReading? {
        guard entry.isAnswer, let document = try RecordView.document(self, .facts, entry.number) else { return nil }
        return FactReader.read(document, plan: plan, asOf: entry.text("as_of").flatMap { Instant($0) })
    }
}
