import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Searches that are given up")
struct BudgetTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 {
          甲 : 真偽 「甲」 問 「甲ですか」
          乙 : 真偽 「乙」 問 「乙ですか」
          丙 : 真偽 「丙」 問 「丙ですか」 前提 物.丁
          丁 : 真偽 「丁」 問 「丁ですか」
        }
        一覧 品目 「品目」 問 「品目は」 { 赤 : 真偽 「赤」 問 「赤ですか」 }
        判定 何 { 結果 一 ; 既定 なし }
        第1条 「見本」
        規則 甲 { もし 物.甲 ならば 何 = 一 }
        規則 甲でない { もし 物.甲 でない ならば 何 = 一 }
        規則 ほか { もし 物.乙 かつ 物.丙 かつ 品目 のいずれかで (品目.赤) ならば 何 = 一 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test("Beyond the budget the three values stand, marked as such; within it they are exact")
    func approximate() throws {
        let exact = try sample.settle("何", "")
        #expect(exact.outcomes == ["一"] && !exact.isApproximate)
        let rough = try sample.settle("何", "", budget: 0)
        #expect(rough.isApproximate && rough.outcomes == ["一", "なし"] && rough.open == ["甲", "甲でない", "ほか"])
        let finding = Solver(sample.plan, budget: 0).finding(try sample.decision("何"), try sample.dated(""))
        #expect(sample.names(finding.possible, try sample.decision("何")) == ["一", "なし"])
    }

    @Test("Then every open fact that the decision looks at is missing, unless its premise rules it out; lists last")
    func missing() throws {
        #expect(try sample.settle("何", "", budget: 0).missing == ["物.甲", "物.乙", "物.丙*", "物.丁", "品目"])
        let records = #""物": {"乙": true, "丁": true}, "品目": {"全員": true, "項目": [{"赤": false}, {}]}"#
        #expect(try sample.settle("何", records, budget: 0).missing == ["物.甲", "物.丙", "品目.赤[1]"])
        #expect(try sample.settle("何", #""物": {"丁": false}"#, budget: 0).missing == ["物.甲", "物.乙", "品目"])
    }

    @Test("What three values settle needs no budget")
    func settled() throws {
        let settled = try sample.settle("何", #""物": {"甲": false, "乙": false}"#, budget: 0)
        #expect(settled.outcomes == ["一"] && !settled.isApproximate && settled.missing.isEmpty)
    }
}
