import Diagnostics
import Documents
import Plans
import Runtime
import Values
import Vocabulary

/// One document while it is read: what is known so far, and all that is wrong.
struct DocumentWalk {
    /// A fact outside lists, or of one record.
    struct Slot: Hashable {
        let fact: Place<Fact>
        let record: Int?
    }

    let reader: FactReader
    var plan: Plan { reader.plan }
    var frame: FactFrame
    var asOf: Instant?
    var given: [GivenValue] = []
    var faults: [FactFault] = []
    var remarks: [FactFault] = []
    /// Where each fact and list was given first.
    private var firstPlaces: [Slot: DocumentPosition] = [:]
    private var firstLists: [Place<RecordList>: DocumentPosition] = [:]

    init(_ reader: FactReader) {
        self.reader = reader
        frame = FactFrame(reader.plan, asOf: 0, time: nil)
    }

    /// What came of it, in the order of the document.
    var reading: FactReading {
        FactReading(frame: frame, asOf: asOf, given: given, faults: faults.inReadingOrder, remarks: remarks.inReadingOrder)
    }

    // MARK: Records

    /// Reads the members of a record. `path` is what messages call it, `record` its number where it is one of a list.
    mutating func readMembers(_ members: [DocumentMember], under branch: Int, path: String, record: Int? = nil) {
        for member in members { readMember(member, under: branch, path: path, record: record) }
    }

    /// Reads a member whose key is a name or a dotted path: 作業, 依頼.作業.
    mutating func readMember(_ member: DocumentMember, under start: Int, path: String, record: Int? = nil) {
        var (branch, path) = (start, path)
        for part in foldWidth(member.key).split(separator: ".", omittingEmptySubsequences: false) {
            // A list's facts belong to its records.
            if branch != start, reader.tree[branch].list != nil {
                faults.append(FactDiagnostics.wrongType(Spot(path: path, position: member.keyPosition), expected: Self.recordsWanted, found: member.value))
                return
            }
            let name = String(part).trimmed
            let spot = Spot(path: path.isEmpty ? name : "\(path).\(name)", position: member.keyPosition)
            guard let next = reader.tree.child(of: branch, named: name) else {
                faults.append(unknown(name, of: member.key, under: branch, spot))
                return
            }
            (branch, path) = (next, spot.path)
        }
        readValue(member.value, of: branch, at: Spot(path: path, position: member.keyPosition), record: record)
    }

    private mutating func readValue(_ node: DocumentNode, of number: Int, at spot: Spot, record: Int?) {
        let branch = reader.tree[number]
        if let list = branch.list { return readList(list, node, branch: number, at: spot) }
        guard branch.children.isEmpty || (branch.fact != nil && !isRecord(node)) else { return readRecord(node, of: number, at: spot, record: record) }
        if let fact = branch.fact { readFact(fact, node, at: spot, record: record) }
    }

    /// Where a name is both a fact and a record, an object is the record unless it wraps a value.
    private func isRecord(_ node: DocumentNode) -> Bool {
        if case .object(let members) = node.value { !WrappedValue.isWrapped(members, cases: nil) } else { false }
    }

    private mutating func readRecord(_ node: DocumentNode, of branch: Int, at spot: Spot, record: Int?) {
        switch node.value {
        case .null: break
        case .object(let members): readMembers(members, under: branch, path: spot.path, record: record)
        case .string(let text) where foldWidth(text).trimmed == StateWord.unknown: break
        case .string(let text) where foldWidth(text).trimmed == StateWord.inapplicable:
            for fact in reader.tree.facts(under: branch) {
                put(.inapplicable, fact, at: Spot(path: plan.facts[fact].name, position: spot.position), record: record)
            }
        default:
            let expected = Wording("{ \"項目\": 値 } の形か「\(StateWord.inapplicable)」", "a record { \"key\": value } or \(StateWord.inapplicable)")
            faults.append(FactDiagnostics.wrongType(Spot(path: spot.path, position: node.position), expected: expected, found: node))
        }
    }

    /// The fault of a name that is not known, with what was probably meant.
    private func unknown(_ name: String, of key: String, under branch: Int, _ spot: Spot) -> FactFault {
        var known = reader.tree.names(under: branch)
        if branch == VocabularyTree.root { known += TopKey.shown }
        // Perhaps only the record was left out.
        let field = branch == VocabularyTree.root ? plan.facts.first { $0.kind != .judgement && $0.list == nil && $0.field == name }?.name : nil
        return FactDiagnostics.unknownKey(spot, name, nearest: field ?? nearest(to: name, in: known), allowed: known)
    }

    // MARK: Taking values

    /// Takes a value, unless there is one already.
    mutating func put(_ content: FactContent, _ fact: Place<Fact>, at spot: Spot, record: Int?, _ provenance: GivenProvenance = GivenProvenance()) {
        let slot = Slot(fact: fact, record: record)
        if let first = firstPlaces[slot] { return faults.append(FactDiagnostics.duplicate(spot, first: first)) }
        firstPlaces[slot] = spot.position
        let declared = plan.facts[fact]
        frame.put(content, fact, record: record, plan)
        given.append(
            GivenValue(
                fact: fact, record: record, text: content.words(declared.type, plan), provenance: provenance, position: spot.position))
    }

    /// Whether a list is given here for the first time.
    mutating func claim(_ list: Place<RecordList>, at spot: Spot) -> Bool {
        if let first = firstLists[list] {
            faults.append(FactDiagnostics.duplicate(spot, first: first))
            return false
        }
        firstLists[list] = spot.position
        return true
    }

    static let recordsWanted = Wording(
        "[ … ] か {\"全員\": true, \"項目\": [ … ]} の形の一覧", "a list, [ … ] or {\"complete\": true, \"items\": [ … ]},")
}

extension FactFrame {
    /// Keeps a value, in a record where there is one.
    fileprivate mutating func put(_ content: FactContent, _ fact: Place<Fact>, record: Int?, _ plan: Plan) {
        let field = plan.fieldNumbers[fact.value]
        switch (content, plan.facts[fact].list, record) {
        case (.members(let yes, let no), let list?, let record?): change(list) { $0.set(record, field, yes: yes, no: no) }
        case (.members(let yes, let no), _, _): set(fact, yes: yes, no: no)
        case (_, let list?, let record?): change(list) { $0[record, field] = content.reading }
        default: self[fact] = content.reading
        }
    }
}

extension [FactFault] {
    /// In the order of the places; those of one place as they were found.
    var inReadingOrder: [FactFault] {
        enumerated().sorted { ($0.element.position.offset, $0.offset) < ($1.element.position.offset, $1.offset) }.map(\.element)
    }
}
