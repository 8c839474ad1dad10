import Testing

@Suite("Faults of facts", .enabled(if: Command.isBuilt, Command.absence))
struct FaultTests {
    private static let misspelt = #"{"as_of": "2026-11-22", "依頼": {"受付曰": "2026-11-20"}}"#
    private static let several = """
        {
          "as_of": "2026-11-22",
          "依頼": { "作業": "障害複旧", "受付曰": "2026-11-20", "有償": 3 },
          "障害": { "起因": ["人災"] },
          "判断": { "範囲外": true },
          "なぞ": 1
        }
        """

    @Test(
        "A key that does not exist is named with the nearest spelling and what there is",
        arguments: [
            ("ja", ["「受付曰」という項目はありません", "「受付日」のことですか", "作業・受付日・有償", "誤り[K5002]"]),
            ("en", ["there is no `受付曰`", "did you mean `受付日`?", "作業, 受付日, 有償", "error[K5002]"]),
        ])
    func unknownKey(language: String, words: [String]) async throws {
        let outcome = try await SmallRules().decide(Self.misspelt, "--lang", language)
        #expect(outcome.code == 2)
        #expect(outcome.output == "")
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    }

    @Test("All faults of a document are reported at once, each with its place")
    func all() async throws {
        let outcome = try await SmallRules().decide(Self.several, "--format", "json")
        #expect(outcome.code == 2)
        let document = try outcome.json
        #expect(document["schema"] == "kiyaku.faults/1")
        let faults = document["faults"]?.elements ?? []
        #expect(faults.compactMap { $0["path"]?.text } == ["依頼.作業", "依頼.受付曰", "依頼.有償", "障害.起因[1]", "判断.範囲外", "なぞ"])
        #expect(faults.compactMap { $0["line"]?.number } == [3, 3, 3, 4, 5, 6])
        for fault in faults {
            for key in ["code", "message", "message_en", "help", "help_en"] { #expect(fault[key]?.text?.isEmpty == false, "\(key): \(fault)") }
            #expect(outcome.errors.contains(fault["message"]?.text ?? "?"))
        }
    }

    @Test("A discretion counts only with who, when and why")
    func discretion() async throws {
        let rules = try SmallRules()
        let bare = try await rules.decide(#"{"as_of": "2026-11-22", "依頼": {"作業": "訪問"}, "判断": {"範囲外": true}}"#)
        #expect(bare.code == 2)
        #expect(bare.errors.contains("裁量"))
        let whole = #"{"as_of": "2026-11-22", "依頼": {"作業": "訪問"}, "判断": {"範囲外": {"value": true, "by": "乙 窓口", "at": "2026-11-20", "reason": "対象の外"}}}"#
        #expect(try await rules.decide(whole, "--format", "json").json["decisions"]?.elements.first?["outcome"] == "適用外")
    }
}
