import Foundation
import Testing

@Suite("Format", .enabled(if: Command.isBuilt, Command.absence))
struct FormatTests {
    let rules: SmallRules

    init() throws { rules = try SmallRules() }

    private func file() throws -> String { try rules.folder.read("rules/main.kiyaku") }

    @Test("A check names the file and leaves it; format writes it once, and then it is canonical")
    func check() async throws {
        let before = try file()
        let check = try await rules.run("fmt", "--check")
        #expect(check.code == 1)
        #expect(check.output.contains("main.kiyaku"))
        #expect(try file() == before)
        #expect(try await rules.run("fmt").code == 0)
        let after = try file()
        #expect(after != before)
        #expect(try await rules.run("fmt", "--check").code == 0)
        let again = try await rules.run("fmt", "--format", "json")
        #expect(try again.json["files"]?.elements.map { $0["canonical"] } == [true])
        #expect(try file() == after)
    }

    @Test("The rules mean the same before and after, in either lexicon")
    func meaning() async throws {
        let before = try await rules.decide(SmallRules.open).output
        for arguments in [["fmt"], ["fmt", "--lexicon", "en"], ["fmt", "--lexicon", "ja"]] {
            #expect(try await Command.run(arguments + ["--rules", rules.path]).code == 0)
            #expect(try await rules.decide(SmallRules.open).output == before)
        }
    }

    @Test("English and back gives the same file")
    func lexicon() async throws {
        #expect(try await rules.run("fmt").code == 0)
        let japanese = try file()
        #expect(try await rules.run("fmt", "--lexicon", "en").code == 0)
        let english = try file()
        #expect(english.contains("decision 対象可否"))
        #expect(!english.contains("もし"))
        #expect(try await rules.run("fmt", "--lexicon", "ja").code == 0)
        #expect(try file() == japanese)
    }

    @Test("It filters standard input, shipped files to English and back", arguments: Command.files("Rules/rns", ".kiyaku"))
    func filters(_ path: String) async throws {
        let text = try String(contentsOf: Command.root.appendingPathComponent(path), encoding: .utf8)
        #expect(try await Command.run(["fmt", "-"], input: text).output == text)
        let english = try await Command.run(["fmt", "--lexicon", "en", "-"], input: text)
        #expect(english.code == 0)
        #expect(english.output != text)
        #expect(try await Command.run(["fmt", "--lexicon", "ja", "-"], input: english.output).output == text)
    }

    @Test("What does not parse is left as it is")
    func broken() async throws {
        let path = try rules.folder.write("broken/x.kiyaku", "規約 x {\n規則 規則 {\n")
        #expect(try await rules.run("fmt", path).code == 3)
        #expect(try rules.folder.read("broken/x.kiyaku") == "規約 x {\n規則 規則 {\n")
    }
}
