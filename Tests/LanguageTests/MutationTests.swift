import Contract
import Diagnostics
import Foundation
import Kiyaku
import Syntax
import Testing

/// Files with random damage. The seed is printed, so that a run can be repeated: `KIYAKU_SEED=…`.
@Suite("Damaged files")
struct MutationTests {
    private static let rounds = 20_000
    /// Larger files are only parsed, and seldom: they take most of the time.
    private static let small = 4_096
    private static let seldom = 400

    @Test("Whatever is done to the bytes of a file, reading it ends and every finding points into it", .timeLimit(.minutes(30)))
    func survives() {
        let seed = ProcessInfo.processInfo.environment["KIYAKU_SEED"].flatMap { UInt64($0) } ?? 0x4B_6979_616B_75
        print("mutation seed: \(seed)")
        var random = SeededGenerator(seed: seed)
        let files = Repository.ruleFiles.map { (bytes: Repository.bytes($0), data: Repository.data(beside: $0)) }
        let small = files.filter { $0.bytes.count <= Self.small }
        let large = files.filter { $0.bytes.count > Self.small }
        let mutator = Mutator(pieces: Mutator.pieces(of: small.map(\.bytes)))
        for round in 0..<Self.rounds {
            let isLarge = round % Self.seldom == 0 && !large.isEmpty
            guard let original = (isLarge ? large : small).randomElement(using: &random) else { return }
            let bytes = mutator.mutate(original.bytes, using: &random)
            let source = SourceFile(path: "damaged", bytes: bytes)
            let diagnostics: [Diagnostic]
            if isLarge {
                diagnostics = SyntaxTree.parse(source, id: SourceID(0)).diagnostics
            } else {
                diagnostics = Compilation(RuleFiles(sources: [source], csv: original.data), checksPatterns: true).diagnostics
            }
            for diagnostic in diagnostics where diagnostic.range.end > bytes.count {
                Issue.record("round \(round) of seed \(seed): \(diagnostic.code.rawValue) points beyond the file")
            }
        }
    }
}

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Damages files: single bytes, lost and doubled stretches, and words of other files in the wrong place.
struct Mutator {
    let pieces: [[UInt8]]

    /// The tokens of some files, each once.
    static func pieces(of files: [[UInt8]]) -> [[UInt8]] {
        var pieces: Set<[UInt8]> = []
        for bytes in files {
            let tree = SyntaxTree.parse(SourceFile(path: "", bytes: bytes), id: SourceID(0))
            for token in tree.tokens { pieces.insert(Array(bytes[Int(token.start)..<Int(token.end)])) }
        }
        return pieces.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// A damaged copy.
    func mutate(_ original: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let length = min(bytes.count - place, Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<7, using: &random) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: Int.random(in: 0...bytes.count, using: &random))
            case 4: bytes.removeSubrange(place...)
            case 5: bytes.insert(contentsOf: Array(repeating: 0x28, count: length * 4), at: place)
            default: bytes.insert(contentsOf: pieces.randomElement(using: &random).map { $0 + [0x20] } ?? [], at: place)
            }
        }
        return bytes
    }
}
