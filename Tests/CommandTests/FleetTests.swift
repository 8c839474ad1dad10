import Foundation
import Testing

/// The 1,000 devices of Corpus/fleet under the contract's own rules.
///
/// The figures are counted without the program: Corpus/fleet/count.awk reads 別紙2 by hand for the values that occur in the file, with the
/// vendors' dates, and prints them (`awk -f Corpus/fleet/count.awk Corpus/fleet/devices.csv`).
@Suite("A fleet of devices", .enabled(if: Command.isBuilt, Command.absence))
struct FleetTests {
    private static let file = Command.root.appendingPathComponent("Corpus/fleet/devices.csv").path
    private static let counter = Command.root.appendingPathComponent("Corpus/fleet/count.awk").path

    private static let outcomes = ["対象外": 493, "限定": 87, "対応": 352]
    private static let excluded = [
        "app2.browser.2": 102, "app2.browser.3": 15, "app2.browser.4": 63, "app2.cpu": 22, "app2.disk": 46, "app2.line": 37, "app2.note1": 133,
        "app2.preamble": 179,
    ]

    @Test("Outcomes and clauses are as counted by hand")
    func counted() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Command.run([
            "check", Self.file, "--rules", Command.shippedRules, "--decision", "環境対応", "--as-of", "2025-06-02", "--ignore-unknown", "-o",
            folder.place("out.csv"), "--summary", folder.place("summary.json"),
        ])
        #expect(outcome.code == 2)
        let summary = try JSON(folder.read("summary.json"))
        #expect(summary["judged"]?.number == 994)
        #expect(summary["refused"]?.number == 6)
        let decision = try #require(summary["decisions"]?.elements.first)
        #expect(decision["undetermined"]?.number == 62)
        #expect(decision["conflict"]?.number == 0)
        let found = decision["outcomes"]?.elements ?? []
        #expect(Dictionary(uniqueKeysWithValues: found.map { ($0["outcome"]?.text ?? "", $0["cases"]?.number ?? 0) }) == Self.outcomes)
        let clauses = found.first { $0["outcome"] == "対象外" }?["clauses"]?.elements ?? []
        #expect(Dictionary(uniqueKeysWithValues: clauses.map { ($0["clause"]?.text ?? "", $0["cases"]?.number ?? 0) }) == Self.excluded)
        let lines = try folder.read("out.csv").components(separatedBy: "\r\n").count { !$0.isEmpty }
        #expect(lines == 995)
        let errors = try folder.read("out.errors.csv").components(separatedBy: "\r\n").dropFirst().compactMap { $0.split(separator: ",").first }
        #expect(errors == ["138", "289", "403", "556", "732", "867"])
    }

    @Test("The hand count gives these figures", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/awk")))
    func counter() async throws {
        let outcome = try await Command.run(["-f", Self.counter, Self.file], program: "/usr/bin/awk")
        let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
        let figures = Dictionary(uniqueKeysWithValues: lines.map { (String($0[0]), Int($0[1]) ?? -1) })
        #expect(figures == Self.outcomes.merging(Self.excluded) { first, _ in first }.merging(["refused": 6, "未決": 62]) { first, _ in first })
    }
}
