import Facts
import Runtime
import Testing
import Values
import Vocabulary

@Suite("Unknown, pending, inapplicable, and wrapped values")
struct StateTests {
    @Test("What is absent, null or 不明 is unknown", arguments: ["\"依頼\": null", "\"依頼\": {}", "\"依頼\": {\"訪問\": null}", "\"依頼.訪問\": \"不明\"", "\"依頼\": \"不明\""])
    func unknown(members: String) throws {
        let sample = try Sample(members: members)
        #expect(sample.codes == [])
        #expect(try sample["依頼.訪問"] == .unknown)
        #expect(sample.reading.given == [])
    }

    @Test("A discretion of which nothing is said has not been exercised")
    func unexercised() throws {
        #expect(try Sample(members: "\"判断\": {\"範囲外\": null}")["判断.範囲外"] == Reading(.unexercised))
    }

    @Test("A fact that does not apply is no unknown one", arguments: ["依頼.訪問", "依頼.受付日", "障害.起因", "端末.覚え", "端末.OS", "判断.範囲外"])
    func inapplicable(name: String) throws {
        let sample = try Sample(members: "\"\(name)\": \"該当なし\"")
        #expect(sample.codes == [])
        #expect(try sample[name] == Reading(.inapplicable))
    }

    @Test("A record that does not apply takes all its facts with it, those of inner records too")
    func record() throws {
        let sample = try Sample(members: "\"端末\": \"該当なし\"")
        for name in ["端末.メモリ", "端末.OS", "端末.OS.提供元"] { #expect(try sample[name] == Reading(.inapplicable)) }
        #expect(try sample["依頼.訪問"] == .unknown)
    }

    @Test("A list that does not apply is empty")
    func list() throws {
        let list = try Sample(members: "\"関係者\": \"該当なし\"").reading.frame.lists[0]
        #expect(list.recordCount == 0)
        #expect(list.isComplete)
    }

    @Test("A case goes before a state of the same name", arguments: [("該当なし", 1), ("不明", 2)])
    func caseFirst(text: String, code: Int64) throws {
        #expect(try Sample(members: "\"障害.控え\": \"\(text)\"")["障害.控え"] == Reading(.known, code))
    }

    @Test("A state can be told from a case of the same name")
    func state() throws {
        #expect(try Sample(members: "\"障害.控え\": {\"state\": \"該当なし\"}")["障害.控え"] == Reading(.inapplicable))
        #expect(try Sample(members: "\"依頼.受付日\": {\"状態\": \"未到来\"}")["依頼.受付日"] == Reading(.pending))
        #expect(try Sample(members: "\"依頼.訪問\": {\"状態\": \"未到来\"}").codes == ["K5004"])
    }

    @Test("Only days and months can be still to come", arguments: [("依頼.受付日", []), ("依頼.対象月", []), ("依頼.開始", ["K5003"]), ("端末.台数", ["K5003"])])
    func pending(name: String, codes: [String]) throws {
        let sample = try Sample(members: "\"\(name)\": \"未到来\"")
        #expect(sample.codes == codes)
        #expect(try sample[name] == (codes.isEmpty ? Reading(.pending) : .unknown))
    }

    @Test("A wrapped value says where it comes from, in either language")
    func wrapped() throws {
        let english = #""端末.メモリ": {"value": 512, "source": "電話", "by": "乙 山田", "at": "2026-11-20", "reason": "本人から"}"#
        let japanese = #""端末.メモリ": {"値": 512, "出典": "電話", "者": "乙 山田", "日": "令和8年11月20日", "理由": "本人から"}"#
        let expected = GivenProvenance(source: "電話", by: "乙 山田", at: CivilDate("2026-11-20"), reason: "本人から")
        for members in [english, japanese] {
            let sample = try Sample(members: members)
            #expect(sample.codes == [])
            #expect(try sample["端末.メモリ"] == Reading(.known, 512_000_000))
            #expect(sample.reading.given.first?.provenance == expected)
        }
    }

    @Test("A set can be wrapped, and members that are called like a key of wrapping stay members")
    func wrappedSet() throws {
        #expect(try Sample(members: #""障害.起因": {"value": {"のみ": ["天災"]}, "source": "写真"}"#)["障害.起因"] == Reading(.known, 0b100))
        let own = try plan("規約 見本 { 当事者 甲 「客」, 乙 「店」 }\n列挙 物 { value ; 他 }\n事実 記 「記」 { 物 : 集合 物 「物」 問 「物は」 }\n")
        let reading = FactReader.read(try json(#"{"as_of": "2026-11-22", "記": {"物": {"value": true, "他": false}}}"#), plan: own)
        #expect(reading.faults == [])
        #expect(reading.frame[.init(2)] == Reading(.known, 1))
    }

    @Test("A discretion counts with who, when and why")
    func discretion() throws {
        for by in ["乙", "乙 サポート課", "提供者の山田"] {
            let sample = try Sample(members: #""判断.範囲外": {"value": true, "by": "\#(by)", "at": "2026-11-22", "reason": "作業が多い"}"#)
            #expect(sample.codes == [])
            #expect(try sample["判断.範囲外"] == Reading(.known, 1))
        }
    }

    @Test("A finding needs no record")
    func finding() throws {
        #expect(try Sample(members: "\"判断\": {\"相当理由\": true}")["判断.相当理由"] == Reading(.known, 1))
    }
}
