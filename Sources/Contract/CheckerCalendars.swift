import Diagnostics
import Syntax
import Values
import Vocabulary

/// What a business calendar tells of the day to judge by: the table of its days, and the range in which it knows.
struct DesignatedDays {
    let table: Place<ReferenceTable>
    let range: ClosedRange<Int64>

    /// That the day to judge by is one of which the calendar knows.
    var isInRange: Condition {
        .and([
            .compare(.greaterOrEqual, .fact(.asOf), .constant(range.lowerBound)), .compare(.lessOrEqual, .fact(.asOf), .constant(range.upperBound)),
        ])
    }

    /// That the day is designated (1), or is not (0).
    func tells(_ value: Int64) -> Condition { .compare(.equal, .lookup(table, [.fact(.asOf)], column: 0), .constant(value)) }
}

/// 営業暦: a fact about the day to judge by that a calendar tells where there is one; beyond its range, and without one, the fact is asked.
extension Checker {
    private static let columns = (kind: "種別", first: "始", last: "終", source: "出典", note: "備考")
    private static let range = "範囲"
    private static let day = "指定日"
    /// Days of one calendar: some forty years.
    private static let mostDays: Int64 = 15_000

    mutating func readCalendars() {
        eachItem { checker, item in
            guard case .businessCalendar(let declaration) = item, let fact = checker.fact(declaration.fact, in: []) else { return }
            checker.readCalendar(declaration, fact)
        }
        contract.agreements = agreements
    }

    private mutating func readCalendar(_ declaration: BusinessCalendarDeclaration, _ place: Place<Fact>) {
        let range = range(declaration.fact.span)
        let fact = contract.facts[place]
        guard fact.type == .bool, fact.kind == .plain, fact.list == nil else {
            let expected = Wording("一覧の外の、認定でも裁量でもない真偽の事実", "a yes/no fact outside lists that is no finding and no discretion")
            return report(ContractDiagnostics.mismatch(range, expected: expected, found: Wording("「\(fact.name)」", "`\(fact.name)`")))
        }
        if let first = declaredCalendars.updateValue(range, forKey: place) {
            return report(ContractDiagnostics.duplicate(range, Wording("営業暦", "business calendar"), fact.name, first: first))
        }
        guard let source = declaration.source else {
            return report(ContractDiagnostics.missingPart(range, Wording("「元」", "`source`")))
        }
        // Without the file there is no calendar, and the fact is asked.
        switch data[source.text] {
        case nil: return
        case .failure(let fault)?: report(ContractDiagnostics.dataUnreadable(self.range(source.span), source.text, fault.reason))
        case .success(let file)?:
            guard let days = days(file, at: self.range(source.span)) else { return }
            let label = declaration.label?.text ?? fact.caption
            let rows = (days.range).map { day -> ReferenceTable.Row in
                let designated = days.designated[day]
                let text = CivilDate(dayNumber: Int(day))?.description ?? ""
                return .init(
                    keys: [.value(day)], values: [designated == nil ? 0 : 1],
                    provenance: .init(row: text, source: designated?.source ?? source.text, retrieved: nil, certainty: days.rangeText, note: designated?.note))
            }
            calendars[place] = DesignatedDays(table: Place(contract.tables.count), range: days.range)
            contract.tables.append(
                ReferenceTable(
                    name: fact.name, label: label, keys: [.init(name: "日", type: .date)], isLatest: false,
                    columns: [.init(name: fact.field, type: .bool)], until: nil, rows: rows))
        }
    }

    private struct Days {
        let range: ClosedRange<Int64>
        let rangeText: String
        var designated: [Int64: (source: String?, note: String?)] = [:]
    }

    /// The days of a file; nil where it is wrong.
    private mutating func days(_ file: DataFile, at place: SourceRange) -> Days? {
        func wrong(_ reason: Wording) -> Diagnostic { ContractDiagnostics.dataUnreadable(place, file.path, reason) }
        func field(_ name: String, _ row: DataFile.Row) -> String? {
            guard let number = file.header.firstIndex(of: name), number < row.fields.count, !row.fields[number].isEmpty else { return nil }
            return row.fields[number]
        }
        for column in [Self.columns.kind, Self.columns.first, Self.columns.last] where !file.header.contains(column) {
            report(wrong(Wording("列「\(column)」がありません", "column `\(column)` is missing")))
            return nil
        }
        var ranges: [ClosedRange<Int64>] = []
        var marked: [(days: ClosedRange<Int64>, row: DataFile.Row)] = []
        for row in file.rows {
            let first = field(Self.columns.first, row).flatMap { CivilDate($0) }.map { Int64($0.dayNumber) }
            let written = field(Self.columns.last, row)
            let last = written.map { CivilDate($0).map { Int64($0.dayNumber) } } ?? first
            guard let first, let last, first <= last, last - first < Self.mostDays else {
                let most = Self.mostDays
                report(wrong(Wording("\(row.line) 行目: 始から終までの日（\(most) 日まで）が要ります", "line \(row.line): the days from 始 to 終 (at most \(most)) are needed")))
                return nil
            }
            switch field(Self.columns.kind, row) {
            case Self.range: ranges.append(first...last)
            case Self.day: marked.append((first...last, row))
            default:
                report(wrong(Wording("\(row.line) 行目: 種別は「\(Self.range)」か「\(Self.day)」です", "line \(row.line): 種別 is \(Self.range) or \(Self.day)")))
                return nil
            }
        }
        guard ranges.count == 1, let range = ranges.first else {
            report(wrong(Wording("種別が「\(Self.range)」の行が、ちょうど一つ要ります", "exactly one row of 種別 \(Self.range) is needed")))
            return nil
        }
        let ends = [range.lowerBound, range.upperBound].compactMap { CivilDate(dayNumber: Int($0))?.description }
        var days = Days(range: range, rangeText: ends.joined(separator: "〜"))
        for (own, row) in marked {
            guard range.lowerBound <= own.lowerBound, own.upperBound <= range.upperBound else {
                report(wrong(Wording("\(row.line) 行目: 範囲の外の日です", "line \(row.line): a day outside the range")))
                return nil
            }
            for day in own { days.designated[day] = (field(Self.columns.source, row), field(Self.columns.note, row)) }
        }
        return days
    }

    /// That a yes/no or listed fact is one of some cases: as the calendar tells it, where one does.
    func isCase(_ fact: Place<Fact>, _ codes: CaseSet) -> Condition {
        guard let calendar = calendars[fact] else { return .isCase(fact, codes) }
        let told = [0, 1].filter { codes.contains($0) }.map { calendar.tells(Int64($0)) }
        return .or([.and([calendar.isInRange, .or(told)]), .and([.not(calendar.isInRange), .isCase(fact, codes)])])
    }

    /// What is stated must agree with the calendars.
    private var agreements: [CheckedConstraint] {
        calendars.sorted { $0.key < $1.key }.map { fact, calendar in
            let agrees = Condition.or([
                .and([.isCase(fact, CaseSet([1])), calendar.tells(1)]), .and([.isCase(fact, CaseSet([0])), calendar.tells(0)]),
            ])
            let label = contract.tables[calendar.table].label ?? contract.facts[fact].name
            let nowhere = SourceRange(file: SourceID(0), start: 0, end: 0)
            return CheckedConstraint(
                label: label, condition: .or([.not(calendar.isInRange), agrees]), facts: [fact, .asOf], range: declaredCalendars[fact] ?? nowhere)
        }
    }
}
