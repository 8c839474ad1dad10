import Samples
import Testing

@Suite("Letters to the customer")
struct LetterTests {
    private static func rules(_ header: String, _ content: String) -> String {
        """
        規約 見本 { \(header) }
        列挙 所 { 甲府 「甲府営業所」 ; 乙訓 「乙訓郡の店」 ; 北 「北の店（甲の店）」 }
        事実 依頼 「依頼」 { 所 : 所 「お使いの所」 問 「どこですか」 }
        判定 可否 「甲の依頼に乙が応じるか」 { 結果 可 「甲自身の依頼なので、乙が応じます」 ; 既定 否 }
        第1条 「甲が頼めば、乙が応じる」
        規則 応じる { もし 依頼.所 が {甲府, 乙訓, 北} のいずれか ならば 可否 = 可 }
        義務 連絡 { 者 乙 ; 相手 甲 ; 内容 「\(content)」 ; もし 可否 = 可 }
        義務 準備 { 者 甲 ; 相手 乙 ; 内容 「準備する」 ; もし 可否 = 可 }

        """
    }

    private static let header = "当事者 甲 「お客様」, 乙 「当社」 ; 回答者 乙"

    private static func letter(_ place: String, header: String = header, content: String = "甲と乙で日を決めて知らせる") throws -> String {
        try Sample(rules(header, content)).text("可否", "{\"as_of\": \"2026-07-01\", \"依頼\": {\"所\": \"\(place)\"}}", letter: true)
    }

    @Test("A party's name of one letter is replaced where it stands alone, not inside a word")
    func words() throws {
        let letter = try Self.letter("甲府")
        #expect(letter.contains("甲府営業所") && !letter.contains("お客様府"))
        #expect(letter.contains("お客様自身の依頼なので、当社が応じます。"))
        #expect(letter.contains("お客様の依頼に当社が応じるか"))
        #expect(letter.contains("お客様と当社で日を決めて知らせること"))
        #expect(try Self.letter("乙訓").contains("乙訓郡の店"))
        #expect(try Self.letter("北").contains("北の店（お客様の店）"))
    }

    @Test(
        "Only what stands alone",
        arguments: [
            ("甲州街道の店と甲の店に知らせる", "甲州街道の店とお客様の店に知らせること"), ("装甲車と乙女座を乙が守る", "装甲車と乙女座を当社が守ること"), ("甲乙が話し合う", "お客様当社が話し合うこと"),
            ("甲以外の者に知らせる", "お客様以外の者に知らせること"), ("株式会社甲に知らせる", "株式会社甲に知らせること"), ("ソフト甲に知らせる", "ソフト甲に知らせること"), ("甲の甲に知らせる", "お客様のお客様に知らせること"),
        ])
    func alone(content: String, written: String) throws {
        #expect(try Self.letter("甲府", content: content).contains(written))
    }

    @Test("Who writes is the party that the header names, wherever it stands")
    func writer() throws {
        let first = try Self.letter("甲府", header: "当事者 甲 「利用者」, 乙 「提供者」 ; 回答者 甲")
        #expect(first.contains("■ 当社が行うこと\n・準備すること"))
        #expect(first.contains("■ お客様にお願いすること\n・利用者と提供者で日を決めて知らせること"))
    }

    @Test("Where the header does not say who answers, nobody is taken for the writer")
    func nobody() throws {
        let letter = try Self.letter("甲府", header: "当事者 甲 「利用者」, 乙 「提供者」")
        #expect(letter.contains("■ 利用者がすること\n・準備すること") && letter.contains("■ 提供者がすること\n・利用者と提供者で日を決めて知らせること"))
        #expect(!letter.contains("当社が行うこと") && !letter.contains("お客様にお願いすること"))
    }
}
