import Diagnostics
import Formatting
import Syntax
import Testing

@Suite("Round trips")
struct RoundTripTests {
    @Test("A canonical file of every declaration stays as it is")
    func canonical() throws {
        #expect(try formatted(Samples.everything) == Samples.everything)
    }

    @Test("The samples are there")
    func samples() {
        #expect(Samples.reference.count >= 8)
        #expect(Samples.rules.count >= 4)
        #expect(Samples.canonical.values.allSatisfy { $0.count == Samples.all.count })
    }

    @Test("Formatting what is formatted changes nothing", arguments: Samples.all.indices, Lexicon.allCases)
    func idempotent(index: Int, lexicon: Lexicon) throws {
        let once = try #require(Samples.canonical[lexicon])[index]
        #expect(try formatted(once, nil) == once)
    }

    @Test("Japanese to English and back gives the same text", arguments: Samples.all.indices)
    func bothWays(index: Int) throws {
        let japanese = try #require(Samples.canonical[.japanese])[index]
        let english = try formatted(japanese, .english)
        #expect(english == Samples.canonical[.english]?[index])
        #expect(english != japanese)
        #expect(try formatted(english, .japanese) == japanese)
    }

    @Test("No keyword keeps its Japanese spelling in English", arguments: ["規則 ", "もし ", " かつ ", " または ", " でない\n", " 以上", " のいずれか", "判定 "])
    func noJapaneseLeft(word: String) throws {
        let (japanese, english) = (Samples.canonical[.japanese], Samples.canonical[.english])
        #expect(try #require(japanese).joined().contains(word))
        let code = try #require(english).joined().split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("「") && !$0.contains("#") }
            .joined(separator: "\n")
        #expect(!code.contains(word))
    }

    @Test(
        "A file with errors is refused",
        arguments: ["規則", "規則 a { もし }", "定義 x = ", "定義 x = 「", "列挙 a { b", "定義 x = 2026-13-01", "@", "周期 毎月", "定義 x = a holds"])
    func refused(text: String) {
        #expect(throws: FormattingFault.self) { try formatted(text) }
        guard case .failure(.hasErrors(let findings)) = Formatter(lexicon: nil).format(tree(text)) else {
            Issue.record("not refused for its errors")
            return
        }
        #expect(!findings.isEmpty)
    }

    @Test(
        "What the tree does not hold is pointed at, and never dropped",
        arguments: [
            ("規約 a {\n  表題 「一」\n  表題 「二」\n}", 2), ("事実 a {\n  b : 真偽 問 「一」\n    問 「二」\n}", 2),
            ("規則 a {\n  もし x = 1\n  もし y = 2\n  ならば d = o\n}", 2), ("試験 「t」 {\n  基準日 2020-01-01\n  基準日 2021-01-01\n}", 2),
        ])
    func writtenTwice(text: String, line: Int) {
        let tree = tree(text)
        guard case .failure(.notInTree(let range)) = Formatter(lexicon: nil).format(tree) else {
            Issue.record("formatted")
            return
        }
        #expect(tree.file.position(of: Int(range.start)).line == line)
    }
}
