import Foundation
import Testing

/// What the program says of rules without a case, word by word: the vocabulary, clauses, readings, findings. On a small contract of the tests, so
/// that only a change of the program changes it.
@Suite("Rules word by word", .enabled(if: Command.isBuilt, Command.absence))
struct CatalogueSnapshotTests {
    private static let commands: [(name: String, arguments: [String])] = [
        ("facts", ["facts"]), ("schema", ["facts", "--schema"]), ("clause", ["clause", "1.1"]),
    ]

    @Test("The vocabulary, a clause and the readings are told as before", arguments: commands.indices, ["ja", "en"])
    func told(number: Int, language: String) async throws {
        let (name, arguments) = Self.commands[number]
        // The schema is for programs, and the same in every language.
        if name == "schema", language == "en" { return }
        let rules = Command.root.appendingPathComponent("Tests/OpenAPI/rules").path
        var text = ""
        for format in name == "schema" ? ["text"] : ["text", "json"] {
            let outcome = try await Command.run(arguments + ["--rules", rules, "--lang", language, "--format", format])
            #expect(outcome.code == 0, "\(outcome.errors)")
            text += outcome.output + "\n"
        }
        try Snapshot.compare(text.replacing(/sha256:[0-9a-f]+/, with: "sha256:…"), "catalogue-\(name).\(language)")
    }

    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 種 { 赤 ; 青 }
        事実 物 { 色 : 種 問 「色は」 ; 形 : 種 問 「形は」 }
        定義 余り = 物.色 = 青
        判定 可否 { 結果 否 ; 既定 可 }
        第1条 一 「赤い物は受けない」
        解釈 赤 { 論点 「赤に朱を含むか」 条項 第1条 ; 案 狭く 「朱を含まない」 採用 理由 「色の名による」 ; 案 広く 「朱も含む」 }
        規則 赤は否 { もし 物.色 = 赤 かつ 解釈 赤 = 狭く ならば 可否 = 否 }

        """

    @Test("Readings, and findings of every weight with the exit code, are told as before", arguments: ["ja", "en"])
    func findings(language: String) async throws {
        let folder = try TemporaryFolder()
        var text = ""
        for (command, more) in [("interpretations --rules", ""), ("lint", ""), ("lint", "規則 緑は否 { もし 物.色 = 緑 ならば 可否 = 否 }\n")] {
            try folder.write("rules/main.kiyaku", Self.rules + more)
            for format in ["text", "json"] {
                let words = command.split(separator: " ").map(String.init) + [folder.place("rules"), "--lang", language, "--format", format]
                let outcome = try await Command.run(words)
                text += "\(command) \(format): \(outcome.code)\n\(outcome.output)\n\(outcome.errors)\n"
            }
        }
        try Snapshot.compare(text.replacingOccurrences(of: folder.place(""), with: ""), "catalogue-lint.\(language)")
    }
}
