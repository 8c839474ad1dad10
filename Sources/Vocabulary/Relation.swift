/// How two values are compared, once the words are gone. The raw value has a bit for each way in which the left
/// value may lie to the right one.
package enum Relation: UInt8, Hashable, Sendable {
    case less = 1
    case equal = 2
    case lessOrEqual = 3
    case greater = 4
    case notEqual = 5
    case greaterOrEqual = 6

    /// What is true of two values where this is not: all other ways to lie.
    package var negated: Relation { Relation(rawValue: 7 - rawValue) ?? self }
}
