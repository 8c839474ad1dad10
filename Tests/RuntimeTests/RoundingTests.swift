import Plans
import Runtime
import Testing
import Vocabulary

@Suite("Quotients and their rounding")
struct RoundingTests {
    private static func number(_ value: Double) -> Reading { Reading(.known, Int64((value * 1_000_000).rounded())) }

    private static func rounded(_ rounding: Rounding, _ factors: [Reading], by divisors: [Reading], to step: Reading = number(1)) -> Reading {
        let parts = factors + divisors + [step]
        return Runtime.rounded(Quotient(rounding, factorCount: factors.count, parts: Operands(start: 0, count: parts.count)), parts)
    }

    @Test(
        "Down, up and half go by the magnitude, to a multiple of the step",
        arguments: [
            (7, 2, 1, [3, 4, 4]), (-7, 2, 1, [-3, -4, -4]), (7, -2, 1, [-3, -4, -4]), (10, 3, 1, [3, 4, 3]), (-10, 3, 1, [-3, -4, -3]), (20, 3, 1, [6, 7, 7]),
            (6, 2, 1, [3, 3, 3]), (0, 5, 1, [0, 0, 0]), (105, 1, 10, [100, 110, 110]), (104, 1, 10, [100, 110, 100]), (-105, 1, 10, [-100, -110, -110]),
            (1.3, 1, 0.5, [1, 1.5, 1.5]), (1, 3, 0.01, [0.33, 0.34, 0.33]), (1, 1_000_000, 1, [0, 1, 0]),
        ] as [(Double, Double, Double, [Double])])
    func roundings(dividend: Double, divisor: Double, step: Double, expected: [Double]) {
        let found = [Rounding.down, .up, .half].map {
            Self.rounded($0, [Self.number(dividend)], by: [Self.number(divisor)], to: Self.number(step))
        }
        #expect(found == expected.map(Self.number))
    }

    @Test("Nothing is rounded on the way")
    func exactInside() {
        // 50 000 × 14.6 % × 30 ÷ 365 = 600; a third times three is one.
        #expect(Self.rounded(.down, [50_000, 0.146, 30].map(Self.number), by: [Self.number(365)]) == Self.number(600))
        #expect(Self.rounded(.up, [Self.number(3)], by: [Self.number(3)]) == Self.number(1))
        #expect(Self.rounded(.down, [Self.number(1), Self.number(9)], by: [Self.number(3), Self.number(3)]) == Self.number(1))
        #expect(Self.rounded(.half, [], by: [Self.number(2)]) == Self.number(1))
    }

    @Test("A product that is too large by itself may fit once it is divided")
    func largeInside() {
        let large = Self.number(9_000_000_000_000)
        #expect(Self.rounded(.down, [large, large], by: [large]) == large)
        #expect(Self.rounded(.down, [large, large], by: [Self.number(1)]) == .unknown)
        #expect(Self.rounded(.down, [Reading(.known, .max)], by: [Self.number(1)], to: Reading(.known, 1)) == Reading(.known, .max))
        #expect(Self.rounded(.up, [Reading(.known, .max)], by: [Self.number(1)]) == .unknown)
        #expect(Self.rounded(.down, [Reading(.known, .min)], by: [Reading(.known, 1)]) == .unknown)
    }

    @Test("Division by zero is unknown, whatever is divided", arguments: [0, 1, -1] as [Double])
    func zero(dividend: Double) {
        #expect(Self.rounded(.down, [Self.number(dividend)], by: [Self.number(0)]) == .unknown)
        #expect(Self.rounded(.up, [Self.number(dividend)], by: [Self.number(2), Self.number(0)]) == .unknown)
        #expect(Self.rounded(.half, [Self.number(dividend)], by: [Self.number(1)], to: Self.number(0)) == .unknown)
    }

    @Test("A part that is open makes it open; a part that does not apply makes it so even beside an open one")
    func states() {
        let one = Self.number(1)
        #expect(Self.rounded(.down, [.unknown], by: [one]) == .unknown)
        #expect(Self.rounded(.down, [one], by: [Reading(.pending)]) == .unknown)
        #expect(Self.rounded(.down, [.unknown, Reading(.inapplicable)], by: [one]) == Reading(.inapplicable))
        #expect(Self.rounded(.down, [.unknown], by: [Reading(.unexercised)]) == Reading(.unexercised))
        // Zero times something open is open: strong Kleene logic is about truths, not about numbers.
        #expect(Self.rounded(.down, [Self.number(0), .unknown], by: [one]) == .unknown)
    }
}
