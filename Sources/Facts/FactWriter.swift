package import Documents
package import Plans
package import Runtime
import Values
import Vocabulary

/// Writes the facts of a case as a document that `FactReader` reads back.
///
/// A discretion is read back only with who exercised it, when and why; a text only where `given` has it.
package struct FactWriter {
    private let plan: Plan
    private let tree: VocabularyTree
    private let names: OnDemand<CaseNames>

    package init(_ plan: Plan) {
        self.plan = plan
        tree = VocabularyTree(plan)
        names = plan.caseNames
    }

    /// The document; where values come from is taken from `given`.
    package func document(_ frame: FactFrame, given: [GivenValue] = []) -> JSONValue {
        let sheet = Sheet(frame: frame, given: Dictionary(given.map { (.init(fact: $0.fact, record: $0.record), $0) }) { first, _ in first })
        var members: [(String, JSONValue)] = [("as_of", .string(asOf(frame))), ("contract", .string(plan.title.name))]
        let readings = plan.interpretations.places.compactMap { place in otherReading(place, frame).map { (plan.interpretations[place].name, $0) } }
        if !readings.isEmpty { members.append(("解釈", .object(readings))) }
        members += record(VocabularyTree.root, sheet, record: nil) + doubles(under: VocabularyTree.root, sheet)
        return .object(members)
    }

    /// The document; where values come from is given by the names of facts outside lists.
    package func document(_ frame: FactFrame, provenance: [String: GivenProvenance]) -> JSONValue {
        document(
            frame,
            given: plan.facts.places.compactMap { fact in
                provenance[plan.facts[fact].name].map { GivenValue(fact: fact, text: "", provenance: $0) }
            })
    }

    private struct Sheet {
        let frame: FactFrame
        let given: [DocumentWalk.Slot: GivenValue]
    }

    private func asOf(_ frame: FactFrame) -> String {
        guard let date = CivilDate(dayNumber: Int(frame[.asOf].value)) else { return "" }
        let time = frame[.asOfTime].state == .known ? TimeOfDay(minutes: Int(frame[.asOfTime].value)) : nil
        return Instant(date: date, time: time).description
    }

    /// The reading that is followed, where it is one and not the adopted one.
    private func otherReading(_ place: Place<Interpretation>, _ frame: FactFrame) -> JSONValue? {
        let (declared, number) = (plan.interpretations[place], frame.interpretations[place.value])
        guard number != declared.adopted, declared.readings.indices.contains(number) else { return nil }
        return .string(declared.readings[number].name)
    }

    /// The members of a record that are known.
    private func record(_ branch: Int, _ sheet: Sheet, record number: Int?) -> [(String, JSONValue)] {
        tree[branch].children.compactMap { child in
            let name = tree[child].name
            if let list = tree[child].list { return self.list(list, child, sheet).map { (name, $0) } }
            guard !tree[child].children.isEmpty else {
                return tree[child].fact.flatMap { value($0, sheet, record: number) }.map { (name, $0) }
            }
            if isInapplicable(child, sheet, record: number) { return (name, .string(StateWord.inapplicable)) }
            let members = record(child, sheet, record: number)
            return members.isEmpty ? nil : (name, .object(members))
        }
    }

    /// The facts whose names are records too: the record has the key, the fact its whole path.
    private func doubles(under branch: Int, _ sheet: Sheet) -> [(String, JSONValue)] {
        tree[branch].children.flatMap { child -> [(String, JSONValue)] in
            guard tree[child].list == nil, !tree[child].children.isEmpty, !isInapplicable(child, sheet, record: nil) else { return [] }
            let own = tree[child].fact.flatMap { fact in value(fact, sheet, record: nil).map { (plan.facts[fact].name, $0) } }
            return (own.map { [$0] } ?? []) + doubles(under: child, sheet)
        }
    }

    /// A record none of whose facts applies is written as one word, unless it is known who says so.
    private func isInapplicable(_ branch: Int, _ sheet: Sheet, record: Int?) -> Bool {
        let facts = tree.facts(under: branch)
        return tree[branch].fact == nil
            && facts.allSatisfy { fact in
                let provenance = sheet.given[.init(fact: fact, record: record)]?.provenance
                return reading(fact, sheet, record).state == .inapplicable && provenance?.isEmpty ?? true
            }
    }

    private func list(_ list: Place<RecordList>, _ branch: Int, _ sheet: Sheet) -> JSONValue? {
        let own = sheet.frame.lists[list.value]
        guard own.recordCount > 0 || own.isComplete else { return nil }
        let records = JSONValue.array((0..<own.recordCount).map { .object(record(branch, sheet, record: $0)) })
        return own.isComplete ? ["全員": true, "項目": records] : records
    }

    private func reading(_ fact: Place<Fact>, _ sheet: Sheet, _ record: Int?) -> Reading {
        guard let list = plan.facts[fact].list, let record else { return sheet.frame[fact] }
        return sheet.frame.lists[list.value][record, plan.fieldNumbers[fact.value]]
    }

    private func excluded(_ fact: Place<Fact>, _ sheet: Sheet, _ record: Int?) -> UInt64 {
        guard let list = plan.facts[fact].list, let record else { return sheet.frame.excluded[fact.value] }
        let own = sheet.frame.lists[list.value]
        return own.excluded[record * own.fieldCount + plan.fieldNumbers[fact.value]]
    }

    // MARK: Values

    private func value(_ fact: Place<Fact>, _ sheet: Sheet, record: Int?) -> JSONValue? {
        let given = sheet.given[.init(fact: fact, record: record)]
        let type = plan.facts[fact].type
        var entry: (key: String, value: JSONValue)
        switch reading(fact, sheet, record).state {
        case .unknown, .unexercised: return nil
        case .pending: entry = ("value", .string(StateWord.pending))
        case .inapplicable: entry = (isCase(StateWord.inapplicable, type) ? "state" : "value", .string(StateWord.inapplicable))
        case .known:
            let value = type == .text ? given.map { .string($0.text) } : known(reading(fact, sheet, record).value, excluded(fact, sheet, record), type)
            guard let value else { return nil }
            entry = ("value", value)
        }
        let provenance = given?.provenance ?? GivenProvenance()
        if entry.key == "value", provenance.isEmpty { return entry.value }
        let parts = [("source", provenance.source), ("by", provenance.by), ("at", provenance.at?.description), ("reason", provenance.reason)]
        return .object([(entry.key, entry.value)] + parts.compactMap { key, text in text.map { (key, .string($0)) } })
    }

    private func isCase(_ word: String, _ type: FactType) -> Bool {
        switch type {
        case .enumeration(let of), .set(let of): names[of.value].code(word) != nil
        default: false
        }
    }

    private func known(_ value: Int64, _ excluded: UInt64, _ type: FactType) -> JSONValue? {
        switch type {
        case .bool: .bool(value == 1)
        case .enumeration(let of): plan.enumerations[of].name(Int(value)).map { .string($0) }
        case .set(let of): set(UInt64(bitPattern: value), excluded, plan.enumerations[of])
        case .date: CivilDate(dayNumber: Int(value)).map { .string($0.description) }
        case .month: YearMonth(monthNumber: Int(value)).map { .string($0.description) }
        case .time: TimeOfDay(minutes: Int(value)).map { .string($0.description) }
        case .version: Version(packed: value).map { .string($0.description) }
        case .number, .integer: .number(FixedDecimal(micros: value).description)
        case .text: nil
        }
    }

    /// The shortest form that says the same.
    private func set(_ yes: UInt64, _ no: UInt64, _ enumeration: Enumeration) -> JSONValue {
        let members = enumeration.codes(in: yes).map { JSONValue.string(enumeration.cases[$0].name) }
        if no == 0 { return .array(members) }
        if yes | no == enumeration.mask, enumeration.code(of: "のみ") == nil { return ["のみ": .array(members)] }
        return .object(enumeration.codes(in: yes | no).map { (enumeration.cases[$0].name, .bool(yes >> UInt64($0) & 1 == 1)) })
    }
}

extension Enumeration {
    fileprivate func name(_ code: Int) -> String? { cases.indices.contains(code) ? cases[code].name : nil }
}
