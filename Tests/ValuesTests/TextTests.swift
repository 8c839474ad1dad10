import Testing
import Values

@Suite("Width, spelling and numerals")
struct TextTests {
    @Test(
        "Full-width ASCII folds, and nothing else does",
        arguments: [("（４０，Ａ＝ｂ）", "(40,A=b)"), ("第　１項", "第 1項"), ("「、。・ー」ｱｲ〜①", "「、。・ー」ｱｲ〜①"), ("plain", "plain"), ("", ""), ("！～", "!~")])
    func folds(text: String, folded: String) {
        #expect(foldWidth(text) == folded)
    }

    @Test(
        "Width counts columns",
        arguments: [
            ("", 0), ("abc", 3), ("第40条", 6), ("ｱｲ", 2), ("（１）", 6), ("①Ⅴ※○", 8), ("≥≠×→", 4), ("が", 2), ("か\u{3099}", 2),
            ("e\u{301}", 1), ("a\u{200B}b", 2), ("👨‍👩‍👧", 2), ("🇯🇵", 2), ("𠮷", 2), ("「、。", 6), ("\t\n", 0), ("é", 1),
        ])
    func columns(text: String, width: Int) {
        #expect(displayWidth(text) == width)
    }

    @Test(
        "Distance counts insertions, deletions, replacements and swaps",
        arguments: [
            ("", "", 0), ("規則", "規則", 0), ("規則", "規制", 1), ("rule", "ruel", 1), ("rule", "rle", 1), ("kitten", "sitting", 3),
            ("", "ab", 2), ("ca", "abc", 3),
        ])
    func distance(left: String, right: String, expected: Int) {
        #expect(editDistance(left, right, limit: 5) == expected)
        #expect(editDistance(right, left, limit: 5) == expected)
        #expect(editDistance(left, right, limit: expected - 1) == nil)
    }

    @Test("Long texts are never compared")
    func longTexts() {
        let long = String(repeating: "a", count: 65)
        #expect(editDistance(long, long, limit: 5) == nil)
        #expect(editDistance(String(repeating: "あ", count: 1_000_000), "あ", limit: .max) == nil)
        #expect(editDistance(String(long.dropLast()), String(long.dropLast()), limit: 0) == 0)
    }

    @Test(
        "The nearest name is suggested",
        arguments: [
            ("障害復日", "障害復旧"), ("os", "OS"), ("ＯＳ", "OS"), ("Windwos 10", "Windows 10"), ("全く別の言葉", nil), ("x", nil), ("", nil),
            ("制約", nil),
        ] as [(String, String?)])
    func suggestion(name: String, expected: String?) {
        #expect(nearest(to: name, in: ["障害復旧", "問合せ", "OS", "Windows 7", "Windows 10"]) == expected)
    }

    @Test("The first of equally near names is suggested")
    func firstOfEquals() {
        #expect(nearest(to: "規則", in: ["規約", "規制"]) == "規約")
    }

    @Test(
        "Numerals are read in every style",
        arguments: [
            ("三十一", 31), ("四〇", 40), ("百二十", 120), ("〇", 0), ("十", 10), ("二十", 20), ("九千九百九十九", 9999), ("千", 1000), ("千一", 1001),
            ("一二三", 123), ("40", 40), ("４０", 40), ("４0", 40), ("0", 0), ("弐拾壱", 21), ("〇五", 5),
        ])
    func numeral(text: String, value: Int) {
        #expect(KanjiNumeral.parse(text) == value)
    }

    @Test(
        "What is no numeral, or above 9999, is refused",
        arguments: ["", "条", "十十", "二十〇", "〇十", "十百", "一万", "10000", "九九九九九", "3十", "十3", "-1", "三 "])
    func noNumeral(text: String) {
        #expect(KanjiNumeral.parse(text) == nil)
    }

    @Test(
        "A scan takes the longest numeral and stops",
        arguments: [("第三十八条", 1, 38, 3), ("十五三", 0, 15, 2), ("12号", 0, 12, 2), ("二十〇", 0, 20, 2)])
    func scan(text: String, start: Int, value: Int, consumed: Int) throws {
        let found = try #require(KanjiNumeral.scan(Array(text.unicodeScalars), from: start))
        #expect(found == (value, consumed))
    }

    @Test("A scan outside the text finds nothing", arguments: [-1, 2, Int.max, .min])
    func scanOutside(start: Int) {
        #expect(KanjiNumeral.scan(["三", "条"], from: start) == nil)
    }
}
