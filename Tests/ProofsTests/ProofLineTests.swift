import Decisions
import Plans
import Proofs
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Rules that speak in a proof")
struct ProofLineTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { い : 真偽 「い」 問 「い」 ; ろ : 真偽 「ろ」 問 「ろ」 ; は : 真偽 「は」 問 「は」 ; に : 真偽 「に」 問 「に」 }
        定義 共通 = 物.い かつ 物.ろ
        判定 何 { 結果 否, 可 ; 順位 ; 既定 なし }
        判定 下 { 結果 済み ; 既定 まだ }
        判定 上 { 結果 良い ; 既定 悪い }
        判定 共 { 結果 一 ; 既定 零 }
        判定 要 { 結果 可 ; 既定 否 }
        判定 免 { 結果 する ; 既定 しない }
        第1条第1項 「可」
        規則 本文 { もし 物.い ならば 何 = 可 }
        第1条第1項ただし書 「否」
        規則 但し { もし 物.ろ ならば 何 = 否 ; ただし }
        第2条 「ほか」
        規則 優先 { もし 物.は ならば 何 = 否 ; 優先 規則 本文 }
        規則 別口 { もし 物.に ならば 何 = 可 }
        第3条 「積み上げ」
        規則 礎 { もし 物.い ならば 下 = 済み }
        規則 中 { もし 下 = 済み かつ 物.ろ ならば 上 = 良い }
        第4条 「共通」
        規則 一つ { もし 共通 または 物.は ならば 共 = 一 }
        規則 二つ { もし 共通 または 物.に ならば 共 = 一 }
        第5条第1項 「要件」
        規則 要件つき { もし 物.い ; 要件 通知 : 物.ろ ; ならば 要 = 可 }
        第5条第2項 「免除」
        規則 免除 { もし 物.は ならば 免 = する ; 免除 第5条第1項 要件 通知 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test(
        "They are the grounds, those that give way, and those that may apply",
        arguments: [
            (#""物": {"い": true, "ろ": false, "は": false, "に": false}"#, [["本文"], [], []]),
            (#""物": {"い": true, "ろ": true, "は": false, "に": false}"#, [["但し"], ["本文"], []]),
            (#""物": {"い": true, "ろ": true, "は": true, "に": true}"#, [["但し", "優先", "別口"], ["本文"], []]),
            (#""物": {"い": true, "は": false, "に": false}"#, [[], [], ["本文", "但し"]]),
            (#""物": {"い": false, "ろ": false, "は": false, "に": false}"#, [[], [], []]),
        ])
    func kinds(facts: String, expected: [[String]]) throws {
        let proof = try sample.prove("何", facts)
        #expect([proof.applying, proof.defeated, proof.open].map(sample.names) == expected)
        #expect(proof.supporting.isEmpty)
        #expect(sample.names(proof.lines) == expected.flatMap { $0 })
    }

    @Test("A rule that gives way stands once, with all that it gives way to")
    func defeated() throws {
        let proof = try sample.prove("何", #""物": {"い": true, "ろ": true, "は": true, "に": false}"#)
        let line = try #require(proof.defeated.first)
        #expect(proof.defeated.count == 1)
        #expect(Set(line.by.map { sample.plan.rules[$0.by].name }) == ["但し", "優先"])
        #expect(line.condition.truth == .yes)
        #expect(proof.applying.allSatisfy { $0.by.isEmpty })
    }

    @Test("Rules that the others build on follow, where they hold")
    func supporting() throws {
        let proof = try sample.prove("上", #""物": {"い": true, "ろ": true}"#)
        #expect(sample.names(proof.applying) == ["中"] && sample.names(proof.supporting) == ["礎"])
        // What may hold is no support yet.
        let open = try sample.prove("上", #""物": {"ろ": true}"#)
        #expect(sample.names(open.open) == ["中"] && open.supporting.isEmpty)
    }

    @Test("A condition that stands in several places has one number, and no two others have the same")
    func numbers() throws {
        let proof = try sample.prove("共", #""物": {"い": true, "ろ": true, "は": false, "に": false}"#)
        let conditions = proof.applying.map(\.condition)
        #expect(conditions.count == 2 && conditions.allSatisfy { $0.kind == .any && $0.parts.count == 2 })
        let shared = conditions.compactMap(\.parts.first)
        #expect(Set(shared.map(\.number)).count == 1)
        #expect(shared.allSatisfy { $0.kind == .all && $0.parts.count == 2 })
        let numbers =
            conditions.map(\.number) + conditions.compactMap { $0.parts.last?.number } + shared.prefix(1).flatMap { [$0.number] + $0.parts.map(\.number) }
        #expect(Set(numbers).count == numbers.count)
    }

    @Test("A requirement that is taken away stands in its place, with the clauses that do so; one that is met stands for itself")
    func waived() throws {
        #expect(try sample.reasons("要", #""物": {"い": true, "ろ": false, "は": true}"#) == ["物.い is 1", "通知 waived by 5.2"])
        #expect(try sample.reasons("要", #""物": {"い": true, "ろ": true, "は": true}"#) == ["物.い is 1", "物.ろ is 1"])
        let answer = try sample.say("要", #""物": {"い": true, "は": true}"#)
        var prover = Prover(sample.plan, answer)
        #expect(prover.waived(try sample.rule("要件つき")).map(\.name) == ["通知"])
        #expect(prover.waived(try sample.rule("免除")).isEmpty)
        let met = try sample.say("要", #""物": {"い": true, "ろ": false, "は": false}"#)
        var other = Prover(sample.plan, met)
        #expect(other.waived(try sample.rule("要件つき")).isEmpty)
    }

    @Test("It is known which facts a proof looks at, and where they come from")
    func origins() throws {
        let (first, second) = (try sample.fact("物.い"), try sample.fact("物.ろ"))
        let proof = try sample.prove("共", #""物": {"い": true, "ろ": true, "は": false, "に": false}"#, origins: [second: "台帳", first: "電話"])
        #expect(proof.looks(at: [second], sample.plan))
        #expect(!proof.looks(at: [.asOf], sample.plan) && !proof.looks(at: [], sample.plan))
        let tests = try #require(proof.applying.first).condition.reasons.map(\.test)
        #expect(tests.map { proof.origins(of: $0, sample.plan) } == [["電話"], ["台帳"]])
        #expect(tests.map { $0.facts(sample.plan) } == [[first], [second]])
        let unsaid = try sample.prove("共", #""物": {"い": true, "ろ": true}"#)
        #expect(tests.allSatisfy { unsaid.origins(of: $0, sample.plan).isEmpty })
    }
}
