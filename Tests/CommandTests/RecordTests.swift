import Foundation
import Testing

@Suite("The record of answers", .enabled(if: Command.isBuilt, Command.absence))
struct RecordTests {
    /// Rules with two answers on record.
    private static func recorded() async throws -> SmallRules {
        let rules = try SmallRules()
        for facts in [SmallRules.settled, SmallRules.open] {
            let outcome = try await rules.decide(facts, "--data", rules.folder.place("data"))
            try #require([0, 10].contains(outcome.code), "\(outcome.errors)")
        }
        return rules
    }

    private static func log(_ rules: SmallRules, _ arguments: String...) async throws -> Outcome {
        try await Command.run(arguments + ["--data", rules.folder.place("data")])
    }

    @Test("An answer says under which number it is on record, and is the same as without")
    func number() async throws {
        let rules = try SmallRules()
        let outcome = try await rules.decide(SmallRules.settled, "--format", "json", "--data", rules.folder.place("data"))
        #expect(outcome.errors.contains("番号 1"))
        #expect(try await outcome.json == rules.decide(SmallRules.settled, "--format", "json").json)
    }

    @Test("A record that nobody touched is found whole, and each answer is given again")
    func whole() async throws {
        let rules = try await Self.recorded()
        let verified = try await Self.log(rules, "log", "verify", "--format", "json")
        #expect(verified.code == 0)
        #expect(try verified.json["records"]?.number == 2)
        #expect(try verified.json["faults"] == .array([]))
        let end = try #require(try verified.json["end"]?.text)
        #expect(try await Self.log(rules, "log", "verify", "--end", end).code == 0)
        let replayed = try await Self.log(rules, "replay", "--all")
        #expect(replayed.code == 0)
        #expect(replayed.output.contains("同じ判定 2 件"))
    }

    @Test("The rules may change: an answer is given again by the edition of its time")
    func edition() async throws {
        let rules = try await Self.recorded()
        let text = try rules.folder.read("rules/main.kiyaku")
        try rules.folder.write("rules/main.kiyaku", text.replacingOccurrences(of: "規則 提供 {", with: "規則 供給 {"))
        #expect(try await rules.decide(SmallRules.settled, "--data", rules.folder.place("data")).code == 0)
        #expect(try await Self.log(rules, "replay", "1").code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: rules.folder.place("data/editions")).count == 2)
        // Without that edition there is nothing to give it again by.
        try FileManager.default.removeItem(atPath: rules.folder.place("data/editions"))
        let outcome = try await Self.log(rules, "replay", "1")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("K8009"))
    }

    @Test("The record of an older program is given again; what a later change is behind is said under its name")
    func older() async throws {
        let folder = try TemporaryFolder()
        let data = folder.place("data")
        let unpacked = try await Command.run([Command.root.appendingPathComponent("Tests/Records/a969ad2/unpack.sh").path, data], program: "/bin/sh")
        try #require(unpacked.code == 0, "\(unpacked.errors)")
        let (told, replayed) = (
            try await Command.run(["replay", "--all", "--data", data]), try await Command.run(["replay", "--all", "--data", data, "--format", "json"])
        )
        #expect((told.code, replayed.code) == (0, 0), "\(told.errors)")
        let json = try replayed.json
        #expect(json["schema"] == "kiyaku.replay/1")
        #expect(json["faults"] == .array([]) && json["erased"]?.elements.compactMap(\.number) == [2])
        let (same, changed) = (Int(try #require(json["same"]?.number)), Int(try #require(json["changed"]?.number)))
        #expect(same + changed == 12)
        #expect(told.output.contains("同じ判定 \(same) 件、後の変更による違い \(changed) 件、事実の消去 1 件、誤り 0 件"))
        let changes = try #require(json["changes"]?.elements)
        #expect(Set(changes.flatMap { $0["records"]?.elements.compactMap(\.number) ?? [] }).count == changed)
        for change in changes { #expect(told.output.contains("「\(change["name"]?.text ?? "?")」")) }
    }

    @Test("A key that others can read is refused, and what to do is said")
    func openKey() async throws {
        let rules = try await Self.recorded()
        let key = rules.folder.place("data/record.key")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key)
        let outcome = try await Self.log(rules, "log", "verify")
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("chmod 600"))
    }

    @Test("What is not there any more is found")
    func cut() async throws {
        let rules = try await Self.recorded()
        try FileManager.default.removeItem(atPath: rules.folder.place("data/record.sqlite"))
        let outcome = try await Self.log(rules, "log", "verify")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("K8002"))
    }

    @Test("Erasing needs a reason, leaves the chain whole, and is said when the answer is replayed")
    func erased() async throws {
        let rules = try await Self.recorded()
        #expect(try await Self.log(rules, "log", "erase", "1").code == 64)
        #expect(try await Self.log(rules, "log", "erase", "1", "--before", "2100-01-01", "--reason", "期間").code == 64)
        #expect(try await Self.log(rules, "log", "erase", "9", "--reason", "期間").code == 1)
        #expect(try await Self.log(rules, "log", "erase", "1", "--reason", "期間").output.contains("1 件"))
        #expect(try await Self.log(rules, "log", "verify").code == 0)
        let replayed = try await Self.log(rules, "replay", "--all")
        #expect(replayed.code == 0)
        #expect(replayed.output.contains("記録 1: 事実は消去されています"))
        #expect(try await Self.log(rules, "log", "erase", "--before", "2100-01-01", "--reason", "期間").output.contains("1 件"))
        let list = try await Self.log(rules, "log", "list", "--format", "json").output.split(separator: "\n").map { try JSON(String($0)) }
        #expect(list.map { $0["kind"] } == ["answer", "answer", "erasure", "erasure"])
        #expect(list.compactMap { $0["erases"]?.number } == [1, 2])
    }

    @Test("An entry is shown with its facts and its answer")
    func shown() async throws {
        let rules = try await Self.recorded()
        let shown = try await Self.log(rules, "log", "show", "1").json
        #expect(shown["facts"]?["依頼"]?["作業"] == "障害復旧")
        #expect(shown["record"]?["form"]?.number ?? 0 >= 2)
        #expect(shown["record"]?["results"]?.elements.first?["outcome"] == "対象")
        #expect(shown["decision"]?["schema"] == "kiyaku.decision/1")
        #expect(shown["masked"] == .array([]))
        #expect(try await Self.log(rules, "log", "show", "3").code == 1)
    }

    @Test(
        "Where no record is named, or there is none, that is said",
        arguments: [["log", "verify"], ["log", "verify", "--data", "/nonexistent"], ["replay", "1"]]
    )
    func absent(arguments: [String]) async throws {
        let outcome = try await Command.run(arguments)
        #expect(outcome.code == 2)
        #expect(!outcome.errors.isEmpty)
    }
}
