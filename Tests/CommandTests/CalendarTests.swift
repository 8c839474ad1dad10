import Testing

@Suite("The calendar of an installation", .enabled(if: Command.isBuilt, Command.absence))
struct CalendarTests {
    private static let calendar = "種別,始,終,備考\n範囲,2026-04-01,2027-03-31,\n指定日,2026-12-29,2027-01-03,年末年始\n"
    /// A Tuesday in the hours of the service.
    private static let facts = #"""
        {"as_of": "2026-12-29T10:00", "依頼": {"サービス": "運用", "プラン": "UTMプラン", "作業": "設定", "日本国内": true, "機器が本サービス提供": true, "言語": "日本語"},
         "停止": {"実施中": false}, "設定変更": {"伝え方": "書面", "乙の定める範囲": true}}
        """#

    private func decide(_ arguments: [String]) async throws -> Outcome {
        try await Command.run(["decide", "-", "--rules", Command.shippedRules, "--format", "json"] + arguments, input: Self.facts)
    }

    @Test("With a calendar the designated day is not asked and its row is named; the rules have another digest with it")
    func calendar() async throws {
        let folder = try TemporaryFolder()
        try folder.write("days.csv", Self.calendar)
        let (without, with) = (try await decide([]), try await decide(["--calendar", folder.place("days.csv")]))
        #expect(without.output.contains("\"fact\": \"日.乙の指定日\"") && !with.output.contains("\"fact\": \"日.乙の指定日\""))
        #expect(with.output.contains("\"table\": \"日.乙の指定日\"") && with.output.contains("2026-04-01〜2027-03-31"))
        let digest = /"rules_digest": "(sha256:[0-9a-f]+)"/
        let (one, other) = (without.output.firstMatch(of: digest)?.1, with.output.firstMatch(of: digest)?.1)
        #expect(one != nil && other != nil && one != other)
    }

    @Test("A calendar that is not there, that is wrong, or that the rules do not look at is no calendar")
    func faults() async throws {
        let folder = try TemporaryFolder()
        let missing = try await decide(["--calendar", folder.place("none.csv")])
        #expect(missing.code == 3 && missing.errors.contains("営業暦"))
        for (text, words) in [
            ("種別,始,終\n指定日,2026-12-29,\n", "ちょうど一つ"), ("種別,始,終\n範囲,2026-04-01,2027-03-31\n指定日,2027-04-01,\n", "範囲の外"),
            ("種別,始,終\n範囲,2026-04-01,2026-03-31\n", "始から終"), ("種別,始\n", "終"), ("種別,始,終\n範囲,2026-04-01,2027-03-31\n休,2026-05-01,\n", "種別"),
        ] {
            try folder.write("days.csv", text)
            let outcome = try await decide(["--calendar", folder.place("days.csv")])
            #expect(outcome.code == 3 && outcome.errors.contains(words), "\(text)")
        }
        try folder.write("days.csv", Self.calendar)
        let unused = try await SmallRules().decide(SmallRules.settled, "--calendar", folder.place("days.csv"))
        #expect(unused.code == 2 && unused.errors.contains("calendar.csv"))
    }
}
