import Diagnostics
import Documents
import Facts
import Runtime
import Testing
import Values
import Vocabulary

@Suite("The shape of a facts document")
struct DocumentTests {
    @Test(
        "The day to judge by is a day or an instant, brought to Japan",
        arguments: [
            ("\"as_of\": \"2026-11-22\"", "2026-11-22"), ("\"as_of\": \"2026-11-22T20:00:00Z\"", "2026-11-23T05:00:00+09:00"),
            ("\"基準日\": \"令和8年11月22日\"", "2026-11-22"), ("\"基準日\": \"2026-11-22\", \"基準時刻\": \"9時半\"", "2026-11-22T09:30:00+09:00"),
            ("\"基準時刻\": \"09:00\"", "2020-01-01T09:00:00+09:00"), ("\"as_of\": null", "2020-01-01"),
        ])
    func asOf(members: String, expected: String) throws {
        let sample = try Sample("{\(members)}", defaultAsOf: Instant("2020-01-01"))
        #expect(sample.codes == [])
        #expect(sample.reading.asOf?.description == expected)
        #expect(sample.reading.frame[.asOf].value == Int64(try #require(Instant(expected)).date.dayNumber))
        #expect(sample.reading.frame[.asOfTime].state == (expected.count > 10 ? .known : .unknown))
    }

    @Test("A day that the caller insists on goes before the document's")
    func override() throws {
        let sample = try Sample(members: "\"依頼\": {}")
        #expect(sample.reading.asOf == Instant("2026-11-22"))
        #expect(try Sample("{\"as_of\": \"2026-11-22\"}", asOf: Instant("2021-02-03")).reading.asOf == Instant("2021-02-03"))
        #expect(try Sample("{}", asOf: Instant("2021-02-03")).codes == [])
    }

    @Test(
        "Records are nested, dotted, or both, in either width",
        arguments: [
            "\"端末\": {\"OS\": {\"提供元\": \"A\"}}", "\"端末.OS.提供元\": \"A\"", "\"端末\": {\"OS.提供元\": \"A\"}", "\"端末.OS\": {\"提供元\": \"A\"}",
            "\"端末．ＯＳ\": {\" 提供元\": \"A\"}", "\"facts\": {\"端末.OS\": {\"提供元\": \"A\"}}",
        ])
    func paths(members: String) throws {
        let sample = try Sample(members: members)
        #expect(sample.codes == [])
        #expect(sample.words("端末.OS.提供元") == "A")
    }

    @Test("A name that is both a fact and a record takes a value, a wrapped value, and inner facts")
    func both() throws {
        #expect(try Sample(members: "\"端末\": {\"OS\": 8.1}").words("端末.OS") == "8.1")
        #expect(try Sample(members: "\"端末\": {\"OS\": {\"value\": 8.1}}").words("端末.OS") == "8.1")
        let sample = try Sample(members: "\"端末.OS\": 8.1, \"端末\": {\"OS\": {\"提供元\": \"A\"}}")
        #expect(sample.codes == [])
        #expect(sample.words("端末.OS") == "8.1")
        #expect(sample.words("端末.OS.提供元") == "A")
    }

    @Test(
        "A list is open, or complete where everyone is named",
        arguments: [
            ("[{\"氏名\": \"山田\"}, {}]", 2, false), ("{\"全員\": true, \"項目\": [{\"氏名\": \"山田\"}]}", 1, true), ("{\"complete\": false, \"items\": [{}]}", 1, false),
            ("{\"全員\": true, \"項目\": []}", 0, true), ("{\"全員\": true}", 0, true), ("null", 0, false), ("[]", 0, false),
        ])
    func list(literal: String, count: Int, isComplete: Bool) throws {
        let sample = try Sample(members: "\"関係者\": \(literal)")
        #expect(sample.codes == [])
        #expect(sample.reading.frame.lists[0].recordCount == count)
        #expect(sample.reading.frame.lists[0].isComplete == isComplete)
    }

    @Test("The facts of each record are its own")
    func records() throws {
        let sample = try Sample(members: #""関係者": [{"年齢": 20}, {"事由": {"のみ": ["天災"]}, "年齢": {"value": 30, "source": "免許証"}}]"#)
        let list = sample.reading.frame.lists[0]
        #expect(list[0, 2] == Reading(.known, 20_000_000))
        #expect(list[1, 2] == Reading(.known, 30_000_000))
        #expect(list[0, 1] == .unknown)
        #expect(list.excluded[3 + 1] == 0b011)
        #expect(sample.reading.given.map(\.record) == [0, 1, 1])
        #expect(sample.reading.given.last?.provenance.source == "免許証")
    }

    @Test("A reading can be put in place of the adopted one", arguments: ["interpretations", "解釈"])
    func interpretation(key: String) throws {
        #expect(try Sample(members: "\"note\": \"\"").reading.frame.interpretations == [0])
        let sample = try Sample(members: "\"\(key)\": {\"数え方\": \"不算入\"}")
        #expect(sample.codes == [])
        #expect(sample.reading.frame.interpretations == [1])
    }

    @Test("The document may name its contract and its schema")
    func contract() throws {
        #expect(try Sample(members: "\"contract\": \"見本\", \"$schema\": \"facts.schema.json\"").codes == [])
    }

    @Test("YAML is read as JSON is, and versions stay as they are written")
    func yaml() throws {
        let text = """
            as_of: 2026-11-22
            依頼: { 作業: 障害復旧, 訪問: はい, 開始: 9:00 }
            端末:
              OS: 10.10
            障害.起因: [天災]
            """
        let sample = try Sample(text, fileName: "f.yaml")
        #expect(sample.codes == [])
        #expect(sample.words("端末.OS") == "10.10")
        #expect(sample.words("依頼.開始") == "09:00")
        #expect(try sample["障害.起因"] == Reading(.known, 0b100))
    }

    @Test("A row of a table is a document: dotted headers, empty cells unknown, members apart by semicolons")
    func row() throws {
        let table = try CSVReader.read(Array("as_of,依頼.作業,障害.起因,端末.台数,依頼.訪問\n2026-11-22,障害復旧,ウイルス感染；天災,3,\n2026-11-22,なぞ,,,\n".utf8))
        let plan = try plan()
        let reader = FactReader(plan: plan)
        let columns = FactColumns(CSVRow(line: 1, fields: table.header), reader)
        let first = reader.read(columns.document(table.rows[0]))
        #expect(first.faults == [])
        #expect(first.given.map(\.text) == ["障害の復旧", "ウイルスへの感染・天災、他は不明", "3"])
        let second = reader.read(columns.document(table.rows[1]))
        #expect(second.faults.map(\.code.rawValue) == ["K5004"])
        #expect(second.faults.first?.position.line == 3)
    }
}
