import Diagnostics
import Syntax
import Testing

@Suite("Tokens")
struct TokenTests {
    @Test(
        "A text is cut where its words, numbers and signs end",
        arguments: [
            ("", []), ("# 注釈だけ\n　\t", []), ("版・名ー_1", ["word 版・名ー_1"]), ("a.b", ["word a", "dot .", "word b"]),
            ("2026-11-22", ["dateLiteral 2026-11-22"]), ("2026-11", ["monthLiteral 2026-11"]), ("9:00", ["timeLiteral 9:00"]),
            ("123-4", ["numberLiteral 123", "minus -", "numberLiteral 4"]), ("8.1.2", ["numberLiteral 8.1.2"]),
            ("5.", ["numberLiteral 5", "dot ."]), ("50km/", ["numberLiteral 50km", "patternLiteral /"]),
            ("2か月", ["numberLiteral 2か月"]), ("2か", ["numberLiteral 2", "word か"]), ("14.6%", ["numberLiteral 14.6%"]),
            ("数 %", ["word 数", "percent %"]), ("６系", ["numberLiteral ６系"]), ("1時間", ["numberLiteral 1時間"]),
            ("「あ「い」う」", ["string 「あ「い」う」"]), (#""a\"b""#, [#"string "a\"b""#]), (#"/a\/b/c"#, [#"patternLiteral /a\/b/"#, "word c"]),
            ("||||", ["doubleBar ||", "doubleBar ||"]), ("|||", ["doubleBar ||", "bar |"]),
            ("<=≤≦<", ["lessOrEqual <=", "lessOrEqual ≤", "lessOrEqual ≦", "less <"]), ("!=", ["notEqual !="]),
            ("×*÷", ["times ×", "times *", "dividedBy ÷"]), ("-−", ["minus -", "minus −"]), ("、，,", ["comma 、", "comma ，", "comma ,"]),
            ("（）｛｝；：", ["leftParenthesis （", "rightParenthesis ）", "leftBrace ｛", "rightBrace ｝", "semicolon ；", "colon ："]),
            ("第40条第1項第3号 が", ["clauseReference 第40条第1項第3号", "word が"]), ("40条1項", ["clauseReference 40条1項"]),
            ("40.1.3", ["numberLiteral 40.1.3"]), ("別紙1Ⅴ（3）3。", ["clauseReference 別紙1Ⅴ（3）3", "invalid 。"]), ("第三者", ["word 第三者"]),
        ])
    func cut(text: String, tokens: [String]) {
        #expect(SyntaxReading(text).tokens == tokens)
    }

    @Test("A token is where its bytes are, and knows whether it begins a line")
    func places() {
        // The mark at the beginning is three bytes, 版 and ＝ too, the wide space between them as well.
        let tokens = SyntaxReading("\u{FEFF}版　＝ 1 # 注\n  a\r\nb").tree.tokens
        #expect(tokens.map { [$0.start, $0.end] } == [[3, 6], [9, 12], [13, 14], [23, 24], [26, 27], [27, 27]])
        #expect(tokens.map(\.beginsLine) == [true, false, false, true, true, false])
        #expect(tokens.map(\.length) == [3, 3, 1, 1, 1, 0])
    }

    @Test(
        "What cannot be a token is said once, and all of it is pointed at",
        arguments: [
            ("a $ b", ["K1002 $"]), ("a ！ b", ["K1002 ！"]), ("「あ", ["K1003 「あ"]), ("\"a\n", ["K1003 \"a"]), (#""a\"#, [#"K1003 "a\"#]),
            ("「あ「い」\n」", ["K1003 「あ「い」", "K1002 」"]), ("/a\\/\n", ["K1004 /a\\/"]), ("/", ["K1004 /"]),
        ])
    func invalid(text: String, findings: [String]) {
        let lexical: Set<String> = ["K1001", "K1002", "K1003", "K1004"]
        #expect(SyntaxReading(text).places.filter { lexical.contains(String($0.prefix(5))) } == findings)
    }

    @Test("Bytes that are not UTF-8 are one finding for a run of them, also inside a string, and the rest is read")
    func invalidBytes() {
        let reading = SyntaxReading(bytes: Array("定義 a = ".utf8) + [0xFF, 0xC0, 0x80] + Array("\n定義 b = 1".utf8))
        #expect(reading.codes == ["K1001"])
        #expect(reading.tree.diagnostics.first.map { [$0.range.start, $0.range.end] } == [11, 14])
        #expect(reading.declared.last == "b")
        #expect(SyntaxReading(bytes: Array("第1条 「".utf8) + [0xE3, 0x81] + Array("」".utf8)).codes == ["K1001"])
    }

    @Test("A file beyond four mebibytes is refused whole, one of just that size is read")
    func tooLarge() {
        let text = Array("定義 a = 1\n".utf8)
        let limit = 4 << 20
        func reading(_ size: Int) -> SyntaxReading { SyntaxReading(bytes: text + [UInt8](repeating: 0x20, count: size - text.count)) }
        #expect(reading(limit).codes.isEmpty && reading(limit).declared == ["a"])
        #expect(reading(limit + 1).codes == ["K1006"] && reading(limit + 1).declared.isEmpty)
    }
}
