import Diagnostics
import Foundation
import Terms
import Testing

/// A document with the tree that a reader of it would draw (docs/documents.md).
///
/// Each line of the file is `PATH KIND|words`. Without a path the words go on with the node above; `-` is what provides nothing, such as a
/// title or a page number; `+` goes on with the line of the document.
private struct LayoutDocument {
    let text: String
    /// The kind and the words of each node.
    let nodes: [String: (kind: String, words: String)]

    init(_ file: String) {
        var lines: [String] = []
        var nodes: [String: (kind: String, words: String)] = [:]
        var last = "-"
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let bar = line.firstIndex(of: "|") else { continue }
            let words = String(line[line.index(after: bar)...])
            let head = line[..<bar].drop { $0 == "+" }.split(separator: " ")
            if line.first == "+", let before = lines.popLast() { lines.append(before + words) } else { lines.append(words) }
            if let path = head.first { last = String(path) }
            guard last != "-" else { continue }
            nodes[last] = (head.count > 1 ? String(head[1]) : nodes[last]?.kind ?? "", (nodes[last]?.words ?? "") + words + "\n")
        }
        text = lines.joined(separator: "\n") + "\n"
        self.nodes = nodes.mapValues { ($0.kind, Self.plain($0.words)) }
    }

    /// Words without white space, and without what typesetting puts around them.
    static func plain(_ words: String) -> String {
        var text = words.replacing("&nbsp;", with: "").replacing("&amp;", with: "&").precomposedStringWithCanonicalMapping
        while let start = text.range(of: "<!--"), let end = text.range(of: "-->", range: start.upperBound..<text.endIndex) {
            text.removeSubrange(start.lowerBound..<end.upperBound)
        }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !isSpace($0) && !"*_#|".unicodeScalars.contains($0) && $0 != "\u{200E}" && $0 != "\u{200F}" })
        )
    }
}

@Suite("Documents in as many layouts")
struct LayoutTests {
    enum Reading: String { case right, warned, refused, silentlyWrong }

    static func files(_ folder: String) -> [String] { Files.names("Corpus/layouts/\(folder)").filter { $0.hasSuffix(".layout") } }

    /// How a document is read, and what is read otherwise than it is drawn.
    static func reading(_ path: String) -> (reading: Reading, right: Int, all: Int, differences: [String]) {
        let document = LayoutDocument(Files.text(path))
        let outline = Outline.parse(Array(document.text.utf8))
        var found: [String: (kind: String, words: String)] = [:]
        for node in outline.nodes where !["title", "preamble", "contents", "layout", "remarks"].contains(node.id) && node.kind != .closing {
            let words = LayoutDocument.plain(node.marker + node.heading + node.text)
            // A service is a paragraph with a heading in a section of an annex.
            found[node.id] = (node.kind == .service ? "paragraph" : node.kind.rawValue, words)
        }
        var differences: [String] = []
        for (id, node) in document.nodes.sorted(by: { $0.key < $1.key }) {
            guard let other = found[id] else {
                differences.append("\(id) is not there")
                continue
            }
            // A heading may stand above the number.
            if other.kind != node.kind || other.words.unicodeScalars.sorted() != node.words.unicodeScalars.sorted() {
                differences.append("\(id): \(other.kind) \(other.words) ≠ \(node.kind) \(node.words)")
            }
        }
        let extra = found.keys.filter { document.nodes[$0] == nil }.sorted().map { "\($0) is not one: \(found[$0]?.words ?? "")" }
        let right = document.nodes.count - differences.count
        let isRight = differences.isEmpty && extra.isEmpty
        let reading: Reading = !outline.isReadable ? .refused : isRight ? (outline.isCertain ? .right : .warned) : outline.isCertain ? .silentlyWrong : .warned
        let findings = outline.findings.map { "\($0.code.rawValue)@\($0.lines.lowerBound)" }
        return (reading, right, document.nodes.count, differences + extra + findings)
    }

    /// How many documents of a folder are read in each way.
    static func count(_ folder: String) -> [Reading: Int] {
        Dictionary(grouping: files(folder).map { reading($0).reading }, by: \.self).mapValues(\.count)
    }

    @Test("No document is silently misread, and those that are read right stay so", arguments: [("open", 14), ("aside", 23)])
    func counted(folder: String, least: Int) {
        let readings = Self.files(folder).map { ($0, Self.reading($0)) }
        let (right, all) = readings.reduce((0, 0)) { ($0.0 + $1.1.right, $0.1 + $1.1.all) }
        print("\(folder): \(Self.count(folder)) nodes \(right)/\(all)")
        for (path, found) in readings where found.reading == .silentlyWrong { Issue.record("\(path): \(found.differences)") }
        #expect(readings.count { $0.1.reading == .right } >= least)
    }
}
