import Coverage
import Testing

@Suite("The table of coverage")
struct CoverageTextTests {
    @Test("It counts, and has a row for each provision with what hangs on it and the test or the reason")
    func page() throws {
        let tests = "試験 「高い|物」 { 基準日 2026-07-01 ; 物.値 = 1000円 ; 物.赤 = 偽 ; 期待 可否 = 可 }"
        let covered = try CoveredContract(tests)
        let lines = CoverageText(covered.coverage(["1", "2.1", "3", "9", "77"]), covered.contract).markdown.split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains("末端の条項 5 のうち、規則にあるもの 3、非規範 1、なし 1。規則にあって、外すと失敗する試験のないもの 1。"))
        let rows = lines.suffix(5)
        let expected = [
            #"| 第1条 | `1` | 規則 | 定義 高い、事実 物.値・物.赤 | 高い\|物 |"#, #"| 第2条第1項 | `2.1` | 規則 | 規則 高い物・赤い物、義務など 知らせ | 高い\|物 |"#,
            "| 第3条 | `3` | 非規範 |  | 日々の判定には現れない |", "| 第9条 | `9` | 規則 | 既定 可否 | **なし** |", "|  | `77` | **なし** |  |  |",
        ]
        #expect(rows.map(String.init) == expected)
    }

    @Test("Beyond three of a kind they are counted")
    func many() throws {
        let rules = (1...5).map { "定義 印\($0) = 物.赤" }.joined(separator: "\n")
        let covered = try CoveredContract("第7条 「印」\n" + rules)
        let row = CoverageText(covered.coverage(["7"]), covered.contract).markdown.split(separator: "\n").last
        #expect(row == "| 第7条 | `7` | 規則 | 定義 印1・印2・印3 ほか2 | **なし** |")
    }

    @Test("A provision without a header of its own is cited by what it is in, and its other numbers stand beside its own")
    func citation() throws {
        let covered = try CoveredContract()
        let provision = Provision(id: "3.1", also: ["7.1"], parent: "3")
        let coverage = ClauseCoverage([provision], contract: covered.contract, inventory: covered.inventory, trials: [])
        #expect(CoverageText(coverage, covered.contract).markdown.hasSuffix("| 第3条 | `3.1 = 7.1` | 非規範 |  | 日々の判定には現れない |"))
    }
}
