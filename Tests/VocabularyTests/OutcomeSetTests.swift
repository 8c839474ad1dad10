import Testing
import Vocabulary

@Suite("Sets of outcomes and of cases")
struct OutcomeSetTests {
    @Test("A set of outcomes is what was put into it, in order", arguments: [[], [0], [3], [62], [0, 1, 62], [63], [5, 2, 5]])
    func members(codes: [Int]) {
        let set = OutcomeSet(codes)
        let sorted = Set(codes).sorted()
        #expect(Array(set) == sorted && set.count == sorted.count && set.isEmpty == sorted.isEmpty)
        #expect((0..<64).filter { set.contains($0) } == sorted)
        #expect(set.only == (sorted.count == 1 ? sorted[0] : nil))
        #expect(codes.reduce(into: OutcomeSet()) { $0.insert($1) } == set)
        #expect(set.bits == sorted.reduce(0) { $0 + UInt64(1) << UInt64($1) })
    }

    @Test("A set is part of another where it has nothing that the other lacks", arguments: 0..<16)
    func subsets(bits: UInt64) {
        for other in UInt64(0)..<16 {
            let expected = (0..<4).allSatisfy { bits >> UInt64($0) & 1 == 0 || other >> UInt64($0) & 1 == 1 }
            #expect(OutcomeSet(bits: bits).isSubset(of: OutcomeSet(bits: other)) == expected)
        }
    }

    @Test("A set of cases takes 256 of them", arguments: [[], [0], [63, 64], [127, 128, 191, 192], [255], Array(0..<256)])
    func cases(codes: [Int]) {
        let set = CaseSet(codes)
        #expect((0..<256).filter { set.contains($0) } == codes)
        #expect(set.low == codes.filter { $0 < 64 }.reduce(0) { $0 | UInt64(1) << UInt64($1) })
        #expect(CaseSet(words: set.words) == set && CaseSet(codes.reversed()) == set)
    }

    @Test("No set of cases has a code that is no case", arguments: [-1, 256, 1_000, Int64.min, Int64.max])
    func outside(code: Int64) {
        #expect(!CaseSet(0..<256).contains(code))
    }

    @Test("The other cases are those up to the last of the enumeration")
    func complement() {
        #expect(CaseSet([0, 2]).complement(of: 4) == CaseSet([1, 3]))
        #expect(CaseSet().complement(of: 0) == CaseSet())
        #expect(CaseSet([64]).complement(of: 66).complement(of: 66) == CaseSet([64]))
        #expect(CaseSet([3]).complement(of: 3) == CaseSet([0, 1, 2]))
    }
}
