/// Cases of an enumeration by their codes: at most 256.
package struct CaseSet: Hashable, Sendable {
    /// A bit for each case, the lowest codes first.
    package var words: SIMD4<UInt64> = .zero

    package init(_ codes: some Sequence<Int> = []) { for code in codes { insert(code) } }

    package init(words: SIMD4<UInt64>) { self.words = words }

    package mutating func insert(_ code: Int) {
        precondition((0..<256).contains(code), "an enumeration has at most 256 cases")
        words[code >> 6] |= 1 << UInt64(code & 63)
    }

    package func contains(_ code: Int64) -> Bool { code >= 0 && code < 256 && words[Int(code >> 6)] >> UInt64(code & 63) & 1 == 1 }

    package func contains(_ code: Int) -> Bool { contains(Int64(code)) }

    /// The other cases of an enumeration with `count` cases.
    package func complement(of count: Int) -> CaseSet { CaseSet((0..<count).filter { !contains($0) }) }

    /// The first 64 cases.
    package var low: UInt64 { words[0] }
}
