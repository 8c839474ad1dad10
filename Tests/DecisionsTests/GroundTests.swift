import Completions
import Decisions
import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("What an answer rests on")
struct GroundTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 }
        事実 物 「物」 {
          い : 真偽 「い」 問 「い」 ; ろ : 真偽 「ろ」 問 「ろ」 ; は : 真偽 「は」 問 「は」 ; 色 : 色 「色」 問 「色」 ; 期日 : 日付 「期日」 問 「期日」
        }
        参照表 期限 「期限」 { 元 「end.csv」 ; 鍵 色 : 色 ; 列 日 : 日付 ; 一部 }
        判定 順 { 結果 一, 二 ; 順位 ; 既定 なし 根拠 第9条 }
        判定 並 { 結果 一, 二 ; 既定 なし }
        判定 退 { 結果 可, 否 ; 順位 ; 既定 なし }
        判定 表 { 結果 過ぎた ; 既定 まだ }
        判定 次 { 結果 続く ; 既定 止まる }
        判定 休 { 結果 休み ; 既定 平日 }
        第1条 「順」
        規則 順一 { もし 物.い ならば 順 = 一 }
        第2条 「順」
        規則 順二 { もし 物.ろ ならば 順 = 二 }
        規則 順二も { もし 物.ろ でない ならば 順 = 二 }
        第3条 「並」
        規則 並一 { もし 物.い ならば 並 = 一 }
        規則 並二 { もし 物.ろ ならば 並 = 二 }
        第4条第1項 「退く」
        規則 本文 { もし 物.い ならば 退 = 可 }
        第4条第1項ただし書 「但し」
        規則 但し { もし 物.ろ ならば 退 = 否 ; ただし }
        第5条 「ほか」
        規則 優先 { もし 物.は ならば 退 = 否 ; 優先 規則 本文 }
        第6条 「表」
        規則 表 { もし 期限(物.色).日 が 基準日 より前 ならば 表 = 過ぎた }
        規則 次 { もし 表 = 過ぎた ならば 次 = 続く }
        第7条 「休」
        規則 休 { もし 祝日(物.期日) ならば 休 = 休み }
        第9条 「協議」

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules, data: ["end.csv": "色,日,出典,取得日\n赤,2026-06-30,見本,2026-01-01\n"]) }

    @Test(
        "The rules that give the outcome come first; those that were outranked follow, and where none applies the ground of the fallback stands alone",
        arguments: [
            ("順", #""物": {"い": true, "ろ": true}"#, "一", ["順一 1", "(順二 2)"]), ("順", #""物": {"い": false, "ろ": true}"#, "二", ["順二 2"]),
            ("並", #""物": {"い": true, "ろ": false}"#, "一", ["並一 3"]), ("並", #""物": {"い": true, "ろ": true}"#, nil, ["並一 3", "並二 3"]),
            ("並", #""物": {"い": false, "ろ": false}"#, "なし", ["- -"]), ("並", "", nil, []), ("並", #""物": {"い": true}"#, nil, ["(並一 3)"]),
        ] as [(String, String, String?, [String])])
    func grounds(decision: String, facts: String, outcome: String?, expected: [String]) throws {
        let answer = try sample.say(decision, facts)
        #expect(sample.outcome(answer) == outcome && sample.grounds(answer) == expected)
        #expect(answer.openGrounds.isEmpty)
    }

    @Test("Where the outcome is settled but not by which rule, the clauses that may give it are named once each")
    func openGrounds() throws {
        let answer = try sample.say("順", #""物": {"い": false}"#)
        #expect(sample.outcome(answer) == "二" && answer.grounds.isEmpty)
        #expect(answer.openGrounds.map { sample.clause($0) } == ["2"])
        #expect(answer.open.map(sample.name) == ["順二", "順二も"] && answer.applying.isEmpty)
        // What is not settled has no clause that gives it.
        #expect(try sample.say("順", "").openGrounds.isEmpty)
    }

    @Test("A rule that gives way is named with each rule that stands above it and applies, and in which words")
    func defeated() throws {
        func told(_ facts: String) throws -> [String] {
            try sample.say("退", facts).defeated.map { "\(sample.name($0.rule)) < \(sample.name($0.by)) \($0.form.rawValue)" }
        }
        #expect(try told(#""物": {"い": true, "ろ": true, "は": false}"#) == ["本文 < 但し proviso"])
        #expect(Set(try told(#""物": {"い": true, "ろ": true, "は": true}"#)) == ["本文 < 但し proviso", "本文 < 優先 overrides"])
        #expect(try told(#""物": {"い": false, "ろ": true}"#).isEmpty, "it does not hold")
        #expect(try told(#""物": {"い": true}"#).isEmpty, "it may apply")
    }

    @Test("Rows of reference data are those that the grounds looked up, in the decisions that they read too")
    func lookups() throws {
        func rows(_ decision: String, _ facts: String) throws -> [Int?] { try sample.say(decision, facts, .sources).sources.map(\.row) }
        #expect(try rows("表", #""物": {"色": "赤"}"#) == [0])
        #expect(try rows("次", #""物": {"色": "赤"}"#) == [0])
        // The other colour has no row: nothing applies, so no ground looked anything up.
        #expect(try rows("表", #""物": {"色": "青"}"#) == [])
        #expect(try rows("順", #""物": {"い": true, "色": "赤"}"#) == [])
    }

    @Test("Days of which holidays are only predicted are told", arguments: [("2149-01-01", true), ("2020-01-01", false)])
    func predicted(day: String, isPredicted: Bool) throws {
        let answer = try sample.say("休", #""物": {"期日": "\#(day)"}"#, .sources)
        #expect(answer.predicted == (isPredicted ? [try #require(CivilDate(day))] : []))
    }
}
