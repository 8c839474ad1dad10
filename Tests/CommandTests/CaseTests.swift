import Testing

@Suite("Cases that say what is missing and what is due", .enabled(if: Command.isBuilt, Command.absence))
struct CaseTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 ; 主判定 可否 }
        事実 申込 「申込」 {
          書面 : 真偽 「書面」 問 「書面ですか」
          日 : 日付 「申込の日」 問 「いつですか」
          口数 : 整数 「口数」 問 「何口ですか」
        }
        判定 可否 { 結果 可 ; 既定 不可 }
        第1条 申込 「書面で申し込む」
        規則 書面 { もし 申込.書面 ならば 可否 = 可 }
        費用 手数料 { 者 甲 ; 内容 「手数料を払う」 ; 額 申込.口数 × 100円 ; もし 可否 = 可 ; 期限 月末(申込.日) }

        """

    @Test(
        "A case passes only where its duties and what is missing are as it says",
        arguments: [
            (#"{"書面": true, "日": "2026-02-03", "口数": 3}"#, #""duties": [{"name": "手数料", "by": "2026-02-28", "amount": "300円"}]"#, true),
            (#"{"書面": true, "日": "2026-02-03", "口数": 3}"#, #""duties": [{"name": "手数料", "by": "2026-02-27"}]"#, false),
            (#"{"書面": true, "日": "2026-02-03", "口数": 3}"#, #""duties": [{"name": "手数料", "amount": "301円"}]"#, false),
            (#"{"書面": true, "口数": 3}"#, #""duties": [{"name": "手数料", "by": null}]"#, true),
            (#"{"書面": true, "口数": 3}"#, #""duties": [{"name": "手数料", "by": "2026-02-28"}]"#, false),
            (#"{"書面": false}"#, #""duties": [{"name": "手数料", "applies": false}]"#, true), (#"{}"#, #""duties": [{"name": "手数料", "applies": false}]"#, false),
            (#"{}"#, #""missing": ["申込.書面"]"#, true), (#"{}"#, #""missing": []"#, false), (#"{"書面": true}"#, #""missing": []"#, true),
            (#"{"書面": true}"#, #""missing": ["申込.日"]"#, false),
        ])
    func cases(facts: String, expectation: String, isPassed: Bool) async throws {
        let folder = try TemporaryFolder()
        try folder.write("rules/main.kiyaku", Self.rules)
        try folder.write("cases/a.json", "{\"as_of\": \"2026-02-10\", \"facts\": {\"申込\": \(facts)}, \"expect\": [{\"decision\": \"可否\", \(expectation)}]}")
        let outcome = try await Command.run(["test", "--rules", folder.place("rules"), "--cases", folder.place("cases")])
        #expect((outcome.code == 0) == isPassed, "\(outcome.output)")
    }
}
