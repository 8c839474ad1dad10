import Completions
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
    let consistency: ConsistencyCheck

    package init(plan: Plan) {
        self.plan = plan
        consistency = ConsistencyCheck(plan)
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

    /// A document without the keys at its top that the vocabulary does not know, and what these were.
    package func withoutUnknown(_ document: DocumentNode) -> (document: DocumentNode, unknown: [String]) {
        guard case .object(let members) = document.value else { return (document, []) }
        let isKnown = { (member: DocumentMember) in
            let name = foldWidth(member.key).split(separator: ".").first.map { String($0).trimmed } ?? ""
            return tree.child(of: VocabularyTree.root, named: name) != nil || TopKey(member.key) != nil
        }
        let kept = members.filter(isKnown)
        guard kept.count < members.count else { return (document, []) }
        return (DocumentNode(value: .object(kept), position: document.position), members.filter { !isKnown($0) }.map(\.key))
    }

    /// Reads a document for a plan once.
    package static func read(_ document: DocumentNode, plan: Plan, asOf: Instant? = nil, defaultAsOf: Instant? = nil) -> FactReading {
        FactReader(plan: plan).read(document, asOf: asOf, defaultAsOf: defaultAsOf)
    }
}
