package import Completions
import Plans
import Runtime
import Values
package import Vocabulary

/// Who owes what by when: every norm of the contract for one case.
package struct Obligations: Sendable {
    /// A norm of which it is not known whether it applies.
    package struct Open: Sendable {
        package let norm: Int
        /// What its condition looks at and is not known.
        package let waiting: [Missing.Subject]
        /// The decisions that it reads and that are not settled.
        package let undecided: [Place<Decision>]
    }

    package let inForce: [NormInForce]
    package let open: [Open]
}
