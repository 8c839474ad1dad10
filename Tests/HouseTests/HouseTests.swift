import Foundation
import Testing

/// What is absent, room by room (docs/architecture.md).
@Suite("The house")
struct HouseTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let sources = root.appendingPathComponent("Sources")

    private static let rooms: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
        return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("C") || ["Calendar", "Clauses", "Contract"].contains($0) }.sorted()
    }()

    /// The Swift files of a room with their text.
    private static func files(_ room: String) throws -> [(name: String, text: String)] {
        let folder = sources.appendingPathComponent(room)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
    }

    private static func imports(_ room: String) throws -> Set<String> {
        var found: Set<String> = []
        for (_, text) in try files(room) {
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                if let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 { found.insert(String(words[place + 1])) }
            }
        }
        return found
    }

    /// What Package.swift lists beside each room.
    private static func listed() throws -> [String: Set<String>] {
        let text = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        var result: [String: Set<String>] = [:]
        for chunk in text.components(separatedBy: "room(").dropFirst() {
            let own = chunk.prefix { $0 != "]" && $0 != "\n" || chunk.hasPrefix("\n") && $0 != "]" }
            let names = own.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            if let name = names.first { result[name, default: []].formUnion(names.dropFirst()) }
        }
        return result
    }

    @Test("A room imports only what stands beside it in the package", arguments: rooms.filter { $0 != "KiyakuCommand" })
    func onlyNeighbours(room: String) throws {
        let allowed = try #require(try Self.listed()[room]).union(["Synchronization", "Foundation"])
        #expect(try Self.imports(room).subtracting(allowed) == [])
    }

    @Test(
        "The rooms of the engine know neither Foundation nor files",
        arguments: [
            "Values", "Calendar", "Clauses", "Vocabulary", "Diagnostics", "Patterns", "Digests", "Encodings", "Documents", "Syntax", "Contract",
            "Plans", "Planning", "Runtime", "Decisions", "Explanation", "Facts", "Batch", "Extraction", "Detection", "Interviews", "Formatting",
            "RuleTesting", "Coverage", "Terms", "Forms",
        ])
    func withoutFoundation(room: String) throws {
        #expect(try Self.imports(room).isDisjoint(with: ["Foundation", "FoundationEssentials", "Glibc"]))
    }

    @Test("The runtime sees no syntax", arguments: ["Vocabulary", "Plans", "Runtime", "Decisions"])
    func withoutSyntax(room: String) throws {
        #expect(try Self.imports(room).isDisjoint(with: ["Syntax", "Contract", "Clauses", "Diagnostics"]))
    }

    @Test(
        "Each C library and each package is known to one room",
        arguments: [
            ("CPCRE2", "Patterns"), ("CSodium", "Digests"), ("CIconv", "Encodings"), ("Yams", "Documents"), ("GRDB", "Records"), ("Mustache", "Pages"),
            ("Hummingbird", "Service"),
        ])
    func oneDoor(library: String, owner: String) throws {
        #expect(try Self.rooms.filter { try Self.imports($0).contains(library) } == [owner])
    }

    @Test("Only the command line prints and reads the clock", arguments: rooms.filter { $0 != "KiyakuCommand" })
    func quiet(room: String) throws {
        for (name, text) in try Self.files(room) {
            for word in [" print(", "Date()", "readLine("] { #expect(!text.contains(word), "\(room)/\(name): \(word)") }
        }
    }

    @Test("Nothing is forced, and nothing ends the program", arguments: rooms)
    func unforced(room: String) throws {
        for (name, text) in try Self.files(room) {
            for word in ["try!", " as! ", "fatalError(", "preconditionFailure("] { #expect(!text.contains(word), "\(room)/\(name): \(word)") }
        }
    }

    @Test("No word of a contract stands in the sources", arguments: rooms)
    func withoutContract(room: String) throws {
        for (name, text) in try Self.files(room) {
            for word in ["反社", "適用外", "ITKeeper", "リモートネットワーク"] { #expect(!text.contains(word), "\(room)/\(name): \(word)") }
        }
    }

    /// The messages of two rooms show how the number of a provision is written.
    @Test("Provisions are cited in comments only", arguments: rooms.filter { !["Syntax", "KiyakuCommand"].contains($0) })
    func citations(room: String) throws {
        let provision = /第[0-9０-９〇一二三四五六七八九十百]+条/
        for (name, text) in try Self.files(room) {
            for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                #expect(line.firstMatch(of: provision) == nil, "\(room)/\(name): \(line)")
            }
        }
    }
}
