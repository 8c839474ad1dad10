import Testing

@Suite("Facts in free text", .enabled(if: Command.isBuilt, Command.absence))
struct ExtractTests {
    @Test("Each fact has the span of its words, counted in characters", arguments: ["ウイルスに感染したので、復旧してほしい", "😀👨‍👩‍👧 ウィルスのせいです。復旧を", "ウイルスではない。地震のあとの復旧です"])
    func spans(text: String) async throws {
        let outcome = try await SmallRules().run("extract", text, "--format", "json")
        let facts = try outcome.json["facts"]?.elements ?? []
        #expect(facts.count >= 2)
        let letters = Array(text.unicodeScalars)
        for fact in facts {
            #expect(fact.keys.isSuperset(of: ["fact", "value", "span", "pattern", "certain"]))
            let span = (fact["span"]?.elements ?? []).compactMap(\.number)
            try #require(span.count == 2 && span[0] < span[1] && span[1] <= letters.count, "\(span)")
            var words = String.UnicodeScalarView()
            words.append(contentsOf: letters[span[0]..<span[1]])
            let pattern = try Regex(fact["pattern"]?.text ?? "")
            #expect(try pattern.wholeMatch(in: String(words)) != nil, "\(String(words))")
        }
    }

    @Test("What is denied, or doubtful, is marked so")
    func denied() async throws {
        let facts = try await SmallRules().run("extract", "-", "--format", "json", input: "ウイルスではない。復旧してほしい").json["facts"]?.elements ?? []
        let virus = facts.first { $0["fact"] == "障害.起因" }
        #expect(virus?["value"] == "ウイルス感染")
        #expect(virus?["negated"] == true)
        #expect(facts.first { $0["fact"] == "依頼.作業" }?["certain"] == true)
    }

    @Test("With --lines each line is a text of its own, and gives one line")
    func lines() async throws {
        let rules = try SmallRules()
        let outcome = try await rules.run("extract", "--lines", "--format", "json", input: "復旧してほしい\n\n使い方ではなく復旧\n")
        let found = try outcome.output.split(separator: "\n").map { try JSON(String($0))["facts"]?.elements ?? [] }
        #expect(found.map(\.count) == [1, 0, 2])
        #expect(found.last?.map { $0["negated"] } == [.bool(true), .bool(false)])
        let text = try await rules.run("extract", "--lines", input: "使い方ではなく復旧\n")
        #expect(text.output.hasPrefix("使い方 → 依頼.作業 ≠ 問合せ（要確認）\n復旧 → 依頼.作業 = 障害復旧"), "\(text.output)")
    }
}
