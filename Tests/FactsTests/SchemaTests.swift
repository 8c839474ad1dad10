import Documents
import Facts
import Plans
import Testing

@Suite("The vocabulary for programs")
struct SchemaTests {
    private static let good = [
        #"{"as_of": "2026-11-22"}"#, #"{"基準日": "令和8年11月22日", "基準時刻": "09:00", "contract": "見本"}"#,
        #"{"as_of": "2026-11-22", "facts": {"依頼": {"作業": "障害復旧"}}, "expect": [{"decision": "可否", "status": "determined", "outcome": "対象", "grounds": ["1"]}], "note": "x"}"#,
        #"{"as_of": "2026-11-22", "依頼": {"作業": "障害の復旧", "受付日": "未到来", "開始": "9:00", "訪問": "はい"}, "障害": {"起因": {"のみ": ["天災"]}}}"#,
        #"{"as_of": "2026-11-22", "障害.起因": {"天災": true, "不正アクセス": null}, "端末": {"メモリ": "1GB", "OS": 8.1, "台数": 3}, "関係者": [{"年齢": 20}]}"#,
        #"{"as_of": "2026-11-22", "端末": {"OS": {"提供元": "A"}}, "関係者": {"全員": true, "項目": []}, "障害": "該当なし", "解釈": {"数え方": "不算入"}}"#,
        #"{"as_of": "2026-11-22", "判断": {"範囲外": {"値": true, "者": "乙", "at": "2026-11-01", "reason": "x"}}, "端末.OS": {"value": 8.1, "source": "x"}}"#,
        #"{"as_of": "2026-11-22", "障害": {"起因": {"value": ["天災"], "by": "甲"}, "控え": {"state": "該当なし"}}, "端末.OS.提供元": null}"#,
    ]

    @Test("The schema takes what the reader takes", arguments: good)
    func takes(text: String) throws {
        let plan = try plan()
        let document = try json(text)
        #expect(FactReader.read(document, plan: plan).faults == [])
        #expect(try SchemaValidator(JSONSchema.of(plan)).accepts(JSONValue(document)))
    }

    @Test(
        "The schema refuses what the reader refuses",
        arguments: [
            #"{"as_of": "2026-11-22", "なぞ": 1}"#, #"{"as_of": "2026-11-22", "依頼": {"作業": "なぞ"}}"#, #"{"as_of": "2026-11-22", "依頼": 3}"#,
            #"{"as_of": "2026-11-22", "依頼.訪問": 1}"#, #"{"as_of": "2026-11-22", "障害.起因": ["人災"]}"#, #"{"as_of": "2026-11-22", "障害.起因": {"人災": true}}"#,
            #"{"as_of": "2026-11-22", "端末.台数": 1.5}"#, #"{"as_of": "2026-11-22", "依頼.受付日": "きのう"}"#, #"{"as_of": "2026-11-22", "依頼.開始": "未到来"}"#,
            #"{"as_of": "2026-11-22", "判断.範囲外": true}"#, #"{"as_of": "2026-11-22", "判断.範囲外": {"value": true, "by": "乙", "at": "2026-11-01"}}"#,
            #"{"as_of": "2026-11-22", "関係者": [{"名": 1}]}"#, #"{"as_of": "2026-11-22", "contract": "別"}"#, #"{"as_of": "2026-11-22", "解釈": {"数え方": "x"}}"#,
            #"{"as_of": "2026-11-22", "依頼.訪問": {"value": true, "sorce": "x"}}"#, "[]",
        ])
    func refuses(text: String) throws {
        let plan = try plan()
        let document = try json(text)
        #expect(FactReader.read(document, plan: plan).faults != [])
        #expect(try !SchemaValidator(JSONSchema.of(plan)).accepts(JSONValue(document)))
    }

    @Test(
        "The schema refuses expectations that the contract cannot meet",
        arguments: [
            #"{"facts": {}, "expect": []}"#, #"{"as_of": "2026-11-22", "expect": []}"#, #"{"as_of": "2026-11-22", "facts": {}, "expect": [{"decision": "x"}]}"#,
            #"{"as_of": "2026-11-22", "facts": {}, "expect": [{"decision": "可否", "outcome": "x"}]}"#, #"{"as_of": "2026-11-22", "facts": {}, "expect": [{}]}"#,
            #"{"as_of": "2026-11-22", "facts": {}, "expect": [{"decision": "可否", "grounds": ["9"]}]}"#,
        ])
    func refusesCases(text: String) throws {
        let plan = try plan()
        let document = try json(text)
        #expect(CaseFile(document, plan: plan).faults != [])
        #expect(try !SchemaValidator(JSONSchema.of(plan)).accepts(JSONValue(document)))
    }

    @Test("Facts are described by their label and question")
    func description() throws {
        let schema = JSONSchema.of(try plan())
        #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["properties"]?["依頼.作業"]?["description"] == "作業。どのような作業ですか")
    }

    @Test("What is written satisfies the schema", arguments: good)
    func written(text: String) throws {
        let plan = try plan()
        let reading = FactReader.read(try json(text), plan: plan)
        let document = try json(FactWriter(plan).document(reading.frame, given: reading.given).text())
        #expect(try SchemaValidator(JSONSchema.of(plan)).accepts(JSONValue(document)))
    }

    @Test("The vocabulary lists every fact once, with its type, values, kind and party")
    func vocabulary() throws {
        let plan = try plan()
        let list = VocabularyJSON.of(plan)
        #expect(list["schema"] == "kiyaku.facts/1")
        guard case .array(let facts)? = list["facts"] else {
            Issue.record("no facts")
            return
        }
        #expect(facts.count == plan.facts.count - 2)
        func fact(_ name: String) throws -> JSONValue { try #require(facts.first { $0["name"] == .string(name) }) }
        #expect(try fact("障害.起因")["type"] == "集合 起因")
        #expect(try fact("障害.起因")["values"] == ["ウイルス感染", "不正アクセス", "天災"])
        #expect(try fact("端末.メモリ")["type"] == "数 MB")
        #expect(try fact("依頼.作業")["changeable"] == true)
        #expect(try fact("依頼.作業")["question"] == "どのような作業ですか")
        #expect(try fact("依頼.作業")["kind"] == "fact")
        #expect(try fact("依頼.作業")["by"] == .null)
        #expect(try fact("判断.範囲外")["kind"] == "discretion")
        #expect(try fact("判断.範囲外")["by"] == "乙")
        #expect(try fact("判断.相当理由")["kind"] == "finding")
        #expect(try fact("関係者.年齢")["list"] == "関係者")
        // Which decisions look at it: a rule does at the first, only a charge at the second, a constraint alone at the third.
        #expect(try fact("依頼.作業")["decisions"] == ["可否"])
        #expect(try fact("端末.台数")["decisions"] == [])
        #expect(try fact("依頼.訪問")["decisions"] == [])
        #expect(try fact("依頼.作業")["premise"] == .null)
    }
}
