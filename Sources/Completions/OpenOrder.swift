package import Plans
package import Runtime

/// A value that nothing bounds, apart from what moves it by so much.
package enum OpenValue: Hashable {
    /// The day of an event that is still to come.
    case event(FactInstance)
    /// A value that cannot be told, with the records in view of the lists that it looks at; in each state it is one of its own.
    case value(ValueID, records: [Int], KnowledgeState)
}

/// What an open value is compared with.
package enum OpenSide: Hashable {
    case open(OpenValue)
    /// A value that stands for a region of an unknown fact, or for what another value is in that region: how it lies to what the region was not
    /// made for is not known.
    case sample(FactInstance, of: ValueID?, Int64)
    /// All other values, as moves from nought.
    case known
}

/// How far an open value lies from something. `a < b` and `b > a` ask about one distance, and so do `a < 3` and `a ≥ 5`, and `a < b` and `a < b + 30`.
package struct OpenDistance: Hashable {
    package let value: OpenValue
    package let side: OpenSide

    /// The open values that it lies between.
    var values: [OpenValue] { if case .open(let other) = side { [value, other] } else { [value] } }
}

/// How a distance lies to one number: below it, at it or above it.
package struct OpenOrder: Hashable {
    package let distance: OpenDistance
    /// 64 bits would not hold all differences.
    package let bound: Int128
}
