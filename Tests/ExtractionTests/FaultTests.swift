import Diagnostics
import Extraction
import Patterns
import Testing
import Values
import Vocabulary

@Suite("Patterns that cannot be used")
struct FaultTests {
    private func extractor(_ patterns: [String]) -> Extractor {
        Extractor(
            enumerations: [Enumeration(name: "種", label: nil, cases: patterns.map { .init(name: $0, label: nil, patterns: [$0]) })],
            facts: [Fact(name: "物.種", type: .set(Place(0)))])
    }

    @Test("An invalid pattern is reported, and the others still find")
    func invalid() throws {
        let result = extractor(["(", "火災"]).extract("火災")
        #expect(result.found.map(\.content) == [.member(1, isIn: true)])
        let fault = try #require(result.faults.first)
        #expect(result.faults.count == 1)
        #expect(fault.owner == .enumerationCase(Place(0), code: 0))
        #expect(fault.pattern == "(")
        #expect(fault.error.kind == .syntax)
    }

    @Test("A pattern that runs away is given up and reported", .timeLimit(.minutes(1)))
    func runaway() {
        let result = extractor(["(a|aa)+$", "火災"]).extract(String(repeating: "a", count: 5_000) + "火災。")
        #expect(result.faults.map(\.error.kind) == [.limit])
        #expect(result.found.map(\.content) == [.member(1, isIn: true)])
    }

    @Test("A text that is too long is refused with a word about it")
    func long() {
        let result = extractor(["火災"]).extract(String(repeating: "火災", count: Extractor.longestText))
        #expect(result.found.isEmpty)
        #expect(result.faults.map(\.owner) == [.text])
        #expect(result.faults.first?.wording(.japanese).contains("長すぎます") == true)
    }

    @Test(
        "A text as long as may be ends soon, whatever it repeats", .timeLimit(.minutes(1)),
        arguments: ["1", "年", "火災か", "が、", " ", "(", "業者が", "片道1", "1月", "\u{3099}", "\0", "解約は"])
    func hostile(unit: String) {
        let text = String(repeating: unit, count: Extractor.longestText / unit.utf8.count)
        let day = Int64(CivilDate("2026-11-20")?.dayNumber ?? 0)
        let result = Sample.extractor.extract(text, asOf: day)
        #expect(result.faults.allSatisfy { $0.error.kind == .limit })
        #expect(result == Sample.extractor.extract(text, asOf: day))
    }

    @Test("A text full of matches is told once", .timeLimit(.minutes(1)))
    func many() {
        let result = extractor(["火災", "水害"]).extract(String(repeating: "火災と水害。", count: 1_500))
        #expect(result.found.map(\.content) == [.member(0, isIn: true), .member(1, isIn: true)])
    }

    @Test("Patterns that match nothing at all find nothing")
    func empty() { #expect(extractor(["", "x*"]).extract("火災").found.isEmpty) }

    @Test("Several may search at once with the same extractor")
    func threads() async {
        let extractor = extractor(["火災"])
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { extractor.extract("火災").found.count } }
            for await count in group { #expect(count == 1) }
        }
    }
}
