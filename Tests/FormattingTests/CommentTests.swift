import Formatting
import Syntax
import Testing

@Suite("Comments")
struct CommentTests {
    @Test(
        "Comments stay before what they precede, or at the end of their line",
        arguments: [
            ("列挙 a { # 一\n x # 二\n # 三\n y\n # 四\n} # 五", "列挙 a {  # 一\n  x  # 二\n  # 三\n  y\n  # 四\n}  # 五\n"),
            ("権利 a {\n# 一\n}", "権利 a {\n  # 一\n}\n"), ("権利 a { # 一\n}", "権利 a {  # 一\n}\n"), ("権利 a # 一\n{ }", "権利 a {  # 一\n}\n"),
            ("＃全角　\n定義 a = b", "#全角\n定義 a = b\n"), ("定義 a = b # 一\n# 二", "定義 a = b  # 一\n# 二\n"),
            ("列挙 a { x ; # 一\n y # 二\n, z }", "列挙 a {\n  x  # 一\n  y  # 二\n  z\n}\n"),
            ("# 一\n\n# 二\n\n\n# 三\n定義 a = b", "# 一\n\n# 二\n\n# 三\n定義 a = b\n"),
        ])
    func placed(written: String, expected: String) throws {
        #expect(try formatted(written) == expected)
        #expect(try formatted(expected) == expected)
    }

    @Test(
        "Comments between the parts of a condition break it there; those that cannot stay go behind",
        arguments: [
            ("定義 x = a # 一\n かつ # 二\n b", "定義 x = a  # 一\n  # 二\n  かつ b\n"),
            ("定義 x = a かつ (b # 一\n または c # 二\n) かつ d", "定義 x = a\n  かつ (b  # 一\n    または c)  # 二\n  かつ d\n"),
            ("定義 x = a # 一\n = # 二\n b", "定義 x = a = b  # 一\n# 二\n"), ("定義 x = (a かつ b # 一\n)", "定義 x = a かつ b  # 一\n"),
            ("定義 x = a. # 一\n b", "定義 x = a.b  # 一\n"),
            ("規則 r {\n もし # 一\n a\n ならば d = # 二\n o\n}", "規則 r {\n  もし a  # 一\n  ならば d = o  # 二\n}\n"),
            ("事実 a {\n b : 真偽 # 一\n  問 「q」\n}", "事実 a {\n  b : 真偽  # 一\n    問 「q」\n}\n"),
            ("試験 「t」 {\n a = { b = 1 # 一\n }, { b = 2 } 全員\n}", "試験 「t」 {\n  a = { b = 1 },  # 一\n    { b = 2 } 全員\n}\n"),
        ])
    func inConditions(written: String, expected: String) throws {
        #expect(try formatted(written) == expected)
        #expect(try formatted(expected) == expected)
    }

    @Test("Comments in rows of tables stay with their rows")
    func inTables() throws {
        let text = "表 t 全件 {\n  # 見出し\n  | a || b |\n\n  # 行\n  | 1 || 2 |  # 末\n}\n"
        #expect(try formatted(text) == text)
    }
}
