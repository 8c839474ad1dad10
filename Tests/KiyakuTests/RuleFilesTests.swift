import Contract
import Diagnostics
import Foundation
import Kiyaku
import Testing

@Suite("The files of a contract")
struct RuleFilesTests {
    @Test("A folder's rule files come in the order of their names, with the tables in data; other files are none of them")
    func folder() throws {
        let content = [
            "b.kiyaku": "b", "a.kiyaku": "a", "規則.kiyaku": "c", "B.kiyaku": "d", "notes.txt": "x", "a.csv": "x", "data/t.csv": "見出し\n値\n",
            "data/notes.txt": "x",
            "below/c.kiyaku": "x",
        ]
        try TemporaryFolder.with(content) { folder in
            let files = try RuleFiles.read(folder)
            #expect(files.folder == folder)
            #expect(files.ruleNames == ["B.kiyaku", "a.kiyaku", "b.kiyaku", "規則.kiyaku"])
            #expect(files.sources.map(\.path) == files.ruleNames.map { "\(folder)/\($0)" })
            #expect(files.sources.map { $0.text(0, 9) } == ["d", "a", "b", "c"])
            #expect(Array(files.data.keys) == ["t.csv"] && files.digested.map(\.name) == files.ruleNames + ["data/t.csv"])
        }
    }

    @Test("One file may be read alone, with the tables beside it")
    func file() throws {
        try TemporaryFolder.with(["a.kiyaku": "a", "b.kiyaku": "b", "data/t.csv": "x\n"]) { folder in
            let files = try RuleFiles.read("\(folder)/b.kiyaku")
            #expect(files.ruleNames == ["b.kiyaku"] && files.folder == folder && Array(files.data.keys) == ["t.csv"])
        }
    }

    @Test("A folder that is not there, or has no rules, is refused by its name in both languages")
    func refused() throws {
        try TemporaryFolder.with(["notes.txt": "x"]) { folder in
            let empty = try #require(throws: RuleFilesError.self) { try RuleFiles.read(folder) }
            let absent = try #require(throws: RuleFilesError.self) { try RuleFiles.read("\(folder)/absent") }
            #expect(empty.kind == .empty && absent.kind == .notFound && absent.path == "\(folder)/absent")
            for language in MessageLanguage.allCases {
                #expect(empty.wording(language).contains(folder) && absent.wording(language).contains("\(folder)/absent"))
            }
        }
    }

    @Test("A table that cannot be read says in which line, and the others are read")
    func table() throws {
        let files = RuleFiles(sources: [], csv: ["good.csv": Array("a,b\n1,2\n".utf8), "bad.csv": Array("a,b\n1,\"2\n".utf8)])
        guard case .success(let good)? = files.data["good.csv"], case .failure(let fault)? = files.data["bad.csv"] else {
            Issue.record("\(files.data)")
            return
        }
        #expect(good.header == ["a", "b"] && good.rows.map(\.fields) == [["1", "2"]] && good.rows.map(\.line) == [2])
        #expect(fault.reason.japanese.hasPrefix("2 行目: ") && fault.reason.english.hasPrefix("line 2: "))
    }

    @Test("The digest is that of each name, its length and its bytes in order; that of the data has the tables alone")
    func digest() throws {
        // sha256 of "a.kiyaku\n3\nabcdata/t.csv\n4\nx\n1\n", and of the part from "data" on.
        try TemporaryFolder.with(["a.kiyaku": "abc", "data/t.csv": "x\n1\n"]) { folder in
            let files = try RuleFiles.read(folder)
            #expect(files.digest == "sha256:ac8894088177c204dcc449f3e42eb9f5f4653f87ff8dba38d08bf0ecd2beff42")
            #expect(files.dataDigest == "sha256:d1fd3c451bb8fbeed82b3edde0cb5c5ece24b8c2ecba4148dae240311a1f15d3")
        }
    }

    @Test("Files that are cut otherwise have another digest, and the folder that they are in does not matter")
    func cuts() throws {
        func digest(_ files: [(String, String)]) -> String {
            RuleFiles(sources: files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }).digest
        }
        let all = [digest([("a", "xy"), ("b", "")]), digest([("a", "x"), ("b", "y")]), digest([("a", "xyb")]), digest([("b", ""), ("a", "xy")]), digest([])]
        #expect(Set(all).count == all.count)
        let texts = ["a.kiyaku": "abc"]
        let (one, other) = (
            try TemporaryFolder.with(texts) { try RuleFiles.read($0).digest }, try TemporaryFolder.with(texts) { try RuleFiles.read($0).digest }
        )
        #expect(one == other)
    }

    @Test("One file may be written anew or added; the rest stays, and so does what it was made from")
    func replacing() throws {
        let files = RuleFiles(
            sources: [SourceFile(path: "a", bytes: Array("1".utf8)), SourceFile(path: "b", bytes: Array("2".utf8))], csv: ["t.csv": Array("x\n".utf8)])
        let changed = files.replacing("b", with: "二")
        #expect(changed.text("a") == "1" && changed.text("b") == "二" && changed.ruleNames == ["a", "b"] && changed.data.count == 1)
        let added = files.replacing("c", with: "3")
        #expect(added.ruleNames == ["a", "b", "c"] && added.text("c") == "3" && added.text("d") == nil)
        #expect(files.text("b") == "2" && files.text("c") == nil && files.text("t.csv") == nil)
    }

    @Test("Files that are given are as if they were read from a folder, also where one was added", arguments: ["a.kiyaku", "b.kiyaku", "c.kiyaku", "d.kiyaku"])
    func given(added: String) throws {
        let texts = ["b.kiyaku": "abc", "c.kiyaku": "d", "data/t.csv": "x\n1\n", "data/u.csv": "y\n2\n"]
        let given = RuleFiles(
            sources: ["b", "c"].map { SourceFile(path: "\($0).kiyaku", bytes: Array((texts["\($0).kiyaku"] ?? "").utf8)) },
            csv: ["t.csv": Array("x\n1\n".utf8), "u.csv": Array("y\n2\n".utf8)])
        try TemporaryFolder.with(texts) { folder in
            let files = try RuleFiles.read(folder)
            #expect(given.digest == files.digest && given.dataDigest == files.dataDigest)
            #expect(given.digested.map(\.name) == files.digested.map(\.name))
        }
        try TemporaryFolder.with(texts.merging([added: "new"]) { $1 }) { folder in
            let files = try RuleFiles.read(folder)
            let changed = given.replacing(added, with: "new")
            #expect(changed.digest == files.digest && changed.ruleNames == files.ruleNames && changed.dataDigest == files.dataDigest)
        }
    }
}
