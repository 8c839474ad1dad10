import Documents
import Testing

@Suite("Documents that are too much")
struct LimitTests {
    @Test("Nesting is read up to the limit and refused beyond it", arguments: DocumentFormat.allCases, [1, 2, 64, 300])
    func nesting(format: DocumentFormat, levels: Int) throws {
        let limits = DocumentLimits(depth: levels)
        let open = String(repeating: "[", count: levels)
        let close = String(repeating: "]", count: levels)
        #expect(try depth(format.read(Array((open + "1" + close).utf8), limits: limits)) == levels)
        #expect(failure("[" + open + close + "]", as: format, limits: limits)?.kind == .tooDeep)
    }

    @Test("Block nesting is read up to the limit and refused beyond it", arguments: ["- ", "a:\n"], [1, 5, 64])
    func blockNesting(step: String, levels: Int) throws {
        func text(_ levels: Int) -> String {
            step == "- "
                ? String(repeating: step, count: levels) + "x"
                : (0..<levels).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n") + " x"
        }
        let limits = DocumentLimits(depth: levels)
        #expect(try depth(YAMLReader.read(Array(text(levels).utf8), limits: limits)) == levels)
        #expect(failure(text(levels + 1), as: .yaml, limits: limits)?.kind == .tooDeep)
    }

    /// A hundred thousand levels in several shapes.
    static let abysses: [(String, DocumentFormat)] = [
        (String(repeating: "[", count: 100_000), .json), (String(repeating: "{\"a\":", count: 100_000), .json),
        (String(repeating: "[{\"a\":", count: 100_000), .json), (String(repeating: "[", count: 100_000), .yaml),
        (String(repeating: "[\n", count: 100_000), .yaml), (String(repeating: "{a: ", count: 100_000), .yaml),
        (String(repeating: "[a: ", count: 100_000), .yaml), (String(repeating: "- ", count: 100_000), .yaml),
        ((0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), .yaml),
        ((0..<900).map { String(repeating: " ", count: $0) + "-\n" }.joined(), .yaml),
        ("x: 'it''s'\ny: \"\\\"\" # [\nz: " + String(repeating: "[", count: 100_000), .yaml),
        ("x: |\n  \"text\ny: " + String(repeating: "[", count: 100_000), .yaml),
        ("x: plain\n  \"more\ny: " + String(repeating: "[", count: 100_000), .yaml),
    ]

    @Test("A hundred thousand levels are refused, not followed", arguments: abysses)
    func abyss(text: String, format: DocumentFormat) {
        #expect(failure(text, as: format)?.kind == .tooDeep)
        #expect(failure(text, as: format, limits: DocumentLimits(depth: .max))?.kind == .tooDeep)
    }

    @Test("Brackets that a quotation mark hides from the guard meet the next limit")
    func hiddenBrackets() {
        let levels = 950
        let hidden = "a: b\n c: \" " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        #expect(failure(hidden, as: .yaml) != nil)
        let pairs = "? \"\n" + String(repeating: "[a: ", count: levels)
        #expect(failure(pairs, as: .yaml) != nil)
    }

    @Test("A document of more bytes than allowed is refused", arguments: DocumentFormat.allCases)
    func size(format: DocumentFormat) {
        let text = "[" + String(repeating: " ", count: 100) + "]"
        #expect(failure(text, as: format, limits: DocumentLimits(bytes: 102, yamlBytes: 102)) == nil)
        #expect(failure(text, as: format, limits: DocumentLimits(bytes: 101, yamlBytes: 101))?.kind == .tooLarge)
    }

    @Test("A number of more digits than allowed is refused", arguments: DocumentFormat.allCases)
    func digits(format: DocumentFormat) {
        let limits = DocumentLimits(numberBytes: 20)
        #expect(failure("[" + String(repeating: "9", count: 20) + "]", as: format, limits: limits) == nil)
        #expect(failure("[" + String(repeating: "9", count: 21) + "]", as: format, limits: limits)?.kind == .tooLarge)
    }

    @Test("So many combining marks are read, and one more is refused, however they are written", arguments: ["\u{301}", "\u{316}\u{301}", "\\u0301"])
    func marks(mark: String) {
        let size = mark.unicodeScalars.count == 2 ? 2 : 1
        let most = String(repeating: mark, count: 30 / size)
        #expect(failure("[\"e\(most)\", \"e\(most)e\(most)\"]", as: .json) == nil)
        #expect(failure("[\"e\(most)\(mark)\"]", as: .json)?.kind == .tooManyMarks)
        #expect(failure("{\"\(most)\(mark)\": 1}", as: .json)?.kind == .tooManyMarks)
        // Marks that words are written with: dakuten apart, Vietnamese, Hebrew, Thai.
        #expect(failure("[\"か\u{3099}は\u{309A}\", \"Vie\u{323}\u{302}t\", \"ש\u{5C1}\u{5B8}ל\u{5D5}\u{5B9}ם\", \"ที่\"]", as: .json) == nil)
    }

    @Test(
        "The asked depth is held within what a stack bears", arguments: [(Int.min, 1), (0, 1), (64, 64), (.max, 512)])
    func clamped(asked: Int, held: Int) {
        #expect(DocumentLimits(depth: asked).depth == held)
    }
}
