/// A step of the evaluation: whether a rule's condition is true (成立), or whether it also stands undefeated (適用).
package enum Step: Hashable, Sendable {
    case holds(Place<Rule>)
    case applies(Place<Rule>)

    /// The rule.
    package var rule: Place<Rule> {
        switch self {
        case .holds(let rule), .applies(let rule): rule
        }
    }
}
