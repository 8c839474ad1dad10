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

    @Test(
        "A number or a heading that may have been taken for text is said with its line, and no command builds on such a document",
        arguments: [
            ("第1条（目的）\n次の傘を貸す。\n一　長い傘。\n三　短い傘。\n", "K7015", 4), ("第1条（目的）\n次の傘を貸す。\n（１）長い傘。\n（１）短い傘。\n", "K7005", 4),
            ("第1条（目的）\n傘を貸す。\n第2条第三者への貸与は禁止する。\n", "K7011", 3), ("第1条（目的）\n次の物を貸す。\n・傘\n○長い傘\n", "K7016", 4),
        ])
    func unread(text: String, code: String, line: Int) async throws {
        let folder = try await Self.umbrella()
        try folder.write("doubt.txt", text)
        let (path, rules) = (folder.place("doubt.txt"), folder.place("rules"))
        let outline = try await Command.run(["terms", "outline", path])
        #expect(outline.code == 2 && outline.output.contains("[1.1]"))
        #expect(outline.errors.contains("\(path):\(line): \(code)"))
        let warning = try await Command.run(["terms", "outline", path, "--format", "json"]).json["warnings"]?.elements.first
        #expect(warning?["code"] == .text(code) && warning?["line"]?.number == line)
        #expect(warning?["doubt"] == .bool(true) && warning?["fatal"] == .bool(false))
        let sound = folder.place("terms.txt")
        for words in [["verify", path], ["attach", path], ["digest", path], ["compare", sound, path], ["compare", path, sound]] {
            let outcome = try await Command.run(["terms"] + words + ["--rules", rules], environment: ["XDG_DATA_HOME": folder.place("data")])
            #expect(outcome.code == 2, "\(words)")
            #expect(outcome.errors.contains("\(path):\(line): \(code)"), "\(words)")
            #expect(outcome.output.isEmpty, "\(words)")
        }
    }

    @Test("An attached document with a doubt is quoted where its digests agree")
    func quotedInDoubt() async throws {
        let folder = try await Self.umbrella()
        try folder.write("doubt.txt", Self.umbrellas + "1. 傘\n3. 靴\n")
        let other = ["KIYAKU_TERMS": folder.place("doubt.txt")]
        let outcome = try await Command.run(["clause", "第2条ただし書", "--rules", folder.place("rules")], environment: other)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("ただし、盗まれたときはこの限りでない。"))
    }

    @Test("Standard input is read too, and a file that is not there is bad input")
    func input() async throws {
        let outcome = try await Command.run(["terms", "outline", "-"], input: "第1条（目的）\n傘を貸すための規約です。\n")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("[1.1]"))
        #expect(try await Command.run(["terms", "outline", "/nowhere"]).code == 2)
    }

    private static let umbrellas = "第1条（目的）\n会員に傘を貸す。\n第2条（弁償）\n500円を払う。ただし、盗まれたときはこの限りでない。\n"
    private static let rules = """
        規約 傘 {
          表題 「傘の規程」
          主判定 弁償
        }
        事実 傘 「傘」 {
          失った : 真偽 「失った」 問 「傘を失いましたか」
          盗まれた : 真偽 「盗まれた」 問 「盗まれたのですか」
        }
        判定 弁償 「弁償するか」 {
          結果 払う 「500円を払います」
          既定 払わない 「払うものはありません」 根拠 第2条
        }
        第1条 目的 「会員に傘を貸す」
        第2条 弁償 「失ったら払う」
        規則 弁償 {
          もし 傘.失った
          ならば 弁償 = 払う
        }
        第2条ただし書 「盗まれたときは払わない」
        規則 盗難 {
          もし 傘.盗まれた
          ならば 弁償 = 払わない
          優先 規則 弁償
        }
        試験 「失えば払う」 {
          基準日 2026-11-22
          傘.失った = 真
          傘.盗まれた = 偽
          期待 弁償 = 払う 根拠 第2条
        }

        """
    private static let lost = #"{"as_of": "2026-11-22", "傘": {"失った": true, "盗まれた": false}}"#

    /// The rules above with the digests of the text above, and both texts.
    private static func umbrella() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("rules/main.kiyaku", rules)
        try folder.write("terms.txt", umbrellas)
        try folder.write("new.txt", umbrellas.replacing("500円", with: "800円"))
        let outcome = try await Command.run(["terms", "digest", folder.place("terms.txt"), "--write", "--rules", folder.place("rules")])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return folder
    }

    @Test("A document is verified against the digests, whatever its layout")
    func verify() async throws {
        let folder = try await Self.umbrella()
        try folder.write("wide.txt", Self.umbrellas.replacing("500円を払う", with: "５００円を\n払う"))
        #expect(try await Command.run(["terms", "verify", folder.place("wide.txt"), "--rules", folder.place("rules")]).code == 0)
        let changed = try await Command.run(["terms", "verify", folder.place("new.txt"), "--rules", folder.place("rules"), "--format", "json"])
        #expect(changed.code == 1)
        #expect(try changed.json["changed"]?.elements == [.text("2.1")])
        #expect(try changed.json["same"]?.number == 1)
    }

    @Test("A document in Shift_JIS or UTF-16 is read as one in UTF-8", arguments: [String.Encoding.shiftJIS, .utf16LittleEndian])
    func encodings(encoding: String.Encoding) async throws {
        let folder = try await Self.umbrella()
        let data = try #require(Self.umbrellas.data(using: encoding))
        try data.write(to: URL(fileURLWithPath: folder.place("other.txt")))
        #expect(try await Command.run(["terms", "verify", folder.place("other.txt"), "--rules", folder.place("rules")]).code == 0)
    }

    @Test("Without digests, verify says how to write them")
    func noDigests() async throws {
        let folder = try TemporaryFolder()
        try folder.write("rules/main.kiyaku", Self.rules)
        try folder.write("terms.txt", Self.umbrellas)
        let outcome = try await Command.run(["terms", "verify", folder.place("terms.txt"), "--rules", folder.place("rules")])
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("kiyaku terms digest"))
    }

    @Test("An attached document is quoted word for word; what it words differently is not")
    func attach() async throws {
        let folder = try await Self.umbrella()
        let rules = folder.place("rules")
        let home = ["XDG_DATA_HOME": folder.place("data")]
        func clause() async throws -> String { try await Command.run(["clause", "第2条", "--rules", rules], environment: home).output }
        #expect(try await !clause().contains("500円を払う。"))
        let attached = try await Command.run(["terms", "attach", folder.place("terms.txt"), "--rules", rules], environment: home)
        #expect(attached.code == 0, "\(attached.errors)")
        #expect(try await clause().contains("500円を払う。ただし、盗まれたときはこの限りでない。"))
        let decided = try await Command.run(["decide", "-", "--rules", rules, "--format", "json"], input: Self.lost, environment: home)
        #expect(try decided.json["decisions"]?.elements.first?["grounds"]?.elements.first?["wording"] == .text("500円を払う。ただし、盗まれたときはこの限りでない。"))
        let reply = try await Command.run(["decide", "-", "--rules", rules, "--audience", "customer"], input: Self.lost, environment: home).output
        #expect(reply.contains("\n  「500円を払う。ただし、盗まれたときはこの限りでない。」\n"))
        #expect(!reply.contains("概要"))
        let other = ["KIYAKU_TERMS": folder.place("new.txt")]
        let differing = try await Command.run(["decide", "-", "--rules", rules, "--format", "json"], input: Self.lost, environment: other)
        #expect(differing.errors.contains("2"))
        #expect(try differing.json["decisions"]?.elements.first?["grounds"]?.elements.first?["wording"] == .null)
        #expect(try await Command.run(["terms", "attach", "--remove", "--rules", rules], environment: home).code == 0)
        #expect(try await !clause().contains("500円を払う。"))
    }

    @Test("A document that differs is not attached")
    func refused() async throws {
        let folder = try await Self.umbrella()
        let outcome = try await Command.run(
            ["terms", "attach", folder.place("new.txt"), "--rules", folder.place("rules")], environment: ["XDG_DATA_HOME": folder.place("data")])
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("2.1") && outcome.errors.contains("KIYAKU_TERMS"))
    }

    @Test("A comparison names the rules and tests that a change touches")
    func compare() async throws {
        let folder = try await Self.umbrella()
        let outcome = try await Command.run(
            ["terms", "compare", folder.place("terms.txt"), folder.place("new.txt"), "--rules", folder.place("rules"), "--format", "json"])
        #expect(outcome.code == 0)
        let json = try outcome.json
        #expect(json["reworded"]?.elements.first?["from"] == .text("2.1"))
        #expect(json["reworded"]?.elements.first?["substantive"] == .bool(true))
        let touched = try #require(json["touched"]?.elements.first)
        #expect(touched["rules"]?.elements.contains(.text("弁償")) == true)
        #expect(touched["cases"]?.elements == [.text("失えば払う")])
    }

    @Test("Coverage finds what is missing and what no test depends on")
    func cover() async throws {
        let folder = try await Self.umbrella()
        func coverage() async throws -> Outcome { try await Command.run(["cover", "--clauses", "--rules", folder.place("rules"), "--format", "json"]) }
        let before = try await coverage()
        #expect(before.code == 1)
        #expect(try before.json["missing"]?.elements == [.text("1.1")])
        try folder.write(
            "rules/main.kiyaku",
            Self.rules.replacing("第1条 目的 「会員に傘を貸す」", with: "第1条 目的 「会員に傘を貸す」\n非規範 「目的を言うだけである」").replacing("傘を失いましたか", with: "なくしましたか"))
        let after = try await coverage()
        #expect(after.code == 0)
        #expect(try after.json["nonoperative"]?.number == 1 && after.json["encoded"]?.number == 1)
        try folder.write("rules/main.kiyaku", String(Self.rules.prefix { _ in true }.split(separator: "試験").first ?? ""))
        #expect(try await coverage().json["untested"]?.elements == [.text("2.1")])
    }
}
