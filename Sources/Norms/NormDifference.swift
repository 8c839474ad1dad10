import Completions
import Plans
import Runtime
import Values
import Vocabulary

/// A duty or its kin as it is, and as it would be: with another deadline or amount, or only then, or no more.
package enum NormDifference: Sendable, Hashable {
    case changed(now: NormInForce, then: NormInForce)
    /// It would come in addition.
    case added(NormInForce)
    /// It would not apply.
    case removed(NormInForce)
    /// Whether it would apply would be open.
    case opened(NormInForce)
    /// Whether it applies or what it comes to is open now and then, and under some completion not the same.
    case hanging(NormInForce)

    /// As it is.
    package var now: NormInForce? {
        switch self {
        case .changed(let now, _), .removed(let now), .opened(let now): now
        case .added, .hanging: nil
        }
    }

    /// As it would be.
    package var then: NormInForce? {
        switch self {
        case .changed(_, let then), .added(let then): then
        case .removed, .opened, .hanging: nil
        }
    }

    /// The norm, as it is where it applies; what is to be done is the same otherwise.
    package var norm: Int {
        switch self {
        case .changed(let now, _), .removed(let now), .opened(let now), .hanging(let now): now.norm
        case .added(let then): then.norm
        }
    }
}
