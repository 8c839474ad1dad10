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
        return .isCase(fact, CaseSet([1]))
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
        guard case .path(let names) = expression(operand).kind, let fact = fact(names, in: scope) else {
            if case .path = expression(operand).kind { return .constant(false) }
            report(ContractDiagnostics.mismatch(range(operand), expected: Wording("事実", "a fact"), found: Wording("式", "an expression")))
            return .constant(false)
        }
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
            case .condition? = resolve(place), case .literal(.bool(let wanted)) = expression(right).kind
        {
            usedDefinitions.insert(place)
            let isPositive = (comparison == .equal) == wanted
            return isPositive ? .definition(place) : .not(.definition(place))
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
        guard case .path(let names) = expression(left).kind, let fact = fact(names, in: scope) else {
            if case .path = expression(left).kind { return .constant(false) }
            report(ContractDiagnostics.mismatch(range(left), expected: Wording("集合の事実", "a set fact"), found: Wording("式", "an expression")))
            return .constant(false)
        }
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

    private mutating func cases(_ comparison: Comparison, _ left: TypedValue, _ right: ExpressionID, at range: SourceRange) -> Condition {
        var codes = CaseSet()
        for member in members(right) {
            if case .path(let names) = expression(member).kind, let other = otherValue(names, like: left.type) {
                guard comparison == .equal || comparison == .notEqual else { break }
                return .compare(comparison == .equal ? .equal : .notEqual, left.value, other)
            }
            guard let code = code(member, of: left.type) else { continue }
            codes.insert(code)
        }
        let count = left.type == .bool ? 2 : caseCount(left.type)
        switch comparison {
        case .equal, .oneOf: break
        case .notEqual: codes = codes.complement(of: count)
        default:
            report(ContractDiagnostics.mismatch(range, expected: Wording("「=」「≠」「のいずれか」", "`=`, `≠` or `is one of`"), found: Wording("大小の比較", "an ordering")))
            return .constant(false)
        }
        if case .fact(let fact) = left.value { return .isCase(fact, codes) }
        return .or((0..<count).filter { codes.contains($0) }.map { .compare(.equal, left.value, .constant(Int64($0))) })
    }

    private func caseCount(_ type: FactType) -> Int {
        if case .enumeration(let of) = type { contract.enumerations[of].cases.count } else { 2 }
    }

    /// A fact or definition of the same type on the right side of a comparison; cases are looked at first.
    private mutating func otherValue(_ names: [Name], like type: FactType) -> Value? {
        if case .enumeration(let of) = type, names.count == 1, contract.enumerations[of].code(of: names[0].text) != nil { return nil }
        if let place = factNames[names.text], contract.facts[place].type == type, fact(names, in: scope) != nil { return .fact(place) }
        if names.count == 1, let place = definitionNames[names[0].text], case .value(_, let other)? = resolve(place), other == type {
            usedDefinitions.insert(place)
            return .definition(place)
        }
        return nil
    }

    private mutating func ordered(_ comparison: Comparison, _ left: TypedValue, _ right: ExpressionID, at range: SourceRange) -> Condition {
        if comparison == .series || isSeries(right) { return series(left, right, negated: comparison == .notEqual) }
        if comparison == .oneOf || isSet(right) {
            let equalities = members(right).map { member -> Condition in
                if isSeries(member) { return series(left, member, negated: false) }
                guard let other = value(member, expecting: left.type) else { return .constant(false) }
                return .compare(.equal, left.value, other.value)
            }
            return comparison == .notEqual ? .not(.or(equalities)) : .or(equalities)
        }
        guard let other = value(right, expecting: left.type) else { return .constant(false) }
        guard let right = matched(other, to: left.type, at: range) else { return .constant(false) }
        return .compare(comparison.relation, left.value, right)
    }

    private func isSet(_ id: ExpressionID) -> Bool { if case .set = expression(id).kind { true } else { false } }

    func isSeries(_ id: ExpressionID) -> Bool {
        if case .literal(.number(_, let unit?)) = expression(id).kind { Units.series.contains(unit) } else { false }
    }

    /// `a が 6系`: from the first to the last version that begins with 6.
    func seriesRange(_ id: ExpressionID) -> ClosedRange<Int64>? {
        guard case .literal(.number(let text, _)) = expression(id).kind, let range = Version.range(ofSeries: text) else { return nil }
        return range.lowerBound.packed...range.upperBound.packed
    }

    mutating func series(_ left: TypedValue, _ right: ExpressionID, negated: Bool) -> Condition {
        guard left.type == .version, let range = seriesRange(right) else {
            report(ContractDiagnostics.mismatch(self.range(right), expected: name(left.type), found: Wording("版の系列", "a series of versions")))
            return .constant(false)
        }
        let inside = Condition.and([
            .compare(.greaterOrEqual, left.value, .constant(range.lowerBound)), .compare(.lessOrEqual, left.value, .constant(range.upperBound)),
        ])
        return negated ? .not(inside) : inside
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
