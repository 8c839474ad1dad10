import Diagnostics
import Documents
import Facts
import Runtime
import Testing
import Values

@Suite("Faults of a facts document")
struct FaultTests {
    @Test(
        "Every fault has its code and says where it is",
        arguments: [
            ("\"なぞ\": 1", "K5002", "なぞ"), ("\"依頼\": {\"作業種\": 1}", "K5002", "依頼.作業種"), ("\"依頼.\": 1", "K5002", "依頼."), ("\"\": 1", "K5002", ""),
            ("\"関係者\": [{}, {\"名\": 1}]", "K5002", "関係者[2].名"), ("\"依頼.訪問\": {\"value\": true, \"sorce\": \"x\"}", "K5002", "依頼.訪問.sorce"),
            ("\"解釈\": {\"なぞ\": \"x\"}", "K5002", "解釈.なぞ"), ("\"関係者\": {\"全部\": true}", "K5002", "関係者.全部"),
            ("\"依頼\": 3", "K5003", "依頼"), ("\"依頼\": [1]", "K5003", "依頼"), ("\"依頼.訪問\": 1", "K5003", "依頼.訪問"), ("\"依頼.訪問\": \"たぶん\"", "K5003", "依頼.訪問"),
            ("\"依頼.訪問\": {\"A\": true}", "K5003", "依頼.訪問"), ("\"依頼.作業\": true", "K5003", "依頼.作業"), ("\"障害.起因\": 3", "K5003", "障害.起因"),
            ("\"障害.起因\": {\"のみ\": \"天災\"}", "K5003", "障害.起因.のみ"), ("\"障害.起因\": [null]", "K5003", "障害.起因[1]"),
            ("\"障害.起因\": {\"天災\": 1}", "K5003", "障害.起因.天災"), ("\"障害.起因\": {\"天災\": \"該当なし\"}", "K5003", "障害.起因.天災"),
            ("\"依頼.受付日\": 20260301", "K5003", "依頼.受付日"), ("\"依頼.受付日\": \"きのう\"", "K5003", "依頼.受付日"), ("\"端末.台数\": \"多い\"", "K5003", "端末.台数"),
            ("\"端末.OS\": \"新しい\"", "K5003", "端末.OS"), ("\"端末.覚え\": 12", "K5003", "端末.覚え"), ("\"関係者\": 3", "K5003", "関係者"),
            ("\"関係者\": [3]", "K5003", "関係者[1]"), ("\"関係者\": {}", "K5003", "関係者"), ("\"関係者.氏名\": \"山田\"", "K5003", "関係者"),
            ("\"contract\": 1", "K5003", "contract"), ("\"interpretations\": []", "K5003", "interpretations"), ("\"facts\": 1", "K5003", "facts"),
            ("\"依頼.作業\": \"障害復日\"", "K5004", "依頼.作業"), ("\"障害.起因\": [\"天災\", \"人災\"]", "K5004", "障害.起因[2]"),
            ("\"障害.起因\": {\"人災\": true}", "K5004", "障害.起因.人災"), ("\"解釈\": {\"数え方\": \"どちらでも\"}", "K5004", "解釈.数え方"),
            ("\"依頼.作業\": \"ios\"", "K5004", "依頼.作業"),
            ("\"依頼.受付日\": \"2026-02-29\"", "K5005", "依頼.受付日"), ("\"依頼.受付日\": \"令和6年13月1日\"", "K5005", "依頼.受付日"),
            ("\"依頼.対象月\": \"2026-13\"", "K5005", "依頼.対象月"), ("\"依頼.開始\": \"25:00\"", "K5005", "依頼.開始"), ("\"端末.OS\": \"99999\"", "K5005", "端末.OS"),
            ("\"端末.OS\": \"1.2.3.4.5\"", "K5005", "端末.OS"), ("\"端末.率\": 0.0000001", "K5005", "端末.率"), ("\"端末.率\": 1e99", "K5005", "端末.率"),
            ("\"端末.台数\": 1.5", "K5005", "端末.台数"), ("\"端末.台数\": \"1.5\"", "K5005", "端末.台数"), ("\"端末.メモリ\": \"0.0000001MB\"", "K5005", "端末.メモリ"),
            ("\"依頼.訪問\": {\"value\": true, \"at\": \"2026-02-30\"}", "K5005", "依頼.訪問.at"),
            ("\"端末.メモリ\": \"3km\"", "K5006", "端末.メモリ"), ("\"端末.率\": \"3km\"", "K5006", "端末.率"), ("\"端末.台数\": \"3MB\"", "K5006", "端末.台数"),
            ("\"判断.範囲外\": true", "K5008", "判断.範囲外"),
            ("\"判断.範囲外\": {\"value\": true, \"by\": \"乙\", \"at\": \"2026-11-01\", \"reason\": \" \"}", "K5008", "判断.範囲外"),
            ("\"判断.範囲外\": {\"value\": true, \"by\": \"甲\", \"at\": \"2026-11-01\", \"reason\": \"x\"}", "K5009", "判断.範囲外"),
            ("\"判断.範囲外\": {\"value\": true, \"by\": \"乙\", \"at\": \"2026-11-23\", \"reason\": \"x\"}", "K5010", "判断.範囲外"),
            ("\"依頼.訪問\": false, \"依頼\": {\"訪問\": false}", "K5011", "依頼.訪問"), ("\"依頼\": \"該当なし\", \"依頼.訪問\": false", "K5011", "依頼.訪問"),
            ("\"関係者\": [], \"facts\": {\"関係者\": []}", "K5011", "関係者"), ("\"障害.起因\": {\"天災\": true, \" 天災\": true}", "K5011", "障害.起因. 天災"),
            ("\"依頼.訪問\": {\"value\": true, \"値\": true}", "K5011", "依頼.訪問.値"), ("\"基準日\": \"2026-11-22\"", "K5011", "基準日"),
            ("\"依頼.訪問\": true, \"依頼.作業\": \"問合せ\"", "K5013", "依頼.作業"), ("\"contract\": \"別の規約\"", "K5014", "contract"),
        ])
    func fault(members: String, code: String, path: String) throws {
        let sample = try Sample(members: members)
        #expect(sample.codes == [code])
        #expect(sample.paths == [path])
        #expect(sample.reading.faults.allSatisfy { !$0.message.japanese.isEmpty && !$0.message.english.isEmpty && !$0.help.japanese.isEmpty })
    }

    @Test("A document without a day to judge by is at fault unless the caller gives one")
    func missingAsOf() throws {
        #expect(try Sample("{}").codes == ["K5007"])
        #expect(try Sample("{\"as_of\": null}").codes == ["K5007"])
        #expect(try Sample("{}", defaultAsOf: Instant("2026-11-22")).codes == [])
    }

    @Test(
        "A day to judge by that is none is one fault, not two",
        arguments: [("\"2026-02-30\"", "K5005"), ("\"あした\"", "K5003"), ("3", "K5003"), ("\"未到来\"", "K5003")])
    func wrongAsOf(literal: String, code: String) throws {
        let sample = try Sample("{\"as_of\": \(literal)}")
        #expect(sample.codes == [code])
        #expect(sample.reading.asOf == nil)
    }

    @Test(
        "A document that is no JSON or YAML is one fault at its place", arguments: [("f.json", "{\n  1}", 2), ("f.yaml", "a: 1\nb: [\n", 3), ("f.json", "", 1)])
    func unreadable(name: String, text: String, line: Int) throws {
        let sample = try Sample(text, fileName: name)
        #expect(sample.codes == ["K5001"])
        #expect(sample.reading.faults.first?.position.line == line)
    }

    @Test("A document that is no object is at fault", arguments: ["[]", "3", "\"x\"", "null"])
    func notAnObject(text: String) throws { #expect(try Sample(text).codes == ["K5003"]) }

    @Test("All faults are reported, in the order of the document")
    func all() throws {
        let sample = try Sample(#"{"なぞ": 1, "依頼": {"作業": "x", "訪問": 3, "受付日": "2026-02-30"}, "端末.メモリ": "3km", "障害": {"起因": ["a", "b"]}, "判断.範囲外": true}"#)
        #expect(sample.codes == ["K5007", "K5002", "K5004", "K5003", "K5005", "K5006", "K5004", "K5004", "K5008"])
        #expect(sample.reading.faults.map(\.position.offset) == sample.reading.faults.map(\.position.offset).sorted())
    }

    @Test("What is not at fault is read nevertheless")
    func rest() throws {
        let sample = try Sample(members: "\"なぞ\": 1, \"端末\": {\"台数\": 3, \"率\": \"x\"}")
        #expect(sample.words("端末.台数") == "3")
        #expect(sample.words("端末.率") == nil)
    }

    @Test(
        "A misspelling is helped with the nearest right spelling",
        arguments: [
            ("\"依頼\": {\"受付曰\": null}", "受付日"), ("\"以頼\": {}", "依頼"), ("\"as_off\": \"x\"", "as_of"), ("\"メモリ\": 512", "端末.メモリ"),
            ("\"依頼.作業\": \"障害復日\"", "障害復旧"), ("\"依頼.作業\": \"障害の復日\"", "障害復旧"), ("\"障害.起因\": [\"天才\"]", "天災"),
            ("\"解釈\": {\"数え力\": \"算入\"}", "数え方"), ("\"解釈\": {\"数え方\": \"不参入\"}", "不算入"), ("\"依頼.訪問\": {\"value\": true, \"sorce\": \"x\"}", "source"),
        ])
    func nearest(members: String, suggestion: String) throws {
        let fault = try #require(try Sample(members: members).reading.faults.first)
        #expect(fault.suggestion == suggestion)
        #expect(fault.help.japanese.contains("「\(suggestion)」"))
        #expect(fault.help.english.contains("`\(suggestion)`"))
    }

    @Test("A value that is not listed is answered with those that are")
    func listed() throws {
        let fault = try #require(try Sample(members: "\"障害.起因\": [\"なぞ\"]").reading.faults.first)
        #expect(fault.help.japanese == "書けるのは ウイルス感染・不正アクセス・天災 です")
        #expect(fault.help.english == "it can be: ウイルス感染, 不正アクセス, 天災")
    }

    @Test("A broken constraint names the facts and what they say")
    func constraint() throws {
        let fault = try #require(try Sample(members: "\"依頼\": {\"訪問\": true, \"作業\": \"問合せ\"}").reading.faults.first)
        #expect(fault.message.japanese == "「訪問は障害復旧のときだけ」に反します: 依頼.訪問 = はい、依頼.作業 = 使い方の質問")
    }

    private static let chain = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { 甲 : 真偽 「甲」 問 「甲ですか」 ; 乙 : 真偽 「乙」 問 「乙ですか」 ; 丙 : 真偽 「丙」 問 「丙ですか」 }
        制約 「甲なら乙」 { もし 物.甲 ならば 物.乙 }
        制約 「丙なら乙でない」 { もし 物.丙 ならば 物.乙 でない }
        判定 可否 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 乙 { もし 物.乙 ならば 可否 = 可 }

        """

    @Test("Facts that only two constraints together exclude are refused with both")
    func together() throws {
        let plan = try plan(Self.chain)
        func faults(_ members: String) throws -> [FactFault] {
            FactReader(plan: plan).read(Array(#"{"as_of": "2026-11-22", "物": {\#(members)}}"#.utf8), fileName: "f.json").faults
        }
        let found = try faults(#""甲": true, "丙": true"#)
        #expect(found.map(\.code.rawValue) == ["K5013"])
        #expect(found.first?.message.japanese == "「甲なら乙」「丙なら乙でない」を合わせると成り立ちません: 物.甲 = はい、物.丙 = はい")
        #expect(found.first?.path == "物.丙")
        #expect(try faults(#""甲": true, "丙": false"#) == [])
        // One that is broken by itself is enough to say.
        #expect(try faults(#""甲": true, "乙": false, "丙": true"#).map(\.message.japanese) == ["「甲なら乙」に反します: 物.甲 = はい、物.乙 = いいえ"])
    }

    @Test("A discretion without its record says all that is missing, and stays unexercised")
    func discretion() throws {
        let sample = try Sample(members: "\"判断\": {\"範囲外\": {\"value\": true, \"at\": \"2026-11-01\"}}")
        #expect(sample.reading.faults.first?.message.japanese == "「乙」の裁量ですが、決めた者 (by)・理由 (reason)の記録がありません")
        #expect(try sample["判断.範囲外"].state == .unexercised)
    }

    @Test("A list may have as many records as the limit, and no more", arguments: [(10_000, []), (10_001, ["K5012"])])
    func tooLong(count: Int, codes: [String]) throws {
        let sample = try Sample(members: "\"関係者\": [\(Array(repeating: "{}", count: count).joined(separator: ","))]")
        #expect(sample.codes == codes)
        #expect(sample.reading.frame.lists[0].recordCount == (codes.isEmpty ? count : 0))
    }

    @Test("A fault is shown with file, line, code, path and help")
    func text() throws {
        let fault = try #require(try Sample("{\n \"as_of\": \"2026-11-22\",\n \"端末\": {\"台数\": \"3km\"}}").reading.faults.first)
        #expect(fault.text(in: "f.json", .japanese) == "f.json:3:15: 誤り[K5006] 端末.台数: 単位「km」は合いません\n  対処: 単位を付けずに書いてください")
        #expect(fault.text(in: "f.json", .english) == "f.json:3:15: error[K5006] 端末.台数: the unit `km` does not fit\n  help: write it without a unit")
    }
}
