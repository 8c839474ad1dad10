import Diagnostics
import Syntax
import Values
import Vocabulary

/// Comparisons of values with cases, values, and several of them.
extension Checker {
    /// Whether a comparison asks only whether two are the same: cases, series and sets of values have no order.
    mutating func isEquality(_ comparison: Comparison, at range: SourceRange) -> Bool {
        let found: Wording
        switch comparison {
        case .equal, .notEqual, .oneOf: return true
        case .includes, .includesAny, .includesAll: found = Wording("集合の比較", "a comparison of a set")
        case .series: found = Wording("版の系列", "a series of versions")
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .atLeast, .atMost, .lessThan, .moreThan, .onOrAfter, .onOrBefore, .laterThan, .earlierThan:
            found = Wording("大小の比較", "an ordering")
        }
        report(ContractDiagnostics.mismatch(range, expected: Wording("「=」「≠」「のいずれか」", "`=`, `≠` or `is one of`"), found: found))
        return false
    }

    // MARK: Cases

    /// The cases that a comparison of a value of a type lets through; `nil` where it is wrong.
    mutating func codes(_ comparison: Comparison, _ right: ExpressionID, of type: FactType, at range: SourceRange) -> CaseSet? {
        guard isEquality(comparison, at: range) else { return nil }
        var codes = CaseSet()
        for member in members(right) {
            guard let code = code(member, of: type) else { return nil }
            codes.insert(code)
        }
        return comparison == .notEqual ? codes.complement(of: caseCount(type)) : codes
    }

    /// A condition compared with 真 and 偽, and which of them that lets through; `nil` where it is wrong.
    mutating func truth(
        _ condition: Condition, _ comparison: Comparison, _ right: ExpressionID, at range: SourceRange
    ) -> (condition: Condition, codes: CaseSet)? {
        guard let codes = codes(comparison, right, of: .bool, at: range) else { return nil }
        let wanted: Condition =
            switch (codes.contains(1), codes.contains(0)) {
            case (true, false): condition
            case (false, true): .not(condition)
            case (let isAny, _): .constant(isAny)
            }
        return (wanted, codes)
    }

    mutating func cases(_ comparison: Comparison, _ left: TypedValue, _ right: ExpressionID, at range: SourceRange) -> Condition {
        guard isEquality(comparison, at: range) else { return .constant(false) }
        let isNegated = comparison == .notEqual
        var codes = CaseSet()
        var conditions: [Condition] = []
        for member in members(right) {
            if case .path(let names) = expression(member).kind, let other = otherValue(names, like: left.type) {
                conditions.append(.compare(isNegated ? .notEqual : .equal, left.value, other))
            } else if let code = code(member, of: left.type) {
                codes.insert(code)
            }
        }
        if conditions.isEmpty || codes != CaseSet() {
            conditions.append(isCase(left, isNegated ? codes.complement(of: caseCount(left.type)) : codes))
        }
        return conditions.count == 1 ? conditions[0] : isNegated ? .and(conditions) : .or(conditions)
    }

    /// That a value is one of some cases.
    func isCase(_ left: TypedValue, _ codes: CaseSet) -> Condition {
        if case .fact(let fact) = left.value { return isCase(fact, codes) }
        let cases = (0..<caseCount(left.type)).filter { codes.contains($0) }
        return .or(cases.map { .compare(.equal, left.value, .constant(Int64($0))) })
    }

    func caseCount(_ type: FactType) -> Int {
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

    // MARK: Ordered values

    mutating func ordered(_ comparison: Comparison, _ left: TypedValue, _ right: ExpressionID, at range: SourceRange) -> Condition {
        if comparison == .series { return series(left, right, isNegated: false)?.condition ?? .constant(false) }
        guard isSeveral(right) || comparison == .oneOf else {
            guard let other = value(right, expecting: left.type), let right = matched(other, to: left.type, at: range) else { return .constant(false) }
            return .compare(comparison.relation, left.value, right)
        }
        guard isEquality(comparison, at: range) else { return .constant(false) }
        let isNegated = comparison == .notEqual
        let conditions = members(right).map { alternative(left, $0, isNegated: isNegated)?.condition ?? .constant(false) }
        return conditions.count == 1 ? conditions[0] : isNegated ? .and(conditions) : .or(conditions)
    }

    /// Whether an expression stands for more than one value: a set or a series.
    func isSeveral(_ id: ExpressionID) -> Bool { if case .set = expression(id).kind { true } else { isSeries(id) } }

    /// A condition on a value, and the values that it looks for where that can be told without facts.
    typealias Alternative = (condition: Condition, range: ClosedRange<Int64>?)

    /// That a value is another, or of a series, or that it is not; `nil` where it is wrong. What does not apply neither is nor is not.
    mutating func alternative(_ left: TypedValue, _ member: ExpressionID, isNegated: Bool) -> Alternative? {
        if isSeries(member) { return series(left, member, isNegated: isNegated) }
        guard let other = value(member, expecting: left.type), let right = matched(other, to: left.type, at: range(member)) else { return nil }
        let condition = Condition.compare(isNegated ? .notEqual : .equal, left.value, right)
        guard case .constant(let constant) = right else { return (condition, nil) }
        return (condition, constant...constant)
    }

    private func isSeries(_ id: ExpressionID) -> Bool {
        if case .literal(.number(_, let unit?)) = expression(id).kind { Units.series.contains(unit) } else { false }
    }

    /// `a が 6系`: from the first to the last version that begins with 6.
    private mutating func series(_ left: TypedValue, _ right: ExpressionID, isNegated: Bool) -> Alternative? {
        let kind = Wording("版の系列", "a series of versions")
        guard left.type == .version else {
            report(ContractDiagnostics.mismatch(self.range(right), expected: name(left.type), found: kind))
            return nil
        }
        guard isSeries(right), case .literal(.number(let text, _)) = expression(right).kind, let range = Version.range(ofSeries: text) else {
            report(ContractDiagnostics.mismatch(self.range(right), expected: kind, found: Wording("別の値", "another value")))
            return nil
        }
        let (first, last) = (range.lowerBound.packed, range.upperBound.packed)
        func compared(_ relation: Relation, _ bound: Int64) -> Condition { .compare(relation, left.value, .constant(bound)) }
        return (
            isNegated
                ? .or([compared(.less, first), compared(.greater, last)]) : .and([compared(.greaterOrEqual, first), compared(.lessOrEqual, last)]),
            first...last
        )
    }
}
