import Diagnostics
import Foundation
import Terms
import Testing

/// The files that the tests read.
enum Files {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// Fixtures that have an expected outline beside them.
    static let fixtures = names("Corpus/terms").filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
    /// The contract's text, which stands outside the project.
    static let contract = bytes("../shared/terms/rns-terms.txt") ?? bytes("/work/shared/terms/rns-terms.txt")
    static let absence: Comment = "the contract's text is not there: ../shared/terms/rns-terms.txt"

    static func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []).sorted().map { folder + "/" + $0 }
    }

    static func bytes(_ path: String) -> [UInt8]? {
        let file = path.hasPrefix("/") ? path : root.appendingPathComponent(path).path
        return FileManager.default.contents(atPath: file).map { [UInt8]($0) }
    }

    static func text(_ path: String) -> String { String(decoding: bytes(path) ?? [], as: UTF8.self) }

    /// The names of tables and rows that come with the rules of a contract.
    static var names: RowNames {
        let lines = text("Rules/rns/headings.csv").split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
        return RowNames(lines.filter { $0.count == 3 }.map { ($0[0], $0[1], $0[2]) })
    }
}

@Suite("The outline of a contract's text")
struct OutlineTests {
    @Test("Each fixture has the provisions and findings that are written beside it", arguments: Files.fixtures)
    func fixtures(_ path: String) throws {
        let outline = Outline.parse(try #require(Files.bytes(path)))
        let expected = Files.text((path as NSString).deletingPathExtension + ".expected").split(separator: "\n").map(String.init)
        let nodes = expected.filter { !$0.hasPrefix("!") }.map { $0.split(separator: " ", maxSplits: 2).map(String.init) }
        #expect(outline.nodes.map { "\($0.id) \($0.kind.rawValue)" } == nodes.map { $0.prefix(2).joined(separator: " ") })
        for (node, line) in zip(outline.nodes, nodes) where line.count == 3 { #expect((node.heading + node.text).hasPrefix(line[2]), "\(node.id)") }
        #expect(outline.findings.map { "! \($0.code.rawValue) \($0.lines.lowerBound)" } == expected.filter { $0.hasPrefix("!") })
    }

    @Test("Every character of a text belongs to exactly one node", arguments: Files.fixtures)
    func partition(_ path: String) throws { try Self.expectPartition(try #require(Files.bytes(path))) }

    @Test("Every ID is unique, and says nothing that an ID cannot say", arguments: Files.fixtures)
    func identifiers(_ path: String) throws {
        let ids = Outline.parse(try #require(Files.bytes(path))).nodes.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "." || $0 == "_") } })
    }

    @Test("Provisos and なお-sentences are parts of the provision that they stand in")
    func parts() throws {
        let outline = Outline.parse(try #require(Files.bytes("Corpus/terms/statute.txt")))
        let parts = Dictionary(uniqueKeysWithValues: outline.nodes.flatMap(\.parts).map { ($0.id, $0.text) })
        #expect(parts["2.1.proviso"] == "ただし、未成年者は保護者と共に借りるものとする。")
        #expect(parts["2.2.nao"] == "なお、急ぎのときは口頭で足りる。")
        #expect(parts["7.1.first"] == "会員は、期間の終わりまでに道具を返す。")
        #expect(parts["7.1.latter"] == "この場合において、汚れた道具は洗って返すものとする。")
        #expect(outline.nodes.filter { $0.provisos > 0 }.map(\.id) == ["2.1"])
    }

    @Test("Deleted articles answer under each of their numbers")
    func deleted() throws {
        let outline = Outline.parse(try #require(Files.bytes("Corpus/terms/statute.txt")))
        #expect(outline.nodes.first { $0.id == "4" }?.also == ["5", "6"])
    }

    /// Asserts that the pieces of all nodes cover each character that is not white space once.
    static func expectPartition(_ bytes: [UInt8], names: RowNames = .none) throws {
        let text = TermsText(bytes)
        var owners = text.lines.map { [Int](repeating: 0, count: $0.scalars.count) }
        for piece in Outline.drafts(text, names: names).0.flatMap(\.pieces) {
            for place in piece.range { owners[piece.line][place] += 1 }
        }
        for (line, counts) in zip(text.lines, owners) {
            for (scalar, count) in zip(line.scalars, counts) where !isSpace(scalar) {
                if count != 1 { Issue.record("line \(line.number): \(scalar) belongs to \(count) nodes") }
            }
        }
    }
}
