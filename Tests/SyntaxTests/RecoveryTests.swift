import Diagnostics
import Syntax
import Testing

@Suite("Reading goes on after a mistake")
struct RecoveryTests {
    /// A text with one mistake: what is found, and what is declared nevertheless.
    private static let mistakes: [(text: String, places: [String], declared: [String])] = [
        ("これは何\n定義 a = 1", ["K1010 これは何"], ["a"]),
        ("定義 = 1\n定義 a = 1", ["K1010 ="], ["a"]),
        ("定義 a 1\n定義 b = 1", ["K1010 1"], ["b"]),
        ("規則 r { もし a ならば 判 = 可 ; 何か 1 ; ただし }\n定義 b = 1", ["K1015 何か"], ["r", "b"]),
        ("規則 r { もし a }\n定義 b = 1", ["K1011 r"], ["b"]),
        ("規則 r\n定義 b = 1", ["K1010 定義"], ["b"]),
        ("規則 r { もし a ならば 判 = 可\n定義 b = 1", ["K1012 {"], ["r", "b"]),
        ("判定 d { 結果 「可", ["K1003 「可"], ["d"]),
        ("制約 「何か」 { もし a }", ["K1011 制約 「何か」 { もし a }"], []),
        ("条項 Ａ＿ 引用 「別」\n定義 b = 1", ["K1016 Ａ＿"], ["b"]),
        ("表 t { | a || d | }\n定義 b = 1", ["K1010 {"], ["b"]),
        ("列挙 種 { 甲 ; = ; 乙 }", ["K1010 ="], ["種"]),
        ("事実 物 {\n  a : 真偽 何か\n  b : 日付\n}", ["K1015 何か"], ["物"]),
        ("規則 r { 周期 毎月 }", ["K1015 周期"], []),
        ("義務 g { 周期 2026-01 から 2026-02 まで ; 者 甲 }", ["K1010 2026-01"], ["g"]),
        ("試験 「x」 { 期待 d ; 期待 d 未決 }", ["K1010 ;"], ["x"]),
        ("試験 何か { }\n定義 b = 1", ["K1010 何か"], ["b"]),
    ]

    @Test("One mistake is one finding, at its place, and what is beside it is declared", arguments: mistakes)
    func one(text: String, places: [String], declared: [String]) {
        let reading = SyntaxReading(text)
        #expect(reading.places == places)
        #expect(reading.declared == declared)
    }

    @Test("Entries beside a wrong one are kept")
    func entries() {
        let reading = SyntaxReading("列挙 種 {\n  甲 「一」\n  = = {\n    丙 ; 丁 }\n  乙\n}\n事実 物 {\n  a 真偽\n  b : 日付 主題\n}")
        #expect(reading.codes == ["K1010", "K1010"])
        guard case .enumeration(let kinds)? = reading.tree.items.first, case .facts(let facts)? = reading.tree.items.last else {
            Issue.record("not declared")
            return
        }
        #expect(kinds.cases.map(\.name.text) == ["甲", "乙"])
        #expect(facts.facts.map(\.name.text) == ["b"])
    }

    @Test("Words that were passed over are remembered: they may have declared a name")
    func lostWords() {
        let reading = SyntaxReading("定義 ａ 5 ; 第3条 「何か ほか」\n規則 r { もし 「外へ 出た\n  ならば 判 = 可 }\n定義 b = 1")
        #expect(reading.tree.lostWords.isSuperset(of: ["3", "何か ほか"]))
        #expect(!reading.tree.lostWords.contains("b"))
        #expect(SyntaxReading("定義 a = 1").tree.lostWords.isEmpty)
    }

    private static let rules = """
        規約 x { 版 「一」 ; 当事者 甲, 乙 }
        事実 物 { a : 数 円 「額」 問 「？」 前提 物.b が 5 以上 }
        表 t 唯一 { | 物.a || d | 条項 |
         | - || 可 | 第1条 | }
        第1条 二 「三」
        規則 r { もし (a かつ t(b).c = {1, 2}) でない ならば d = 可 ; 優先 第2条 }

        """

    @Test("Whatever is taken out of a text or doubled in it, the tokens keep to the bytes and nothing stops", arguments: 0..<4)
    func damaged(step: Int) {
        let text = Array(Self.rules.utf8)
        for place in stride(from: step, to: text.count, by: 4) {
            var (shorter, longer) = (text, text)
            shorter.remove(at: place)
            longer.insert(text[place], at: place)
            for bytes in [shorter, longer, Array(text.prefix(place))] {
                let tree = SyntaxReading(bytes: bytes).tree
                #expect(zip(tree.tokens, tree.tokens.dropFirst()).allSatisfy { $0.end <= $1.start })
                #expect(tree.tokens.last?.kind == .endOfFile && tree.tokens.last.map { Int($0.end) } == bytes.count)
                #expect(tree.diagnostics.allSatisfy { $0.range.start <= $0.range.end && Int($0.range.end) <= bytes.count })
            }
        }
    }
}
