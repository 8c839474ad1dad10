/// What a contract names some of its decisions for.
package enum DecisionPurpose: Int, Sendable, CaseIterable {
    /// The one that is answered where nothing else is asked.
    case main
    /// Whether an application is taken.
    case application
    /// Whether a device's environment is supported.
    case environment
}

/// The decisions that a contract names for a purpose.
package struct PurposefulDecisions: Sendable, Hashable {
    private var places: [Place<Decision>?] = Array(repeating: nil, count: DecisionPurpose.allCases.count)

    package init() {}

    package subscript(_ purpose: DecisionPurpose) -> Place<Decision>? {
        get { places[purpose.rawValue] }
        set { places[purpose.rawValue] = newValue }
    }
}
