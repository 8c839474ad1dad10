/// A difference between a table and the reference data, as a row of docs/data-differences.md.
struct Difference: Hashable, CustomStringConvertible {
    let file: String
    let key: String
    let column: String
    let ours: String
    let theirs: String

    var description: String { [file, key, column, ours, theirs].joined(separator: " | ") }
}

/// The comparison of one table with the reference data.
struct Comparison {
    /// All that differs.
    private(set) var differences: Set<Difference> = []
    /// The name of the table.
    private let file: String

    /// A row of ours and the row of the reference data that it stands for.
    private struct Entry {
        let key: String
        let partner: String
        let cells: Cells
    }

    /// Compares a table; nil when nothing is known to compare it with.
    init?(_ table: Table, with reference: Reference) {
        file = table.name
        switch file {
        case "os_support.csv": windows(table.rows, reference)
        case "ios_support.csv": apple(table.rows, reference.apple)
        case "android_support.csv": meet(Self.versions(table.rows), reference.android)
        case "ie_support.csv": explorer(table.rows, reference)
        case "edge_support.csv": edge(table.rows, reference)
        case "safari_support.csv": meet(Self.versions(table.rows), reference.safari)
        case "chrome_releases.csv": meet(Self.days(table.rows), reference.chrome)
        case "firefox_releases.csv": meet(Self.days(table.rows), reference.firefox)
        default: return nil
        }
    }

    /// The reference data's names of the releases of Windows before 10.
    private static let earlier = [
        "Windows XP": "5-sp3", "Windows Vista": "6-sp2", "Windows 7": "7-sp1", "Windows 8": "8", "Windows 8.1": "8.1",
        "Windows RT": "rt", "Windows RT 8.1": "rt-8.1",
    ]

    /// Each row with its release; those the data lacks with the supplement, or with the edition whose days they share.
    private mutating func windows(_ rows: [Row], _ reference: Reference) {
        let suffixes = ["一般": "-w", "法人": "-e", "長期": "-e-lts", "IoT長期": "-iot-lts"]
        let known = reference.windows
        let entries = rows.map { row in
            var partner = Self.earlier[row["OS"]] ?? ""
            if row["リリース"] == "SPなし" { partner = "7-rtm" }
            if partner.isEmpty {
                let base = row["OS"].dropFirst("Windows ".count) + "-" + row["リリース"].lowercased()
                partner = base + (suffixes[row["エディション"]] ?? "-" + row["エディション"])
                if known[partner] == nil, known[String(base)] != nil, ["一般", "法人"].contains(row["エディション"]) { partner = String(base) }
            }
            var cells = row.cells.filter { ["終了日", "メインストリーム終了日"].contains($0.key) }
            cells["ESU終了日"] = row["ESU終了日"].isEmpty ? "なし" : row["ESU終了日"]
            return Entry(key: row.key(["OS", "リリース", "エディション"]), partner: partner, cells: cells)
        }
        meet(entries, known)
        check(entries, reference.supplement["windows"] ?? [:])
        for entry in entries where known[entry.partner] == nil && entry.partner.hasSuffix("-iot-lts") {
            let sibling = entry.partner.dropLast("-iot-lts".count) + "-e-lts"
            check([entry], known[String(sibling)].map { [entry.partner: $0] } ?? [:])
        }
    }

    /// Up to version 12 one row stands for both systems; it is compared with each that the data has.
    private mutating func apple(_ rows: [Row], _ theirs: [String: Cells]) {
        let entries = rows.filter { $0["版"] != "*" }.flatMap { row in
            let all = row["OS"] == "*" ? ["iOS", "iPadOS"] : [row["OS"]]
            let keys = all.map { $0 + " / " + row["版"] }
            let known = keys.filter { theirs[$0] != nil }
            return (known.isEmpty ? keys : known).map { Entry(key: $0, partner: $0, cells: Self.end(row)) }
        }
        meet(entries, theirs)
    }

    /// The rows for all systems with their version, that for Windows 10 with the last version, the others with the supplement
    /// and with their system where they follow it.
    private mutating func explorer(_ rows: [Row], _ reference: Reference) {
        let kept = rows.filter { $0["版"] != "*" }
        let facts = ["Windows 7": "-win7", "Windows 8.1": "-win8.1", "Windows 10": "-win10-sac", "*": ""]
        let general = kept.filter { $0["OS"] == "*" || $0["OS"] == "Windows 10" }
        meet(general.map { Entry(key: $0["版"], partner: $0["版"], cells: Self.end($0)) }, reference.explorer)
        let entries = kept.map { row in
            Entry(key: row.key(["版", "OS"]), partner: row["版"] + (facts[row["OS"]] ?? " / " + row["OS"]), cells: Self.end(row))
        }
        check(entries, reference.supplement["internet-explorer"] ?? [:])
        let followers = kept.filter { $0["状態"] == "OSに従う" || !facts.keys.contains($0["OS"]) }.map { row in
            Entry(key: row.key(["版", "OS"]), partner: Self.earlier[row["OS"]] ?? "", cells: Self.end(row))
        }
        meet(followers, reference.windows.mapValues { $0.filter { $0.key == "終了日" } }, whole: false)
    }

    /// The one row of the old versions with each of them; the rows of systems with the last version that runs there.
    private mutating func edge(_ rows: [Row], _ reference: Reference) {
        let entries = rows.flatMap { row -> [Entry] in
            if row["世代"] == "従来版" { return reference.oldEdge.map { Entry(key: $0, partner: $0, cells: Self.end(row)) } }
            return row["OS"] == "*" ? [] : [Entry(key: row.key(["世代", "OS"]), partner: "109", cells: Self.end(row))]
        }
        meet(entries, reference.edge)
    }

    private static func versions(_ rows: [Row]) -> [Entry] {
        rows.filter { $0["版"] != "*" }.map { Entry(key: $0["版"], partner: $0["版"], cells: end($0)) }
    }

    private static func days(_ rows: [Row]) -> [Entry] {
        rows.map { Entry(key: $0["版"], partner: $0["版"], cells: ["公開日": $0["公開日"]]) }
    }

    /// The end of support in the words of the reference data.
    private static func end(_ row: Row) -> Cells {
        switch row["状態"] {
        case "終了日あり", "OSに従う": ["終了日": row["終了日"]]
        case "終了日不明": ["終了日": "終了（日付なし）"]
        default: ["終了日": row["状態"]]
        }
    }

    /// Compares row by row; rows that only one side has are differences, those of theirs only if the table is to be whole.
    private mutating func meet(_ entries: [Entry], _ theirs: [String: Cells], whole: Bool = true) {
        for entry in entries where theirs[entry.partner] == nil { note(entry.key, "行", "あり", "なし") }
        check(entries, theirs)
        let met = Set(entries.map(\.partner))
        for (partner, cells) in theirs where whole && !met.contains(partner) {
            note(partner, "行", "なし", cells["終了日"] ?? cells["公開日"] ?? "")
        }
    }

    /// Compares the cells of the rows that both sides have.
    private mutating func check(_ entries: [Entry], _ theirs: [String: Cells]) {
        for entry in entries {
            for (column, value) in theirs[entry.partner] ?? [:] where entry.cells[column] != value {
                note(entry.key, column, entry.cells[column] ?? "", value)
            }
        }
    }

    private mutating func note(_ key: String, _ column: String, _ ours: String, _ theirs: String) {
        differences.insert(Difference(file: file, key: key, column: column, ours: ours, theirs: theirs))
    }
}
