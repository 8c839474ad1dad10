import Diagnostics
import Documents
import Samples
import Testing

@Suite("What is lacking, and until when")
struct LackingTests {
    /// As article 10 of the contract: by a notice in writing, a month before the day that is wished for.
    private static let rules = """
        規約 見本 { 当事者 甲 「お客様」, 乙 「当社」 ; 回答者 乙 }
        列挙 方法 { 口頭 「電話や口頭」 ; 書面 「紙の書面」 ; 電子 「電子メール」 }
        事実 解除 「解除」 {
          方法 : 方法 「通知の伝え方」 問 「どう知らせましたか」 変更可
          通知日 : 日付 「通知が届いた日」 問 「いつ届きましたか」
          急ぐ : 真偽 「急ぐわけ」 問 「急ぎますか」
          承認 : 真偽 「急ぐことの承認」 問 「承認しますか」 裁量 乙
        }
        事実 契約 「契約」 { 希望日 : 日付 「解除を希望する日」 問 「いつ解除したいですか」 }
        解釈 電子の書面 { 論点 「電子メールも書面か」 ; 条項 第1条 ; 案 含まない 採用 理由 「見本」 ; 案 含む }
        判定 解除 「解除できるか」 { 結果 可 「解除できます」, 減額 「減額されます」 ; 順位 ; 既定 不可 「解除できません」 根拠 第1条 ; 有利 甲 { 可, 減額 } 乙 { 不可 } }
        判定 逆 「逆」 { 結果 断る ; 既定 可 ; 有利 甲 { 可 } 乙 { 断る } }
        第1条 「一か月前までに書面で知らせる」
        規則 通知 {
          もし (解除.方法 = 書面 または (解除.方法 = 電子 かつ 解釈 電子の書面 = 含む)) かつ 解除.通知日 が 契約.希望日 - 1か月 より前
          ならば 解除 = 可
        }
        第2条 「急ぐ」
        規則 急ぐ { もし 解除.急ぐ かつ 解除.承認 かつ 解除.方法 ≠ 口頭 ならば 解除 = 減額 }
        規則 断る { もし 解除.急ぐ ならば 逆 = 断る }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    private func facts(_ asOf: String, notice: String, wish: String, how: String = "口頭") -> String {
        #"{"as_of": "\#(asOf)", "解除": {"方法": "\#(how)", "通知日": "\#(notice)", "急ぐ": false}, "契約": {"希望日": "\#(wish)"}}"#
    }

    @Test("A notice by word of mouth lacks the writing, and it can be made good until the day before the month begins")
    func until() throws {
        let said = facts("2026-04-10", notice: "2026-04-10", wish: "2026-06-01")
        let lacking = try sample.json("解除", said)["lacking"]
        #expect(lacking?.elements.count == 1 && lacking?[0]?["clause"] == "1" && lacking?[0]?["outcome"] == "可")
        #expect(lacking?[0]?["unmet"]?.elements.count == 1)
        #expect(lacking?[0]?["unmet"]?[0]?["any_of"]?[0]?["facts"]?[0] == "解除.方法")
        // A month before 1 June is 1 May; before that is 30 April.
        #expect(lacking?[0]?["last_days"]?.elements.count == 1)
        #expect(lacking?[0]?["last_days"]?[0]?["fact"] == "解除.通知日" && lacking?[0]?["last_days"]?[0]?["day"] == "2026-04-30")
        #expect(lacking?[0]?["last_days"]?[0]?["passed"] == false)
        let text = try sample.text("解除", said)
        #expect(text.contains("足りないこと") && text.contains("通知の伝え方が「紙の書面」") && text.contains("「通知が届いた日」は2026年4月30日まで"))
        #expect(try sample.text("解除", said, letter: true).contains("2026年4月30日まで"))
        #expect(try sample.text("解除", said, language: .english).contains("no later than"))
    }

    @Test("A day that has passed is said to have")
    func passed() throws {
        let late = facts("2026-04-15", notice: "2026-04-15", wish: "2026-05-15", how: "書面")
        let lacking = try sample.json("解除", late)["lacking"]?[0]
        #expect(lacking?["unmet"]?[0]?["any_of"]?[0]?["facts"]?.elements.contains("解除.通知日") == true)
        #expect(lacking?["last_days"]?[0]?["day"] == "2026-04-14" && lacking?["last_days"]?[0]?["passed"] == true)
        #expect(try sample.text("解除", late).contains("すでに過ぎています"))
    }

    @Test("Each rule that is as near is named; what is for us to decide is not told to customers")
    func nearest() throws {
        // In writing but late: one thing is lacking of each, the day of the one, and the other is only ours to approve.
        let asked = #"{"as_of": "2026-04-15", "解除": {"方法": "書面", "通知日": "2026-04-15", "急ぐ": true}, "契約": {"希望日": "2026-05-15"}}"#
        let json = try sample.json("解除", asked)
        #expect(json["lacking"]?.elements.map { $0["clause"]?.text } == ["1", "2"] && json["lacking_complete"] == true)
        let letter = try sample.text("解除", asked, letter: true)
        #expect(letter.contains("足りないこと") && !letter.contains("承認"))
    }

    @Test("Nothing is lacking where a rule speaks, where the answer is open, or where it is in favour already")
    func none() throws {
        #expect(try sample.json("解除", facts("2026-04-10", notice: "2026-04-10", wish: "2026-06-01", how: "書面"))["lacking"] == [])
        #expect(try sample.json("解除", #"{"as_of": "2026-04-10"}"#)["lacking"] == [])
        let favoured = try sample.json("逆", #"{"as_of": "2026-04-10", "解除": {"急ぐ": false}}"#)
        #expect(favoured["outcome"] == "可" && favoured["lacking"] == [])
    }

    @Test("What was looked through only in part is said, in a flag and in words")
    func cut() throws {
        let open = #"{"as_of": "2026-04-10"}"#
        let json = try sample.json("解除", open)
        for key in ["next_change_complete", "next_grounds_change_complete", "interpretations_complete", "discretion_complete", "assuming_complete"] {
            #expect(json[key] == true || json[key] == false, "\(key)")
        }
        // More rules are as near than are named.
        let many = (1...7).map { "規則 道\($0) { もし 物.欄\($0) ならば 入る = 可 }" }.joined(separator: "\n")
        let fields = (1...7).map { "欄\($0) : 真偽 「\($0)」 問 「\($0)ですか」" }.joined(separator: " ; ")
        let wide = try Sample(
            "規約 見本 { 当事者 甲, 乙 ; 回答者 乙 }\n事実 物 「物」 { \(fields) }\n判定 入る { 結果 可 ; 既定 否 ; 有利 甲 { 可 } 乙 { 否 } }\n第1条 「道」\n\(many)\n")
        let facts = #"{"as_of": "2026-04-10", "物": {\#((1...7).map { "\"欄\($0)\": false" }.joined(separator: ", "))}}"#
        let refused = try wide.json("入る", facts)
        #expect(refused["lacking"]?.elements.count == 5 && refused["lacking_complete"] == false)
        #expect(try wide.text("入る", facts).contains("途中までしか調べていません"))
    }
}
