import Diagnostics
import Syntax
import Values
import Vocabulary

/// A column of examples that names the grounds of the decision before it: 条項 or 根拠 the primary ones, 全根拠 all.
private enum GroundsColumn {
    case primary, all

    init?(_ name: Name) {
        switch Lexicon.words[name.text] {
        case .clause, .ground: self = .primary
        case .allGrounds: self = .all
        default: return nil
        }
    }

    func add(_ grounds: [String], to expectation: inout CheckedTest.Expectation) {
        switch self {
        case .primary: expectation.grounds = (expectation.grounds ?? []) + grounds
        case .all: expectation.allGrounds = (expectation.allGrounds ?? []) + grounds
        }
    }
}

extension Checker {
    /// Reads a test; each row of examples becomes a test of its own.
    mutating func readTest(_ declaration: TestDeclaration) {
        var facts: [GivenFact] = []
        var lists: [GivenList] = []
        for assignment in declaration.assignments { read(assignment, into: &facts, &lists) }
        let asOf = declaration.asOf.flatMap { constant($0, .date) }
        let asOfTime = declaration.asOfTime.flatMap { constant($0, .time) }
        let expectations = declaration.expectations.compactMap { expectation($0) }
        let frame = TestFrame(declaration: declaration, norms: declaration.norms.compactMap { norm($0) }, readings: readings(of: declaration), lists: lists)
        guard let examples = declaration.examples else {
            return add(frame, declaration.label.text, asOf, asOfTime, facts, expectations, at: range(declaration.label.span))
        }
        if expectations.isEmpty, declaration.expectations.isEmpty, let first = examples.outputs.first, GroundsColumn(first) != nil {
            return report(
                ContractDiagnostics.tableHeader(
                    range(first.span), Wording("根拠の列の前に、判定の列か「期待」を書いてください", "a column of grounds follows a decision's or an `expect`")))
        }
        for (number, row) in examples.rows.enumerated() {
            guard row.cells.count == examples.inputs.count, row.outputs.count == examples.outputs.count else {
                report(
                    ContractDiagnostics.rowWidth(
                        range(row.span), expected: examples.inputs.count + examples.outputs.count, found: row.cells.count + row.outputs.count))
                continue
            }
            var (own, day, time) = (facts, asOf, asOfTime)
            for (path, cell) in zip(examples.inputs, row.cells) {
                guard case .value(let id) = cell.kind else { continue }
                if path.count == 1, [Keyword.asOf.japanese, Keyword.asOf.english].contains(path[0].text) { day = constant(id, .date); continue }
                if path.count == 1, [Keyword.asOfTime.japanese, Keyword.asOfTime.english].contains(path[0].text) { time = constant(id, .time); continue }
                if let given = given(path, id, in: nil) { own.append(given) }
            }
            var wanted = expectations
            for (name, cell) in zip(examples.outputs, row.outputs) {
                if let column = GroundsColumn(name) {
                    if let grounds = grounds(cell), let last = wanted.indices.last { column.add(grounds, to: &wanted[last]) }
                    continue
                }
                guard let decision = decision(name), case .value(let id) = cell.kind, let result = result(id, of: decision) else { continue }
                wanted.append(.init(decision: decision, result: result, range: range(cell.span)))
            }
            add(frame, "\(declaration.label.text) (\(number + 1))", day, time, own, wanted, at: range(row.span))
        }
    }

    /// The clauses of a cell; `nil` where it looks at none.
    private mutating func grounds(_ cell: Cell) -> [String]? {
        switch cell.kind {
        case .any: return nil
        case .clauses(let mentions): return grounds(mentions)
        case .value, .comparison:
            report(ContractDiagnostics.mismatch(range(cell.span), expected: Wording("条番号か「-」", "clauses or `-`"), found: Wording("値", "a value")))
            return nil
        }
    }

    /// The ids of the clauses that are mentioned, each known; `nil` where there are none.
    private mutating func grounds(_ mentions: [ClauseMention]) -> [String]? {
        for mention in mentions { _ = clause(mention) }
        return mentions.isEmpty ? nil : mentions.map { primary($0.id) }
    }

    /// What the rows of a test have in common.
    private struct TestFrame {
        let declaration: TestDeclaration
        let norms: [ExpectedNorm]
        let readings: [Place<Interpretation>: Int]
        let lists: [GivenList]
    }

    private mutating func add(
        _ frame: TestFrame, _ label: String, _ asOf: Int64?, _ asOfTime: Int64?, _ facts: [GivenFact],
        _ expectations: [CheckedTest.Expectation], at place: SourceRange
    ) {
        let declaration = frame.declaration
        guard let asOf else {
            // A day that is written but wrong has a finding of its own.
            if declaration.asOf == nil, !isLost(.asOf) {
                report(ContractDiagnostics.missingPart(place, Wording("「基準日 2026-11-22」", "`as_of 2026-11-22`")))
            }
            return
        }
        if expectations.isEmpty, declaration.expectations.isEmpty, declaration.norms.isEmpty, !isLost(.expect, .examples) {
            report(ContractDiagnostics.missingPart(place, Wording("「期待」", "`expect`")))
        }
        contract.tests.append(
            CheckedTest(
                label: label, asOf: asOf, asOfTime: asOfTime, facts: facts, lists: frame.lists, expectations: expectations, norms: frame.norms,
                readings: frame.readings, range: place))
    }

    private mutating func result(_ id: ExpressionID, of decision: Place<Decision>) -> CheckedTest.Expectation.Result? {
        guard case .path(let names) = expression(id).kind, names.count == 1 else {
            report(ContractDiagnostics.mismatch(range(id), expected: Wording("結果の名前", "an outcome"), found: Wording("式", "an expression")))
            return nil
        }
        switch names[0].text {
        case Keyword.undetermined.japanese, Keyword.undetermined.english: return .undetermined
        case Keyword.conflict.japanese, Keyword.conflict.english: return .conflict
        default:
            let (number, finding) = outcome(names[0], of: decision)
            if let finding { report(finding) }
            return number.map { .outcome($0) }
        }
    }

    private mutating func expectation(_ declaration: TestDeclaration.Expectation) -> CheckedTest.Expectation? {
        guard let decision = decision(declaration.decision) else { return nil }
        let result: CheckedTest.Expectation.Result
        switch declaration.result {
        case .undetermined: result = .undetermined
        case .conflict: result = .conflict
        case .outcome(let name):
            let (number, finding) = outcome(name, of: decision)
            if let finding { report(finding) }
            guard let number else { return nil }
            result = .outcome(number)
        }
        return .init(
            decision: decision, result: result, grounds: grounds(declaration.grounds), allGrounds: grounds(declaration.allGrounds),
            range: range(declaration.span))
    }

    private mutating func readings(of declaration: TestDeclaration) -> [Place<Interpretation>: Int] {
        var readings: [Place<Interpretation>: Int] = [:]
        for (interpretation, reading) in declaration.readings {
            if case .reading(let place, let number)? = self.reading(interpretation, reading) { readings[place] = number }
        }
        return readings
    }

    private mutating func norm(_ expectation: TestDeclaration.NormExpectation) -> ExpectedNorm? {
        guard let number = norm(expectation.kind, expectation.name) else { return nil }
        return ExpectedNorm(
            norm: number, applies: expectation.applies, deadline: expectation.deadline.flatMap { content($0, .date) },
            amount: expectation.amount.flatMap { content($0, .number(unit: contract.norms[number].norm.unit)) })
    }

    private mutating func content(_ id: ExpressionID, _ type: FactType) -> ExpectedNorm.Content? {
        if case .literal(.unknown) = expression(id).kind { return .open }
        return constant(id, type).map { .value($0) }
    }

    // MARK: Facts of a test

    private mutating func read(_ assignment: Assignment, into facts: inout [GivenFact], _ lists: inout [GivenList]) {
        if case .records(let records, let isComplete) = expression(assignment.value).kind {
            guard assignment.path.count == 1, let list = list(assignment.path[0]) else { return }
            let rows = records.map { record in
                record.compactMap { given([assignment.path[0]] + $0.path, $0.value, in: list) }
            }
            lists.append(GivenList(list: list, records: rows, isComplete: isComplete))
            return
        }
        // 障害 = 該当なし: the whole record.
        if case .literal(.inapplicable) = expression(assignment.value).kind, factNames[assignment.path.text] == nil {
            let prefix = assignment.path.text + "."
            let members = factNames.filter { $0.key.hasPrefix(prefix) }.map(\.value).sorted()
            if !members.isEmpty {
                facts += members.map { GivenFact(fact: $0, content: .inapplicable) }
                return
            }
        }
        if let given = given(assignment.path, assignment.value, in: nil) { facts.append(given) }
    }

    private mutating func given(_ path: [Name], _ id: ExpressionID, in list: Place<RecordList>?) -> GivenFact? {
        guard let fact = fact(path, in: list.map { [$0] } ?? []) else { return nil }
        let declared = contract.facts[fact]
        switch expression(id).kind {
        case .literal(.unknown): return GivenFact(fact: fact, content: .unknown)
        case .literal(.pending):
            guard declared.type == .date || declared.type == .month else {
                report(ContractDiagnostics.mismatch(range(id), expected: name(declared.type), found: Wording("未到来（日付だけの状態）", "pending (a state of dates)")))
                return nil
            }
            return GivenFact(fact: fact, content: .pending)
        case .literal(.inapplicable):
            if case .enumeration(let of) = declared.type, let code = contract.enumerations[of].code(of: Keyword.inapplicable.japanese) {
                return GivenFact(fact: fact, content: .value(Int64(code)))
            }
            return GivenFact(fact: fact, content: .inapplicable)
        default: break
        }
        switch declared.type {
        case .set(let of):
            var isOnly = false
            if case .set(_, let only) = expression(id).kind { isOnly = only }
            var yes: UInt64 = 0
            for member in members(id) {
                if let code = caseCode(member, of: of) { yes |= 1 << UInt64(code) }
            }
            let count = contract.enumerations[of].cases.count
            let all: UInt64 = count >= 64 ? .max : (1 << UInt64(count)) - 1
            return GivenFact(fact: fact, content: .members(yes: yes, no: isOnly ? all & ~yes : 0))
        case .bool, .enumeration: return code(id, of: declared.type).map { GivenFact(fact: fact, content: .value(Int64($0))) }
        case .text: return nil
        default: return constant(id, declared.type).map { GivenFact(fact: fact, content: .value($0)) }
        }
    }
}
