import Diagnostics
import Syntax
import Values
import Vocabulary

extension Checker {
    private static let provenance = (source: "出典", retrieved: "取得日", certainty: "確度", note: "備考")

    /// Reads the rows of a reference table from its data file.
    mutating func readTable(_ declaration: ReferenceDeclaration) -> ReferenceTable {
        let place = range(declaration.name.span)
        var keys: [ReferenceTable.Column] = []
        for (name, mention) in declaration.keys {
            if let type = type(mention) { keys.append(.init(name: name.text, type: type)) }
        }
        if let latest = declaration.latest { keys = [.init(name: latest.text, type: .date)] }
        if keys.isEmpty, !isLost(.key, .latest) { report(ContractDiagnostics.missingPart(place, Wording("「鍵」か「直近」", "`key` or `latest`"))) }
        var columns: [ReferenceTable.Column] = []
        for (name, mention) in declaration.columns {
            if let type = type(mention) { columns.append(.init(name: name.text, type: type)) }
        }
        var rows: [ReferenceTable.Row]?
        if let source = declaration.source {
            switch data[source.text] {
            case .success(let file)?: rows = self.rows(file, keys: keys, columns: columns, at: range(source.span))
            case .failure(let fault)?: report(ContractDiagnostics.dataUnreadable(range(source.span), source.text, fault.reason))
            case nil:
                report(ContractDiagnostics.dataUnreadable(range(source.span), source.text, Wording("見つかりません", "not found")))
            }
        } else if !isLost(.source) {
            report(ContractDiagnostics.missingPart(place, Wording("「元」", "`source`")))
        }
        if declaration.latest != nil {
            rows?.sort { left, right in
                guard case .value(let first)? = left.keys.first, case .value(let second)? = right.keys.first else { return false }
                return first < second
            }
        }
        let until = declaration.until.flatMap { constant($0, .date) }
        let table = ReferenceTable(
            name: declaration.name.text, label: declaration.label?.text, keys: keys, isLatest: declaration.latest != nil, columns: columns,
            until: until, rows: rows ?? [])
        if rows != nil, !declaration.isPartial, declaration.latest == nil { checkComplete(table, at: place) }
        return table
    }

    private mutating func rows(
        _ file: DataFile, keys: [ReferenceTable.Column], columns: [ReferenceTable.Column], at place: SourceRange
    ) -> [ReferenceTable.Row]? {
        func field(_ name: String) -> Int? { file.header.firstIndex(of: name) }
        var missing = false
        for column in keys + columns where field(column.name) == nil {
            report(
                ContractDiagnostics.dataUnreadable(
                    place, file.path, Wording("列「\(column.name)」がありません", "column `\(column.name)` is missing")))
            missing = true
        }
        guard !missing else { return nil }
        return file.rows.compactMap { row in
            func text(_ name: String) -> String? {
                guard let number = field(name), number < row.fields.count, !row.fields[number].isEmpty else { return nil }
                return row.fields[number]
            }
            let line = "\(file.path):\(row.line)"
            var own: [ReferenceTable.Key] = []
            for key in keys {
                guard let key = self.key(text(key.name) ?? "", key, line: line, at: place) else { return nil }
                own.append(key)
            }
            let values = columns.map { column in text(column.name).flatMap { cell($0, column, line: line, at: place) } }
            return ReferenceTable.Row(
                keys: own, values: values,
                provenance: .init(
                    row: keys.map { text($0.name) ?? "" }.joined(separator: " "), source: text(Self.provenance.source),
                    retrieved: text(Self.provenance.retrieved), certainty: text(Self.provenance.certainty), note: text(Self.provenance.note)))
        }
    }

    private mutating func key(_ text: String, _ column: ReferenceTable.Column, line: String, at place: SourceRange) -> ReferenceTable.Key? {
        let text = text.hasPrefix("「") && text.hasSuffix("」") ? String(text.dropFirst().dropLast()) : text
        if text == "*" { return .any }
        if column.type == .version, let range = Version.range(ofSeries: text) { return .series(range.lowerBound.packed...range.upperBound.packed) }
        return cell(text, column, line: line, at: place).map { .value($0) }
    }

    private mutating func cell(_ text: String, _ column: ReferenceTable.Column, line: String, at place: SourceRange) -> Int64? {
        if let value = plainValue(text, column.type) { return value }
        report(ContractDiagnostics.dataValue(place, "\(line) \(column.name)", text, name(column.type)))
        return nil
    }

    /// A value of a type from plain text, as data files write it.
    private func plainValue(_ text: String, _ type: FactType) -> Int64? {
        switch type {
        case .bool: ["偽": 0, "false": 0, "真": 1, "true": 1][text]
        case .enumeration(let of): contract.enumerations[of].code(of: text).map(Int64.init)
        case .date: CivilDate(text).map { Int64($0.dayNumber) }
        case .month: YearMonth(text).map { Int64($0.monthNumber) }
        case .time: TimeOfDay(text).map { Int64($0.minutes) }
        case .version: Version(text)?.packed
        case .number, .integer: FixedDecimal(text)?.micros
        case .set, .text: nil
        }
    }

    /// Every combination of listed keys should have a row.
    private mutating func checkComplete(_ table: ReferenceTable, at place: SourceRange) {
        var combinations: [[Int64]] = [[]]
        for key in table.keys {
            guard case .enumeration(let of) = key.type else { return }
            let codes = contract.enumerations[of].cases.indices.map(Int64.init)
            combinations = combinations.flatMap { combination in codes.map { combination + [$0] } }
            guard combinations.count <= 10_000 else { return }
        }
        let missing = combinations.filter { table.row(for: $0) == nil }.map { combination in
            zip(table.keys, combination).map { key, code in
                if case .enumeration(let of) = key.type { contract.enumerations[of].cases[Int(code)].name } else { "" }
            }.joined(separator: " ")
        }
        if !missing.isEmpty { report(ContractDiagnostics.dataIncomplete(place, table.name, missing)) }
    }
}
