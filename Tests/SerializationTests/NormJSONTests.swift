import Decisions
import Documents
import Norms
import Samples
import Serialization
import Testing

@Suite("Duties and charges as JSON for programs")
struct NormJSONTests {
    private static let facts = #"{"as_of": "2026-07-01", "物": {"値": 1005, "赤": false, "日": "2026-06-15"}}"#

    private func duty(_ name: String, _ facts: String = facts) throws -> JSONValue {
        let duties = try SerializedSample.decision("可否", facts)["duties"]?.elements ?? []
        return try #require(duties.first { $0["name"] == .string(name) })
    }

    @Test("A duty is who owes what to whom, and by when")
    func whole() throws {
        let expected = #"{"kind":"duty","name":"届け","who":"甲","to":"乙","what":"届ける","by":"2026-07-15","clause":"1","cite":"第1条"}"#
        #expect(try duty("届け").text() == expected)
    }

    @Test("A charge has its amount besides, and what recurs the first month and the last, and the next after that of the day")
    func charge() throws {
        let charge = try duty("代金")
        // 1005 and a tenth is 1105.5; what is below a yen is dropped.
        #expect(charge["kind"] == "charge" && charge["amount"] == "1105円" && charge["by"] == "翌月まで")
        #expect(charge["recurs"]?.text() == #"{"every":"month","from":"2026-06","to":"2026-10","next":"2026-08"}"#)
    }

    @Test("After the last month there is no next one")
    func last() throws {
        #expect(try duty("代金", Self.facts.replacing("2026-07-01", with: "2026-10-01"))["recurs"]?["next"] == .null)
    }

    @Test("A deadline that cannot be computed is null, and what it waits for is named")
    func waiting() throws {
        let duty = try duty("届け", #"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": false}}"#)
        #expect(duty["by"] == .null && duty["missing"] == ["物.日"])
        #expect(try self.duty("届け")["missing"] == nil)
    }

    @Test("What gave way is no duty")
    func defeated() throws {
        #expect(try SerializedSample.decision("可否", Self.facts.replacing("false", with: "true"))["duties"] == [])
    }

    @Test("Obligations are those in force, and those that may be with what they wait for")
    func obligations() throws {
        let sample = try Sample(SerializedSample.rules)
        func obligations(_ facts: String) throws -> JSONValue {
            let frame = try sample.frame(facts)
            let all = NormReader(sample.plan).obligations(frame)
            return try #require(DecisionJSON(sample.plan, digest: "").document([], frame, obligations: all)["obligations"])
        }
        let known = try obligations(Self.facts)
        #expect(known["in_force"]?.elements.map { $0["name"] } == ["届け", "代金"] && known["possible"] == [])
        let open = try obligations(#"{"as_of": "2026-07-01", "物": {"赤": false}}"#)
        #expect(open["in_force"] == [] && open["possible"]?.elements.map { $0["name"] } == ["届け", "代金"])
        #expect(open["possible"]?[0]?["undecided"] == ["可否"] && open["possible"]?[0]?["clause"] == "1")
    }
}
