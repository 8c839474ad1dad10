import Diagnostics
import Syntax
import Values
import Vocabulary

/// A column of examples that says more of the decision before it: 条項 or 根拠 its primary grounds, 全根拠 all, 側 its side, 通例 what it comes to
/// under usual circumstances.
enum FurtherColumn {
    case grounds, allGrounds, side, usual

    init?(_ name: Name) {
        switch Lexicon.words[name.text] {
        case .clause, .ground: self = .grounds
        case .allGrounds: self = .allGrounds
        case .side: self = .side
        case .usual: self = .usual
        default: return nil
        }
    }
}

/// What tests expect.
extension Checker {
    private typealias Expectation = CheckedTest.Expectation

    mutating func expectation(_ declaration: TestDeclaration.Expectation) -> CheckedTest.Expectation? {
        guard let decision = decision(declaration.decision) else { return nil }
        var expectation = Expectation(
            decision: decision, grounds: grounds(declaration.grounds), allGrounds: grounds(declaration.allGrounds), range: range(declaration.span))
        if let written = declaration.result {
            guard let result = result(written, of: decision) else { return nil }
            expectation.result = result
        }
        if let written = declaration.side {
            guard let side = side(written, of: decision) else { return nil }
            expectation.side = side
        }
        if let written = declaration.usual {
            guard let usual = usual(written, of: decision) else { return nil }
            expectation.usual = usual
        }
        return expectation
    }

    /// What a row of examples expects, after what its test does.
    mutating func expectations(
        of row: TableDeclaration.Row, under header: [Name], after expectations: [CheckedTest.Expectation]
    ) -> [CheckedTest.Expectation] {
        var wanted = expectations
        var isLost = false
        for (name, cell) in zip(header, row.outputs) {
            guard let column = FurtherColumn(name) else {
                let expectation = expectation(name, cell)
                isLost = expectation == nil
                if let expectation { wanted.append(expectation) }
                continue
            }
            if !isLost, let last = wanted.indices.last { add(column, cell, to: &wanted[last]) }
        }
        return wanted.filter { !$0.isEmpty }
    }

    /// The expression of a cell; `nil` where it says nothing, and where it says what a test cannot take.
    mutating func value(_ cell: Cell) -> ExpressionID? {
        switch cell.kind {
        case .any: return nil
        case .value(let id): return id
        case .comparison:
            refuse(cell, Wording("比較", "a comparison"))
            return nil
        case .clauses:
            refuse(cell, Wording("条番号", "a clause"))
            return nil
        }
    }

    private mutating func refuse(_ cell: Cell, _ found: Wording) {
        report(ContractDiagnostics.mismatch(range(cell.span), expected: Wording("一つの値か「-」", "one value or `-`"), found: found))
    }

    /// A cell below a decision; 「-」 leaves it to the columns that follow.
    private mutating func expectation(_ name: Name, _ cell: Cell) -> CheckedTest.Expectation? {
        guard let decision = decision(name) else { return nil }
        var expectation = Expectation(decision: decision, range: range(cell.span))
        if case .any = cell.kind { return expectation }
        guard let id = value(cell), let name = self.name(id), let result = result(name, of: decision) else { return nil }
        expectation.result = result
        return expectation
    }

    private mutating func add(_ column: FurtherColumn, _ cell: Cell, to expectation: inout CheckedTest.Expectation) {
        switch column {
        case .grounds: if let grounds = grounds(cell) { expectation.grounds = (expectation.grounds ?? []) + grounds }
        case .allGrounds: if let grounds = grounds(cell) { expectation.allGrounds = (expectation.allGrounds ?? []) + grounds }
        case .side:
            guard let id = value(cell), let name = name(id) else { return }
            let isNothing = name.isNothing && !contract.decisions[expectation.decision].sides.contains { $0.name == name.text }
            if let side = side(isNothing ? .nothing : .named(name), of: expectation.decision) { expectation.side = side }
        case .usual:
            guard let id = value(cell), let name = name(id) else { return }
            if let usual = usual(name, of: expectation.decision) { expectation.usual = usual }
        }
    }

    /// The one name that an expression is.
    private mutating func name(_ id: ExpressionID) -> Name? {
        if case .path(let names) = expression(id).kind, names.count == 1 { return names[0] }
        report(ContractDiagnostics.mismatch(range(id), expected: Wording("結果か側の名前", "an outcome or a side"), found: Wording("式", "an expression")))
        return nil
    }

    // MARK: Outcomes and sides

    private mutating func result(_ written: TestDeclaration.Expectation.Result, of decision: Place<Decision>) -> CheckedTest.Expectation.Result? {
        switch written {
        case .undetermined: return .undetermined
        case .conflict: return .conflict
        case .outcome(let name):
            let (number, finding) = outcome(name, of: decision)
            if let finding { report(finding) }
            return number.map { .outcome($0) }
        }
    }

    /// A name in a cell, where 未決 and 抵触 are words of the language.
    private mutating func result(_ name: Name, of decision: Place<Decision>) -> CheckedTest.Expectation.Result? {
        switch name.text {
        case Keyword.undetermined.japanese, Keyword.undetermined.english: .undetermined
        case Keyword.conflict.japanese, Keyword.conflict.english: .conflict
        default: result(.outcome(name), of: decision)
        }
    }

    /// The number of a side; nil inside where none is meant, nil where there is none of that name.
    private mutating func side(_ written: TestDeclaration.Expectation.Side, of decision: Place<Decision>) -> Int?? {
        switch written {
        case .nothing: return .some(nil)
        case .named(let name):
            let declared = contract.decisions[decision]
            let all = declared.sides.map(\.name)
            if let number = all.firstIndex(of: name.text) { return .some(number) }
            report(
                ContractDiagnostics.unknownOutcome(
                    range(name.span), name.text, of: declared.name, nearest: nearest(to: name.text, in: all), all: all, what: Wording("側", "side")))
            return nil
        }
    }

    private mutating func usual(_ written: TestDeclaration.Expectation.Usual, of decision: Place<Decision>) -> CheckedTest.Expectation.Usual?? {
        guard case .answer(let result, let side, let assumed) = written else { return .some(nil) }
        var (certain, number, facts): (CheckedTest.Expectation.Result?, Int??, [Place<Fact>]) = (nil, nil, [])
        if let result {
            guard let found = self.result(result, of: decision) else { return nil }
            certain = found
        }
        if let side {
            guard let found = self.side(side, of: decision) else { return nil }
            number = .some(found)
        }
        for path in assumed {
            guard let fact = fact(path, in: []) else { return nil }
            facts.append(fact)
        }
        return .some(.init(result: certain, side: number, assumed: assumed.isEmpty ? nil : facts))
    }

    /// A name in a cell of 通例: an outcome, a side, or なし.
    private mutating func usual(_ name: Name, of decision: Place<Decision>) -> CheckedTest.Expectation.Usual?? {
        let declared = contract.decisions[decision]
        if declared.outcomes.contains(where: { $0.name == name.text }) { return usual(.answer(result: .outcome(name), side: nil, assumed: []), of: decision) }
        let isNothing = name.isNothing && !declared.sides.contains { $0.name == name.text }
        return usual(isNothing ? .nothing : .answer(result: nil, side: .named(name), assumed: []), of: decision)
    }

    // MARK: Grounds

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

    // MARK: Duties

    mutating func norm(_ expectation: TestDeclaration.NormExpectation) -> ExpectedNorm? {
        guard let number = norm(expectation.kind, expectation.name) else { return nil }
        return ExpectedNorm(
            norm: number, applies: expectation.applies, deadline: expectation.deadline.flatMap { content($0, .date) },
            amount: expectation.amount.flatMap { content($0, .number(unit: contract.norms[number].norm.unit)) })
    }

    private mutating func content(_ id: ExpressionID, _ type: FactType) -> ExpectedNorm.Content? {
        if case .literal(.unknown) = expression(id).kind { return .open }
        return constant(id, type).map { .value($0) }
    }
}

extension Name {
    /// なし, in a cell where no keyword can stand.
    fileprivate var isNothing: Bool { [Keyword.nothing.japanese, Keyword.nothing.english].contains(text) }
}

extension CheckedTest.Expectation {
    /// Whether it says nothing.
    fileprivate var isEmpty: Bool { result == nil && side == nil && usual == nil && grounds == nil && allGrounds == nil }
}
