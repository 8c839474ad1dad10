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
        let expected = #"{"kind":"duty","name":"届け","who":"甲","to":"乙","what":"届ける","by":"2026-07-15","#
        let text = try duty("届け").text()
        #expect(text.hasPrefix(expected + #""calculation":"#) && text.hasSuffix(#","clause":"1","cite":"第1条"}"#))
    }

    @Test("What was worked out stands there step by step: the fact, then the day that it leads to, by what convention and under which clause")
    func calculation() throws {
        let steps = try duty("届け")["calculation"]?["deadline"]?.elements ?? []
        try #require(steps.count == 2)
        #expect(
            steps[0].text()
                == #"{"name":"物.日","how":"届いた日","of":[],"result":"2026-06-15","convention":null,"because":[],"clause":null,"cite":null}"#)
        #expect(
            steps[1].text()
                == #"{"name":null,"how":"2026年6月15日の30日後","of":["2026-06-15"],"result":"2026-07-15","convention":"初日不算入、民法140条本文","because":[],"clause":"1","cite":"第1条"}"#
        )
        let charge = try duty("代金")["calculation"]
        #expect(charge?["amount"]?.elements.last?["how"] == "1,005円×110%、1円単位に切捨て" && charge?["amount"]?.elements.last?["result"] == "1105円")
        #expect(charge?["deadline"] == nil && charge?["computed_by"] == .null && charge?["readings"]?.text() == "[]")
    }

    @Test("An amount that the contract does not state is told apart from one that waits for a fact, and a reading names what it brings")
    func unstated() throws {
        let sample = try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 { 赤 : 真偽 「赤」 問 「赤ですか」 ; 青 : 真偽 「青」 問 「青ですか」 }
            判定 可否 { 結果 有料 ; 既定 可 }
            解釈 青 { 論点 「青」 ; 条項 第1条 ; 案 入る 採用 負担 費用 料金 ; 案 入らない 負担 なし }
            第1条 「一」
            規則 い { もし 物.赤 または (物.青 かつ 解釈 青 = 入る) ならば 可否 = 有料 }
            費用 料金 { 者 甲 ; 内容 「払う」 ; 額 定めなし 「料金表」 ; もし 可否 = 有料 }

            """)
        let answer = try sample.answer("可否", #"{"as_of": "2026-07-01", "物": {"赤": false, "青": true}}"#)
        let decision = DecisionJSON(sample.plan, digest: "d").document([answer], answer.frame)["decisions"]?.elements.first
        let charge = decision?["duties"]?.elements.first
        #expect(charge?["amount"] == .null && charge?["amount_stated"] == false && charge?["look_up"] == "料金表" && charge?["missing"] == nil)
        let reading = decision?["interpretations"]?.elements.first
        #expect(reading?["other"] == "入らない" && reading?["bears"]?.text() == "[]")
        #expect(try duty("代金")["amount_stated"] == nil)
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
