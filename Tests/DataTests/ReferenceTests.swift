import Foundation
import Testing

/// The tables against the reference data; every difference is meant and says why.
@Suite("The tables and the reference data")
struct ReferenceTests {
    @Test(
        "A table differs from the reference data just where the list says so",
        .enabled(if: Repository.hasReference, "the reference data (../shared/data) is not here, so there is nothing to compare with"),
        arguments: Repository.tables)
    func differences(file: String) throws {
        let found = try #require(try Comparison(Table(file), with: Reference()), "no comparison is known for \(file)").differences
        let listed = Set(try ListedDifference.all().map(\.difference).filter { $0.file == file })
        for difference in found.subtracting(listed).map(\.description).sorted() { Issue.record("not in the list: \(difference)") }
        for difference in listed.subtracting(found).map(\.description).sorted() { Issue.record("in the list, but no longer so: \(difference)") }
    }

    @Test(
        "No row escapes the comparison: any other day in it is found",
        .enabled(if: Repository.hasReference, "the reference data (../shared/data) is not here, so there is nothing to compare with"),
        arguments: Repository.tables)
    func completeness(file: String) throws {
        let reference = try Reference()
        let table = try Table(file)
        let before = try #require(Comparison(table, with: reference)).differences
        for (index, row) in table.rows.enumerated() where !Self.isOutside(row) {
            var changed = table
            let day = table.header.contains("公開日") ? "公開日" : "終了日"
            changed.rows[index][day] = "1999-01-01"
            if row["状態"] != "" { changed.rows[index]["状態"] = "終了日あり" }
            let after = try #require(Comparison(changed, with: reference)).differences
            #expect(after.subtracting(before).contains { $0.ours == "1999-01-01" }, "\(file), line \(row.line)")
        }
    }

    /// Whether the list says of the row that it is compared with nothing.
    private static func isOutside(_ row: Row) -> Bool {
        row["状態"] == "資料なし" || (row["世代"] == "Chromium版" && row["OS"] == "*")
    }

    @Test("Every listed difference has a reason and names a table, and none is listed twice")
    func list() throws {
        let listed = try ListedDifference.all()
        #expect(!listed.isEmpty)
        var seen: Set<Difference> = []
        for entry in listed {
            #expect(!entry.reason.isEmpty, "line \(entry.line): \(entry.difference) has no reason")
            #expect(Repository.tables.contains(entry.difference.file), "line \(entry.line): there is no \(entry.difference.file)")
            #expect(entry.difference.ours != entry.difference.theirs, "line \(entry.line): this is no difference")
            #expect(seen.insert(entry.difference).inserted, "line \(entry.line): \(entry.difference) is listed twice")
        }
    }

    @Test("A listed difference quotes the table rightly", arguments: Repository.tables)
    func quotations(file: String) throws {
        let table = try Table(file)
        let columns = try #require(try Declaration(of: file)).keys
        for entry in try ListedDifference.all() where entry.difference.file == file && entry.difference.column != "行" {
            let quoted = entry.difference
            #expect(table.header.contains(quoted.column), "line \(entry.line)")
            let rows = table.rows.filter { row in
                row[quoted.column] == quoted.ours && zip(columns, quoted.key.components(separatedBy: " / ")).allSatisfy { [$1, "*"].contains(row[$0]) }
            }
            #expect(rows.count == 1, "line \(entry.line): \(quoted) is not in the table")
        }
    }
}

/// A difference that is meant, from docs/data-differences.md.
struct ListedDifference {
    /// What differs.
    let difference: Difference
    /// Why.
    let reason: String
    /// The line in the document, from 1.
    let line: Int

    /// All of the list.
    static func all() throws -> [ListedDifference] {
        let lines = try Repository.text("docs/data-differences.md").components(separatedBy: "\n")
        let header = try #require(lines.firstIndex(of: "| ファイル | 鍵 | 列 | こちら | 資料 | 理由 |"), "the list has lost its header")
        var entries: [ListedDifference] = []
        for (index, line) in lines.enumerated().dropFirst(header + 2) {
            guard line.hasPrefix("|") else { break }
            let cells = line.components(separatedBy: "|").dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 6, "line \(index + 1) has \(cells.count) cells")
            let difference = Difference(file: cells[0], key: cells[1], column: cells[2], ours: cells[3], theirs: cells[4])
            entries.append(ListedDifference(difference: difference, reason: cells[5], line: index + 1))
        }
        return entries
    }
}
