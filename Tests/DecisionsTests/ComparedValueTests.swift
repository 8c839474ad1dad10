import Decisions
import Samples
import Testing

/// What comparisons with several values, and the cells of tables, come to: each by its words.
@Suite("Comparisons and cells by what they come to")
struct ComparedValueTests {
    private static let head = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 種 { 甲 ; 乙 ; 丙 }
        事実 物 「物」 {
          a : 種 「a」 問 「a」
          b : 種 「b」 問 「b」
          印 : 集合 種 「印」 問 「印」
          真 : 真偽 「真」 問 「真」
          版 : 版 「版」 問 「版」
          量 : 数 MB 「量」 問 「量」
          台 : 整数 「台」 問 「台」
          別 : 整数 「別」 問 「別」
        }
        判定 可否 { 結果 はい ; 既定 いいえ }
        第1条 「一」

        """

    /// Whether a rule applies, on the facts of `物`.
    private func says(_ rules: String, _ facts: String) throws -> String? {
        let sample = try Sample(Self.head + rules)
        return sample.outcome(try sample.say("可否", #""物": \#(facts)"#))
    }

    private func cell(_ column: String, _ cell: String, _ facts: String) throws -> String? {
        try says("表 t 全件 {\n | \(column) || 可否 |\n | \(cell) || はい |\n}", facts)
    }

    @Test(
        "Where the first row wins, a row of 偽 wins over those below it",
        arguments: [("甲", 1, "いいえ"), ("甲", 5, "はい"), ("乙", 5, "はい"), ("丙", 5, "いいえ"), ("丙", 1, "いいえ")])
    func first(a: String, count: Int, expected: String) throws {
        let rules = """
            表 t 先勝ち : 真偽 {
              | 物.a | 物.台 || 値 |
              | 甲   | < 3   || 偽 |
              | 丙   | -     || 偽 |
              | -    | -     || 真 |
            }
            規則 r { もし t ならば 可否 = はい }
            """
        #expect(try says(rules, #"{"a": "\#(a)", "台": \#(count)}"#) == expected)
    }

    @Test("A row of 偽 that may be so leaves open what is below it, and one of 真 above it does not")
    func open() throws {
        func table(_ first: String, _ second: String) -> String {
            "表 t 先勝ち : 真偽 {\n | 物.a | 物.台 || 値 |\n | 甲 | - || \(first) |\n | - | > 3 || \(second) |\n | - | - || 真 |\n}\n規則 r { もし t ならば 可否 = はい }"
        }
        #expect(try says(table("偽", "真"), #"{"台": 5}"#) == nil)
        #expect(try says(table("真", "偽"), #"{"台": 5}"#) == nil)
        #expect(try says(table("真", "偽"), #"{"a": "甲"}"#) == "はい")
        #expect(try says(table("真", "偽"), #"{"台": 3}"#) == "はい")
    }

    @Test(
        "A cell of ≠ takes what is none of its values",
        arguments: [
            ("物.版", "≠ 6系", #"{"版": "6.1"}"#, "いいえ"), ("物.版", "≠ 6系", #"{"版": "5.9"}"#, "はい"), ("物.版", "≠ 6系", #"{"版": "7"}"#, "はい"),
            ("物.版", "6系", #"{"版": "6.1"}"#, "はい"), ("物.版", "{5系, 7.1}", #"{"版": "7.1"}"#, "はい"), ("物.版", "≠ {5系, 7.1}", #"{"版": "7.1"}"#, "いいえ"),
            ("物.版", "≠ {5系, 7.1}", #"{"版": "7.2"}"#, "はい"), ("物.量", "≠ {1MB, 2MB}", #"{"量": 2}"#, "いいえ"), ("物.量", "≠ {1MB, 2MB}", #"{"量": 1}"#, "いいえ"),
            ("物.量", "≠ {1MB, 2MB}", #"{"量": 3}"#, "はい"), ("物.量", "{1MB, 2MB}", #"{"量": 2}"#, "はい"), ("物.台", "{物.別, 3}", #"{"台": 3, "別": 1}"#, "はい"),
            ("物.台", "{物.別, 3}", #"{"台": 1, "別": 1}"#, "はい"), ("物.台", "{物.別, 3}", #"{"台": 2, "別": 1}"#, "いいえ"),
            ("物.台", "≠ {物.別, 3}", #"{"台": 3, "別": 1}"#, "いいえ"),
            ("物.a", "≠ {甲, 乙}", #"{"a": "乙"}"#, "いいえ"), ("物.a", "≠ {甲, 乙}", #"{"a": "丙"}"#, "はい"), ("物.台 > 3", "≠ 真", #"{"台": 3}"#, "はい"),
            ("物.台 > 3", "{真, 偽}", #"{"台": 3}"#, "はい"),
        ])
    func cells(column: String, text: String, facts: String, expected: String) throws {
        #expect(try cell(column, text, facts) == expected)
    }

    @Test(
        "Cases and facts may stand among each other",
        arguments: [
            ("物.a が {甲, 物.b} のいずれか", "甲", "乙", "はい"), ("物.a が {甲, 物.b} のいずれか", "丙", "丙", "はい"), ("物.a が {甲, 物.b} のいずれか", "乙", "丙", "いいえ"),
            ("物.a = {物.b, 甲}", "甲", "乙", "はい"), ("物.a = {物.b, 甲}", "乙", "乙", "はい"), ("物.a = {物.b, 甲}", "丙", "乙", "いいえ"),
            ("物.a ≠ {物.b, 甲}", "丙", "乙", "はい"), ("物.a ≠ {物.b, 甲}", "甲", "乙", "いいえ"), ("物.a ≠ {物.b, 甲}", "乙", "乙", "いいえ"), ("物.a = 物.b", "乙", "乙", "はい"),
        ])
    func mixed(condition: String, a: String, b: String, expected: String) throws {
        #expect(try says("規則 r { もし \(condition) ならば 可否 = はい }", #"{"a": "\#(a)", "b": "\#(b)"}"#) == expected)
    }

    @Test(
        "What does not apply is neither one of some values nor none of them",
        arguments: ["物.版 ≠ 6系", "物.台 ≠ {1, 2}", "物.版 = 6系", "物.a ≠ {甲, 物.b}", "物.a が {甲, 物.b} のいずれか", "物.台 ≠ 1"])
    func inapplicable(condition: String) throws {
        #expect(try says("規則 r { もし \(condition) ならば 可否 = はい }", #""該当なし""#) == "いいえ")
    }

    @Test("Values of other units are brought to that of the fact", arguments: [(1024, "はい"), (2048, "はい"), (1, "いいえ"), (3, "いいえ")])
    func units(megabytes: Int, expected: String) throws {
        #expect(try says("規則 r { もし 物.量 が {1GB, 2GB} のいずれか ならば 可否 = はい }", #"{"量": \#(megabytes)}"#) == expected)
    }

    @Test(
        "A defined condition may be compared with 真 and 偽",
        arguments: [("c = 真", "はい"), ("c ≠ 真", "いいえ"), ("c = 偽", "いいえ"), ("c ≠ 偽", "はい"), ("c が {真, 偽} のいずれか", "はい"), ("c が {偽} のいずれか", "いいえ")])
    func defined(condition: String, expected: String) throws {
        #expect(try says("定義 c = 物.真\n規則 r { もし \(condition) ならば 可否 = はい }", #"{"真": true}"#) == expected)
    }

    @Test("A clause is asked for by its ID as by its name", arguments: ["第2条第1項", "2.1", "２．１", "第二条第一項"])
    func bareClause(clause: String) throws {
        let rules = "判定 別 { 結果 ある ; 既定 ない }\n第2条第1項 「二」\n規則 二 { もし 物.真 ならば 別 = ある }\n第3条 「三」\n規則 三 { もし \(clause) が 成立 かつ \(clause) が 適用 ならば 可否 = はい }"
        #expect(try says(rules, #"{"真": true}"#) == "はい")
        #expect(try says(rules, #"{"真": false}"#) == "いいえ")
    }
}
