import Norms
import Plans
import Samples
import Testing
import Vocabulary

@Suite("Norms that bear on a decision")
struct NormSelectionTests {
    private let sample: NormSample

    init() throws { sample = try NormSample() }

    @Test(
        "Those that read it, and those that read no decision and look at its facts",
        arguments: [("支払", ["月額", "一人分", "検収", "連絡", "低い損害金", "高い損害金"]), ("保守", ["返却", "保守の損害"])])
    func norms(decision: String, expected: [String]) throws {
        let selection = sample.reader.bearing(on: try sample.sample.decision(decision))
        #expect(selection.norms.map(sample.name) == expected)
        #expect(selection.program.decisions == [try sample.sample.decision(decision)])
    }

    @Test("What they look at is known: facts, discretions and interpretations, their own and those of the decision")
    func reach() throws {
        let selection = sample.reader.bearing(on: try sample.sample.decision("支払"))
        let expected = ["料金.月額", "料金.人数", "料金.開始日", "料金.検収日", "料金.最後の月", "料金.遅れ", "判断.猶予"]
        #expect(selection.facts == Set(try expected.map { try sample.sample.fact($0) } + [.asOf]))
        #expect(selection.interpretations == [Place(0)])
        let other = sample.reader.bearing(on: try sample.sample.decision("保守"))
        #expect(other.facts == Set(try ["ほか.貸出", "ほか.返却"].map { try sample.sample.fact($0) }))
        #expect(other.interpretations.isEmpty)
    }

    @Test("A decision on which nothing bears has none")
    func none() throws {
        let sample = try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 ; 青 : 真偽 「青」 問 「青ですか」 }
            判定 何 { 結果 可 ; 既定 否 }
            第1条 「見本」
            規則 可 { もし 物.赤 ならば 何 = 可 }
            義務 青 { 者 甲 ; 内容 「塗る」 ; もし 物.青 }

            """)
        #expect(NormReader(sample.plan).bearing(on: try sample.decision("何")).norms.isEmpty)
    }
}
