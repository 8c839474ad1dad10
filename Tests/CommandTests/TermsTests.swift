import Foundation
import Testing

@Suite("The contract's document", .enabled(if: Command.isBuilt, Command.absence))
struct TermsTests {
    @Test("An outline says what programs rely on")
    func outline() async throws {
        let outcome = try await Command.run(["terms", "outline", Command.root.path + "/Corpus/terms/statute.txt", "--format", "json"])
        #expect(outcome.code == 0)
        let json = try outcome.json
        #expect(json["schema"] == "kiyaku.outline/1")
        let node = try #require(json["nodes"]?.elements.first { $0["id"] == "2.1" })
        #expect(node.keys.isSuperset(of: ["id", "kind", "heading", "text", "lines", "provisos"]))
        #expect(node["kind"] == "paragraph")
        #expect(node["lines"]?.elements.compactMap(\.number) == [7, 7])
        #expect(node["provisos"]?.number == 1)
        #expect(json["warnings"]?.elements.isEmpty == true)
    }

    @Test(
        "What cannot be read is said with its line, and ends in a code of its own",
        arguments: [("columns.txt", "K7006"), ("one-line.txt", "K7007"), ("no-articles.txt", "K7001")])
    func doubt(file: String, code: String) async throws {
        let path = Command.root.path + "/Corpus/terms/" + file
        let outcome = try await Command.run(["terms", "outline", path])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("\(path):1") && outcome.errors.contains(code))
        let warning = try await Command.run(["terms", "outline", path, "--format", "json"]).json["warnings"]?.elements.first
        #expect(warning?["code"] == .text(code))
        #expect(warning?["line"]?.number == 1)
    }

    @Test("Standard input is read too, and a file that is not there is bad input")
    func input() async throws {
        let outcome = try await Command.run(["terms", "outline", "-"], input: "第1条（目的）\n傘を貸すための規約です。\n")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("[1.1]"))
        #expect(try await Command.run(["terms", "outline", "/nowhere"]).code == 2)
    }
}
