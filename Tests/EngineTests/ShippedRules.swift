import Contract
import Diagnostics
import Documents
import Foundation
import Syntax

/// The rule files of Rules/, cut into parts whose order means nothing.
struct ShippedRules {
    let texts: [String]
    let data: [String: Result<DataFile, DataFault>]

    /// `nil` where there are none.
    static func read() -> ShippedRules? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let rules = root.appendingPathComponent("Rules")
        guard let name = names(rules).first else { return nil }
        let folder = rules.appendingPathComponent(name)
        let texts = names(folder).filter { $0.hasSuffix(".kiyaku") }.compactMap { try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
        let tables = folder.appendingPathComponent("data")
        var data: [String: Result<DataFile, DataFault>] = [:]
        for name in names(tables) where name.hasSuffix(".csv") {
            guard let bytes = try? Data(contentsOf: tables.appendingPathComponent(name)), let table = try? CSVReader.read([UInt8](bytes)) else { continue }
            data[name] = .success(DataFile(path: name, header: table.header, rows: table.rows.map { .init(line: $0.line, fields: $0.fields) }))
        }
        return ShippedRules(texts: texts, data: data)
    }

    private static func names(_ folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func parse(_ texts: [String]) -> [SyntaxTree] {
        texts.enumerated().map { .parse(SourceFile(path: "\($0.offset)", bytes: Array($0.element.utf8)), id: SourceID($0.offset)) }
    }

    func check(_ texts: [String]) -> CheckResult { CheckedContract.check(Self.parse(texts), data: data) }

    /// The items below each clause header in another order, the clauses in another order, the files in another order.
    func shuffled(_ dice: inout Dice) -> [String] {
        var files: [String] = []
        for tree in Self.parse(texts) {
            var sections: [(header: String, items: [String])] = [("", [])]
            for item in tree.items {
                let text = tree.file.text(tree.range(item.span))
                if case .clause = item { sections.append((text, [])) } else { sections[sections.count - 1].items.append(text) }
            }
            // What stands before the first clause belongs to none, and stays in front.
            let rest = sections.dropFirst().shuffled(using: &dice)
            let parts = ([sections[0]] + rest).map { section in [section.header] + section.items.shuffled(using: &dice) }
            files.append(parts.joined().joined(separator: "\n"))
        }
        return files.shuffled(using: &dice)
    }
}
