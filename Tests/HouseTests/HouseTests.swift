import Foundation
import Testing

/// What is absent, room by room (docs/architecture.md).
@Suite("The house")
struct HouseTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let sources = root.appendingPathComponent("Sources")

    private static let manifest = Manifest(root)
    private static let rooms = manifest.rooms.keys.sorted()

    /// The Swift files of a room with their text.
    private static func files(_ room: String) throws -> [(name: String, text: String)] {
        try SwiftFiles(sources.appendingPathComponent(room)).files
    }

    private static func imports(_ room: String) throws -> Set<String> {
        try files(room).reduce(into: []) { $0.formUnion(SwiftFiles.imports($1.text)) }
    }

    @Test("Every folder of Sources is a room or a library of the system, and every room has a folder")
    func allRooms() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { !$0.hasPrefix(".") }
        #expect(Set(folders) == Set(Self.rooms).union(Self.manifest.libraries))
    }

    @Test("A room imports what stands beside it in the package, and all of that", arguments: rooms)
    func exactlyNeighbours(room: String) throws {
        let (seen, listed) = (try Self.imports(room).subtracting(["Synchronization", "Foundation"]), try #require(Self.manifest.rooms[room]))
        #expect(seen.subtracting(listed) == [], "imported, not listed")
        #expect(listed.subtracting(seen) == [], "listed, not imported")
    }

    /// The rooms that know files, or the text functions of Foundation.
    private static let outside: Set<String> = ["Kiyaku", "KiyakuCommand", "Morphology", "Pages", "PlanFiles", "Records", "Routing", "Service"]

    @Test("Only the rooms around the engine know Foundation and files", arguments: rooms)
    func withoutFoundation(room: String) throws {
        let known = try Self.imports(room).intersection(["Foundation", "FoundationEssentials", "Glibc"])
        #expect(known.isEmpty || Self.outside.contains(room))
    }

    @Test("The runtime sees no syntax", arguments: ["Vocabulary", "Plans", "Runtime", "Completions", "Norms", "Outlook", "Decisions", "Proofs"])
    func withoutSyntax(room: String) throws {
        #expect(try Self.imports(room).isDisjoint(with: ["Syntax", "Contract", "Clauses", "Diagnostics"]))
    }

    @Test("The command line and the service see nothing of the compiler", arguments: ["KiyakuCommand", "Service"])
    func throughTheDoor(room: String) throws {
        #expect(try Self.imports(room).isDisjoint(with: ["Syntax", "Contract", "Planning", "Plans", "PlanFiles", "Runtime"]))
    }

    @Test("Texts for people know no JSON, and proofs no language")
    func sayingAndWriting() throws {
        #expect(try !Self.imports("Explanation").contains("Documents"))
        #expect(try Self.imports("Proofs").isDisjoint(with: ["Diagnostics", "Documents"]))
    }

    @Test(
        "Each C library and each package is known to one room",
        arguments: [
            ("CPCRE2", "Patterns"), ("CSodium", "Digests"), ("CIconv", "Encodings"), ("CMeCab", "Morphology"), ("Yams", "Documents"), ("GRDB", "Records"),
            ("Mustache", "Pages"),
            ("Hummingbird", "Service"), ("ArgumentParser", "KiyakuCommand"),
        ])
    func oneDoor(library: String, owner: String) throws {
        #expect(try Self.rooms.filter { try Self.imports($0).contains(library) } == [owner])
    }

    /// Where the command line does what nobody else does.
    private static let spoken = [
        "KiyakuCommand/Terminal.swift": " print(", "KiyakuCommand/Clock.swift": "Date()", "KiyakuCommand/AskSession.swift": "readLine(",
        "KiyakuCommand/Commands/UserCommand.swift": "readLine(", "KiyakuCommand/Commands/DetectCommand.swift": "readLine(",
        "KiyakuCommand/Commands/ExtractCommand.swift": "readLine(", "KiyakuCommand/Commands/DecisionsCommand.swift": "readLine(",
    ]

    @Test("Only the command line prints, reads lines and reads the clock, each in its files", arguments: rooms)
    func quiet(room: String) throws {
        for (name, text) in try Self.files(room) {
            for word in [" print(", "Date()", "readLine("] where Self.spoken["\(room)/\(name)"] != word {
                let isThere = text.contains(word)
                #expect(!isThere, "\(room)/\(name): \(word)")
            }
        }
    }

    @Test("Nothing is forced; what ends the program gives its reason", arguments: rooms)
    func unforced(room: String) throws {
        for (name, text) in try Self.files(room) {
            for word in ["try!", " as! ", "fatalError(", "assertionFailure("] {
                let isThere = text.contains(word)
                #expect(!isThere, "\(room)/\(name): \(word)")
            }
            for line in text.split(separator: "\n") where line.contains("precondition") {
                let isTold = line.contains("preconditionFailure(\"") || line.contains("precondition(") && line.contains(", \"")
                #expect(isTold, "\(room)/\(name): \(line)")
            }
        }
    }

    /// A number that does not fit is a fault of ours; the nearest that does would be a plausible wrong place.
    @Test(
        "Places and numbers of nodes are never bent to fit",
        arguments: ["Vocabulary", "Plans", "Planning", "PlanFiles", "Runtime", "Decisions", "Explanation"])
    func unbent(room: String) throws {
        for (name, text) in try Self.files(room) {
            for line in text.split(separator: "\n") where line.contains("clamping:") { Issue.record("\(room)/\(name): \(line)") }
        }
    }

    @Test("Every switch over the nodes of a plan names them all", arguments: rooms.filter { $0 == "Plans" || manifest.rooms[$0]?.contains("Plans") == true })
    func exhaustive(room: String) throws {
        let nodes = [".compareFact", ".isPending", ".hasAny", ".arithmetic(", ".lookup(", ".rounded("]
        for (name, text) in try Self.files(room) {
            for block in SwiftFiles.switches(text) where block.cases.contains(where: { line in nodes.contains { line.contains($0) } }) {
                let isOpen = block.cases.contains { $0.hasPrefix("default:") }
                #expect(!isOpen, "\(room)/\(name): \(block.head)")
            }
        }
    }

    /// Elsewhere nodes are read by their numbers (`plan[id]`) and their operands as such (`plan[operands]`, `plan.parts(of:)`).
    private static let inside: Set<String> = ["Plans", "Planning", "PlanFiles", "Runtime"]

    @Test("How nodes and operands lie in a plan is known to four rooms", arguments: rooms.filter { !inside.contains($0) })
    func packed(room: String) throws {
        for (name, text) in try Self.files(room) {
            for word in [".conditionOperands", ".valueOperands", "plan.branches[", "conditionNodes[", "valueNodes["] {
                let isThere = text.contains(word)
                #expect(!isThere, "\(room)/\(name): \(word)")
            }
        }
    }

    @Test("No two types of the house share a name")
    func names() throws {
        var owners: [String: [String]] = [:]
        for room in Self.rooms {
            for (name, text) in try Self.files(room) {
                for line in text.split(separator: "\n") where line.first?.isLetter == true {
                    let words = line.split { $0 == " " || $0 == ":" || $0 == "<" || $0 == "{" }
                    guard let kind = words.firstIndex(where: { ["struct", "enum", "class", "protocol", "actor"].contains($0) }), kind + 1 < words.count else {
                        continue
                    }
                    owners[String(words[kind + 1]), default: []].append("\(room)/\(name)")
                }
            }
        }
        #expect(owners.filter { $0.value.count > 1 } == [:])
    }

    @Test("There is one way to have a text in both languages")
    func bilingual() throws {
        let definitions = try Self.rooms.flatMap { room in
            try Self.files(room).filter { $0.text.contains("func word(_ japanese: String") }.map { "\(room)/\($0.name)" }
        }
        #expect(definitions == ["Diagnostics/Bilingual.swift"])
    }

    @Test("A file that is spoken of is there")
    func mentioned() throws {
        let folders = ["Sources", "Tests", "docs", "Rules", "Corpus"].map { Self.root.appendingPathComponent($0) }
        let paths = folders.flatMap { folder in
            (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).map { "\(folder.lastPathComponent)/\($0)" }
        }
        let names = Set(paths.map { ($0 as NSString).lastPathComponent })
        let texts = paths.filter { $0.hasSuffix(".swift") || $0.hasPrefix("docs/") && $0.hasSuffix(".md") } + ["README.md", "README.en.md", "Makefile"]
        for path in texts {
            let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
            let isSwift = path.hasSuffix(".swift")
            for line in text.split(separator: "\n") where (!isSwift || line.contains("//")) && (line.contains(".swift") || line.contains("docs/")) {
                let comment = isSwift ? line.components(separatedBy: "//").dropFirst().joined() : String(line)
                for match in comment.matches(of: /(?:[A-Za-z0-9]+\/)*[A-Za-z0-9]+\.swift/) {
                    let file = String(match.output)
                    let isThere = file.contains("/") ? paths.contains(file) || paths.contains { $0.hasSuffix("/" + file) } : names.contains(file)
                    // A package of that name ends so too.
                    let isFile = isThere || ["GRDB.swift", "Package.swift"].contains(file)
                    #expect(isFile, "\(path): \(file)")
                }
                for match in comment.matches(of: /docs\/[a-z\/-]+\.md/) {
                    let isFile = paths.contains(String(match.output))
                    #expect(isFile, "\(path): \(match.output)")
                }
            }
        }
    }

    @Test("Every decision record is in the index, and says since when it holds")
    func decisions() throws {
        let folder = Self.root.appendingPathComponent("docs/decisions")
        let index = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".md") && name != "README.md" {
            let isListed = index.contains("](\(name))")
            #expect(isListed, "\(name) is not in the index")
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            let says = text.split(separator: "\n").prefix(3).contains { $0.wholeMatch(of: /(採用|廃止) \d{4}-\d{2}-\d{2}/) != nil }
            #expect(says, "\(name) says neither status nor date")
        }
        for match in index.matches(of: /\]\(([a-z-]+\.md)\)/) {
            #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(String(match.1)).path), "\(match.1)")
        }
    }

    @Test("No word of a contract stands in the sources", arguments: rooms)
    func withoutContract(room: String) throws {
        for (name, text) in try Self.files(room) {
            for word in ["反社", "適用外", "ITKeeper", "リモートネットワーク"] {
                let isThere = text.contains(word)
                #expect(!isThere, "\(room)/\(name): \(word)")
            }
        }
    }

    /// Messages that show how the number of a provision is written.
    private static func isExample(_ line: Substring, _ room: String) -> Bool {
        ["Syntax", "KiyakuCommand"].contains(room) && ["など", "e.g.", "（第", "のように書いて", "; write "].contains { line.contains($0) }
    }

    @Test("Provisions are cited in comments only", arguments: rooms)
    func citations(room: String) throws {
        let provision = /第[0-9０-９〇一二三四五六七八九十百]+条/
        for (name, text) in try Self.files(room) {
            for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") && !Self.isExample(line, room) {
                let isCited = line.contains("条") && line.firstMatch(of: provision) != nil
                #expect(!isCited, "\(room)/\(name): \(line)")
            }
        }
    }
}
