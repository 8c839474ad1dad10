import Foundation
import Testing

@Suite("The vocabulary of facts", .enabled(if: Command.isBuilt, Command.absence))
struct VocabularyTests {
    @Test("As JSON it lists every fact with what programs rely on")
    func shape() async throws {
        let document = try await SmallRules().run("facts", "--format", "json").json
        #expect(document["schema"] == "kiyaku.facts/1")
        let facts = document["facts"]?.elements ?? []
        #expect(facts.compactMap { $0["name"]?.text } == ["依頼.作業", "依頼.受付日", "依頼.有償", "障害.起因", "端末.OS", "判断.範囲外", "判断.相当理由"])
        for fact in facts {
            #expect(
                fact.keys.isSuperset(of: ["name", "type", "values", "label", "question", "kind", "by", "changeable", "value_labels", "premise", "decisions"]))
            #expect(["fact", "discretion", "finding"].contains(fact["kind"]))
        }
        #expect(facts.first { $0["name"] == "障害.起因" }?["values"]?.texts == ["ウイルス感染", "不正アクセス", "天災"])
        #expect(facts.first { $0["name"] == "依頼.有償" }?["changeable"] == true)
        #expect(facts.first { $0["name"] == "判断.範囲外" }?["by"] == "乙")
    }

    @Test("A beginning narrows it, in words and as JSON")
    func prefix() async throws {
        let rules = try SmallRules()
        #expect(try await rules.run("facts", "判断", "--format", "json").json["facts"]?.elements.count == 2)
        let words = try await rules.run("facts", "判断").output
        #expect(words.contains("判断.相当理由 : 真偽 [認定 乙]"))
        #expect(!words.contains("依頼.作業"))
    }

    @Test("The schema of the shipped contract takes every shipped case, and none with a slip in it")
    func schema() async throws {
        let schema = SchemaSubset(root: try await Command.run(["facts", "--schema", "--rules", Command.shippedRules]).json)
        let cases = Command.files("Corpus/cases", ".json")
        #expect(cases.count > 100)
        for path in cases {
            let text = try String(contentsOf: Command.root.appendingPathComponent(path), encoding: .utf8)
            #expect(try schema.departures(JSON(text)) == [], "\(path)")
        }
        let slips = [
            #"{"as_of": "2026-11-24", "依頼": {"作行": "障害復旧"}}"#, #"{"as_of": "2026-11-24", "依頼": {"作業": "修復"}}"#,
            #"{"as_of": "2026-11-24", "停止": {"実施中": 1}}"#, #"{"as_of": "2026-11-24", "facts": {}, "expect": [{"outcome": "対象"}]}"#,
            #"{"as_of": "2026-11-24", "判断": {"範囲外": true}}"#, #"{"facts": {}, "expect": []}"#,
        ]
        for slip in slips { #expect(try !schema.departures(JSON(slip)).isEmpty, "\(slip)") }
    }
}
