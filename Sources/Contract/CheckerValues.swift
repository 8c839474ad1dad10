import Diagnostics
import Syntax
import Values
import Vocabulary

/// A value with its type.
struct TypedValue {
    var value: Value
    var type: FactType
}

extension Checker {
    /// Reads an expression as a value. A literal takes the type that is expected of it.
    mutating func value(_ id: ExpressionID, expecting expected: FactType?) -> TypedValue? {
        let expression = expression(id)
        switch expression.kind {
        case .literal(.asOf): return TypedValue(value: .fact(.asOf), type: .date)
        case .literal(.asOfTime): return TypedValue(value: .fact(.asOfTime), type: .time)
        case .literal: return literal(id, expecting: expected)
        case .path(let names): return named(names, expecting: expected)
        case .arithmetic(let sign, let left, let right): return arithmetic(sign, left, right, expecting: expected)
        case .call(let name, let arguments, let column): return call(name, arguments, column, at: range(expression.span))
        case .quantifier(.count, let listName, let body):
            guard let list = list(listName) else { return nil }
            let isNew = scope.insert(list).inserted
            defer { if isNew { scope.remove(list) } }
            return TypedValue(value: .count(list, condition(body)), type: .integer)
        case .quantifier(.sum, let listName, let body):
            guard let list = list(listName) else { return nil }
            let isNew = scope.insert(list).inserted
            defer { if isNew { scope.remove(list) } }
            guard let value = value(body, expecting: nil) else { return nil }
            switch value.type {
            case .number, .integer: return TypedValue(value: .total(list, value.value), type: value.type)
            default:
                report(ContractDiagnostics.mismatch(range(body), expected: Wording("数", "a number"), found: name(value.type)))
                return nil
            }
        case .missing: return nil
        default:
            report(
                ContractDiagnostics.mismatch(
                    range(id), expected: expected.map { name($0) } ?? Wording("値", "a value"), found: Wording("条件", "a condition")))
            return nil
        }
    }

    private mutating func named(_ names: [Name], expecting expected: FactType?) -> TypedValue? {
        if let expected, case .enumeration(let of) = expected, names.count == 1, let code = contract.enumerations[of].code(of: names[0].text) {
            return TypedValue(value: .constant(Int64(code)), type: expected)
        }
        if names.count == 1, let place = definitionNames[names[0].text] {
            switch resolve(place) {
            case .value(_, let type)?:
                usedDefinitions.insert(place)
                return TypedValue(value: .definition(place), type: type)
            case .condition?:
                report(
                    ContractDiagnostics.mismatch(
                        range(names.span), expected: expected.map { name($0) } ?? Wording("値", "a value"), found: Wording("条件", "a condition")))
                return nil
            case nil: return nil
            }
        }
        if let expected, case .enumeration(let of) = expected, factNames[names.text] == nil {
            _ = caseCode(names, of: of)
            return nil
        }
        guard let fact = fact(names, in: scope) else { return nil }
        return TypedValue(value: .fact(fact), type: contract.facts[fact].type)
    }

    // MARK: Cases

    mutating func code(_ id: ExpressionID, of type: FactType) -> Int? {
        if type == .bool {
            if case .literal(.bool(let value)) = expression(id).kind { return value ? 1 : 0 }
            report(ContractDiagnostics.mismatch(range(id), expected: Wording("真か偽", "true or false"), found: Wording("別の値", "another value")))
            return nil
        }
        guard case .enumeration(let of) = type else { return nil }
        return caseCode(id, of: of)
    }

    mutating func caseCode(_ id: ExpressionID, of: Place<Enumeration>) -> Int? {
        let enumeration = contract.enumerations[of]
        switch expression(id).kind {
        case .path(let names): return caseCode(names, of: of)
        case .missing: return nil
        case .literal:
            // 該当なし and the like may be the name of a case.
            let written = currentTree.file.text(range(id))
            if let code = enumeration.code(of: written) { return code }
        default: break
        }
        report(
            ContractDiagnostics.mismatch(
                range(id), expected: Wording("「\(enumeration.name)」のどれか", "a case of `\(enumeration.name)`"), found: Wording("式", "an expression")))
        return nil
    }

    private mutating func caseCode(_ names: [Name], of: Place<Enumeration>) -> Int? {
        let enumeration = contract.enumerations[of]
        if let code = enumeration.code(of: names.text) { return code }
        let all = enumeration.cases.map(\.name)
        report(
            ContractDiagnostics.unknownCase(
                range(names.span), names.text, of: enumeration.name, nearest: nearest(to: names.text, in: all), all: all))
        return nil
    }

    // MARK: Literals

    /// A literal as a constant of a type.
    mutating func constant(_ id: ExpressionID, _ type: FactType) -> Int64? {
        guard let typed = value(id, expecting: type), let matched = matched(typed, to: type, at: range(id)), case .constant(let value) = matched
        else { return nil }
        return value
    }

    private mutating func literal(_ id: ExpressionID, expecting expected: FactType?) -> TypedValue? {
        guard case .literal(let literal) = expression(id).kind else { return nil }
        func constant(_ value: Int64?, _ type: FactType) -> TypedValue? { value.map { TypedValue(value: .constant($0), type: type) } }
        switch literal {
        case .bool(let value): return constant(value ? 1 : 0, .bool)
        case .date(let text): return constant(CivilDate(text).map { Int64($0.dayNumber) }, .date)
        case .month(let text): return constant(YearMonth(text).map { Int64($0.monthNumber) }, .month)
        case .time(let text): return constant(TimeOfDay(text).map { Int64($0.minutes) }, .time)
        case .number(let text, let unit):
            if expected == .version, unit == nil { return constant(Version(text)?.packed, .version) }
            guard let number = FixedDecimal(text) else {
                report(ContractDiagnostics.impossible(range(id), text, expected.map { name($0) } ?? Wording("数", "a number")))
                return nil
            }
            if case .number(let wanted?)? = expected, let unit {
                guard let converted = Units.convert(number, from: unit, to: wanted) else {
                    report(ContractDiagnostics.unitMismatch(range(id), expected: wanted, found: unit))
                    return nil
                }
                return constant(converted.micros, .number(unit: wanted))
            }
            if unit == nil, let expected {
                switch expected {
                case .number, .integer: return constant(number.micros, expected)
                default: break
                }
            }
            return constant(number.micros, unit.map { .number(unit: $0) } ?? .number(unit: nil))
        case .string(let text): return named([Name(text: text, span: expression(id).span)], expecting: expected)
        case .asOf, .asOfTime: return nil
        case .unknown, .pending, .inapplicable:
            report(
                ContractDiagnostics.mismatch(
                    range(id), expected: Wording("値", "a value"), found: Wording("状態（試験でだけ値になります）", "a state (a value in tests only)")))
            return nil
        }
    }

    /// A value brought to a type: integers are numbers, units are converted.
    mutating func matched(_ typed: TypedValue, to type: FactType, at range: SourceRange) -> Value? {
        if typed.type == type { return typed.value }
        switch (typed.type, type) {
        case (.integer, .number), (.number(unit: nil), .integer), (.number(unit: nil), .number): return typed.value
        case (.number(let own?), .number(let wanted?)):
            if case .constant(let micros) = typed.value, let converted = Units.convert(FixedDecimal(micros: micros), from: own, to: wanted) {
                return .constant(converted.micros)
            }
            report(ContractDiagnostics.unitMismatch(range, expected: wanted, found: own))
            return nil
        case (.number, .number(unit: nil)): return typed.value
        default:
            report(ContractDiagnostics.mismatch(range, expected: name(type), found: name(typed.type)))
            return nil
        }
    }

    // MARK: Arithmetic and calls

    private mutating func arithmetic(_ sign: ArithmeticOperator, _ left: ExpressionID, _ right: ExpressionID, expecting: FactType?) -> TypedValue? {
        guard sign != .dividedBy else {
            report(ContractDiagnostics.divisionOutsideRounding(range(right)))
            return nil
        }
        guard let first = value(left, expecting: expecting) else { return nil }
        if first.type == .date || first.type == .month { return moved(first, sign, by: right) }
        guard let second = value(right, expecting: sign == .times ? nil : first.type) else { return nil }
        switch (first.type, second.type) {
        case (.number, .number), (.number, .integer), (.integer, .number), (.integer, .integer): break
        default:
            report(ContractDiagnostics.mismatch(range(right), expected: Wording("数", "a number"), found: name(second.type)))
            return nil
        }
        switch sign {
        case .times, .dividedBy:
            let product = Value.product(first.value, second.value)
            // A percentage is so many hundredths.
            let percentages = [first, second].filter { $0.type == .number(unit: Units.percent) }
            if percentages.count == 1 {
                let type = first.type == percentages[0].type ? second.type : first.type
                return TypedValue(value: .product(product, .constant(10_000)), type: type)
            }
            let type = first.type == .integer || first.type == .number(unit: nil) ? second.type : first.type
            return TypedValue(value: product, type: type)
        case .plus, .minus:
            guard let other = matched(second, to: first.type, at: range(right)) else { return nil }
            return TypedValue(value: sign == .plus ? .sum(first.value, other) : .difference(first.value, other), type: first.type)
        }
    }

    /// A date or month moved by a period.
    private mutating func moved(_ date: TypedValue, _ sign: ArithmeticOperator, by right: ExpressionID) -> TypedValue? {
        guard sign != .times else {
            report(ContractDiagnostics.mismatch(range(right), expected: Wording("数", "a number"), found: name(date.type)))
            return nil
        }
        guard let period = period(right, atLeast: 0) else { return nil }
        let direction: Int64 = sign == .plus ? 1 : -1
        let isDays = period.months == 0
        if date.type == .month {
            guard !isDays || period.days == 0 else {
                report(ContractDiagnostics.mismatch(range(right), expected: Wording("月か年の期間", "a period of months or years"), found: Wording("日数", "days")))
                return nil
            }
            return TypedValue(value: .sum(date.value, .constant(direction * period.months)), type: .month)
        }
        let step: CalendarStep = isDays ? .addDays : .addMonths
        return TypedValue(value: .calendar(step, date.value, count: direction * (isDays ? period.days : period.months)), type: .date)
    }

    private mutating func call(_ name: Name, _ arguments: [ExpressionID], _ column: Name?, at range: SourceRange) -> TypedValue? {
        if let function = Function(name) {
            guard let column else { return call(function, arguments, at: range) }
            report(ContractDiagnostics.unknownName(self.range(column.span), Wording("列", "column"), column.text, nearest: nil))
            return nil
        }
        guard let place = tableNames[name.text] else {
            report(
                ContractDiagnostics.unknownName(
                    self.range(name.span), Wording("参照表", "reference table"), name.text,
                    nearest: nearest(to: name.text, in: Array(tableNames.keys))))
            return nil
        }
        let table = contract.tables[place]
        guard arguments.count == table.keys.count else {
            report(ContractDiagnostics.wrongArguments(range, name.text, expected: table.keys.count, found: arguments.count))
            return nil
        }
        var keys: [Value] = []
        for (argument, key) in zip(arguments, table.keys) {
            guard let typed = value(argument, expecting: key.type), let matched = matched(typed, to: key.type, at: self.range(argument)) else { return nil }
            keys.append(matched)
        }
        let names = table.columns.map(\.name)
        guard let column else {
            report(ContractDiagnostics.missingPart(range, Wording("「.列」", "`.column`")))
            return nil
        }
        guard let number = names.firstIndex(of: column.text) else {
            report(
                ContractDiagnostics.unknownName(
                    self.range(column.span), Wording("列", "column"), column.text, nearest: nearest(to: column.text, in: names)))
            return nil
        }
        return TypedValue(value: .lookup(place, keys, column: number), type: table.columns[number].type)
    }
}
