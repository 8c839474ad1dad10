import Runtime
import Testing
import Vocabulary

@Suite("Comparison of readings")
struct ComparisonTests {
    private static let relations: [Relation] = [.less, .lessOrEqual, .equal, .notEqual, .greaterOrEqual, .greater]
    private static let today: Int64 = 100

    private static func compared(_ left: Reading, _ right: Reading) -> [Truth] { relations.map { comparison($0, left, right, asOf: today) } }

    @Test(
        "Known values lie to each other in one of three ways",
        arguments: [
            (1, 2, [Truth.yes, .yes, .no, .yes, .no, .no]), (2, 2, [.no, .yes, .yes, .no, .yes, .no]), (3, 2, [.no, .no, .no, .yes, .yes, .yes]),
            (Int64.min, Int64.max, [.yes, .yes, .no, .yes, .no, .no]), (-1, -2, [.no, .no, .no, .yes, .yes, .yes]),
        ])
    func known(left: Int64, right: Int64, expected: [Truth]) {
        #expect(Self.compared(Reading(.known, left), Reading(.known, right)) == expected)
    }

    @Test("With what does not apply, or was not decided, every comparison is false", arguments: [KnowledgeState.inapplicable, .unexercised])
    func absent(state: KnowledgeState) {
        for other in [Reading(.known, 1), .unknown, Reading(.pending), Reading(.inapplicable), Reading(.unexercised)] {
            #expect(Self.compared(Reading(state), other).allSatisfy { $0 == .no })
            #expect(Self.compared(other, Reading(state)).allSatisfy { $0 == .no })
        }
    }

    @Test("With the unknown every comparison is open, also of the unknown with itself")
    func unknown() {
        for other in [Reading(.known, 1), .unknown, Reading(.pending)] {
            #expect(Self.compared(.unknown, other).allSatisfy { $0 == .unknown })
            #expect(Self.compared(other, .unknown).allSatisfy { $0 == .unknown })
        }
        #expect(Self.compared(Reading(.pending), Reading(.pending)).allSatisfy { $0 == .unknown })
    }

    @Test(
        "What is still to come is later than today and all days before; how it lies to a later day is open", arguments: [(99, true), (100, true), (101, false)])
    func pending(day: Int64, isSettled: Bool) {
        let later: [Truth] = [.no, .no, .no, .yes, .yes, .yes]
        let earlier: [Truth] = [.yes, .yes, .no, .yes, .no, .no]
        let open = Array(repeating: Truth.unknown, count: 6)
        #expect(Self.compared(Reading(.pending), Reading(.known, day)) == (isSettled ? later : open))
        #expect(Self.compared(Reading(.known, day), Reading(.pending)) == (isSettled ? earlier : open))
    }
}
