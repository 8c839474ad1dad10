package import Completions
import Plans
import Runtime
import Values
import Vocabulary

/// A duty or its kin that applies, with what it comes to.
package struct NormInForce: Sendable, Hashable {
    /// The months in which a norm recurs, as month numbers.
    package struct Recurrence: Sendable, Hashable {
        package let from: Int64?
        package let through: Int64?
        /// The first month after that of the day to judge by; `nil` where there is none, or it is open.
        package let next: Int64?
    }

    package let norm: Int
    /// The deadline as a day number, where it can be computed.
    package let deadline: Int64?
    /// What is to be paid, in millionths of its unit.
    package let amount: Int64?
    package let recurrence: Recurrence?
    /// What is not known yet and must be before all of these are.
    package let waiting: [Missing.Subject]
}
