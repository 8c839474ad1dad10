import Documents
import Facts
import Kiyaku
import Values

/// Gives recorded answers again: from the edition, the facts and the day of each, and compares.
package struct Replay {
    /// What came of one answer.
    package enum Outcome: Sendable, Hashable {
        /// The same, in all that was on record.
        case same
        /// The same in what it comes to (`AnswerPart.kept`); in the rest, a later program came to something else, as its changes say.
        case changed([AnswerDifference])
        /// The facts were erased, so that it cannot be given again.
        case erased
    }

    private let log: RecordLog
    private let forms: AnswerForms
    /// Editions are compiled once.
    private var editions: [String: Edition] = [:]

    /// - Parameter forms: those that the program knows.
    package init(_ log: RecordLog, forms: AnswerForms = .program) {
        self.log = log
        self.forms = forms
    }

    /// Gives one answer again.
    ///
    /// - Throws: `RecordFault` where it is another answer, or where anything of it is gone.
    package mutating func replay(_ entry: RecordEntry) throws(RecordFault) -> Outcome {
        let number = entry.number
        guard let recorded = try log.part(.decision, of: number) else { throw .contentMissing(number, .decision) }
        guard let facts = try log.part(.facts, of: number) else { return .erased }
        let edition = try edition(entry.text("rules_digest") ?? "", number)
        let again = try Array(answer(facts, entry, edition).utf8)
        return again == recorded ? .same : try compare(recorded, again, entry)
    }

    /// Two answers that are not the same bytes.
    private func compare(_ recorded: [UInt8], _ again: [UInt8], _ entry: RecordEntry) throws(RecordFault) -> Outcome {
        let form = entry.form
        let (old, new) = (try document(recorded, entry, .decision), try document(again, entry, .decision))
        let found = AnswerComparison(JSONValue(old), JSONValue(new)) { forms.added($0, since: form) }.differences
        let kept = found.filter(\.part.isKept)
        guard kept.isEmpty else { throw .different(entry.number, kept.told) }
        let unexplained = found.filter { !forms.know(form) || forms.causes(of: $0.part, since: form).isEmpty }
        guard unexplained.isEmpty else { throw .unexplained(entry.number, unexplained.told) }
        return found.isEmpty ? .same : .changed(found.flatMap { forms.causes(of: $0.part, since: form) })
    }

    private func document(_ bytes: [UInt8], _ entry: RecordEntry, _ part: RecordPart) throws(RecordFault) -> DocumentNode {
        do throws(DocumentError) {
            return try JSONReader.read(bytes, limits: DocumentLimits(bytes: .max))
        } catch {
            throw .contentAltered(entry.number, part)
        }
    }

    private func answer(_ facts: [UInt8], _ entry: RecordEntry, _ edition: Edition) throws(RecordFault) -> String {
        let document = try document(facts, entry, .facts)
        let names = entry.results.map(\.decision)
        let decisions = names.compactMap { edition.decisions(named: $0)?.first }
        let answer = edition.judge(document, decisions: decisions, asOf: entry.text("as_of").flatMap { Instant($0) })
        guard answer.reading.faults.isEmpty, decisions.count == names.count else { throw .unreadable(entry.number) }
        return edition.json(answer).text()
    }

    private mutating func edition(_ digest: String, _ number: Int64) throws(RecordFault) -> Edition {
        if let edition = editions[digest] { return edition }
        let edition = try log.files.editions.edition(digest, for: number)
        editions[digest] = edition
        return edition
    }
}
