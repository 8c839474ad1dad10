import Decisions
import Documents
import Plans
import Proofs
import Samples
import Serialization
import Testing
import Vocabulary

@Suite("Proofs as JSON for programs")
struct ProofJSONTests {
    private func proof(_ facts: String) throws -> JSONValue { try #require(try SerializedSample.decision("可否", facts, withProof: true)["proof"]) }

    @Test("The rule that applies stands with its clause and its condition")
    func applying() throws {
        let proof = try proof(#"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": false}}"#)
        #expect(proof.keys == ["applying", "defeated", "open", "supporting"])
        let line = try #require(proof["applying"]?[0])
        #expect(line["rule"] == "高い" && line["clause"] == "1" && line["cite"] == "第1条" && line["by"] == [])
        let condition = try #require(line["condition"])
        #expect(condition["kind"] == "atom" && condition["holds"] == true && condition["given"] == [])
        #expect(condition["text"]?.text?.contains("値段") == true && condition["parts"] == nil)
        #expect(proof["defeated"] == [] && proof["open"] == [])
    }

    @Test("A rule that gave way names what it gave way to; one that may apply has a condition that is open")
    func others() throws {
        let red = try proof(#"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": true}}"#)
        #expect(red["applying"]?.elements.map { $0["rule"] } == ["赤"] && red["defeated"]?.elements.map { $0["rule"] } == ["高い"])
        #expect(red["defeated"]?[0]?["by"] == ["赤"] && red["defeated"]?[0]?["condition"]?["holds"] == true)
        let open = try proof(#"{"as_of": "2026-07-01", "物": {"赤": false}}"#)
        #expect(open["open"]?.elements.map { $0["rule"] } == ["高い"] && open["open"]?[0]?["condition"]?["holds"] == .null)
    }

    @Test("A part that stands in several places is written once and named by its number after that")
    func shared() throws {
        let rules = """
            規約 見本 { 当事者 甲 }
            事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤」 ; 青 : 真偽 「青」 問 「青」 ; 丸 : 真偽 「丸」 問 「丸」 ; 角 : 真偽 「角」 問 「角」 }
            定義 紫 = 物.赤 かつ 物.青
            判定 可否 { 結果 可 ; 既定 否 }
            第1条 「できる」
            規則 紫 { もし (紫 または 物.丸) かつ (紫 または 物.角) ならば 可否 = 可 }

            """
        let sample = try Sample(rules)
        let answer = try sample.answer("可否", #"{"as_of": "2026-07-01", "物": {"赤": true, "青": true, "丸": false, "角": false}}"#)
        let whole = try #require(Proof(sample.plan, answer).json(sample.plan)["applying"]?[0]?["condition"])
        #expect(whole["kind"] == "all" && whole["holds"] == true && whole["parts"]?.elements.map { $0["kind"] } == ["any", "any"])
        let inner = (whole["parts"]?.elements ?? []).compactMap { $0["parts"]?.elements.first { $0["kind"] == "all" } }
        #expect(inner.count == 2 && inner.first?["number"] == inner.last?["number"])
        #expect(inner.first?["parts"]?.elements.count == 2 && inner.last?["parts"] == nil && inner.last?["holds"] == true)
    }

    @Test("Where a fact comes from stands beside the test that looks at it")
    func origins() throws {
        let sample = try Sample(SerializedSample.rules)
        let answer = try sample.answer("可否", #"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": false}}"#)
        let proof = Proof(sample.plan, answer, origins: [try sample.fact("物.値"): "台帳"])
        #expect(proof.json(sample.plan)["applying"]?[0]?["condition"]?["given"] == ["台帳"])
    }
}
