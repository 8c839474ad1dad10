import Diagnostics
import Terms
import Testing

@Suite("The outline of anything")
struct MutationTests {
    /// A linear congruential generator: the same texts on every run.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, sides)
        }
    }

    private static let fragments = [
        "第1条", "第９９９９条の２", "（", "）", "※", "１．", "(1)", "Ⅰ.", "【Ⅱ．", "別紙", "附則\n", "\n", "\u{0C}", "|", "# ", "以上\n", "ただし", "。", "目次\n", "下表。\n", "\u{FF9E}",
    ]

    @Test("Whatever happens to a text, it is read without a crash, and each character has one place", arguments: 0..<40)
    func mutations(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 77 &+ 5)
        for path in Files.fixtures {
            var bytes = try #require(Files.bytes(path))
            for _ in 0..<1 + dice.roll(12) where !bytes.isEmpty {
                let place = dice.roll(bytes.count)
                switch dice.roll(5) {
                case 0: bytes[place] = UInt8(dice.roll(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(40)))
                case 2: bytes.insert(contentsOf: Array(Self.fragments[dice.roll(Self.fragments.count)].utf8), at: place)
                case 3: bytes += bytes[place..<min(bytes.count, place + dice.roll(200))]
                default: bytes.swapAt(place, dice.roll(bytes.count))
                }
            }
            try OutlineTests.expectPartition(bytes, names: Files.names)
            let ids = Outline.parse(bytes, names: Files.names).nodes.map(\.id)
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test(
        "Reading takes time in proportion to the text",
        arguments: [
            "第1条（目的）\n", "（１）\n", "・あ\n", "※あ\n", "附則\n", "別紙 表\n", "## 見出し\n", "（", "第", "あ い う\n", "1 ", "|a|\n", "Ⅰ. あ\n", "第1条（目的）第2条（",
            "1．傘\n(1) 傘\n① 傘\nア 傘\n",
            "第1条（目的）\n1．傘\n  1．傘\n    1．傘\n", "第1条（目的）（１）傘　（２）傘\n", "&amp;<!--\n", "か\u{3099}\n",
        ])
    func linear(line: String) {
        let bytes = Array(String(repeating: line, count: 400_000 / line.utf8.count).utf8)
        let clock = ContinuousClock()
        let time = clock.measure { _ = Outline.parse(bytes, names: .none) }
        #expect(time < .seconds(8))
    }

    @Test("What is larger than any contract is not read")
    func size() { #expect(Outline.parse([UInt8](repeating: 0x20, count: 17 << 20)).findings.map(\.code) == [.termsTooLarge]) }
}
