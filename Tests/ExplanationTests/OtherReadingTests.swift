import Documents
import Samples
import Testing

@Suite("Other readings, and powers that are reserved")
struct OtherReadingTests {
    private static let rules = """
        規約 見本 { 当事者 甲 「利用者」, 乙 「提供者」 ; 回答者 乙 }
        事実 料金 「料金」 {
          額 : 数 円 「請求額」 問 「いくらですか」
          期日 : 日付 「期日」 問 「いつですか」
          遅れ : 真偽 「遅れ」 問 「遅れましたか」
        }
        事実 判断 「判断」 {
          免除 : 真偽 「免除の判断」 問 「免除しますか」 裁量 乙
          猶予 : 真偽 「猶予の判断」 問 「猶予しますか」 裁量 乙
          無関係 : 真偽 「ほかの判断」 問 「ほかに何か判断しましたか」 裁量 乙
        }
        解釈 休日 { 論点 「休日に送るか」 ; 条項 第1条 ; 案 送る 採用 理由 「見本」 ; 案 送らない }
        解釈 率 { 論点 「率はどちらか」 ; 条項 第2条 ; 案 低い 採用 理由 「見本」 ; 案 高い }
        解釈 同じ { 論点 「どちらでも同じか」 ; 条項 第2条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        判定 支払 「支払うか」 { 結果 支払う 「支払います」 ; 既定 支払わない 「支払いません」 }
        第1条 「支払う」
        規則 支払う { もし 料金.遅れ かつ 判断.免除 でない かつ (解釈 同じ = 一 または 解釈 同じ = 二) ならば 支払 = 支払う }
        義務 支払い { 者 甲 ; 相手 乙 ; 内容 「料金を支払う」 ; もし 支払 = 支払う ; 期限 休日送り(料金.期日) ; 解釈 休日 = 送る }
        義務 そのままの支払い { 者 甲 ; 相手 乙 ; 内容 「料金を支払う」 ; もし 支払 = 支払う ; 期限 料金.期日 ; 解釈 休日 = 送らない }
        第2条 「損害金」
        費用 損害金 { 者 甲 ; 内容 「損害金を支払う」 ; 額 料金.額 × 10% ; もし 支払 = 支払う かつ 判断.猶予 でない ; 解釈 率 = 低い }
        費用 高い損害金 { 者 甲 ; 内容 「損害金を支払う」 ; 額 料金.額 × 20% ; もし 支払 = 支払う かつ 判断.猶予 でない ; 解釈 率 = 高い }

        """
    /// 2026-06-28 is a Sunday.
    private static let late = #"{"as_of": "2026-07-01", "料金": {"遅れ": true, "額": 1000, "期日": "2026-06-28"}}"#

    private func effect(_ name: String, _ facts: String = late) throws -> JSONValue? {
        try Sample(Self.rules).json("支払", facts)["interpretations"]?.elements.first { $0["name"] == .string(name) }
    }

    @Test("A deadline that differs under another reading is said, with both days")
    func deadline() throws {
        let effect = try #require(try effect("休日"))
        #expect(effect["changes_outcome"] == false && effect["changes_grounds"] == false)
        #expect(effect["deadlines"]?[0]?["by"] == "2026-06-29" && effect["deadlines"]?[0]?["other_by"] == "2026-06-28")
        let text = try Sample(Self.rules).text("支払", Self.late)
        #expect(text.contains("休日 = 送る（「送らない」と読めば、結果は同じです。「料金を支払う」は（期限: 2026年6月28日）、いまの答えでは（期限: 2026年6月29日））"))
        #expect(!text.contains("休日（別の読み方でも結果は同じです）"))
    }

    @Test("So is an amount; and what differs in nothing is said to be the same")
    func amount() throws {
        let effect = try #require(try effect("率"))
        #expect(effect["amounts"]?[0]?["amount"] == "100円" && effect["amounts"]?[0]?["other_amount"] == "200円")
        #expect(try Sample(Self.rules).text("支払", Self.late).contains("解釈: 同じ（別の読み方でも結果は同じです）"))
    }

    @Test("The other way round too: the line does not vanish under the reading that was not adopted")
    func turned() throws {
        var facts = Self.late
        facts.insert(contentsOf: #""解釈": {"休日": "送らない"}, "#, at: facts.index(after: facts.startIndex))
        let effect = try effect("休日", facts)
        #expect(effect?["deadlines"]?[0]?["by"] == "2026-06-28" && effect?["deadlines"]?[0]?["other_by"] == "2026-06-29")
    }

    @Test("On a day that is no holiday both readings give the same day")
    func weekday() throws {
        let text = try Sample(Self.rules).text("支払", Self.late.replacing("2026-06-28", with: "2026-06-26"))
        #expect(text.contains("休日・") || text.contains("・休日") || text.contains("解釈: 休日（別の読み方でも結果は同じです）"))
    }

    private func powers(_ facts: String) throws -> [String: JSONValue] {
        let all = try Sample(Self.rules).json("支払", facts)["discretion"]?.elements ?? []
        return Dictionary(all.map { ($0["power"]?.text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("A power is listed where its exercise changes the outcome, or only an amount; not where it changes nothing")
    func reserved() throws {
        let powers = try powers(Self.late)
        #expect(Set(powers.keys) == ["判断.免除", "判断.猶予"])
        #expect(powers["判断.免除"]?["outcome"] == "支払わない")
        #expect(powers["判断.猶予"]?["outcome"] == "支払う")
        #expect(powers["判断.猶予"]?["duties"]?[0]?["then"] == .null && powers["判断.猶予"]?["duties"]?[0]?["now"]?["amount"] == "100円")
    }

    @Test("Where the exercise leaves it open, all that it can lead to is said")
    func open() throws {
        let rules = """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 { 重い : 真偽 「重い」 問 「重いですか」 }
            事実 判断 「判断」 { 過分 : 真偽 「過分との判断」 問 「過分ですか」 裁量 乙 }
            判定 修補 { 結果 協議, 無償 ; 順位 ; 既定 なし }
            第1条 「直す」
            規則 無償 { ならば 修補 = 無償 }
            第1条ただし書 「重くなく過分なら協議」
            規則 過分 { もし 判断.過分 かつ 物.重い でない ならば 修補 = 協議 ; ただし }

            """
        let sample = try Sample(rules)
        let power = try sample.json("修補", #"{"as_of": "2026-07-01"}"#)["discretion"]?[0]
        #expect(power?["outcome"] == .null)
        #expect(power?["possible"] == ["協議", "無償"])
        #expect(power?["clause"] == "1.1.proviso")
        #expect(try sample.text("修補", #"{"as_of": "2026-07-01"}"#).contains("判断すれば、事実によって「協議」「無償」のどれか"))
        // Where the fact is known it is settled either way.
        #expect(try sample.json("修補", #"{"as_of": "2026-07-01", "物": {"重い": true}}"#)["discretion"] == [])
        #expect(try sample.json("修補", #"{"as_of": "2026-07-01", "物": {"重い": false}}"#)["discretion"]?[0]?["outcome"] == "協議")
    }

    @Test("A power that changes which outcome comes out under some completion, though the same outcomes stay possible, is listed")
    func completions() throws {
        let rules = """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 }
            事実 判断 「判断」 { 逆 : 真偽 「逆との判断」 問 「逆ですか」 裁量 乙 ; 無駄 : 真偽 「無駄な判断」 問 「無駄ですか」 裁量 乙 }
            判定 可否 { 結果 可 ; 既定 否 }
            第1条 「可」
            規則 赤 { もし 物.赤 かつ 判断.逆 でない ならば 可否 = 可 }
            規則 青 { もし 物.赤 でない かつ 判断.逆 ならば 可否 = 可 }
            規則 無駄 { もし 判断.無駄 かつ 物.赤 かつ 物.赤 でない ならば 可否 = 可 }

            """
        let powers = try Sample(rules).json("可否", #"{"as_of": "2026-07-01"}"#)["discretion"]?.elements ?? []
        #expect(powers.map { $0["power"]?.text } == ["判断.逆"])
    }
}
