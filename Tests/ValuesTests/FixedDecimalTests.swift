import Testing
import Values

@Suite("Exact decimals")
struct FixedDecimalTests {
    @Test(
        "A decimal reads exactly and prints plainly",
        arguments: [
            ("0", 0, "0"), ("-0", 0, "0"), ("512", 512_000_000, "512"), ("14.6", 14_600_000, "14.6"), ("-0.5", -500_000, "-0.5"),
            ("0.000001", 1, "0.000001"), ("+3", 3_000_000, "3"), ("007.50", 7_500_000, "7.5"), ("1.0000000000", 1_000_000, "1"),
            ("1e3", 1_000_000_000, "1000"), ("1.5E-3", 1500, "0.0015"), ("0.0000001e1", 1, "0.000001"),
            ("1000000000000000e-9", 1_000_000_000_000, "1000000"), ("0e99999", 0, "0"), ("0.00000000", 0, "0"),
            ("9223372036854.775807", .max, "9223372036854.775807"), ("-9223372036854.775808", .min, "-9223372036854.775808"),
        ] as [(String, Int64, String)])
    func reads(text: String, micros: Int64, printed: String) throws {
        let number = try #require(FixedDecimal(text))
        #expect(number.micros == micros)
        #expect(number.description == printed)
        #expect(FixedDecimal(printed) == number)
    }

    @Test(
        "What is no decimal, not exact or too large is refused",
        arguments: [
            "", "-", "+", ".", ".5", "5.", "1.2.3", "--1", "1 ", " 1", "1,000", "１", "0x10", "1e", "1e+", "1e1000000", "e3", "nan",
            "inf", "0.0000001", "1e-7", "1.23456789", "9223372036854.775808", "-9223372036854.775809", "9223372036855", "1e13",
            "1e99999", "99999999999999999999", "100000000000000000000000000000000000001",
        ])
    func refused(text: String) {
        #expect(FixedDecimal(text) == nil)
    }

    @Test("Whole numbers convert both ways unless they are too large")
    func wholes() {
        #expect(FixedDecimal(40)?.whole == 40)
        #expect(FixedDecimal("1.5")?.whole == nil)
        #expect(FixedDecimal(Int.max) == nil)
        #expect(FixedDecimal(Int.min) == nil)
    }

    @Test(
        "Products are exact",
        arguments: [
            ("1.5", "2", "3"), ("-0.25", "0.4", "-0.1"), ("-3", "-3", "9"), ("0", "-5", "0"), ("1000000", "1000000", "1000000000000"),
            ("4611686018427.387904", "-2", "-9223372036854.775808"),
        ])
    func products(left: String, right: String, product: String) throws {
        let (left, right) = (try #require(FixedDecimal(left)), try #require(FixedDecimal(right)))
        #expect(left.multiplied(by: right)?.description == product)
        #expect(right.multiplied(by: left)?.description == product)
    }

    @Test("A product that would be rounded or overflow gives nothing")
    func inexactProducts() throws {
        let (least, tiny, large) = (FixedDecimal(micros: .min), FixedDecimal(micros: 1), FixedDecimal(micros: .max))
        #expect(tiny.multiplied(by: tiny) == nil)
        #expect(large.multiplied(by: large) == nil)
        #expect(least.multiplied(by: try #require(FixedDecimal(-1))) == nil)
        #expect(least.multiplied(by: try #require(FixedDecimal(1))) == least)
    }

    @Test("Sums and differences that overflow give nothing")
    func sums() throws {
        let (large, least, one) = (FixedDecimal(micros: .max), FixedDecimal(micros: .min), FixedDecimal(micros: 1))
        #expect(large.adding(one) == nil)
        #expect(least.subtracting(one) == nil)
        #expect(large.adding(least)?.micros == -1)
        #expect(try #require(FixedDecimal("0.1")).adding(try #require(FixedDecimal("0.2"))) == FixedDecimal("0.3"))
        #expect(try #require(FixedDecimal("0.1")).subtracting(try #require(FixedDecimal("0.2"))) == FixedDecimal("-0.1"))
    }

    @Test("Decimals order by value")
    func order() throws {
        let sorted = ["-10", "-9.5", "0", "0.000001", "9", "10"]
        #expect(sorted.reversed().compactMap { FixedDecimal($0) }.sorted().map(\.description) == sorted)
    }
}
