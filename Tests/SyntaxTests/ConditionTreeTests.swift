import Diagnostics
import Syntax
import Testing

@Suite("Trees of conditions")
struct ConditionTreeTests {
    /// A condition in both languages, and its tree.
    private static let conditions: [(japanese: String, english: String, tree: String)] = [
        ("a または b かつ c でない", "a or b and not c", "(or a (and b (not c)))"),
        ("(a または b) かつ c", "(a or b) and c", "(and (or a b) c)"),
        ("a かつ b かつ c", "a and b and c", "(and a b c)"),
        ("a = b でない", "not a = b", "(not (equal a b))"),
        ("a でない でない", "not not a", "(not (not a))"),
        ("(a かつ b) でない", "not (a and b)", "(not (and a b))"),
        ("a + b × c - d ≥ 2", "a + b × c - d >= 2", "(greaterOrEqual (minus (plus a (times b c)) d) 2)"),
        ("a - (b - c) < -5", "a - (b - c) < -5", "(less (minus a (minus b c)) -5)"),
        ("a が 5 以上", "a at least 5", "(atLeast a 5)"), ("a が 5 以下", "a at most 5", "(atMost a 5)"),
        ("a が 5 未満", "a less than 5", "(lessThan a 5)"), ("a が 5 超", "a more than 5", "(moreThan a 5)"),
        ("a が b 以降", "a on or after b", "(onOrAfter a b)"), ("a が b 以前", "a on or before b", "(onOrBefore a b)"),
        ("a が b より後", "a later than b", "(laterThan a b)"), ("a が b より前", "a earlier than b", "(earlierThan a b)"),
        ("a が {x, y} のいずれか", "a is one of {x, y}", "(oneOf a (set x y))"), ("a が 6系", "a in series 6系", "(series a 6[系])"),
        ("s に x を含む", "s includes x", "(includes s x)"), ("s に {x} のいずれかを含む", "s includes any of {x}", "(includesAny s (set x))"),
        ("s に {x, y} のすべてを含む", "s includes all of {x, y}", "(includesAll s (set x y))"),
        ("a が 未到来", "a is pending", "(pending a)"), ("a が 該当なし", "a is inapplicable", "(inapplicable a)"),
        ("第15条第2項ただし書 が 成立", "第15条第2項ただし書 holds", "(holds 15.2.proviso)"), ("規則 r が 適用", "rule r applies", "(applies rule r)"),
        ("40.1.3 が 成立", "40.1.3 holds", "(holds 40.1.3)"), ("15.2.proviso が 適用", "15.2.proviso applies", "(applies 15.2.proviso)"),
        ("app1.5.3.3 が 成立", "app1.5.3.3 holds", "(holds app1.5.3.3)"), ("app2 が 適用", "app2 applies", "(applies app2)"), ("40 が 成立", "40 holds", "(holds 40)"),
        ("解釈 i = 案", "interpretation i = 案", "(reading i 案)"),
        ("L のいずれかで (L.a)", "any L (L.a)", "(any L L.a)"), ("L のすべてで (L.a または b)", "all L (L.a or b)", "(all L (or L.a b))"),
        ("L の件数 (L.a) > 2", "count L (L.a) > 2", "(greater (count L L.a) 2)"), ("L の合計 L.a ≥ 100円", "sum L L.a ≥ 100円", "(greaterOrEqual (sum L L.a) 100[円])"),
        ("d + 2か月 ≥ 基準日", "d + 2か月 ≥ as_of", "(greaterOrEqual (plus d 2[か月]) as_of)"), ("t(a, b).列 = 真", "t(a, b).列 = true", "(equal (t.列 a b) yes)"),
        ("t() = 不明", "t() = unknown", "(equal (t) unknown)"), ("s = のみ {x}", "s = only {x}", "(equal s (only x))"),
    ]

    @Test("A condition is one tree in both languages", arguments: conditions)
    func trees(japanese: String, english: String, tree: String) {
        for reading in [SyntaxReading("定義 x = \(japanese)"), SyntaxReading("define x = \(english)")] {
            #expect(reading.value == tree)
            #expect(reading.codes.isEmpty)
        }
    }

    @Test(
        "Keywords that stand before a dot or in the place of a name are names",
        arguments: [
            ("版 = 5.0", "(equal 版 5.0)"), ("真.a = 1", "(equal 真.a 1)"), ("a が 適用.開始日 以降", "(onOrAfter a 適用.開始日)"), ("基準日.x", "基準日.x"),
            ("「真」 = 1", "(equal 真 1)"),
        ])
    func names(condition: String, tree: String) {
        #expect(SyntaxReading("定義 x = \(condition)").value == tree)
    }

    @Test(
        "Values are read with their width folded; a text keeps what stands in it",
        arguments: [
            ("ａ＝４０ＭＢ", "(equal a 40[MB])"), ("d ＝ ２０２６－１１－２２", "(equal d 2026-11-22)"), ("t ≥ ９：００", "(greaterOrEqual t 9:00)"),
            ("「Ａ「b」」", "Ａ「b」"), (#""a\"\\\n""#, "a\"\\\n"),
        ])
    func folded(condition: String, tree: String) {
        #expect(SyntaxReading("定義 x = \(condition)").value == tree)
    }

    @Test("Every part of a condition covers the text that it was read from")
    func spans() {
        let reading = SyntaxReading("定義 x = (a または b) でない かつ c が 5 以上")
        let covered = Set(reading.tree.expressions.map { reading.tree.file.text(reading.tree.range($0.span)) })
        #expect(covered == ["a", "b", "a または b", "(a または b) でない", "c", "5", "c が 5 以上", "(a または b) でない かつ c が 5 以上"])
    }

    @Test(
        "A value that the calendar or the numbers do not have is pointed at, and the rest is still read",
        arguments: ["2026-02-29", "2026-13", "25:00", "99999999999999999999"])
    func malformed(value: String) {
        let reading = SyntaxReading("定義 x = \(value)\n定義 y = 1")
        #expect(reading.places == ["K1005 \(value)"])
        #expect(reading.declared == ["x", "y"])
    }

    @Test(
        "Where a part is lacking the finding is there, and the tree says that it is missing",
        arguments: [
            ("a かつ", "(and a missing)", "K1011"), ("a = ならば", "(equal a missing)", "K1010"), ("a が 5", "missing", "K1011"),
            ("a に 5", "missing", "K1011"), ("第1条", "missing", "K1011"), ("a が 成立", "missing", "K1010"), ("(a", "a", "K1011"),
            ("{a", "(set a)", "K1011"), ("t(a).", "missing", "K1011"), ("解釈 i =", "missing", "K1011"),
        ])
    func missing(condition: String, tree: String, code: String) {
        let reading = SyntaxReading("定義 x = \(condition)")
        #expect(reading.value == tree)
        #expect(reading.codes == [code])
    }
}
