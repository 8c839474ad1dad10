import Testing
import Values

@Suite("Wrapping by display width")
struct WrappingTests {
    @Test(
        "A line that is too wide goes on further in, and breaks where Japanese may be broken",
        arguments: [
            ("短い行", 20, "短い行"), ("一二三四五六七八九十一二三四五", 20, "一二三四五六七八九十\n  一二三四五"),
            // A closing mark stays with its word, an opening one goes with the next.
            ("一二三四五六七八九十。二三四五", 20, "一二三四五六七八九\n  十。二三四五"), ("一二三四五六七八九（二）三四五六", 20, "一二三四五六七八九\n  （二）三四五六"),
            ("  根拠: 一二三四五六七八九十", 20, "  根拠: 一二三四五六\n    七八九十"), ("one two three four five six", 20, "one two three four \n  five six"),
            ("一行目\n一二三四五六七八九十一", 20, "一行目\n一二三四五六七八九十\n  一"), ("", 20, ""),
        ])
    func lines(text: String, columns: Int, wanted: String) { #expect(wrapped(text, columns: columns) == wanted) }

    @Test("Nothing is lost, and no line is wider than the screen", arguments: 13...60)
    func whole(columns: Int) {
        let text = "  解釈: LTSCの扱い = 固有の終了日（案「通常版の終了日」なら結果は「ご契約のサービスの対象外です」に変わります）"
        let lines = wrapped(text, columns: columns).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { displayWidth($0) <= columns } || columns < 14)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}
