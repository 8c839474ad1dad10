import Diagnostics
import Documents
import Samples
import Testing

@Suite("What would change an answer, in words")
struct WouldChangeTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 方法 { 口頭 「電話や口頭」 ; 書面 「紙の書面」 }
        事実 解約 「解約」 { 方法 : 方法 「伝え方」 問 「どう知らせましたか」 変更可 ; 申出 : 真偽 「申出」 問 「申し出ましたか」 }
        事実 端末 「端末」 { 版 : 版 「版」 問 「版は」 変更可 ; 空き : 数 MB 「空き」 問 「空きは」 変更可 ; 台数 : 整数 「台数」 問 「何台ですか」 変更可 }
        判定 解除 { 結果 支払って可 「支払って解除できます」, 可 「解除できます」 ; 順位 ; 既定 不可 「解除できません」 }
        判定 環境 { 結果 対象外, 対象 ; 順位 ; 既定 要協議 }
        判定 容量 { 結果 不足, 足りる ; 順位 ; 既定 要協議 }
        第1条 「書面で知らせる」
        規則 書面 { もし 解約.申出 かつ 解約.方法 = 書面 ならば 解除 = 可 }
        第2条 「版」
        規則 新しい { もし 端末.版 が 19 以降 ならば 環境 = 対象外 }
        規則 古い { もし 端末.版 が 19 より前 かつ 端末.版 が 4 より後 ならば 環境 = 対象 }
        第3条 「空き」
        規則 不足 { もし 端末.空き が 1GB 未満 または 端末.台数 が 5 超 ならば 容量 = 不足 }
        規則 足りる { もし 端末.空き が 1GB 以上 かつ 端末.台数 が 5 以下 ならば 容量 = 足りる }

        """

    @Test("Where no rule speaks, a change that makes one speak is found")
    func fallback() throws {
        let facts = #"{"as_of": "2026-07-01", "解約": {"申出": true, "方法": "口頭"}}"#
        let json = try Sample(Self.rules).json("解除", facts)
        #expect(json["outcome"] == "不可")
        #expect(json["would_change"]?[0]?["set"]?["解約.方法"] == "書面")
        #expect(json["would_change"]?[0]?["outcome"] == "可")
        #expect(json["would_change_complete"] == true)
    }

    @Test("Of an open answer nothing is said to be complete")
    func open() throws {
        let json = try Sample(Self.rules).json("解除", #"{"as_of": "2026-07-01", "解約": {"方法": "書面"}}"#)
        #expect(json["status"] == "undetermined" && json["would_change"] == [] && json["would_change_complete"] == false)
    }

    @Test("Versions and amounts are said as people write them", arguments: [MessageLanguage.japanese, .english])
    func bounds(language: MessageLanguage) throws {
        let sample = try Sample(Self.rules)
        let new = #"{"as_of": "2026-07-01", "端末": {"版": "20", "空き": "2GB", "台数": 3}}"#
        let json = try sample.json("環境", new)["would_change"]?[0]
        #expect(json?["set"]?["端末.版"] == "5")
        #expect(json?["in_words"]?["端末.版"] == "4より新しい、19より前")
        let small = #"{"as_of": "2026-07-01", "端末": {"版": "20", "空き": 100, "台数": 9}}"#
        let set = try sample.json("容量", small)["would_change"]?[0]
        #expect(set?["set"]?["端末.空き"] == "1024MB" && set?["in_words"]?["端末.空き"] == "1,024MB以上")
        #expect(set?["set"]?["端末.台数"] == 5 && set?["in_words"]?["端末.台数"] == "5以下")
        for letter in [false, true] {
            let texts = try [sample.text("環境", new, letter: letter, language: language), sample.text("容量", small, letter: letter, language: language)]
            for text in texts { #expect(!text.contains("65535") && !text.contains("999999"), "\(text)") }
        }
    }

    @Test("More changes together than are looked for leave it open whether there are any")
    func many() throws {
        let names = (1...5).map { "欄\($0)" }
        let fields = names.map { "\($0) : 真偽 「\($0)」 問 「\($0)ですか」 変更可" }.joined(separator: " ; ")
        let all = names.map { "物.\($0)" }.joined(separator: " かつ ")
        let rules = "規約 見本 { 当事者 甲, 乙 }\n事実 物 「物」 { \(fields) }\n判定 可否 { 結果 可 ; 既定 否 }\n第1条 「可」\n規則 可 { もし \(all) ならば 可否 = 可 }\n"
        let facts = names.map { "\"\($0)\": false" }.joined(separator: ", ")
        let json = try Sample(rules).json("可否", "{\"as_of\": \"2026-07-01\", \"物\": {\(facts)}}")
        #expect(json["would_change"] == [] && json["would_change_complete"] == false)
    }
}

@Suite("Events that are still to come")
struct EventTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 契約 「契約」 { 検収日 : 日付 「検収日」 問 「いつですか」 ; 支払日 : 日付 「支払日」 問 「いつですか」 }
        判定 遅れ { 結果 遅れ ; 既定 なし }
        第1条 「遅れ」
        規則 遅れ { もし 日数(契約.検収日, 契約.支払日) が 10日 超 ならば 遅れ = 遅れ }

        """

    @Test("An answer that waits for one says so; it is not missing reference data")
    func pending() throws {
        let facts = #"{"as_of": "2026-07-01", "契約": {"検収日": "未到来", "支払日": "2026-06-01"}}"#
        let sample = try Sample(Self.rules)
        let json = try sample.json("遅れ", facts)
        #expect(json["status"] == "undetermined")
        #expect(json["missing"]?.elements.map { $0["fact"]?.text } == ["契約.検収日"])
        #expect(json["missing"]?[0]?["pending"] == true && json["missing"]?[0]?["question"] == .null && json["missing"]?[0]?["reference_data"] == nil)
        let text = try sample.text("遅れ", facts)
        #expect(text.contains("「検収日」がまだ来ていません") && !text.contains("参照データ"))
        #expect(!(try sample.text("遅れ", facts, letter: true)).contains("いつですか"))
    }
}
