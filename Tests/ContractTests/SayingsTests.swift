import Plans
import Samples
import Testing
import Vocabulary

@Suite("Words apart from what they are about")
struct SayingsTests {
    private static let rules = """
        規約 見本 { 当事者 甲 }
        言い方 物.停止 { 「止める」, 「落とす」 ; 偽 「動く」 ; 予定 /止め(る|ます)/ }
        列挙 色 「色」 { 赤 「赤」 表記 「赤い」 ; 「濃い 青」 「青」 }
        事実 物 「物」 { 停止 : 真偽 「停止」 問 「止めていますか」 表記 「休む」 ; 色 : 色 「色」 問 「何色ですか」 }
        言い方 色.赤 { 「紅」 }
        said_as 色.「濃い 青」 { 「藍」, 「紺」 }
        判定 受付 「受けるか」 { 結果 停止中 ; 既定 可 }
        第1条 「見本」
        規則 停止 { もし 物.停止 かつ 物.色 = 赤 ならば 受付 = 停止中 }

        """

    @Test("They are added to those of the declaration, wherever they stand, in their manner")
    func added() throws {
        let plan = try Sample(Self.rules).plan
        let fact = try #require(plan.facts.first { $0.name == "物.停止" })
        #expect(fact.phrases == [Phrase("休む"), Phrase("止める"), Phrase("落とす"), Phrase("動く", saysNo: true)])
        #expect(fact.patterns == ["止め(る|ます)"])
        #expect(plan.enumerations.first?.cases.map(\.phrases) == [[Phrase("赤い"), Phrase("紅")], [Phrase("藍"), Phrase("紺")]])
    }

    @Test(
        "What they are about has to be there",
        arguments: [("物.止まった", "物.止まった"), ("色.黒", "色.黒"), ("物", "物"), ("色.赤.濃い", "色.赤.濃い")])
    func unknown(path: String, name: String) {
        let checked = CheckedRules(Self.rules + "言い方 \(path) { 「黒い」 }\n", under: "")
        #expect(checked.errors == ["K2001 \(name)"])
    }

    @Test("Each line is of words or a pattern")
    func form() {
        #expect(CheckedRules(Self.rules + "言い方 物.停止 { 止める }\n", under: "").errors.count == 1)
    }
}
