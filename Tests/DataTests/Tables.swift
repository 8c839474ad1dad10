import Documents
import Foundation

/// The files that the tests read, found from this file upward.
enum Repository {
    /// The top of the checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Where the reference data lies: beside the checkout, and not everywhere.
    static let reference = root.deletingLastPathComponent().appendingPathComponent("shared/data")

    /// Whether the reference data is there.
    static let hasReference = FileManager.default.fileExists(atPath: reference.appendingPathComponent("README.md").path)

    /// The folder of the tables, from the top.
    static let folder = "Rules/rns/data"

    /// The names of all tables, in order.
    static let tables: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return (names ?? []).filter { $0.hasSuffix(".csv") }.sorted()
    }()

    /// A file as text, by its path from the top.
    static func text(_ path: String) throws -> String { try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) }
}

/// One of the tables.
struct Table {
    /// The name of the file.
    let name: String
    /// The names of the columns.
    let header: [String]
    /// The rows, as the tests may change them.
    var rows: [Row]

    /// Reads a table by the name of its file.
    init(_ name: String) throws {
        let table = try CSVReader.read(Array(Repository.text(Repository.folder + "/" + name).utf8))
        self.name = name
        header = table.header
        rows = table.rows.map { row in
            Row(line: row.line, cells: Dictionary(zip(table.header, row.fields), uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The row that a lookup finds: the first whose cells are those of the key, or a star.
    func first(_ key: Cells) -> Row? {
        rows.first { row in key.allSatisfy { column, value in [value, "*"].contains(row[column]) } }
    }
}

/// A row of a table.
struct Row {
    /// The line it is on, from 1.
    let line: Int
    /// The cells by the names of their columns.
    var cells: [String: String]

    /// A cell; empty when there is no such column.
    subscript(column: String) -> String {
        get { cells[column] ?? "" }
        set { cells[column] = newValue }
    }

    /// Some cells as one key, in the way of docs/data-differences.md.
    func key(_ columns: [String]) -> String { columns.map { self[$0] }.joined(separator: " / ") }
}

/// What the rules say of a table.
struct Declaration {
    /// The name of the file.
    let file: String
    /// The columns that make up the key.
    private(set) var keys: [String] = []
    /// The column of days, of a table that is read by the last row up to a day.
    private(set) var latest: String?
    /// The other columns that the rules read.
    private(set) var columns: [String] = []
    /// The last day for which the table is complete, as written.
    private(set) var end: String?

    /// The declaration of one table, by the name of its file; nil when the rules have none.
    init?(of file: String) throws {
        let blocks = try Repository.text("Rules/rns/products.kiyaku").components(separatedBy: "\n参照表 ").dropFirst()
        let own = blocks.map { $0.components(separatedBy: "\n}")[0] }.first { $0.contains("元 「\(file)」") }
        guard let own else { return nil }
        self.file = file
        for line in own.components(separatedBy: "\n") {
            let words = line.trimmingCharacters(in: .whitespaces).split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { continue }
            switch words[0] {
            case "鍵": keys = Self.names(words[1])
            case "直近": latest = words[1]
            case "列": columns = Self.names(words[1])
            case "期末": end = words[1]
            default: continue
            }
        }
    }

    /// The names in a list of `name : type`.
    private static func names(_ list: String) -> [String] {
        list.split(separator: ",").map { part in
            part.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces)
        }
    }
}
