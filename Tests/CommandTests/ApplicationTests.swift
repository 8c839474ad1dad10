import Foundation
import Testing

/// The applications of Corpus/applications. What is expected is read from the contract: 第5条第1項 asks for a complete form and consent, and
/// 第43条第3項第1号 forbids relations with any of those whom 第43条 names.
@Suite("Applications", .enabled(if: Command.isBuilt, Command.absence))
struct ApplicationTests {
    @Test("The example application gives what it expects")
    func example() async throws {
        let folder = Command.root.appendingPathComponent("Corpus/applications").path
        let outcome = try await Command.run(["test", "--cases", folder, "--rules", Command.shippedRules, "applications/application.json"])
        #expect(outcome.output == "1 passed, 0 failed\n")
    }

    @Test("Of five applications one is accepted, one refused with its clause, two are held with what to find out, one cannot be read")
    func list() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Command.run([
            "check", Command.root.appendingPathComponent("Corpus/applications/applications.csv").path, "--rules", Command.shippedRules, "--decision",
            "申込可否", "--ignore-unknown", "--format", "ndjson", "--errors", folder.place("errors.ndjson"),
        ])
        let results = try outcome.output.split(separator: "\n").map { try JSON(String($0)) }
        let decisions = results.compactMap { $0["decisions"]?.elements.first }
        #expect(results.map { $0["input"]?["受付番号"] } == ["A-01", "A-02", "A-03", "A-04"])
        #expect(decisions.map { $0["outcome"] } == ["受ける", "断る", .null, .null])
        #expect(decisions[1]["grounds"]?.elements.filter { $0["primary"] == true }.compactMap { $0["clause"]?.text } == ["43.3.1"])
        // The officer of the third has not been asked about; the fourth does not say whether these are all.
        #expect(decisions[2]["missing"]?.elements.first?["fact"] == "関係者.該当")
        #expect(decisions[3]["missing"]?.elements.map { $0["fact"] } == ["関係者"])
        #expect(try JSON(folder.read("errors.ndjson"))["column"] == "関係者[2].区分")
        #expect(outcome.code == 2)
    }
}
