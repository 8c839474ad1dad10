/// What a test or a case says that a duty or its kin should come to. What is `nil` is not looked at.
package struct ExpectedNorm: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case value(Int64)
        /// It cannot be computed yet.
        case open
    }

    /// Its number among the norms.
    package let norm: Int
    /// Whether it applies.
    package let applies: Bool
    package let deadline: Content?
    package let amount: Content?

    package init(norm: Int, applies: Bool, deadline: Content?, amount: Content?) {
        self.norm = norm
        self.applies = applies
        self.deadline = deadline
        self.amount = amount
    }
}
