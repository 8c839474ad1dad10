import Completions
import Decisions
import Norms
import Plans
import Samples
import Testing
import Vocabulary

@Suite("Readings that are not followed")
struct ReadingEffectTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { い : 真偽 「い」 問 「い」 ; ろ : 真偽 「ろ」 問 「ろ」 }
        解釈 結果 { 論点 「結果」 ; 条項 第1条 ; 案 狭い 採用 理由 「見本」 ; 案 広い ; 案 中 }
        解釈 根拠 { 論点 「根拠」 ; 条項 第1条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        解釈 額 { 論点 「額」 ; 条項 第1条 ; 案 低い 採用 理由 「見本」 ; 案 高い }
        解釈 同じ { 論点 「同じ」 ; 条項 第1条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        解釈 遠い { 論点 「ほか」 ; 条項 第1条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        解釈 左 { 論点 「左」 ; 条項 第3条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        解釈 右 { 論点 「右」 ; 条項 第3条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        判定 何 { 結果 可 ; 既定 否 }
        判定 組 { 結果 否, 可 ; 順位 ; 既定 なし }
        第1条 「見本」
        規則 可 { もし 物.い かつ (解釈 同じ = 一 または 解釈 同じ = 二) ならば 何 = 可 }
        規則 広く { もし 物.い でない かつ 解釈 結果 = 広い ならば 何 = 可 }
        規則 二つ目 { もし 物.い かつ 解釈 根拠 = 二 ならば 何 = 可 }
        費用 低い { 者 甲 ; 内容 「支払う」 ; 額 100円 × 1 ; もし 何 = 可 ; 解釈 額 = 低い }
        費用 高い { 者 甲 ; 内容 「支払う」 ; 額 200円 × 1 ; もし 何 = 可 ; 解釈 額 = 高い }
        第2条 「ほか」
        規則 遠い { もし 物.ろ かつ 物.ろ でない かつ 解釈 遠い = 二 ならば 何 = 可 }
        第3条 「組」
        規則 触れる { もし 物.い かつ (解釈 左 = 一 または 解釈 左 = 二) かつ (解釈 右 = 一 または 解釈 右 = 二) ならば 組 = 可 }
        規則 共に { もし 物.い かつ 解釈 左 = 二 かつ 解釈 右 = 二 ならば 組 = 否 }
        規則 右だけ { もし 物.ろ かつ 解釈 右 = 二 ならば 組 = 否 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    /// The effects by interpretation and reading.
    private func effects(_ facts: String, of decision: String = "何") throws -> [String: InterpretationEffect] {
        let effects = try sample.say(decision, facts, .readings).interpretations
        return Dictionary(
            uniqueKeysWithValues: effects.map { effect in
                let interpretation = sample.plan.interpretations[effect.interpretation]
                return ("\(interpretation.name)=\(interpretation.readings[effect.reading].name)", effect)
            })
    }

    @Test("Where a rule would come in, the outcome changes; of three readings only the one that brings it")
    func outcome() throws {
        let found = try effects(#""物": {"い": false, "ろ": true}"#)
        #expect(Set(found.keys) == ["結果=広い"])
        let effect = try #require(found["結果=広い"])
        #expect(effect.changesOutcome && effect.changesGrounds && effect.changesAnything)
        #expect(effect.outcome.map { sample.plan.decisions[Place(0)].outcomes[$0].name } == "可")
        // What follows from the outcome comes with it.
        #expect(effect.norms.map { $0.then?.amount } == [100_000_000])
    }

    @Test("Where the outcome stays, other grounds and other amounts are told, and what the rules that hold look at")
    func grounds() throws {
        let found = try effects(#""物": {"い": true, "ろ": false}"#)
        #expect(Set(found.keys) == ["根拠=二", "額=高い", "同じ=二"])
        let grounds = try #require(found["根拠=二"])
        #expect(!grounds.changesOutcome && grounds.changesGrounds && grounds.norms.isEmpty)
        let amount = try #require(found["額=高い"])
        #expect(!amount.changesOutcome && !amount.changesGrounds && amount.changesAnything)
        #expect(amount.norms.map { $0.now?.amount } == [100_000_000] && amount.norms.map { $0.then?.amount } == [200_000_000])
        #expect(found["同じ=二"]?.changesAnything == false)
    }

    @Test("With facts open the readings that may matter under some completion are told, with no one outcome")
    func open() throws {
        let found = try effects("")
        let effect = try #require(found["結果=広い"])
        // い gives it one way, the other reading the other way: settled.
        #expect(effect.changesOutcome && effect.outcome.map { sample.plan.decisions[Place(0)].outcomes[$0].name } == "可")
        #expect(found["遠い=二"] == nil)
    }

    @Test("Two readings that change the outcome only together are said to")
    func together() throws {
        let together = try sample.say("組", #""物": {"い": true, "ろ": false}"#, .readings)
        #expect(together.interpretations.count == 2 && !together.interpretations.contains(where: \.changesOutcome))
        #expect(together.readingsMatterTogether)
        // One of them does so alone.
        let alone = try sample.say("組", #""物": {"い": true, "ろ": true}"#, .readings)
        #expect(alone.interpretations.map(\.changesOutcome) == [false, true] && !alone.readingsMatterTogether)
        // Neither does, and both do not either.
        #expect(try !sample.say("何", #""物": {"い": true, "ろ": false}"#, .readings).readingsMatterTogether)
    }
}
