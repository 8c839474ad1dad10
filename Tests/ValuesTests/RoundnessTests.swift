import Testing
import Values

@Suite("Round values")
struct RoundnessTests {
    private static func version(_ text: String) throws -> Int64 { try #require(Version(text)).packed }

    @Test(
        "The simplest version of a stretch",
        arguments: [
            ("4", "18.65535.65535.65535", "4"), ("4.0.0.1", "18.65535.65535.65535", "5"), ("4.0.0.1", "4.65535.65535.65535", "4.1"),
            ("4.2.0.1", "4.2.65535.65535", "4.2.1"),
            (nil, "18.65535.65535.65535", "18"), (nil, "8.1", "8"), ("19", nil, "19"), ("5.0.0.7", "5.0.0.7", "5.0.0.7"), (nil, "0.0.0.3", "0"),
        ] as [(String?, String?, String)])
    func versions(least: String?, most: String?, simplest: String) throws {
        let found = Version.simplest(from: try least.map(Self.version), to: try most.map(Self.version))
        #expect(found.flatMap { Version(packed: $0) }?.description == simplest)
    }

    @Test(
        "The simplest amount of a stretch",
        arguments: [
            (1_024_000_000, nil, 1_024_000_000), (nil, 1_023_999_999, 1_023_000_000), (50_000_001, nil, 60_000_000), (50_000_001, 50_000_003, 50_000_001),
            (nil, 5_000_000, 5_000_000), (0, nil, 0),
        ] as [(Int64?, Int64?, Int64)])
    func amounts(least: Int64?, most: Int64?, simplest: Int64) {
        #expect(FixedDecimal.simplest(from: least, to: most) == simplest)
    }

    @Test("Nothing bounded, nothing chosen; the ends of all values are no trap")
    func ends() {
        #expect(Version.simplest(from: nil, to: nil) == nil && FixedDecimal.simplest(from: nil, to: nil) == nil)
        #expect(Version.simplest(from: .max, to: nil) == .max && Version.simplest(from: nil, to: .max) != nil)
        #expect(FixedDecimal.simplest(from: .min, to: .max) == .min && FixedDecimal.simplest(from: .max, to: nil) == .max)
        #expect(!Roundness.isJustBelow(.max, Roundness.zeros) && !Roundness.isJustAbove(.min, Roundness.zeros))
    }
}
