import Formatting
import Syntax
import Testing
import Values

@Suite("Layout")
struct LayoutTests {
    @Test(
        "Entries stand on lines of their own, indented, without separators",
        arguments: [
            ("列挙 a { x ; y，「z w」 }", "列挙 a {\n  x\n  y\n  「z w」\n}\n"), ("列挙 a{\n\n x\n\n\n y\n\n}", "列挙 a {\n  x\n\n  y\n}\n"),
            ("規則 a{ならば d=o;ただし}", "規則 a {\n  ならば d = o\n  ただし\n}\n"), ("権利 a { }", "権利 a {}\n"),
            ("一括確認 g { a.b, c.d, }", "一括確認 g {\n  a.b\n  c.d\n}\n"), ("定義 a = b ； 定義 c = d", "定義 a = b\n定義 c = d\n"),
            ("試験 「t」 { 基準日 = 2026-01-02 }", "試験 「t」 {\n  基準日 2026-01-02\n}\n"),
            ("事実 a { 「b c」 : 真偽 ; 版 : 版 }", "事実 a {\n  「b c」 : 真偽\n  版 : 版\n}\n"),
            ("列挙 a { 規則 ; 表記 ; 期待 }", "列挙 a {\n  「規則」\n  「表記」\n  期待\n}\n"), ("", ""), ("\n\n# c\n\n", "# c\n"),
            ("事実 a { b : 数 ＭＢ ; c : 数 ; d : 版 }", "事実 a {\n  b : 数 MB\n  c : 数\n  d : 版\n}\n"),
        ])
    func entries(written: String, expected: String) throws {
        #expect(try formatted(written) == expected)
    }

    @Test(
        "At most one blank line is kept, and a clause gets one unless a comment leads up to it",
        arguments: [
            ("定義 a = b\n\n\n\n定義 c = d", "定義 a = b\n\n定義 c = d\n"), ("定義 a = b\n第1条\n定義 c = d", "定義 a = b\n\n第1条\n定義 c = d\n"),
            ("定義 a = b\n# c\n第1条", "定義 a = b\n# c\n第1条\n"), ("定義 a = b # c\n第1条", "定義 a = b  # c\n\n第1条\n"),
            ("定義 a = b\n# c\n\n第1条", "定義 a = b\n# c\n\n第1条\n"), ("\n\n第1条\n\n", "第1条\n"), ("定義 a = b\r\n　\r\n第1条\r\n", "定義 a = b\n\n第1条\n"),
        ])
    func blankLines(written: String, expected: String) throws {
        #expect(try formatted(written) == expected)
    }

    @Test("The bars of a table stand in the same columns, wide characters counted twice", arguments: Lexicon.allCases)
    func tables(lexicon: Lexicon) throws {
        let text = try formatted(
            "表 t 全件 {\n|端末.OS|b||判定|\n|「Windows 7」|-||対象|\n|{①, x}|5.0 以上||c|\n｜-｜版　以降｜｜d｜\n}", lexicon)
        let rows = text.split(separator: "\n").filter { $0.contains("|") }
        #expect(rows.count == 4)
        let bars = rows.map { row in row.indices.filter { row[$0] == "|" }.map { displayWidth(String(row[..<$0])) } }
        #expect(Set(bars).count == 1)
        #expect(bars.first?.count == 5)
        #expect(text.contains(lexicon == .japanese ? "| 端末.OS       | b        || 判定 |" : "| 端末.OS       | b              || 判定 |"))
    }

    @Test("Attributes beyond 120 columns go on in the next line")
    func attributes() throws {
        let question = String(repeating: "問", count: 50)
        let expected = "事実 a {\n  b : 真偽 「ラベル」\n    問 「\(question)」 変更可\n    前提 \(question) = 1\n}\n"
        #expect(try formatted("事実 a { b : 真偽 「ラベル」 問 「\(question)」 変更可 前提 \(question) = 1 }") == expected)
    }

    @Test("Phrases in callers' words fill their lines; those that are meant otherwise begin another")
    func phrases() throws {
        let phrase = "「" + String(repeating: "あ", count: 15) + "」"
        func four(_ indentation: String) -> String { "\(phrase), \(phrase), \(phrase),\n\(indentation)\(phrase)" }
        let list = [phrase, phrase, phrase, phrase].joined(separator: ", ")
        #expect(try formatted("判定 d { 尋ね方 \(list) ; 結果 x }") == "判定 d {\n  尋ね方 \(four("    "))\n  結果 x\n}\n")
        #expect(try formatted("言い方 a.b { \(list) 偽 \(phrase) }") == "言い方 a.b {\n  \(four("    "))\n  偽 \(phrase)\n}\n")
        #expect(try formatted("語 a \(list)") == "語 a \(four("  "))\n")
        #expect(
            try formatted("事実 a { b : 真偽 表記 \(list) 表記 偽 \(phrase) }") == "事実 a {\n  b : 真偽\n    表記 \(four("    "))\n    表記 偽 \(phrase)\n}\n")
    }

    @Test("Outcomes beyond 120 columns stand one below the other")
    func outcomes() throws {
        let label = String(repeating: "あ", count: 30)
        let expected = "判定 d {\n  結果 x 「\(label)」,\n    y 「\(label)」,\n    z\n}\n"
        #expect(try formatted("判定 d { 結果 x 「\(label)」, y 「\(label)」, z }") == expected)
    }

    @Test(
        "Without a lexicon, the one that the file mostly uses wins; names do not count",
        arguments: [
            ("rule a { when x かつ y then d = o }", "rule a {\n  when x and y\n  then d = o\n}\n"),
            ("規則 a { もし x and y ならば d = o }", "規則 a {\n  もし x かつ y\n  ならば d = o\n}\n"),
            ("define 版 = 表.列 + 判定.規則", "define 版 = 表.列 + 判定.規則\n"), ("定義 a = table.rule and when.then", "定義 a = table.rule かつ when.then\n"),
        ])
    func prevailing(written: String, expected: String) throws {
        #expect(try formatted(written, nil) == expected)
    }

    @Test("版 is the edition of the document, and the type of versions")
    func edition() throws {
        let text = "規約 a {\n  版 「1」\n}\n事実 f {\n  版 : 版\n}\n"
        let english = "contract a {\n  edition 「1」\n}\nfacts f {\n  版 : version\n}\n"
        #expect(try formatted(text, .english) == english)
        #expect(try formatted(english, .japanese) == text)
        #expect(try formatted("contract a { version 「1」 }", .english) == "contract a {\n  edition 「1」\n}\n")
    }
}
