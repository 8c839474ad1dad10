import Documents
import Facts
import Kiyaku
import Values

/// Gives recorded answers again: from the edition, the facts and the day of each, and compares byte by byte.
package struct Replay {
    /// What came of one answer.
    package enum Outcome: Sendable {
        /// The same bytes.
        case same
        /// The facts were erased, so that it cannot be given again.
        case erased
    }

    private let log: RecordLog
    /// Editions are compiled once.
    private var editions: [String: Edition] = [:]

    package init(_ log: RecordLog) { self.log = log }

    /// Gives one answer again.
    ///
    /// - Throws: `RecordFault` where it is another answer, or where anything of it is gone.
    package mutating func replay(_ entry: RecordEntry) throws(RecordFault) -> Outcome {
        let number = entry.number
        guard let recorded = try log.part(.decision, of: number) else { throw .contentMissing(number, .decision) }
        guard let facts = try log.part(.facts, of: number) else { return .erased }
        let edition = try edition(entry.text("rules_digest") ?? "", number)
        let again = try Array(answer(facts, entry, edition).utf8)
        guard again == recorded else {
            let same = zip(again, recorded).prefix { $0 == $1 }.count
            throw .different(number, byte: same + 1)
        }
        return .same
    }

    private func answer(_ facts: [UInt8], _ entry: RecordEntry, _ edition: Edition) throws(RecordFault) -> String {
        let document: DocumentNode
        do throws(DocumentError) {
            document = try JSONReader.read(facts)
        } catch {
            throw .contentAltered(entry.number, .facts)
        }
        let names = entry.results.map(\.decision)
        let decisions = names.compactMap { edition.decisions(named: $0)?.first }
        let answer = edition.answer(document, decisions: decisions, asOf: entry.text("as_of").flatMap { Instant($0) })
        guard answer.reading.faults.isEmpty, decisions.count == names.count else { throw .different(entry.number, byte: 0) }
        return edition.json(answer).text()
    }

    private mutating func edition(_ digest: String, _ number: Int64) throws(RecordFault) -> Edition {
        if let edition = editions[digest] { return edition }
        let edition = try log.files.editions.edition(digest, for: number)
        editions[digest] = edition
        return edition
    }
}
