import Documents
import Samples
import Testing

@Suite("Whose question it is, in answers")
struct WhoseQuestionTests {
    private static let rules = """
        規約 見本 { 当事者 甲 「お客様」, 乙 「当社」 ; 回答者 乙 }
        事実 物 「物」 尋ねる相手 甲 { 色が赤 : 真偽 「赤い」 問 「赤いですか」 ; 大きい : 真偽 「大きい」 問 「大きいですか」 }
        事実 店 「店」 尋ねる相手 乙 { 休み : 真偽 「休み」 問 「その日は休みですか」 ; 瑕疵 : 真偽 「瑕疵」 問 「瑕疵ですか」 認定 乙 }
        判定 可否 「できるか」 { 結果 否 「できません」 ; 既定 可 「できます」 }
        第1条 「断る場合」
        規則 断る { もし 物.色が赤 または 物.大きい または 店.休み または 店.瑕疵 ならば 可否 = 否 }

        """

    private static func answer(_ facts: String, letter: Bool = false) throws -> String {
        try Sample(rules).text("可否", "{\"as_of\": \"2026-07-01\", \(facts)}", letter: letter)
    }

    @Test("What is ours is apart from what the caller is asked, and a responsible person's is marked")
    func apart() throws {
        let lines = try Self.answer("\"物\": {}").split(separator: "\n").map(String.init)
        let first = try #require(lines.firstIndex { $0.contains("次の質問") })
        let expected = [
            "  次の質問: 赤いですか（お客様）", "  　続けて: 大きいですか（お客様）", "  当社で確かめること: その日は休みですか（当社）", "  　続けて: 瑕疵ですか（当社の責任者）",
        ]
        #expect(Array(lines[first..<(first + 4)]) == expected)
    }

    @Test("A customer is asked only what is theirs; where all that is left is ours, we say that we look")
    func letter() throws {
        let both = try Self.answer("\"物\": {}", letter: true)
        #expect(both.contains("・赤いですか") && !both.contains("休みですか") && !both.contains("瑕疵ですか"))
        let ours = try Self.answer("\"物\": {\"色が赤\": false, \"大きい\": false}", letter: true)
        #expect(ours.contains("当社で確認すべき点がございます") && !ours.contains("教えていただきたいこと"))
    }
}
