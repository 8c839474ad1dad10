import Formatting
import Syntax
import Testing

@Suite("The proof")
struct ProofTests {
    private static let text = "# 注\n第40条 「要旨」\n規則 r {\n  もし a.b = 5 かつ s に x を含む\n  ならば d = 「o p」\n}\n列挙 e {\n  x 表記 /x/\n}\n"

    @Test("The same in other words passes")
    func passes() throws {
        let english = Self.text.replacing("もし", with: "when").replacing("かつ", with: "\n   and").replacing("s に x を含む", with: "s includes x")
        try RoundTrip.check(tree(Self.text), became: english)
    }

    @Test(
        "Any loss or change is found",
        arguments: [
            ("# 注", "# 注意"), ("# 注\n", ""), ("第40条", "第41条"), ("第40条", "40条"), ("「要旨」", "「要」"), ("「要旨」", ""), ("規則 r", "規則 q"), ("a.b", "a.c"),
            ("a.b", "a"), ("= 5", "= 6"), ("= 5", "≠ 5"), ("かつ", "または"), ("を含む", "のいずれかを含む"), ("o p", "o"), ("/x/", "/y/"), ("  x", "  x, y"),
            ("もし a.b = 5 かつ s に x を含む", ""), ("}\n列", "ただし }\n列"), ("ならば", "なら"),
        ])
    func finds(old: String, new: String) {
        #expect(Self.text.contains(old))
        #expect(throws: FormattingFault.wouldChange) {
            try RoundTrip.check(tree(Self.text), became: Self.text.replacing(old, with: new))
        }
    }
}
