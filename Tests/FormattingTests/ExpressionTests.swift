import Formatting
import Syntax
import Testing

@Suite("Conditions")
struct ExpressionTests {
    /// Conditions in canonical form in both lexicons.
    static let pairs: [(japanese: String, english: String)] = [
        ("a = b かつ c ≠ d", "a = b and c ≠ d"), ("a < 1 または a ≤ 2 または a > 3 または a ≥ 4", "a < 1 or a ≤ 2 or a > 3 or a ≥ 4"),
        ("a が 5 以上", "a at least 5"), ("a が 5 以下", "a at most 5"), ("a が 5 未満", "a less than 5"), ("a が 5 超", "a more than 5"),
        ("a が b 以降", "a on or after b"), ("a が b 以前", "a on or before b"), ("a が b より後", "a later than b"),
        ("a が b より前", "a earlier than b"), ("a が {x, y} のいずれか", "a is one of {x, y}"), ("a が 6系", "a in series 6系"),
        ("s に x を含む", "s includes x"), ("s に {x} のいずれかを含む", "s includes any of {x}"),
        ("s に {x, y} のすべてを含む", "s includes all of {x, y}"), ("p でない", "not p"), ("p でない でない", "not not p"),
        ("a = b でない", "not a = b"), ("(a または b) でない", "not (a or b)"), ("(a かつ b) でない かつ c", "not (a and b) and c"),
        ("a が 未到来", "a is pending"), ("a が 該当なし", "a is inapplicable"), ("a が (未到来) 以上", "a at least pending"),
        ("第15条第2項 が 成立", "第15条第2項 holds"), ("規則 r が 適用", "rule r applies"), ("解釈 r = 案", "interpretation r = 案"),
        ("一覧表 のいずれかで (一覧表.a)", "any 一覧表 (一覧表.a)"), ("L のすべてで (L.a かつ L.b)", "all L (L.a and L.b)"),
        ("L の件数 (L.a または L.b) > 2", "count L (L.a or L.b) > 2"), ("L の合計 L.a ≥ 100円", "sum L L.a ≥ 100円"),
        ("「A B」 のいずれかで (a)", "any 「A B」 (a)"), ("d + 30日 ≥ 基準日 - 2か月", "d + 30日 ≥ as_of - 2か月"),
        ("(a + b) × 2 = c - (d - e)", "(a + b) × 2 = c - (d - e)"), ("a × (b × c) = -5", "a × (b × c) = -5"),
        ("曜日(d) = 月", "weekday(d) = 月"), ("t(a, b).列 が 基準日 より前", "t(a, b).列 earlier than as_of"),
        ("a = 真 かつ b = 偽 かつ c = 不明", "a = true and b = false and c = unknown"), ("基準時刻 ≥ 9:00", "as_of_time ≥ 9:00"),
        ("(a かつ b) または c", "(a and b) or c"), ("(a または b) かつ c", "(a or b) and c"),
        ("a かつ (b かつ c)", "a and (b and c)"), ("s = のみ {x}", "s = only {x}"), ("(a = b) = c", "(a = b) = c"),
        ("x.「A B」 = 「C」", "x.「A B」 = 「C」"),
        ("a が 適用.開始日 以降", "a on or after 適用.開始日"), ("a が (適用) 以上", "a at least 適用"),
    ]

    @Test("A canonical condition stays as it is, and is said the same way in the other lexicon", arguments: pairs)
    func canonical(japanese: String, english: String) throws {
        let (left, right) = ("定義 x = \(japanese)\n", "define x = \(english)\n")
        #expect(try formatted(left, nil) == left)
        #expect(try formatted(right, nil) == right)
        #expect(try formatted(left, .english) == right)
        #expect(try formatted(right, .japanese) == left)
    }

    @Test(
        "Other spellings become the canonical one",
        arguments: [
            ("a != b", "a ≠ b"), ("a <= b", "a ≤ b"), ("a ≧ b", "a ≥ b"), ("a * b = c", "a × b = c"), ("a − b = c", "a - b = c"),
            ("((a))", "a"), ("(a = b) かつ (c)", "a = b かつ c"), ("a かつ b または c", "(a かつ b) または c"),
            ("(a が 5.0 以上) でない", "a が 5.0 以上 でない"), ("a が 5 超える", "a が 5 超"), ("a ではない", "a でない"),
            ("not a でない", "a でない でない"), ("a が {x; y、} のいずれか", "a が {x, y} のいずれか"), ("(a + b) + c = 1", "a + b + c = 1"),
            ("ａ = ４０ＭＢ", "ａ = 40MB"), ("d ＝ ２０２６－１１－２２", "d = 2026-11-22"), ("第４０条第１項 が 成立", "第40条第1項 が 成立"),
            ("別紙１Ⅴ（３）３ が 適用", "別紙1Ⅴ（3）3 が 適用"), ("第四十条 が 成立", "第四十条 が 成立"), ("ａ ａｔ ｌｅａｓｔ ５", "ａ が 5 以上"),
            ("ｎｏｔ a", "a でない"), ("a = ＂x（y）＂", "a = \"x（y）\""), ("端末．版 = 5.0", "端末.版 = 5.0"),
        ])
    func normalised(written: String, expected: String) throws {
        #expect(try formatted("定義 x = \(written)") == "定義 x = \(expected)\n")
    }

    @Test(
        "A condition beyond 100 columns is broken before its operators",
        arguments: [
            (
                "規則 r { もし あああああああああああああああ = 1 かつ いいいいいいいいいいいいいいいい = 2 かつ うううううううううううううううう = 3 ならば d = o }",
                "規則 r {\n  もし あああああああああああああああ = 1\n    かつ いいいいいいいいいいいいいいいい = 2\n    かつ うううううううううううううううう = 3\n  ならば d = o\n}\n"
            ),
            (
                "定義 x = ああああああああああああああああああああ または (いいいいいいいいいいいいいいいいいいい かつ ううううううううううううううううう)",
                "定義 x =\n  ああああああああああああああああああああ\n  または (いいいいいいいいいいいいいいいいいいい かつ ううううううううううううううううう)\n"
            ),
        ])
    func broken(written: String, expected: String) throws {
        #expect(try formatted(written) == expected)
        #expect(try formatted(expected) == expected)
    }
}
