import Diagnostics
import Testing

@Suite("Findings as they are written")
struct DiagnosticTextTests {
    private static let message = Wording("知らない名前です", "the name is unknown")
    private static let help = Wording("名前を確かめてください", "check the name")

    /// A finding about the first place of a word.
    private func finding(
        _ word: String, in text: String, code: DiagnosticCode = .unknownName, file: Int = 0, labels: [DiagnosticLabel] = []
    ) throws -> Diagnostic {
        Diagnostic(code, at: try range(word, in: text, file: file), Self.message, help: Self.help, labels: labels)
    }

    private func range(_ word: String, in text: String, file: Int = 0) throws -> SourceRange {
        let found = try #require(text.utf8.firstRange(of: word.utf8))
        let start = text.utf8.distance(from: text.utf8.startIndex, to: found.lowerBound)
        return SourceRange(file: SourceID(file), start: start, end: start + word.utf8.count)
    }

    private func text(_ text: String, _ language: MessageLanguage = .japanese) -> DiagnosticText {
        DiagnosticText(files: [SourceFile(path: "a.kiyaku", bytes: Array(text.utf8))], language: language)
    }

    private func marker(_ word: String, in line: String) throws -> String? {
        text(line).render(try finding(word, in: line)).split(separator: "\n").first { $0.hasPrefix("    | ") }.map { String($0.dropFirst(6)) }
    }

    @Test("A finding is its place, what is wrong, the line with a marker, and what to do, in Japanese")
    func japanese() throws {
        let rules = "列挙 作業 { 復旧 }\n"
        let expected = """
            a.kiyaku:1:9: 誤り[K2001] 知らない名前です
              1 | 列挙 作業 { 復旧 }
                |             ^^^^
              対処: 名前を確かめてください
            """
        #expect(text(rules).render(try finding("復旧", in: rules)) == expected)
    }

    @Test("The same in English")
    func english() throws {
        let rules = "列挙 作業 { 復旧 }\n"
        let expected = """
            a.kiyaku:1:9: error[K2001] the name is unknown
              1 | 列挙 作業 { 復旧 }
                |             ^^^^
              help: check the name
            """
        #expect(text(rules, .english).render(try finding("復旧", in: rules)) == expected)
    }

    @Test(
        "The marker stands under the word in a font where Japanese is twice as wide",
        arguments: [
            ("abc", "x abc", 2, 3), ("約", "規約", 2, 2), ("x", "ｶﾅx", 2, 1), ("＝", "規 ＝ x", 3, 2), ("①", "号①", 2, 2), ("x", "が x", 3, 1),
            ("x", "か\u{3099} x", 3, 1), ("x", "≥x", 1, 1), ("𠮷", "a𠮷", 1, 2),
        ])
    func markers(word: String, line: String, before: Int, width: Int) throws {
        #expect(try marker(word, in: line) == String(repeating: " ", count: before) + String(repeating: "^", count: width))
    }

    @Test(
        "A tab goes to the next stop of four columns, in the line and in what marks it",
        arguments: [
            ("x", "\tx", "    x", "    ^"), ("x", "ab\tx", "ab  x", "    ^"), ("x", "規約\tx", "規約    x", "        ^"),
            ("a\tb", "\ta\tb", "    a   b", "    ^^^^^"),
            ("x", "abc\t\tx", "abc     x", "        ^"), ("x", "か\u{3099}\tx", "か\u{3099}  x", "    ^"),
        ])
    func tabs(word: String, line: String, shown: String, marked: String) throws {
        let lines = text(line).render(try finding(word, in: line)).split(separator: "\n").map(String.init)
        #expect(lines.dropFirst().prefix(2) == ["  1 | \(shown)", "    | \(marked)"])
    }

    @Test("A place without length has a marker too, also at the end of the file")
    func empty() {
        let rules = "規約"
        let finding = Diagnostic(.missingToken, at: SourceRange(file: SourceID(0), start: 6, end: 6), Self.message, help: Self.help)
        #expect(text(rules).render(finding).contains("\n    |     ^\n"))
        #expect(text("").render(finding) == "a.kiyaku:1:1: 誤り[K1011] 知らない名前です\n  1 | \n    | ^\n  対処: 名前を確かめてください")
    }

    @Test("What goes over several lines is marked to the end of its first")
    func several() {
        let rules = "a 規則 {\n b\n}\n"
        let finding = Diagnostic(.unclosedBrace, at: SourceRange(file: SourceID(0), start: 2, end: 14), Self.message, help: Self.help)
        #expect(text(rules).render(finding).contains("  1 | a 規則 {\n    |   ^^^^^^\n"))
        #expect(!text(rules).render(finding).contains("| b"), "only the first line is shown")
    }

    @Test("The margin is as wide as the line's number, and a line break of two characters is none of the line")
    func margin() throws {
        let rules = String(repeating: "\r\n", count: 99) + "規則 x\r\n"
        let lines = text(rules).render(try finding("x", in: rules)).split(separator: "\n").map(String.init)
        #expect(lines.first == "a.kiyaku:100:4: 誤り[K2001] 知らない名前です")
        #expect(lines.dropFirst().first == "  100 | 規則 x")
        #expect(lines.dropFirst(2).first == "      |      ^")
    }

    @Test("A line of more than 400 bytes is not shown; the place still is", arguments: [(400, true), (401, false)])
    func long(count: Int, isShown: Bool) throws {
        let rules = String(repeating: "a", count: count - 1) + "b"
        let rendered = text(rules).render(try finding("b", in: rules))
        #expect(rendered.hasPrefix("a.kiyaku:1:\(count): "))
        #expect(rendered.contains("^") == isShown)
    }

    @Test("A second place stands below the first, with words of its own, and may be in another file")
    func labels() throws {
        let (one, other) = ("規則 甲\n", "\n規則 乙\n")
        let label = DiagnosticLabel(try range("乙", in: other, file: 1), Wording("先の規則はここです", "the earlier rule is here"))
        let files = [("a.kiyaku", one), ("b.kiyaku", other)].map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }
        let expected = """
            a.kiyaku:1:4: warning[K3008] the name is unknown
              1 | 規則 甲
                |      ^^
              b.kiyaku:2:4: the earlier rule is here
              2 | 規則 乙
                |      ^^
              help: check the name
            """
        let finding = try finding("甲", in: one, code: .conflictingRules, labels: [label])
        #expect(DiagnosticText(files: files, language: .english).render(finding) == expected)
    }

    @Test("A finding about a file that is not there has neither place nor line")
    func unknownFile() throws {
        let rendered = text("規則 甲").render(try finding("甲", in: "規則 甲", file: 7))
        #expect(rendered == "?: 誤り[K2001] 知らない名前です\n  対処: 名前を確かめてください")
    }

    @Test(
        "Each severity has its word in each language",
        arguments: [(DiagnosticCode.unknownName, "誤り", "error"), (.conflictingRules, "警告", "warning"), (.unusedFact, "助言", "advice")])
    func severities(code: DiagnosticCode, japanese: String, english: String) throws {
        let rules = "規則 甲"
        let finding = try finding("甲", in: rules, code: code)
        #expect(text(rules).render(finding).hasPrefix("a.kiyaku:1:4: \(japanese)[\(code.rawValue)] "))
        #expect(text(rules, .english).render(finding).hasPrefix("a.kiyaku:1:4: \(english)[\(code.rawValue)] "))
    }

    @Test("Between two findings is a blank line; of none there is no text")
    func all() throws {
        let rules = "規則 甲"
        let finding = try finding("甲", in: rules)
        let one = text(rules).render(finding)
        #expect(text(rules).render([finding, finding]) == one + "\n\n" + one)
        #expect(text(rules).render([Diagnostic]()).isEmpty)
    }
}
