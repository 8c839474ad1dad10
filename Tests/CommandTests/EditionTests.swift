import Testing

@Suite("The edition of an answer", .enabled(if: Command.isBuilt, Command.absence))
struct EditionTests {
    @Test("An edition is in force from its day on, and an answer before it says so", arguments: [("2020-03-31", false), ("2020-04-01", true)])
    func effective(day: String, isInForce: Bool) async throws {
        let folder = try TemporaryFolder()
        try folder.write("rules/main.kiyaku", "規約 見本 { 施行日 2020-04-01 ; 当事者 甲 ; 主判定 可否 }\n判定 可否 { 結果 可 ; 既定 不可 }\n")
        let arguments = ["decide", "-", "--rules", folder.place("rules")]
        let facts = "{\"as_of\": \"\(day)\"}"
        let document = try await Command.run(arguments + ["--format", "json"], input: facts).json
        #expect(document["effective"] == "2020-04-01")
        #expect(document["edition_assumed_in_force"] == false)
        #expect(document["edition_in_force"] == .bool(isInForce))
        #expect(try await Command.run(arguments, input: facts).output.contains("まだ効力がありません") != isInForce)
    }
}
