import Decisions
import Documents
import Samples
import Serialization
import Testing

@Suite("Answers as JSON for programs")
struct DecisionJSONTests {
    private static let able = #"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": false, "日": "2026-06-15"}}"#
    private static let red = #"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": true}}"#

    /// The keys of a decision that docs/commands.md promises.
    private static let promised = [
        "decision", "status", "outcome", "possible", "grounds", "possible_grounds", "defeated", "missing", "discretion", "interpretations",
        "readings_matter_together", "sources", "duties", "would_change", "would_change_complete", "next_change", "next_status", "next_outcome",
        "next_grounds_change", "next_change_until", "approximate",
    ]

    @Test("The document says which edition of which contract was asked, and by which day")
    func head() throws {
        let document = try SerializedSample.document("可否", Self.able)
        #expect(document["schema"] == "kiyaku.decision/1" && document["contract"] == "見本" && document["rules_digest"] == "sha256:0")
        #expect(document["edition"] == "第2版" && document["effective"] == "2026-04-01" && document["edition_assumed_in_force"] == false)
        #expect(document["as_of"] == "2026-07-01" && document["decisions"]?.elements.count == 1 && document["obligations"] == nil)
    }

    @Test("An edition is in force from its day on", arguments: [("2026-03-31", false), ("2026-04-01", true), ("2026-04-02", true)])
    func inForce(day: String, isInForce: Bool) throws {
        #expect(try SerializedSample.document("可否", "{\"as_of\": \"\(day)\"}")["edition_in_force"] == .bool(isInForce))
    }

    @Test("A contract that names no edition is assumed to be in force")
    func noEdition() throws {
        let sample = try Sample("規約 見本 { 当事者 甲 }\n判定 可否 { 結果 可 ; 既定 否 }\n")
        let answer = try sample.answer("可否", #"{"as_of": "2026-07-01"}"#)
        let document = DecisionJSON(sample.plan, digest: "").document([answer], answer.frame)
        #expect(document["edition"] == .null && document["effective"] == .null && document["edition_in_force"] == .null)
        #expect(document["edition_assumed_in_force"] == true)
    }

    @Test("An instant to judge by is told with Japan's offset")
    func instant() throws {
        let facts = #"{"as_of": "2026-07-01T00:30:00Z", "物": {"赤": true}}"#
        #expect(try SerializedSample.document("可否", facts)["as_of"] == "2026-07-01T09:30:00+09:00")
    }

    @Test("No key that was promised is missing, whatever comes out", arguments: [able, red, #"{"as_of": "2026-07-01"}"#])
    func keys(facts: String) throws {
        let keys = Set(try SerializedSample.decision("可否", facts).keys)
        #expect(Set(Self.promised).subtracting(keys).isEmpty)
    }

    @Test("A ground is the rule that applies, with its clause and what that says")
    func ground() throws {
        let decision = try SerializedSample.decision("可否", Self.able)
        #expect(decision["status"] == "determined" && decision["outcome"] == "可" && decision["possible"] == ["可"])
        let expected = #"[{"clause":"1","cite":"第1条","rule":"高い","outcome":"可","gist":"高い物はできる","wording":null,"primary":true}]"#
        #expect(decision["grounds"]?.text() == expected)
        #expect(decision["missing"] == [] && decision["defeated"] == [] && decision["approximate"] == false)
    }

    @Test("A default rests on its clause and on no rule")
    func fallback() throws {
        let decision = try SerializedSample.decision("可否", #"{"as_of": "2026-07-01", "物": {"値": 1, "赤": false}}"#)
        let expected = #"[{"clause":"9","cite":"第9条","rule":null,"outcome":null,"gist":"定めのないこと","wording":null,"primary":true}]"#
        #expect(decision["outcome"] == "不可" && decision["grounds"]?.text() == expected)
    }

    @Test("A rule that gave way is told with the one that it gave way to, and in which form")
    func defeated() throws {
        let decision = try SerializedSample.decision("可否", Self.red)
        let defeated = try #require(decision["defeated"]?[0])
        #expect(decision["outcome"] == "不可" && decision["defeated"]?.elements.count == 1)
        #expect(defeated["clause"] == "1" && defeated["rule"] == "高い" && defeated["by_rule"] == "赤" && defeated["form"] == "proviso")
        #expect(defeated["by"] == decision["grounds"]?[0]?["clause"])
    }

    @Test("What is open has no outcome; what remains is listed, and what to ask")
    func open() throws {
        let decision = try SerializedSample.decision("可否", #"{"as_of": "2026-07-01", "物": {"値": 1000}}"#)
        #expect(decision["status"] == "undetermined" && decision["outcome"] == .null && decision["possible"] == ["可", "不可"])
        #expect(
            decision["missing"]?.text()
                == #"[{"fact":"物.赤","question":"赤ですか","decides":true,"decides_side":true,"asked_of":null,"asked_party":null,"group":null}]"#)
    }

    @Test("A conflict has no outcome and is all that is possible; both sides are grounds")
    func conflict() throws {
        let decision = try SerializedSample.decision("形", #"{"as_of": "2026-07-01", "物": {"柄": ["点", "縞"]}}"#)
        #expect(decision["status"] == "conflict" && decision["outcome"] == .null && decision["possible"] == ["conflict"])
        #expect(decision["grounds"]?.elements.map { $0["rule"] } == ["円", "角"])
    }

    @Test("Of a set the members that are undecided are missing")
    func members() throws {
        let decision = try SerializedSample.decision("形", #"{"as_of": "2026-07-01", "物": {"柄": {"点": false, "縞": false}}}"#)
        #expect(
            decision["missing"]?.text()
                == #"[{"fact":"物.柄","question":"柄は","decides":true,"decides_side":true,"asked_of":null,"asked_party":null,"group":null,"members":["無地"]}]"#)
    }

    @Test("Of a list the record is named by its number from 0, and the list itself where there may be more")
    func records() throws {
        let open = try SerializedSample.decision("付添", #"{"as_of": "2026-07-01", "人": [{"大人": false}, {}]}"#)
        let missing = open["missing"]?.elements ?? []
        #expect(
            missing.contains {
                $0.text()
                    == #"{"fact":"人.大人","question":"大人ですか","decides":true,"decides_side":true,"asked_of":null,"asked_party":null,"group":null,"record":1}"#
            })
        #expect(
            missing.contains {
                $0.text() == #"{"fact":"人","question":"だれですか","decides":true,"decides_side":true,"asked_of":null,"asked_party":null,"group":null}"#
            })
        #expect(missing.count == 2)
    }

    @Test("An event that is still to come is missing without a question")
    func pending() throws {
        let rules = """
            規約 見本 { 当事者 甲 }
            事実 物 「物」 { 日 : 日付 「日」 問 「いつですか」 ; 期日 : 日付 「期日」 問 「期日は」 }
            判定 期限 { 結果 遅い ; 既定 間に合う }
            第1条 「30日」
            規則 遅い { もし 物.日 + 30日 が 物.期日 より後 ならば 期限 = 遅い }

            """
        let sample = try Sample(rules)
        let answer = try sample.answer("期限", #"{"as_of": "2026-07-01", "物": {"日": "未到来", "期日": "2026-12-01"}}"#)
        let decision = DecisionJSON(sample.plan, digest: "").document([answer], answer.frame)["decisions"]?[0]
        #expect(
            decision?["missing"]?.text()
                == #"[{"fact":"物.日","question":null,"pending":true,"decides":true,"decides_side":true,"asked_of":null,"asked_party":null,"group":null}]"#)
    }

    @Test("A fact that the customer can change is told with what it leads to")
    func wouldChange() throws {
        let decision = try SerializedSample.decision("可否", Self.red)
        #expect(decision["would_change"]?.text() == #"[{"set":{"物.赤":false},"in_words":{},"outcome":"可","clause":"1","cite":"第1条"}]"#)
        #expect(try SerializedSample.decision("可否", Self.able)["would_change"]?.elements.map { $0["outcome"] } == ["不可"])
    }

    @Test("When it changes by itself is the first day on which it does, with what comes then")
    func next() throws {
        let decision = try SerializedSample.decision("期限", #"{"as_of": "2026-07-01", "物": {"期日": "2026-07-31"}}"#)
        #expect(decision["outcome"] == "間に合う" && decision["next_change"] == "2026-08-01")
        #expect(decision["next_status"] == "determined" && decision["next_outcome"] == "遅い")
        let never = try SerializedSample.decision("可否", Self.able)
        #expect(never["next_change"] == .null && never["next_status"] == .null && never["next_outcome"] == .null && never["next_change_until"] == .null)
    }

    @Test("Of one of many cases there is only the conclusion")
    func conclusion() throws {
        let sample = try Sample(SerializedSample.rules)
        let json = DecisionJSON(sample.plan, digest: "").conclusion(try sample.answer("可否", Self.able, .conclusion))
        let expected = [
            "decision", "status", "outcome", "possible", "side", "side_text", "next_change", "next_status", "next_outcome", "next_grounds_change",
            "next_side_change", "next_side", "next_side_change_until", "next_change_until", "grounds",
            "missing", "duties", "approximate",
        ]
        #expect(Set(json.keys) == Set(expected) && json.keys.count == expected.count)
        #expect(json["outcome"] == "可" && json["duties"]?.elements.map { $0["name"] } == ["届け", "代金"])
    }

    @Test("The proof is there where it was asked for", arguments: [true, false])
    func proof(withProof: Bool) throws {
        #expect((try SerializedSample.decision("可否", Self.able, withProof: withProof)["proof"] != nil) == withProof)
    }
}
