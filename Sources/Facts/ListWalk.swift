import Diagnostics
import Documents
import Plans
import Runtime
import Values
import Vocabulary

/// Lists of records.
extension DocumentWalk {
    /// Reads `[…]`, or `{"全員": true, "項目": […]}` where no further records exist. A list that does not apply is empty.
    mutating func readList(_ place: Place<RecordList>, _ node: DocumentNode, branch: Int, at spot: Spot) {
        switch node.value {
        case .null: break
        case .string(let text) where foldWidth(text).trimmed == StateWord.unknown: break
        case .string(let text) where foldWidth(text).trimmed == StateWord.inapplicable:
            if claim(place, at: spot) { frame.change(place) { $0.isComplete = true } }
        case .array(let records): readRecords(records, of: place, isComplete: false, node, branch: branch, at: spot)
        case .object(let members): readListObject(members, node, of: place, branch: branch, at: spot)
        default: wantRecords(node, spot)
        }
    }

    private mutating func wantRecords(_ node: DocumentNode, _ spot: Spot) {
        faults.append(
            FactDiagnostics.wrongType(Spot(path: spot.path, position: node.position), expected: Self.recordsWanted, found: node))
    }

    private mutating func readListObject(_ members: [DocumentMember], _ node: DocumentNode, of place: Place<RecordList>, branch: Int, at spot: Spot) {
        var isComplete = false
        var items: DocumentNode?
        var seen: [String: DocumentPosition] = [:]
        for member in members {
            let here = Spot(path: "\(spot.path).\(member.key)", position: member.keyPosition)
            let key = ["complete": "全員", "items": "項目"][member.key] ?? foldWidth(member.key).trimmed
            if let first = seen[key] { faults.append(FactDiagnostics.duplicate(here, first: first)) }
            seen[key] = member.keyPosition
            switch key {
            case "全員":
                switch reader.values.content(member.value, .bool, at: here.path) {
                case .success(let content): isComplete = content == .value(1)
                case .failure(let found): faults += found.faults
                }
            case "項目": items = member.value
            default:
                let known = ["全員", "項目", "complete", "items"]
                faults.append(FactDiagnostics.unknownKey(here, member.key, nearest: nearest(to: member.key, in: known), allowed: known))
            }
        }
        guard let items else {
            // Without records only 全員 says something: there is nobody.
            if isComplete { return readRecords([], of: place, isComplete: true, node, branch: branch, at: spot) }
            if seen.isEmpty { wantRecords(node, spot) }
            return
        }
        guard case .array(let records) = items.value else { return wantRecords(items, spot) }
        readRecords(records, of: place, isComplete: isComplete, items, branch: branch, at: spot)
    }

    private mutating func readRecords(
        _ records: [DocumentNode], of place: Place<RecordList>, isComplete: Bool, _ node: DocumentNode, branch: Int, at spot: Spot
    ) {
        guard claim(place, at: spot) else { return }
        guard records.count <= FactReader.mostRecords else {
            let here = Spot(path: spot.path, position: node.position)
            return faults.append(FactDiagnostics.tooLong(here, count: records.count, limit: FactReader.mostRecords))
        }
        let fields = plan.lists[place].fields.map { plan.facts[$0] }
        frame.change(place) { list in
            for _ in records { list.addRecord(fields) }
            list.isComplete = isComplete
        }
        for (number, record) in records.enumerated() {
            let path = "\(spot.path)[\(number + 1)]"
            guard case .object(let members) = record.value else {
                let expected = Wording("{ \"項目\": 値 } の形", "a record { \"key\": value }")
                faults.append(FactDiagnostics.wrongType(Spot(path: path, position: record.position), expected: expected, found: record))
                continue
            }
            readMembers(members, under: branch, path: path, record: number)
        }
    }
}
