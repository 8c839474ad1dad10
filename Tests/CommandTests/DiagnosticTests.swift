import Foundation
import Testing

@Suite("Findings and their pages", .enabled(if: Command.isBuilt, Command.absence))
struct DiagnosticTests {
    private static let faulty = """
        規約 x { 当事者 甲 「一」, 乙 「二」 }
        列挙 色 { 赤 ; 青 }
        事実 物 「物」 { 色 : 色 「色」 問 「色は」 ; 幅 : 数 km 「幅」 問 「幅は」 }
        判定 可否 { 結果 可, 否 ; 既定 否 }
        第1条 「要旨」
        規則 一 { もし 物.色彩 = 赤 ならば 可否 = 可 }
        規則 二 { もし 物.幅 が 3時間 以上 ならば 可否 = 可 }
        規則 三 { もし 物.色 = 黄 ならば 可否 = 未定 }
        """

    @Test("As JSON each finding has its code, place, message and help")
    func lint() async throws {
        let rules = try SmallRules()
        let path = try rules.folder.write("bad/x.kiyaku", Self.faulty)
        let outcome = try await rules.run("lint", path, "--format", "json")
        #expect(outcome.code == 3)
        let document = try outcome.json
        #expect(document["schema"] == "kiyaku.diagnostics/1")
        let errors = (document["diagnostics"]?.elements ?? []).filter { $0["severity"] == "error" }
        #expect(Set(errors.compactMap { $0["line"]?.number }) == [6, 7, 8])
        #expect(errors.count >= 4)
        for error in errors {
            #expect(error["code"]?.text?.wholeMatch(of: /K[0-9]{4}/) != nil)
            #expect(error["file"] == .text(path))
            for key in ["message", "message_en", "help", "help_en"] { #expect(error[key]?.text?.isEmpty == false) }
            for key in ["column", "end_line", "end_column"] { #expect(error[key]?.number != nil) }
        }
    }

    @Test("The shipped rules have no findings")
    func shipped() async throws {
        let outcome = try await Command.run(["lint", "--strict", "--format", "json", Command.shippedRules])
        #expect(outcome.code == 0)
        #expect(try outcome.json["diagnostics"]?.elements == [])
    }

    @Test("An installed copy finds its pages and its rules", arguments: ["K2001", "k2001", "Ｋ２００１"])
    func installed(code: String) async throws {
        let folder = try TemporaryFolder()
        let files = FileManager.default
        try files.createDirectory(atPath: folder.place("bin"), withIntermediateDirectories: true)
        try files.createDirectory(atPath: folder.place("share/kiyaku"), withIntermediateDirectories: true)
        try files.copyItem(atPath: URL(fileURLWithPath: Command.path).resolvingSymlinksInPath().path, toPath: folder.place("bin/kiyaku"))
        for name in ["Rules", "docs"] {
            try files.createSymbolicLink(atPath: folder.place("share/kiyaku/\(name)"), withDestinationPath: Command.root.appendingPathComponent(name).path)
        }
        let page = try String(contentsOf: Command.root.appendingPathComponent("docs/diagnostics/K2001.md"), encoding: .utf8)
        let outcome = try await Command.run(["explain", code], program: folder.place("bin/kiyaku"))
        #expect(outcome.output == page + "\n")
        let json = try await Command.run(["explain", code, "--format", "json"], program: folder.place("bin/kiyaku")).json
        #expect(json["code"] == "K2001")
        #expect(json["page"] == .text(page))
        #expect(try await Command.run(["clause", "40.1.3"], program: folder.place("bin/kiyaku")).code == 0)
    }

    @Test("A code that does not exist brings the nearest to mind", arguments: [("K201", "K2001"), ("2001", "K2001")])
    func suggestion(code: String, wanted: String) async throws {
        let outcome = try await Command.run(["explain", code])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("「\(code)」はありません"))
        #expect(outcome.errors.contains(wanted))
        #expect(try await Command.run(["explain", code, "--lang", "en"]).errors.contains("did you mean `\(wanted)`?"))
    }
}
