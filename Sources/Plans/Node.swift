package import Vocabulary

/// What a node of a plan computes. Conditions give a truth, values a reading.
package enum Operation: UInt8, Sendable {
    // Conditions.
    /// `immediate` is 0 or 1.
    case constantTruth
    /// `first` children from `second`.
    case and, or
    /// Of node `first`.
    case not
    /// Fact `first` is in case set `second`; `immediate` has its first 64 cases.
    case isCase
    /// Set fact `first` against the mask in `immediate`.
    case hasAny, hasAll
    /// Values `first` and `second`; the relation is in `immediate`.
    case compare
    /// Fact `first` against the constant in `immediate`; the relation is in `second`.
    case compareFact
    case isPending, isInapplicable
    /// Rule `first`.
    case holds, applies
    /// Decision `first`; a bit for each outcome in `immediate`.
    case outcome
    /// Interpretation `first` follows reading `second`.
    case reading
    /// List `first`, condition `second`.
    case some, every

    // Values.
    case constantValue
    case fact
    case sum, difference, product
    /// From date `first` to date `second`.
    case days
    /// `first` factors from child `second`, then as many divisors as `immediate` has above its lowest two bits, then the step; the rounding is
    /// in these bits.
    case rounded
    /// Value `first`; the step is in `second`, its count in `immediate`.
    case calendar
    case count, total
    /// Table `first`, key nodes from child `second`, column in `immediate`.
    case lookup
    /// `first` pairs of condition and value from child `second`.
    case choice
}

/// The number of a node.
package struct NodeID: Hashable, Sendable {
    package let number: Int32

    package init(_ number: Int) { self.number = Int32(clamping: number) }

    package var value: Int { Int(number) }
}

/// One step of a condition: 24 bytes, no references.
package struct Node: Hashable, Sendable {
    package let operation: Operation
    package let first: Int32
    package let second: Int32
    package let immediate: Int64

    package init(_ operation: Operation, first: Int = 0, second: Int = 0, immediate: Int64 = 0) {
        self.operation = operation
        self.first = Int32(clamping: first)
        self.second = Int32(clamping: second)
        self.immediate = immediate
    }
}

extension Node {
    /// The step of a `calendar` node.
    @inline(__always)
    package var calendarStep: CalendarStep { CalendarStep(rawValue: second) ?? .addDays }
    /// The rounding of a `rounded` node.
    package var rounding: Rounding { Rounding(rawValue: immediate & 3) ?? .down }
    /// How many divisors a `rounded` node has.
    package var divisorCount: Int { Int(immediate >> 2) }
    /// How many children a `rounded` node has.
    package var roundedCount: Int { Int(first) + divisorCount + 1 }
}
