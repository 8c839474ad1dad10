import Syntax

extension Speller {
    /// A comparison after its left side: a sign between the sides, or the words of the lexicon around the right one.
    func comparison(_ comparison: Comparison, _ left: String, _ right: ExpressionID) -> String {
        if let sign = comparison.sign { return "\(left) \(sign) \(flat(right, atLeast: .sum))" }
        guard lexicon == .japanese else { return "\(left) \(comparison.english) \(flat(right, atLeast: .sum))" }
        guard let keyword = comparison.keyword else { return "\(left) \(word(.subject)) \(flat(right, atLeast: .sum))" }
        if comparison.isInclusion { return "\(left) \(word(.locative)) \(flat(right, atLeast: .sum)) \(word(keyword))" }
        // a が 未到来 is complete: as a value to compare with, 未到来 needs parentheses.
        let text = flat(right, atLeast: .sum)
        let value = beginsWithState(right) ? "(\(text))" : text
        return "\(left) \(word(.subject)) \(value) \(word(keyword))"
    }

    /// A cell of a decision table.
    func cell(_ cell: Cell) -> String {
        switch cell.kind {
        case .any: return "-"
        case .clauses(let clauses): return clauses.map { self.clause($0) }.joined(separator: ", ")
        case .value(let value): return cellValue(value)
        case .comparison(let comparison, let value):
            if let sign = comparison.sign { return "\(sign) \(flat(value, atLeast: .primary))" }
            guard lexicon == .japanese, let keyword = comparison.keyword else {
                return "\(comparison.english) \(flat(value, atLeast: .primary))"
            }
            return "\(cellValue(value)) \(word(keyword))"
        }
    }

    /// A cell holds a primary or the sum of two; anything more needs parentheses.
    private func cellValue(_ id: ExpressionID) -> String {
        switch tree[id].kind {
        case .interpretation: flat(id)
        case .arithmetic(let sign, let left, let right) where sign != .times && isPlain(left) && isPlain(right): flat(id)
        default: flat(id, atLeast: .primary)
        }
    }

    private func isPlain(_ id: ExpressionID) -> Bool { Rank(tree[id].kind) == .primary }

    private func beginsWithState(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .literal(.pending), .literal(.inapplicable): true
        case .path(let names): names.count == 1 && isState(names[0])
        case .arithmetic(_, let left, _): Rank(tree[left].kind) >= .sum && beginsWithState(left)
        default: false
        }
    }

    private func isState(_ name: Name) -> Bool {
        switch tree.tokens[name.span.first].keyword {
        case .pending, .inapplicable, .holds, .applies: true
        default: false
        }
    }
}

extension Comparison {
    /// The sign, for a comparison that has one.
    var sign: String? {
        switch self {
        case .equal: "="
        case .notEqual: "≠"
        case .less: "<"
        case .lessOrEqual: "≤"
        case .greater: ">"
        case .greaterOrEqual: "≥"
        default: nil
        }
    }

    /// The word behind the right side in Japanese. 6系 needs none.
    var keyword: Keyword? {
        switch self {
        case .atLeast: .atLeast
        case .atMost: .atMost
        case .lessThan: .lessThan
        case .moreThan: .moreThan
        case .onOrAfter: .onOrAfter
        case .onOrBefore: .onOrBefore
        case .laterThan: .laterThan
        case .earlierThan: .earlierThan
        case .oneOf: .oneOf
        case .includes: .includes
        case .includesAny: .includesAny
        case .includesAll: .includesAll
        default: nil
        }
    }

    /// The words before the right side in English.
    var english: String { keyword?.english ?? "in series" }

    /// Whether Japanese says 集合 に … instead of 値 が ….
    var isInclusion: Bool { self == .includes || self == .includesAny || self == .includesAll }
}
