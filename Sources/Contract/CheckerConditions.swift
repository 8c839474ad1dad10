import Diagnostics
import Syntax
import Values
import Vocabulary

extension Checker {
    /// Reads an expression as a condition. What is wrong is reported; the condition is then constant.
    mutating func condition(_ id: ExpressionID) -> Condition {
        let expression = expression(id)
        switch expression.kind {
        case .or(let operands): return .or(operands.map { condition($0) })
        case .and(let operands): return .and(operands.map { condition($0) })
        case .not(let operand): return .not(condition(operand))
        case .comparison(let comparison, let left, let right): return self.comparison(comparison, left, right, at: range(expression.span))
        case .state(let state, let operand): return self.state(state, operand)
        case .status(let target, let status): return self.status(target, status)
        case .interpretation(let name, let reading): return self.reading(name, reading) ?? .constant(false)
        case .quantifier(.any, let list, let body): return quantified(list, body) { .some($0, $1) }
        case .quantifier(.all, let list, let body): return quantified(list, body) { .every($0, $1) }
        case .literal(.bool(let value)): return .constant(value)
        case .path(let names): return bare(names, at: range(expression.span))
        case .call(let name, _, _) where Function(name) == .isHoliday:
            return value(id, expecting: nil).map { .compare(.equal, $0.value, .constant(1)) } ?? .constant(false)
        case .missing: return .constant(false)
        default:
            if let typed = value(id, expecting: nil) { report(ContractDiagnostics.notACondition(range(id), name(typed.type))) }
            return .constant(false)
        }
    }

    /// A path that stands alone: a yes/no fact or a defined condition.
    private mutating func bare(_ names: [Name], at range: SourceRange) -> Condition {
        if names.count == 1, let place = definitionNames[names[0].text] {
            guard let body = resolve(place) else { return .constant(false) }
            switch body {
            case .condition:
                usedDefinitions.insert(place)
                return .definition(place)
            case .value(_, let type):
                report(ContractDiagnostics.notACondition(range, name(type)))
                return .constant(false)
            }
        }
        if names.count == 1, decisionNames[names[0].text] != nil {
            report(ContractDiagnostics.notACondition(range, Wording("判定", "a decision")))
            return .constant(false)
        }
        guard let fact = fact(names, in: scope) else { return .constant(false) }
        guard contract.facts[fact].type == .bool else {
            report(ContractDiagnostics.notACondition(range, name(contract.facts[fact].type)))
            return .constant(false)
        }
        return isCase(fact, CaseSet([1]))
    }

    private mutating func quantified(
        _ list: Name, _ body: ExpressionID, _ make: (Place<RecordList>, Condition) -> Condition
    ) -> Condition {
        guard let place = self.list(list) else { return .constant(false) }
        let isNew = scope.insert(place).inserted
        defer { if isNew { scope.remove(place) } }
        return make(place, condition(body))
    }

    mutating func list(_ name: Name) -> Place<RecordList>? {
        if let place = listNames[name.text] { return place }
        report(
            ContractDiagnostics.unknownName(
                range(name.span), Wording("一覧", "list"), name.text, nearest: nearest(to: name.text, in: Array(listNames.keys))))
        return nil
    }

    private mutating func state(_ state: ValueState, _ operand: ExpressionID) -> Condition {
        guard let fact = fact(operand, expected: Wording("事実", "a fact")) else { return .constant(false) }
        return state == .pending ? .isPending(fact) : .isInapplicable(fact)
    }

    private mutating func status(_ target: Target, _ status: RuleStatus) -> Condition {
        let rules = rules(of: target, excluding: nil)
        return .or(rules.map { status == .holds ? .holds($0) : .applies($0) })
    }

    mutating func reading(_ name: Name, _ reading: Name) -> Condition? {
        guard let place = interpretationNames[name.text] else {
            report(
                ContractDiagnostics.unknownName(
                    range(name.span), Wording("解釈", "interpretation"), name.text,
                    nearest: nearest(to: name.text, in: Array(interpretationNames.keys))))
            return nil
        }
        let readings = contract.interpretations[place].readings.map(\.name)
        guard let number = readings.firstIndex(of: reading.text) else {
            report(ContractDiagnostics.unknownReading(range(reading.span), reading.text, of: name.text, all: readings))
            return nil
        }
        return .reading(place, number)
    }

    // MARK: Facts

    /// The fact that a path names. A fact of a list is in view only inside a quantifier.
    mutating func fact(_ names: [Name], in scope: Set<Place<RecordList>>?) -> Place<Fact>? {
        let path = names.text
        guard let place = factNames[path] else {
            report(
                ContractDiagnostics.unknownName(
                    range(names.span), Wording("事実", "fact"), path,
                    nearest: nearest(to: path, in: Array(factNames.keys) + Array(definitionNames.keys) + Array(decisionNames.keys))))
            return nil
        }
        usedFacts.insert(place)
        if let scope, let list = contract.facts[place].list, !scope.contains(list) {
            report(ContractDiagnostics.listOutside(range(names.span), contract.lists[list].name))
            return nil
        }
        return place
    }

    /// The fact that an operand is; what is no fact is told from what it is instead.
    private mutating func fact(_ operand: ExpressionID, expected: Wording) -> Place<Fact>? {
        guard case .path(let names) = expression(operand).kind else {
            report(ContractDiagnostics.mismatch(range(operand), expected: expected, found: Wording("式", "an expression")))
            return nil
        }
        let (isDefinition, isDecision) = (definitionNames[names.text] != nil, decisionNames[names.text] != nil)
        guard isDefinition || isDecision else { return fact(names, in: scope) }
        let found = isDefinition ? Wording("定義", "a definition") : Wording("判定", "a decision")
        report(ContractDiagnostics.mismatch(range(operand), expected: expected, found: found))
        return nil
    }

    // MARK: Comparisons

    private mutating func comparison(_ comparison: Comparison, _ left: ExpressionID, _ right: ExpressionID, at range: SourceRange) -> Condition {
        if case .path(let names) = expression(left).kind, names.count == 1, let decision = decisionNames[names[0].text] {
            return outcomes(comparison, decision, right, at: range)
        }
        switch comparison {
        case .includes, .includesAny, .includesAll: return inclusion(comparison, left, right)
        default: break
        }
        if case .path(let names) = expression(left).kind, names.count == 1, let place = definitionNames[names[0].text],
            case .condition? = resolve(place)
        {
            usedDefinitions.insert(place)
            return truth(.definition(place), comparison, right, at: range)?.condition ?? .constant(false)
        }
        guard let typed = value(left, expecting: nil) else {
            return .constant(false)
        }
        switch typed.type {
        case .bool, .enumeration: return cases(comparison, typed, right, at: range)
        case .set:
            report(
                ContractDiagnostics.mismatch(
                    range, expected: Wording("「に … を含む」の形", "`includes`"), found: Wording("集合の比較", "a comparison of a set")))
            return .constant(false)
        case .text:
            report(ContractDiagnostics.mismatch(range, expected: Wording("比べられる値", "a value that can be compared"), found: name(.text)))
            return .constant(false)
        default: return ordered(comparison, typed, right, at: range)
        }
    }

    private mutating func outcomes(_ comparison: Comparison, _ decision: Place<Decision>, _ right: ExpressionID, at range: SourceRange) -> Condition {
        let all = contract.decisions[decision].outcomes.map(\.name)
        var mask: UInt64 = 0
        for member in members(right) {
            guard case .path(let names) = expression(member).kind, names.count == 1 else {
                report(ContractDiagnostics.mismatch(self.range(member), expected: Wording("結果の名前", "an outcome"), found: Wording("式", "an expression")))
                continue
            }
            if names[0].text == Keyword.conflict.japanese || names[0].text == Keyword.conflict.english {
                mask |= 1 << UInt64(contract.decisions[decision].conflict)
                continue
            }
            guard let number = all.firstIndex(of: names[0].text) else {
                report(
                    ContractDiagnostics.unknownOutcome(
                        self.range(member), names[0].text, of: contract.decisions[decision].name, nearest: nearest(to: names[0].text, in: all), all: all))
                continue
            }
            mask |= 1 << UInt64(number)
        }
        switch comparison {
        case .equal, .oneOf: return .outcome(decision, mask)
        case .notEqual: return .not(.outcome(decision, mask))
        default:
            report(ContractDiagnostics.mismatch(range, expected: Wording("「=」か「のいずれか」", "`=` or `is one of`"), found: Wording("大小の比較", "an ordering")))
            return .constant(false)
        }
    }

    /// The members of a set literal, or the one value.
    func members(_ id: ExpressionID) -> [ExpressionID] {
        if case .set(let members, _) = expression(id).kind { members } else { [id] }
    }

    private mutating func inclusion(_ comparison: Comparison, _ left: ExpressionID, _ right: ExpressionID) -> Condition {
        guard let fact = fact(left, expected: Wording("集合の事実", "a set fact")) else { return .constant(false) }
        guard case .set(let of) = contract.facts[fact].type else {
            report(ContractDiagnostics.mismatch(range(left), expected: Wording("集合の事実", "a set fact"), found: name(contract.facts[fact].type)))
            return .constant(false)
        }
        var mask: UInt64 = 0
        for member in members(right) {
            if let code = caseCode(member, of: of) { mask |= 1 << UInt64(code) }
        }
        return comparison == .includesAll ? .hasAll(fact, mask) : .hasAny(fact, mask)
    }
}

extension Comparison {
    /// The sign behind the words.
    var relation: Relation {
        switch self {
        case .equal, .oneOf, .series, .includes, .includesAny, .includesAll: .equal
        case .notEqual: .notEqual
        case .less, .lessThan, .earlierThan: .less
        case .lessOrEqual, .atMost, .onOrBefore: .lessOrEqual
        case .greater, .moreThan, .laterThan: .greater
        case .greaterOrEqual, .atLeast, .onOrAfter: .greaterOrEqual
        }
    }
}
