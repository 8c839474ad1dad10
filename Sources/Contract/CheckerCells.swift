import Diagnostics
import Syntax
import Values
import Vocabulary

/// What the cells of decision tables ask of their columns.
extension Checker {
    /// The condition of a cell, none where it takes anything or is wrong, and what it asks.
    mutating func cell(_ cell: Cell, _ input: TableInput) -> (Condition?, CellTest) {
        let comparison: Comparison
        let id: ExpressionID
        switch cell.kind {
        case .any: return (nil, .any)
        case .clauses:
            report(ContractDiagnostics.mismatch(range(cell.span), expected: Wording("値", "a value"), found: Wording("条番号", "a clause")))
            return (nil, .opaque)
        case .value(let value): (comparison, id) = (.oneOf, value)
        case .comparison(let sign, let value): (comparison, id) = (sign, value)
        }
        let range = range(cell.span)
        switch input.kind {
        case .condition(let condition):
            guard let (condition, codes) = truth(condition, comparison, id, at: range) else { return (nil, .opaque) }
            return (condition, .codes(codes, of: 2))
        case .set(let fact, let of): return (memberCell(comparison, id, fact, of, at: range), .opaque)
        case .value(let typed):
            switch typed.type {
            case .bool, .enumeration:
                guard let codes = codes(comparison, id, of: typed.type, at: range) else { return (nil, .opaque) }
                return (isCase(typed, codes), .codes(codes, of: caseCount(typed.type)))
            default:
                guard let (condition, test) = orderedCell(comparison, id, typed, at: range) else { return (nil, .opaque) }
                return (condition, test)
            }
        }
    }

    private mutating func memberCell(
        _ comparison: Comparison, _ id: ExpressionID, _ fact: Place<Fact>, _ of: Place<Enumeration>, at range: SourceRange
    ) -> Condition? {
        switch comparison {
        case .oneOf, .includes, .includesAny, .includesAll: break
        default:
            report(
                ContractDiagnostics.mismatch(
                    range, expected: Wording("値か「を含む」の形", "a value or `includes`"), found: Wording("集合の比較", "a comparison of a set")))
            return nil
        }
        var mask: UInt64 = 0
        for member in members(id) {
            if let code = caseCode(member, of: of) { mask |= 1 << UInt64(code) }
        }
        return comparison == .includesAll ? .hasAll(fact, mask) : .hasAny(fact, mask)
    }

    private mutating func orderedCell(
        _ comparison: Comparison, _ id: ExpressionID, _ typed: TypedValue, at place: SourceRange
    ) -> (condition: Condition, test: CellTest)? {
        switch comparison {
        case .equal, .notEqual, .oneOf, .series, .includes, .includesAny, .includesAll: return severalCell(comparison, id, typed, at: place)
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .atLeast, .atMost, .lessThan, .moreThan, .onOrAfter, .onOrBefore, .laterThan, .earlierThan:
            if isSeveral(id) { return severalCell(comparison, id, typed, at: place) }
        }
        guard let other = value(id, expecting: typed.type), let right = matched(other, to: typed.type, at: range(id)) else { return nil }
        let condition = Condition.compare(comparison.relation, typed.value, right)
        guard case .constant(let constant) = right else { return (condition, .opaque) }
        return (condition, CellTest(comparison.relation, constant))
    }

    /// The same as one of several, or as none of them; an ordering is refused.
    private mutating func severalCell(
        _ comparison: Comparison, _ id: ExpressionID, _ typed: TypedValue, at place: SourceRange
    ) -> (condition: Condition, test: CellTest)? {
        guard isEquality(comparison, at: place) else { return nil }
        let isNegated = comparison == .notEqual
        var conditions: [Condition] = []
        var ranges: [ClosedRange<Int64>]? = []
        for member in members(id) {
            guard let one = alternative(typed, member, isNegated: isNegated) else { return nil }
            conditions.append(one.condition)
            if let range = one.range { ranges?.append(range) } else { ranges = nil }
        }
        let condition = conditions.count == 1 ? conditions[0] : isNegated ? .and(conditions) : .or(conditions)
        guard let ranges else { return (condition, .opaque) }
        return (condition, isNegated ? CellTest(outside: ranges) : .ranges(ranges))
    }
}
