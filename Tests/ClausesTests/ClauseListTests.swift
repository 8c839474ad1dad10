import Clauses
import Foundation
import Testing

@Suite("Enumerations of clauses")
struct ClauseListTests {
    @Test(
        "Members continue the clause before them, and runs have two ends",
        arguments: [
            ("第四条第一項及び第三項", "4.1|4.3"), ("第4条第1項、第3項", "4.1|4.3"), ("第九条から第十一条まで", "9..11"), ("9条～11条", "9..11"), ("9条－11条", "9..11"),
            ("第四条第一項から第三項まで及び第五項", "4.1..4.3|4.5"), ("第四条第一項第一号及び第三号並びに第六条", "4.1.1|4.1.3|6"), ("第5条第2号又は第3号", "5.1.2|5.1.3"),
            ("第40条第1項第1号①及び③", "40.1.1.1|40.1.1.3"), ("第3条第1号イ及びロ", "3.1.1.1|3.1.1.2"), ("第十五条第二項及びただし書", "15.2|15.2.proviso"),
            ("第15条第2項ただし書、第2号", "15.2.proviso|15.2.2"), ("第3条, 別紙2注1", "3|app2.note1"), ("附則第2条及び第3条", "suppl.2|3"), ("第3条", "3"),
        ])
    func reads(text: String, expected: String) {
        #expect(norm(ClauseReference.parseList(text)) == expected)
    }

    @Test(
        "A list with anything else in it is empty",
        arguments: ["", "及び", "第3条及び", "第3条から", "第3項", "第3条と同じ", "第11条から第9条まで", "第3条及び別の条", "別紙2及び第3項", "から第3条まで"])
    func refused(text: String) {
        #expect(ClauseReference.parseList(text).isEmpty)
    }

    @Test(
        "A run contains what lies between its ends and below them",
        arguments: [
            ("9", true), ("9.2", true), ("9_2", true), ("10.1.proviso", true), ("11", true), ("11.3.1", true), ("11_2", false),
            ("12", false), ("8.9", false), ("app1", false),
        ])
    func contains(id: String, expected: Bool) throws {
        let run = try #require(ClauseReference.parseList("第九条から第十一条まで").first)
        #expect(run.contains(try #require(ClauseID(id))) == expected)
    }

    @Test(
        "The shared spellings all mean what their norm says",
        .enabled(if: SharedVariants.exist, "no shared/data/references/variants.json beside the package"))
    func sharedVariants() throws {
        let cases = try SharedVariants.read()
        #expect(cases.count >= 40)
        for variant in cases { #expect(norm(ClauseReference.parseList(variant.text)) == variant.expected, "\(variant.text)") }
    }

    private func norm(_ ranges: [ClauseReferenceRange]) -> String {
        ranges.map { $0.first == $0.last ? $0.first.text : "\($0.first)..\($0.last)" }.joined(separator: "|")
    }
}

/// The spellings in `shared/data/references/variants.json`, beside the package.
enum SharedVariants {
    /// A spelling and the clauses it means.
    struct Variant: Decodable {
        let text: String
        let norm: String

        /// The norm as IDs: `art:40/par:1/item:3/sub1:ロ` is `40.1.3.2`. An item right under an article is in paragraph 1.
        var expected: String { norm.split(separator: "|").map { Self.id(String($0)) }.joined(separator: "|") }

        private static func id(_ norm: String) -> String {
            var segments: [String] = []
            for part in norm.split(separator: "/") {
                let pair = part.split(separator: ":", maxSplits: 1).map(String.init)
                switch (pair[0], pair.last ?? "") {
                case ("item", let value): segments += norm.contains("par:") ? [value] : ["1", value]
                case ("appendix", let value): segments.append("app" + value)
                case ("annex", let value): segments.append("table" + value)
                case ("sub1", let value): segments.append(["イ": "1", "ロ": "2", "ハ": "3"][value] ?? "unexpected mark \(value)")
                case ("sub2", let value): segments.append(value.filter(\.isNumber))
                case (_, let value): segments.append(value)
                }
            }
            return segments.joined(separator: ".")
        }
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/data/references/variants.json").standardizedFileURL

    static var exist: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func read() throws -> [Variant] {
        struct Variants: Decodable { let cases: [Variant] }
        return try JSONDecoder().decode(Variants.self, from: Data(contentsOf: file)).cases
    }
}
