import Plans
import Runtime
import Testing
import Vocabulary

@Suite("Calculation with readings")
struct CalculationTests {
    /// A number in millionths.
    private static func number(_ value: Double) -> Reading { Reading(.known, Int64((value * 1_000_000).rounded())) }

    @Test(
        "Sums, differences and products are exact",
        arguments: [
            (Arithmetic.sum, 0.1, 0.2, 0.3), (.sum, -5, 5, 0), (.difference, 1, 1.5, -0.5), (.product, 1.5, -2, -3), (.product, 0.001, 0.001, 0.000001),
            (.product, 0, 7, 0),
        ])
    func exact(operation: Arithmetic, left: Double, right: Double, expected: Double) {
        #expect(arithmetic(operation, Self.number(left), Self.number(right)) == Self.number(expected))
    }

    @Test("Days are counted from the first to the second without the first, backwards below zero", arguments: [(10, 40, 30), (40, 10, -30), (10, 10, 0)])
    func days(from: Int64, to: Int64, expected: Double) {
        #expect(arithmetic(.days, Reading(.known, from), Reading(.known, to)) == Self.number(expected))
    }

    @Test(
        "What does not fit, or needs a seventh digit, is unknown and not rounded",
        arguments: [
            (Arithmetic.sum, Int64.max, 1), (.sum, Int64.min, -1), (.difference, Int64.min, 1), (.product, Int64.max, 2_000_000), (.product, 1_000, 100),
            (.days, Int64.min, 1), (.days, 0, Int64.max),
        ] as [(Arithmetic, Int64, Int64)])
    func inexact(operation: Arithmetic, left: Int64, right: Int64) {
        #expect(arithmetic(operation, Reading(.known, left), Reading(.known, right)) == .unknown)
    }

    @Test("What does not apply makes all of it so, before what was not decided, before what is open")
    func states() {
        let states: [KnowledgeState] = [.inapplicable, .unexercised, .unknown, .pending, .known]
        // What is still to come has no value to calculate with.
        let results: [KnowledgeState] = [.inapplicable, .unexercised, .unknown, .unknown]
        for operation in [Arithmetic.sum, .difference, .product, .days] {
            for (one, first) in states.enumerated() {
                for (other, second) in states.enumerated() where one != 4 || other != 4 {
                    #expect(arithmetic(operation, Reading(first, 1), Reading(second, 1)).state == results[min(one, other)])
                }
            }
        }
    }
}
