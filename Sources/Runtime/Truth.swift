/// A truth of strong Kleene logic.
package enum Truth: UInt8, Sendable {
    case unknown, yes, no

    @inline(__always)
    package init(_ value: Bool) { self = value ? .yes : .no }

    package static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .unknown: .unknown
        case .yes: .no
        case .no: .yes
        }
    }
}
