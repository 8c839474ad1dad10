import Foundation
import Testing
import Values

/// What holds of the tables by themselves.
@Suite("The tables")
struct TableTests {
    /// The columns that say where a row comes from; every table ends with them.
    private static let origin = ["出典", "取得日", "確度", "備考"]

    /// The tables that are read by the last row up to a day.
    private static let latest = ["chrome_releases.csv", "firefox_releases.csv"]

    @Test("There are just the tables that the rules declare")
    func tables() throws {
        let sources = try Repository.text("Rules/rns/products.kiyaku").components(separatedBy: "元 「").dropFirst()
        #expect(sources.map { String($0.prefix { $0 != "」" }) }.sorted() == Repository.tables)
        #expect(!Repository.tables.isEmpty)
    }

    @Test("The rules declare every table, with its columns in their order", arguments: Repository.tables)
    func columns(file: String) throws {
        let declared = try #require(try Declaration(of: file))
        let table = try Table(file)
        #expect(table.header == declared.keys + (declared.latest.map { [$0] } ?? []) + declared.columns + Self.origin)
        #expect(!table.rows.isEmpty)
        #expect((declared.latest != nil) == Self.latest.contains(file))
    }

    @Test("Every row has its source, the day it was taken and how sure it is; only a row without data has no source", arguments: Repository.tables)
    func sources(file: String) throws {
        for row in try Table(file).rows {
            let without = row["状態"] == "資料なし"
            #expect(row["出典"].isEmpty == without, "line \(row.line)")
            #expect((without ? [""] : ["公表", "代理", "推定"]).contains(row["確度"]), "line \(row.line)")
            #expect(CivilDate(row["取得日"]) != nil, "line \(row.line)")
        }
    }

    @Test("Every day is one of the calendar", arguments: Repository.tables)
    func days(file: String) throws {
        let table = try Table(file)
        let columns = table.header.filter { $0.hasSuffix("日") }
        #expect(columns.count >= 2)
        for row in table.rows {
            for column in columns where !row[column].isEmpty {
                #expect(CivilDate(row[column]) != nil, "line \(row.line): \(column) is \(row[column])")
            }
        }
    }

    @Test("No key comes twice", arguments: Repository.tables)
    func keys(file: String) throws {
        let declared = try #require(try Declaration(of: file))
        var sets = [declared.latest.map { [$0] } ?? declared.keys]
        if declared.latest != nil { sets.append(declared.columns) }
        for columns in sets {
            #expect(!columns.isEmpty)
            var seen: [String: Int] = [:]
            for row in try Table(file).rows {
                let first = seen.updateValue(row.line, forKey: row.key(columns))
                #expect(first == nil, "line \(row.line): \(row.key(columns)) also on line \(first ?? 0)")
            }
        }
    }

    @Test("A row has the day that its state calls for and no other", arguments: Repository.tables)
    func states(file: String) throws {
        let ends: [String: (end: Bool, confirmed: Bool)] = [
            "終了日あり": (true, false), "OSに従う": (true, false), "継続中": (false, true), "終了日不明": (false, true), "資料なし": (false, false),
            "終わりの日不明": (false, false), "なし": (false, false), "未発表": (false, false),
        ]
        let table = try Table(file)
        for row in table.rows where table.header.contains("状態") {
            let expected = try #require(ends[row["状態"]], "line \(row.line): \(row["状態"])")
            #expect(row["終了日"].isEmpty != expected.end, "line \(row.line): 終了日")
            #expect(row["確認日"].isEmpty != expected.confirmed, "line \(row.line): 確認日")
        }
    }

    @Test("Support ends in order: first the mainstream, then all")
    func order() throws {
        for row in try Table("os_support.csv").rows {
            let end = try #require(CivilDate(row["終了日"]), "line \(row.line)")
            #expect(try #require(CivilDate(row["メインストリーム終了日"]), "line \(row.line)") <= end, "line \(row.line)")
        }
    }

    @Test("Every system has its extended updates: none only where its end had come when the row was taken, and none that end before it")
    func extensions() throws {
        let extensions = try Table("esu_support.csv")
        for row in try Table("os_support.csv").rows {
            let end = try #require(CivilDate(row["終了日"]), "line \(row.line)")
            for kind in ["組織向け", "個人向け"] {
                var key = row.cells.filter { ["OS", "リリース", "エディション"].contains($0.key) }
                key["種類"] = kind
                let found = try #require(extensions.first(key), "line \(row.line): \(kind)")
                let taken = try #require(CivilDate(found["取得日"]), "line \(found.line)")
                #expect(found["状態"] != (taken < end ? "なし" : "未発表"), "line \(row.line): \(kind)")
                if let last = CivilDate(found["終了日"]) { #expect(end < last, "line \(row.line): \(kind)") }
            }
        }
    }

    @Test("A row that follows its system has the day of the system")
    func followers() throws {
        let systems = try Table("os_support.csv").rows.filter { $0["リリース"] != "SPなし" }
        let rows = try Table("ie_support.csv").rows.filter { $0["状態"] == "OSに従う" }
        #expect(!rows.isEmpty)
        for row in rows {
            #expect(systems.filter { $0["OS"] == row["OS"] }.map { $0["終了日"] } == [row["終了日"]], "line \(row.line)")
        }
    }

    @Test("Releases stand in the order of their days and versions, and none is after the last day of the data", arguments: latest)
    func releases(file: String) throws {
        let declared = try #require(try Declaration(of: file))
        let end = try #require(CivilDate(declared.end ?? ""))
        #expect(end == CivilDate("2026-08-22"))
        let column = try #require(declared.latest)
        var before: (day: CivilDate, version: Int)?
        for row in try Table(file).rows {
            let day = try #require(CivilDate(row[column]), "line \(row.line)")
            let version = try #require(Int(row["版"]), "line \(row.line)")
            #expect(day <= end, "line \(row.line): \(row[column]) is after the last day")
            if let taken = CivilDate(row["取得日"]) { #expect(end <= taken, "line \(row.line): taken before the last day") }
            if let before { #expect(before.day < day && before.version < version, "line \(row.line): out of order") }
            before = (day, version)
        }
    }
}
