import Diagnostics
import Syntax
import Testing

@Suite("How deep a condition goes")
struct NestingTests {
    /// The whole is one level, so are each parenthesis and each `not`.
    @Test("Sixty-four levels are read, one more is refused", arguments: [(63, []), (64, ["K1013"]), (5_000, ["K1013"])])
    func levels(count: Int, codes: [String]) {
        let parentheses = String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
        #expect(SyntaxReading("定義 x = \(parentheses)").codes == codes)
        #expect(SyntaxReading("define x = \(String(repeating: "not ", count: count))a").codes == codes)
        let calls = String(repeating: "t(", count: count) + "a" + String(repeating: ")", count: count)
        #expect(SyntaxReading("定義 x = \(calls)").codes == codes)
    }

    @Test(
        "Sets, sums and records are as deep as conditions at most; no file is deeper than the stack",
        arguments: [("定義 x = ", "{", "a", "}", ""), ("define x = ", "sum L ", "1", "", ""), ("試験 「x」 { a = ", "{ a = ", "1", " }", " }")])
    func others(head: String, opening: String, inner: String, closing: String, tail: String) {
        func isTooDeep(_ count: Int) -> Bool {
            let text = head + String(repeating: opening, count: count) + inner + String(repeating: closing, count: count) + tail
            return SyntaxReading(text).codes.contains("K1013")
        }
        #expect(!isTooDeep(50))
        #expect(isTooDeep(70))
        #expect(isTooDeep(100_000))
    }

    @Test("What stands beside each other is not deep")
    func wide() {
        let many = Array(repeating: "(a = 1)", count: 5_000).joined(separator: " かつ ")
        #expect(SyntaxReading("定義 x = \(many)\n定義 y = \(Array(repeating: "1", count: 5_000).joined(separator: " + "))").codes.isEmpty)
    }

    @Test("After what is too deep the next declaration is read, and names its own depth anew")
    func anew() {
        let deep = String(repeating: "(", count: 70) + "a" + String(repeating: ")", count: 70)
        let fine = String(repeating: "(", count: 60) + "a" + String(repeating: ")", count: 60)
        let reading = SyntaxReading("定義 x = \(deep)\n定義 y = \(fine)")
        #expect(reading.codes == ["K1013"])
        #expect(reading.declared == ["x", "y"])
    }
}
