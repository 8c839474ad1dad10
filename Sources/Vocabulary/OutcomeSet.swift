/// Some outcomes of a decision by their codes, in its order; a conflict is one past the last.
package struct OutcomeSet: Hashable, Sendable {
    /// A bit for each outcome.
    package var bits: UInt64

    package init(bits: UInt64 = 0) { self.bits = bits }

    package init(_ code: Int) { bits = 1 << UInt64(code) }

    package init(_ codes: some Sequence<Int>) { bits = codes.reduce(0) { $0 | 1 << UInt64($1) } }

    package func contains(_ code: Int) -> Bool { bits >> UInt64(code) & 1 == 1 }

    package mutating func insert(_ code: Int) { bits |= 1 << UInt64(code) }

    package var isEmpty: Bool { bits == 0 }
    package var count: Int { bits.nonzeroBitCount }

    /// The outcome, where it is one alone.
    package var only: Int? { count == 1 ? bits.trailingZeroBitCount : nil }

    package func isSubset(of other: OutcomeSet) -> Bool { bits & ~other.bits == 0 }
}

extension OutcomeSet: Sequence {
    package struct Iterator: IteratorProtocol {
        fileprivate var rest: UInt64

        package mutating func next() -> Int? {
            guard rest != 0 else { return nil }
            defer { rest &= rest - 1 }
            return rest.trailingZeroBitCount
        }
    }

    package func makeIterator() -> Iterator { Iterator(rest: bits) }
}
