package import Documents
import Plans
import Values
import Vocabulary

/// The columns of a table of cases, by a header of dotted names: 依頼.作業, 関係者[1].氏名, 障害.起因.天災, 判断.範囲外.by.
package struct FactColumns: Sendable {
    /// A name of the header, and what it is made of where it names something of the vocabulary.
    private struct Column {
        let number: Int
        let keys: [Key]
    }

    /// A part of a name: a key of a record, or a record of a list from 1.
    fileprivate enum Key: Hashable {
        case name(String)
        case record(Int)
    }

    /// The columns whose names mean nothing here, and everything else that is wrong with the header. `position.column` counts columns.
    package private(set) var faults: [FactFault] = []
    /// The columns that are no facts, from 0, where the caller carries such columns along.
    package private(set) var carried: [Int] = []
    private var root = Shape()

    /// - Parameters:
    ///   - skipped: columns, from 0, that are not looked at.
    ///   - carriesUnknown: whether a column that is no fact is carried along. One that begins like a fact is a fault all the same.
    package init(_ header: CSVRow, _ reader: FactReader, skipping skipped: Set<Int> = [], carriesUnknown: Bool = false) {
        var firsts: [[Key]: Int] = [:]
        for (number, name) in header.fields.enumerated() where !skipped.contains(number) {
            let spot = Spot(path: name, position: Self.position(line: header.line, column: number))
            let reading = ColumnName(name, reader)
            guard let keys = reading.keys else {
                if carriesUnknown, !reading.isNear {
                    carried.append(number)
                } else {
                    faults.append(FactDiagnostics.unknownColumn(spot, name, nearest: reading.nearest))
                }
                continue
            }
            if let first = firsts[keys] {
                faults.append(FactDiagnostics.duplicate(spot, first: Self.position(line: header.line, column: first)))
                continue
            }
            firsts[keys] = number
            root.add(Column(number: number, keys: keys))
        }
    }

    /// The nearest name of a column that is carried along; `nil` where it is like none.
    package static func nearest(to name: String, _ reader: FactReader) -> String? { ColumnName(name, reader).nearest }

    /// A row as the document that `FactReader` reads; an empty cell says nothing. Places count the columns.
    package func document(_ row: CSVRow) -> DocumentNode {
        root.node(row) ?? DocumentNode(value: .object([]), position: Self.position(line: row.line, column: 0))
    }

    fileprivate static func position(line: Int, column: Int) -> DocumentPosition { DocumentPosition(line: line, column: column + 1, offset: column) }

    /// The columns as a tree of records.
    private struct Shape: Sendable {
        private var cell: Int?
        private var members: [(key: String, shape: Shape)] = []
        private var records: [(number: Int, shape: Shape)] = []

        mutating func add(_ column: Column) { add(column.keys[...], column.number) }

        private mutating func add(_ keys: ArraySlice<Key>, _ column: Int) {
            guard let key = keys.first else { return cell = column }
            switch key {
            case .name(let name):
                let place = members.firstIndex { $0.key == name } ?? members.count
                if place == members.count { members.append((name, Shape())) }
                members[place].shape.add(keys.dropFirst(), column)
            case .record(let number):
                let place = records.firstIndex { $0.number >= number } ?? records.count
                if place == records.count || records[place].number != number { records.insert((number, Shape()), at: place) }
                records[place].shape.add(keys.dropFirst(), column)
            }
        }

        /// What a row says here; `nil` where it says nothing.
        func node(_ row: CSVRow) -> DocumentNode? {
            var found = members.compactMap { key, shape in
                shape.node(row).map { DocumentMember(key: key, keyPosition: $0.position, value: $0) }
            }
            let known = records.compactMap { $0.shape.node(row) }
            let own = cell.flatMap { number -> DocumentNode? in
                guard number < row.fields.count, !row.fields[number].trimmed.isEmpty else { return nil }
                return DocumentNode(value: .string(row.fields[number]), position: FactColumns.position(line: row.line, column: number))
            }
            if let first = known.first {
                let list = DocumentNode(value: .array(known), position: first.position)
                if found.isEmpty { return list }
                found.append(DocumentMember(key: "項目", keyPosition: first.position, value: list))
            }
            if found.isEmpty { return own }
            // The value itself, beside who says so and when.
            if let own { found.append(DocumentMember(key: "value", keyPosition: own.position, value: own)) }
            return DocumentNode(value: .object(found), position: found[0].keyPosition)
        }
    }
}

/// What the name of a column means.
private struct ColumnName {
    /// `nil` where it means nothing.
    private(set) var keys: [FactColumns.Key]?
    /// It begins like a fact, so it is surely meant as one.
    private(set) var isNear = false
    /// The right spelling that is nearest.
    private(set) var nearest: String?

    init(_ name: String, _ reader: FactReader) {
        let written = foldWidth(name).trimmed
        let parts = written.split(separator: ".", omittingEmptySubsequences: false).map { Part(String($0).trimmed) }
        keys = Self.top(parts, reader) ?? Self.fact(parts, reader)
        guard keys == nil else { return }
        let known = reader.tree.child(of: VocabularyTree.root, named: parts[0].name) != nil
        isNear = known && parts.count > 1
        let names = reader.plan.facts.filter { $0.kind != .judgement }.map { fact in
            fact.list.map { "\(reader.plan.lists[$0].name)[1].\(fact.field)" } ?? fact.name
        }
        let inList = known && parts.count > 1 && parts[0].record == nil ? "\(parts[0].name)[1].\(parts.last?.name ?? "")" : nil
        nearest =
            inList.flatMap { names.contains($0) ? $0 : nil } ?? names.first { $0.hasSuffix(".\(written)") } ?? Values.nearest(to: written, in: names)
            ?? Values.nearest(to: written, in: TopKey.shown)
    }

    /// `名前` or `名前[1]`.
    private struct Part {
        let name: String
        let record: Int?

        init(_ text: String) {
            guard text.hasSuffix("]"), let open = text.firstIndex(of: "["), let number = Int(text[text.index(after: open)...].dropLast()),
                (1...FactReader.mostRecords).contains(number)
            else { (name, record) = (text, nil); return }
            (name, record) = (String(text[..<open]), number)
        }
    }

    /// The keys that are no facts: 基準日, 備考, 解釈.名前.
    private static func top(_ parts: [Part], _ reader: FactReader) -> [FactColumns.Key]? {
        guard reader.tree.child(of: VocabularyTree.root, named: parts[0].name) == nil, let key = TopKey(parts[0].name) else { return nil }
        switch key {
        case .interpretations where parts.count == 2: return [.name(parts[0].name), .name(parts[1].name)]
        case .asOf, .asOfTime, .contract, .note, .id: return parts.count == 1 ? [.name(parts[0].name)] : nil
        default: return nil
        }
    }

    /// A fact by its whole path, of a record of a list by the record's number; after it what a value in the table can be wrapped in, or a
    /// member of its set.
    private static func fact(_ parts: [Part], _ reader: FactReader) -> [FactColumns.Key]? {
        var (branch, keys, path) = (VocabularyTree.root, [FactColumns.Key](), [String]())
        for (number, part) in parts.enumerated() {
            if let next = reader.tree.child(of: branch, named: part.name) {
                let isList = reader.tree[next].list != nil
                guard isList == (part.record != nil) || (isList && isCompleteness(parts.dropFirst(number + 1))) else { return nil }
                (branch, path) = (next, path + [part.name])
                guard isList else { continue }
                keys.append(.name(path.joined(separator: ".")))
                if let record = part.record { keys.append(.record(record)) } else { return keys + [.name(parts[number + 1].name)] }
                path = []
            } else {
                guard number == parts.count - 1, let fact = reader.tree[branch].fact, part.record == nil, !path.isEmpty,
                    isWithin(part.name, reader.plan.facts[fact].type, reader)
                else { return nil }
                return keys + [.name(path.joined(separator: ".")), .name(part.name)]
            }
        }
        return path.isEmpty ? nil : keys + [.name(path.joined(separator: "."))]
    }

    private static func isCompleteness(_ rest: ArraySlice<Part>) -> Bool {
        rest.count == 1 && rest.allSatisfy { ["全員", "complete"].contains($0.name) }
    }

    private static func isWithin(_ name: String, _ type: FactType, _ reader: FactReader) -> Bool {
        if case .set(let of) = type, reader.values.names[of.value].code(name) != nil { return true }
        return WrappedValue.Key(name) != nil
    }
}
