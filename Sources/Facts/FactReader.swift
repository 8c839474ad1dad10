package import Documents
package import Plans
package import Values
import Vocabulary

/// Reads facts documents against a vocabulary. Nothing is guessed, and nothing stops at the first fault.
package struct FactReader: Sendable {
    /// More records than this in one list are refused.
    package static let mostRecords = 10_000

    let plan: Plan
    let values: ValueReader
    let tree: VocabularyTree

    package init(plan: Plan) {
        self.plan = plan
        values = ValueReader(plan)
        tree = VocabularyTree(plan)
    }

    /// Reads a facts document, or the facts of a case file.
    ///
    /// - Parameters:
    ///   - asOf: the day or instant to judge by, whatever the document says.
    ///   - defaultAsOf: the one to judge by where the document names none.
    package func read(_ document: DocumentNode, asOf: Instant? = nil, defaultAsOf: Instant? = nil) -> FactReading {
        var walk = DocumentWalk(self)
        walk.readTop(document, asOf: asOf, defaultAsOf: defaultAsOf)
        return walk.reading
    }

    /// Reads the bytes of a JSON or YAML document; one that is neither is a fault.
    package func read(_ bytes: [UInt8], fileName: String?, asOf: Instant? = nil, defaultAsOf: Instant? = nil) -> FactReading {
        do throws(DocumentError) {
            return read(try DocumentFormat.detect(fileName: fileName, bytes: bytes).read(bytes), asOf: asOf, defaultAsOf: defaultAsOf)
        } catch {
            var walk = DocumentWalk(self)
            walk.faults.append(.unreadable(error))
            return walk.reading
        }
    }

    /// Reads a row of a table whose header names facts: 依頼.作業. An empty cell is unknown; members of a set are set apart by `;`.
    package func read(_ row: CSVRow, header: [String], asOf: Instant? = nil, defaultAsOf: Instant? = nil) -> FactReading {
        let place = DocumentPosition(line: row.line, column: 1, offset: 0)
        let members = zip(header, row.fields).filter { !$1.trimmed.isEmpty }.map { key, text in
            DocumentMember(key: key, keyPosition: place, value: DocumentNode(value: .string(text), position: place))
        }
        return read(DocumentNode(value: .object(members), position: place), asOf: asOf, defaultAsOf: defaultAsOf)
    }

    /// Reads a document for a plan once.
    package static func read(_ document: DocumentNode, plan: Plan, asOf: Instant? = nil, defaultAsOf: Instant? = nil) -> FactReading {
        FactReader(plan: plan).read(document, asOf: asOf, defaultAsOf: defaultAsOf)
    }
}
