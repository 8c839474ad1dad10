import Diagnostics
import Syntax
import Values
import Vocabulary

/// An input column of a decision table.
struct TableInput {
    enum Kind {
        case condition(Condition)
        case value(TypedValue)
        case set(Place<Fact>, Place<Enumeration>)
    }
    var kind: Kind
    var caption: String
}

extension Checker {
    // MARK: Columns

    mutating func inputs(_ declaration: TableDeclaration) -> [TableInput]? {
        var inputs: [TableInput] = []
        for id in declaration.inputs {
            let caption = currentTree.file.text(range(id))
            if case .path(let names) = expression(id).kind {
                if let place = factNames[names.text], case .set(let of) = contract.facts[place].type {
                    guard let fact = fact(names, in: scope) else { return nil }
                    inputs.append(TableInput(kind: .set(fact, of), caption: caption))
                    continue
                }
                if names.count == 1, let place = definitionNames[names[0].text], case .condition? = resolve(place) {
                    usedDefinitions.insert(place)
                    inputs.append(TableInput(kind: .condition(.definition(place)), caption: caption))
                    continue
                }
            } else if isTruth(id) {
                inputs.append(TableInput(kind: .condition(condition(id)), caption: caption))
                continue
            }
            guard let typed = value(id, expecting: nil) else { return nil }
            inputs.append(TableInput(kind: .value(typed), caption: caption))
        }
        return inputs
    }

    private func isTruth(_ id: ExpressionID) -> Bool {
        switch expression(id).kind {
        case .or, .and, .not, .comparison, .state, .status, .interpretation, .quantifier(.any, _, _), .quantifier(.all, _, _): true
        default: false
        }
    }

    // MARK: Rows

    /// The condition of a row, and the domains for the search of overlaps and gaps.
    mutating func row(_ row: TableDeclaration.Row, _ inputs: [TableInput], outputs: Int) -> (Condition, [CellTest])? {
        guard row.cells.count == inputs.count, row.outputs.count == outputs else {
            report(
                ContractDiagnostics.rowWidth(
                    range(row.span), expected: inputs.count + outputs, found: row.cells.count + row.outputs.count))
            return nil
        }
        var conditions: [Condition] = []
        var tests: [CellTest] = []
        for (cell, input) in zip(row.cells, inputs) {
            let (condition, test) = self.cell(cell, input)
            if let condition { conditions.append(condition) }
            tests.append(test)
        }
        return (conditions.count == 1 ? conditions[0] : .and(conditions), tests)
    }

    // MARK: Tables that are values

    mutating func valueTable(_ declaration: TableDeclaration) -> Definition.Body? {
        guard let mention = declaration.type, let type = type(mention), let inputs = inputs(declaration) else { return nil }
        if declaration.policy == .collect {
            report(
                ContractDiagnostics.tableHeader(
                    range(declaration.name.span), Wording("値の表の方針は「唯一」か「先勝ち」です", "a table that is a value is `unique` or `first`")))
        }
        guard declaration.outputs.count == 1 else {
            report(ContractDiagnostics.tableHeader(range(declaration.span), Wording("値の表の出力は一つです", "a table that is a value has one output")))
            return nil
        }
        var choices: [Value.Choice] = []
        var tests: [(tests: [CellTest], range: SourceRange)] = []
        for row in declaration.rows {
            guard let (condition, test) = self.row(row, inputs, outputs: 1) else { continue }
            tests.append((test, range(row.span)))
            guard case .value(let id)? = row.outputs.first?.kind else {
                report(
                    ContractDiagnostics.mismatch(
                        range(row.outputs.first?.span ?? row.span), expected: name(type), found: Wording("別のもの", "something else")))
                continue
            }
            let output: Value
            switch type {
            case .bool, .enumeration:
                guard let code = code(id, of: type) else { continue }
                output = .constant(Int64(code))
            default:
                guard let typed = value(id, expecting: type), let value = matched(typed, to: type, at: range(id)) else { continue }
                output = value
            }
            choices.append(.init(condition: condition, value: output))
        }
        examine(tests, inputs, unique: declaration.policy == .unique, at: range(declaration.name.span), wantsAll: true)
        return type == .bool ? .condition(granted(choices, isFirst: declaration.policy == .first)) : .value(.choice(choices), type)
    }

    /// That a row says 真, and where the first row wins none above it 偽.
    private func granted(_ rows: [Value.Choice], isFirst: Bool) -> Condition {
        var granting: [Condition] = []
        var refusing: [Condition] = []
        for row in rows {
            if row.value == .constant(0) {
                refusing.append(row.condition)
            } else {
                granting.append(isFirst && !refusing.isEmpty ? .and([row.condition, .not(.or(refusing))]) : row.condition)
            }
        }
        return .or(granting)
    }

    // MARK: Tables that are rules

    /// Names the rules of a table, a rule for each row that has an outcome; their conditions are read later.
    mutating func nameRows(_ declaration: TableDeclaration, under clause: Place<Clause>?) {
        guard let first = declaration.outputs.first, first.count == 1, let decision = decisionNames[first[0].text],
            declaration.outputs.count == 1 || declaration.outputs.count == 2 && isClauseColumn(declaration.outputs[1])
        else {
            lostNames.insert(declaration.name.text)
            report(
                ContractDiagnostics.tableHeader(
                    range(declaration.outputs.first?.span ?? declaration.name.span),
                    Wording("出力は判定の名前と、あれば「条項」です", "the outputs are a decision and perhaps `clause`")))
            return
        }
        for (number, row) in declaration.rows.enumerated() where row.outputs.count == declaration.outputs.count {
            guard let outcome = rowOutcome(row, of: decision) else { continue }
            add(
                CheckedRule(
                    rule: Rule(
                        name: "\(declaration.name.text)#\(number + 1)", clause: rowClause(row) ?? clause, decision: decision, outcome: outcome),
                    condition: .constant(true), defeats: [], range: range(row.span)))
        }
    }

    private func isClauseColumn(_ names: [Name]) -> Bool {
        names.count == 1 && (names[0].text == Keyword.clause.japanese || names[0].text == Keyword.clause.english)
    }

    private mutating func rowOutcome(_ row: TableDeclaration.Row, of decision: Place<Decision>) -> Int? {
        guard case .value(let id)? = row.outputs.first?.kind, case .path(let names) = expression(id).kind, names.count == 1 else {
            report(ContractDiagnostics.mismatch(range(row.span), expected: Wording("結果の名前", "an outcome"), found: Wording("式", "an expression")))
            return nil
        }
        let (number, finding) = outcome(names[0], of: decision)
        if let finding { report(finding) }
        return number
    }

    /// The clause that a row names for itself.
    private mutating func rowClause(_ row: TableDeclaration.Row) -> Place<Clause>? {
        guard row.outputs.count == 2 else { return nil }
        switch row.outputs[1].kind {
        case .clauses(let mentions) where mentions.count == 1: return self.clause(mentions[0])
        case .clauses:
            report(ContractDiagnostics.mismatch(range(row.outputs[1].span), expected: Wording("条番号一つ", "one clause"), found: Wording("いくつかの条番号", "several")))
            return nil
        case .any: return nil
        default:
            report(ContractDiagnostics.mismatch(range(row.outputs[1].span), expected: Wording("条番号", "a clause"), found: Wording("値", "a value")))
            return nil
        }
    }

    /// Reads the conditions of a table's rules.
    mutating func readRows(_ declaration: TableDeclaration) {
        guard let inputs = inputs(declaration) else {
            lostNames.insert(declaration.name.text)
            return
        }
        var earlier: [Condition] = []
        var tests: [(tests: [CellTest], range: SourceRange)] = []
        for row in declaration.rows {
            guard let (condition, test) = self.row(row, inputs, outputs: declaration.outputs.count) else { continue }
            tests.append((test, range(row.span)))
            if let place = rulePlaces[range(row.span)] {
                contract.rules[place.value].condition =
                    declaration.policy == .first && !earlier.isEmpty ? .and([condition, .not(.or(earlier))]) : condition
            }
            earlier.append(condition)
        }
        examine(tests, inputs, unique: declaration.policy == .unique, at: range(declaration.name.span), wantsAll: false)
    }

    // MARK: Overlaps and gaps

    private mutating func examine(
        _ rows: [(tests: [CellTest], range: SourceRange)], _ inputs: [TableInput], unique: Bool, at place: SourceRange, wantsAll: Bool
    ) {
        // Numbers are counted in millionths.
        let steps = inputs.map { input -> Int64 in
            if case .value(let typed) = input.kind, typed.type == .integer { 1_000_000 } else { 1 }
        }
        guard unique || wantsAll, let examination = TableExamination(rows: rows.map(\.tests), steps: steps) else { return }
        if unique, let (first, second) = examination.overlap {
            report(ContractDiagnostics.overlapping(rows[second].range, rows[first].range))
        }
        if wantsAll, let gap = examination.gap {
            let example = zip(inputs, gap).map { "\($0.caption) = \(caption($1, $0))" }.joined(separator: "、")
            report(ContractDiagnostics.gap(place, example))
        }
    }

    private func caption(_ value: Int64, _ input: TableInput) -> String {
        guard case .value(let typed) = input.kind else { return value == 1 ? "真" : "偽" }
        switch typed.type {
        case .bool: return value == 1 ? "真" : "偽"
        case .enumeration(let of):
            let cases = contract.enumerations[of].cases
            return Int(value) < cases.count ? cases[Int(value)].name : "?"
        case .number, .integer: return FixedDecimal(micros: value).description
        case .version: return Version(packed: value)?.description ?? "?"
        case .date: return CivilDate(dayNumber: Int(value))?.description ?? "?"
        default: return "\(value)"
        }
    }
}
