import Syntax

/// How tightly the parts of an expression hold together: the higher binds the tighter.
enum Rank: Int, Comparable {
    case or, and, not, comparison, sum, product, primary

    /// The rank of an expression.
    init(_ kind: Expression.Kind) {
        self =
            switch kind {
            case .or: .or
            case .and: .and
            case .not: .not
            case .comparison, .state, .status, .interpretation: .comparison
            case .arithmetic(.times, _, _), .arithmetic(.dividedBy, _, _): .product
            case .arithmetic: .sum
            case .path, .literal, .set, .call, .quantifier, .records, .missing: .primary
            }
    }

    /// What an operand of かつ or または needs to stand without parentheses. The grammar would do without those around かつ in
    /// または; people read them better with, and that is how rules are written.
    static let operand = Rank.not

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
}
