import Foundation
import Testing

@Suite("The demonstration", .enabled(if: Command.isBuilt, Command.absence))
struct DemoTests {
    static let cases = Command.files("Corpus/cases", ".json").filter { $0.contains("/demo-") }

    @Test("There are six cases with six different ends")
    func six() throws {
        let ends = try Self.cases.map { path in
            let expectation = try JSON(String(contentsOf: Command.root.appendingPathComponent(path), encoding: .utf8))["expect"]?.elements.first
            return [expectation?["status"], expectation?["outcome"]]
        }
        #expect(ends.count == 6)
        #expect(Set(ends).count == 6)
    }

    @Test("A case of the demonstration gives what it expects", arguments: cases)
    func gives(path: String) async throws {
        let file = Command.root.appendingPathComponent(path)
        let expectation = try #require(try JSON(String(contentsOf: file, encoding: .utf8))["expect"]?.elements.first)
        let outcome = try await Command.run(["decide", file.path, "--format", "json", "--rules", Command.shippedRules])
        let decision = try #require(try outcome.json["decisions"]?.elements.first)
        for key in ["decision", "status", "outcome"] {
            if let wanted = expectation[key] { #expect(decision[key] == wanted) }
        }
        if let possible = expectation["possible"] { #expect(Set(decision["possible"]?.texts ?? []) == Set(possible.texts)) }
        if let grounds = expectation["grounds"] {
            let primary = (decision["grounds"]?.elements ?? []).filter { $0["primary"] == true }
            #expect(Set(primary.compactMap { $0["clause"]?.text }) == Set(grounds.texts))
        }
        #expect(outcome.code == (expectation["status"] == "undetermined" ? 10 : 0))
    }
}
