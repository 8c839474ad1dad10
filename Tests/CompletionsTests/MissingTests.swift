import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("What is missing")
struct MissingTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 {
          甲 : 真偽 「甲」 問 「甲ですか」
          乙 : 真偽 「乙」 問 「乙ですか」
          丙 : 真偽 「丙」 問 「丙ですか」 前提 物.甲
          色 : 色 「色」 問 「何色ですか」
          期日 : 日付 「期日」 問 「いつですか」
        }
        事実 判断 「判断」 { 許可 : 真偽 「許可」 問 「許しますか」 裁量 乙 }
        一覧 品目 「品目」 問 「品目は」 { 赤 : 真偽 「赤」 問 「赤ですか」 }
        参照表 期限 「期限」 { 元 「end.csv」 ; 鍵 色 : 色 ; 列 日 : 日付 ; 一部 }
        判定 両方 { 結果 可 ; 既定 否 }
        判定 先 { 結果 二, 一 ; 順位 ; 既定 なし }
        判定 順番 { 結果 可 ; 既定 否 }
        判定 裁量 { 結果 可 ; 既定 否 }
        判定 品 { 結果 可 ; 既定 否 }
        判定 期間 { 結果 可 ; 既定 否 }
        判定 期日 { 結果 可 ; 既定 否 }
        判定 期限内 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 両方 { もし 物.甲 かつ 物.乙 ならば 両方 = 可 }
        規則 甲 { もし 物.甲 ならば 先 = 一 }
        規則 甲でない { もし 物.甲 でない ならば 先 = 一 }
        規則 乙 { もし 物.乙 ならば 先 = 二 }
        規則 順番 { もし 物.丙 ならば 順番 = 可 }
        規則 裁量 { もし 判断.許可 または 物.乙 ならば 裁量 = 可 }
        規則 品 { もし 品目 のいずれかで (品目.赤) ならば 品 = 可 }
        規則 期限 { もし 期限(物.色).日 が 2026-07-01 以降 ならば 期間 = 可 }
        規則 期日 { もし 物.期日 が 2026-08-01 より前 ならば 期日 = 可 }
        規則 期限内 { もし 物.期日 が 期限(物.色).日 以前 ならば 期限内 = 可 }

        """
    private let sample: Sample

    private static let data = ["end.csv": "色,日,出典,取得日\n赤,2026-07-01,見本,2026-01-01\n青,,見本,2026-01-01\n"]

    init() throws { sample = try Sample(Self.rules, data: Self.data) }

    @Test(
        "Facts that alone can change the outcome, and no others",
        arguments: [
            ("両方", "", ["物.甲", "物.乙"]), ("両方", #""物": {"甲": true}"#, ["物.乙"]), ("両方", #""物": {"甲": false}"#, []),
            // What changes the outcome comes before what changes only the clause.
            ("先", "", ["物.乙", "物.甲?"]),
            // What is asked under an open premise comes behind it, and is not to be asked yet.
            ("順番", "", ["物.甲", "物.丙*"]), ("順番", #""物": {"甲": true}"#, ["物.丙"]), ("順番", #""物": {"甲": false}"#, []),
            // A discretion that nobody exercised is not unknown.
            ("裁量", "", ["物.乙"]),
        ])
    func facts(decision: String, facts: String, expected: [String]) throws {
        #expect(try sample.settle(decision, facts).missing == expected)
    }

    @Test(
        "Of a list the open records, and the list itself while it may have others",
        arguments: [
            ("", ["品目"]), (#""品目": {"全員": true, "項目": []}"#, []), (#""品目": {"全員": true, "項目": [{"赤": false}, {}]}"#, ["品目.赤[1]"]),
            (#""品目": {"全員": false, "項目": [{"赤": false}]}"#, ["品目"]), (#""品目": {"全員": false, "項目": [{}]}"#, ["品目.赤[0]", "品目"]),
            (#""品目": {"全員": false, "項目": [{"赤": true}]}"#, []),
        ])
    func lists(facts: String, expected: [String]) throws {
        #expect(try sample.settle("品", facts).missing == expected)
    }

    @Test("A row that there is not, or an empty cell, is the reference data's own gap; no question fills it", arguments: ["青", "黄"])
    func reference(colour: String) throws {
        let settled = try sample.settle("期間", #""物": {"色": "\#(colour)"}"#)
        #expect(settled.missing == ["reference"] && settled.outcomes == ["可", "否"])
    }

    @Test(
        "A day and a cell that are compared are both missing where both are open, and each where it alone is",
        arguments: [
            (#""色": "青""#, ["物.期日", "reference"]), (#""色": "青", "期日": "2026-06-01""#, ["reference"]), (#""色": "赤""#, ["物.期日"]),
            (#""色": "青", "期日": "未到来""#, ["event 物.期日", "reference"]),
            // What has not come by the day of the answer is later than the cell, which is that day.
            (#""色": "赤", "期日": "未到来""#, []),
        ])
    func dayAndCell(facts: String, expected: [String]) throws {
        #expect(try sample.settle("期限内", "\"物\": {\(facts)}").missing == expected)
    }

    @Test("With the key open, the key is missing and so may be its row")
    func key() throws {
        #expect(try sample.settle("期間", "").missing.contains("物.色"))
        #expect(try sample.settle("期間", #""物": {"色": "赤"}"#).missing == [])
    }

    @Test("How an event that is still to come lies to a later day no question tells")
    func event() throws {
        #expect(try sample.settle("期日", #""物": {"期日": "未到来"}"#).missing == ["event 物.期日"])
        #expect(try sample.settle("期日", #""物": {"期日": "2026-07-31"}"#).missing == [])
    }

    @Test("A day that is only compared with another is missing itself, and no table is", arguments: ["物.期日 が 2026-08-01 より前", "基準日 + 31日 > 物.期日"])
    func day(condition: String) throws {
        #expect(try sample.settle("期日", "").missing == ["物.期日"])
        let other = try Sample(Self.rules.replacing("物.期日 が 2026-08-01 より前", with: condition), data: Self.data)
        #expect(try other.settle("期日", "").missing == ["物.期日"])
        #expect(try other.settle("期日", #""物": {"期日": "未到来"}"#).missing == ["event 物.期日"])
    }

    @Test("So is that of a record, and of a record that nobody has named the list")
    func recordedDay() throws {
        let rules = """
            規約 見本 { 当事者 甲, 乙 }
            一覧 品目 「品目」 問 「品目は」 { 期日 : 日付 「期日」 問 「いつですか」 }
            判定 品 { 結果 可 ; 既定 否 }
            第1条 「見本」
            規則 品 { もし 品目 のいずれかで (品目.期日 が 2026-08-01 より前) ならば 品 = 可 }
            """
        let sample = try Sample(rules)
        #expect(try sample.settle("品", #""品目": {"全員": true, "項目": [{}]}"#).missing == ["品目.期日[0]"])
        #expect(try sample.settle("品", "").missing == ["品目"])
    }

    @Test("Only facts and lists can be asked")
    func asked() throws {
        let fact = Missing.Subject.fact(try sample.fact("物.甲"), record: nil, members: [])
        let list = Missing.Subject.list(try #require(sample.plan.lists.places.first))
        let event = Missing.Subject.event(try sample.fact("物.期日"))
        #expect([fact, list, event, .reference].map(\.isAsked) == [true, true, false, false])
        #expect([fact, list, event, .reference].map(\.isList) == [false, true, false, false])
    }
}
