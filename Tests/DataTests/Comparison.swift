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
        case "esu_support.csv": extensions(table, reference)
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
            let cells = row.cells.filter { ["終了日", "メインストリーム終了日"].contains($0.key) }
            return Entry(key: row.key(["OS", "リリース", "エディション"]), partner: partner, cells: cells)
        }
        meet(entries, known)
        check(entries, reference.supplement["windows"] ?? [:])
        check(entries, reference.builds)
        for entry in entries where known[entry.partner] == nil && entry.partner.hasSuffix("-iot-lts") {
            let sibling = entry.partner.dropLast("-iot-lts".count) + "-e-lts"
            check([entry], known[String(sibling)].map { [entry.partner: $0] } ?? [:])
        }
    }

    /// For each release that the data knows, the row that a lookup finds: with what the data says of it, and with what was announced.
    private mutating func extensions(_ table: Table, _ reference: Reference) {
        var entries: [Entry] = []
        for cycle in reference.extensions.keys {
            for release in Self.releases(of: cycle, among: reference.extensions) {
                for (kind, suffix) in [("組織向け", ""), ("個人向け", "-esu-consumer")] {
                    guard let row = table.first(release.merging(["種類": kind]) { first, _ in first }) else {
                        note(cycle + suffix, "行", "なし", "あり")
                        continue
                    }
                    let last = row["終了日"].isEmpty ? "なし" : row["終了日"]
                    let key = row.key(["OS", "リリース", "エディション", "種類"])
                    entries.append(Entry(key: key, partner: cycle + suffix, cells: ["状態": row["状態"], "終了日": last]))
                }
            }
        }
        check(entries, reference.extensions)
        check(entries, reference.announcements)
    }

    /// The keys of the releases that a cycle stands for; without a cycle of its own, IoT for the long term goes with Enterprise.
    private static func releases(of cycle: String, among known: [String: Cells]) -> [Cells] {
        if let old = cycle == "7-rtm" ? "Windows 7" : earlier.first(where: { $0.value == cycle })?.key {
            return [["OS": old, "リリース": ["7-rtm": "SPなし", "7-sp1": "SP1"][cycle] ?? "", "エディション": "一般"]]
        }
        let parts = cycle.split(separator: "-").map(String.init)
        guard parts.count > 1 else { return [] }
        let editions: [String: [String]] = [
            "": ["一般", "法人"], "w": ["一般"], "e": ["法人"], "iot-lts": ["IoT長期"],
            "e-lts": known["\(parts[0])-\(parts[1])-iot-lts"] == nil ? ["長期", "IoT長期"] : ["長期"],
        ]
        return (editions[parts.dropFirst(2).joined(separator: "-")] ?? []).map { edition in
            ["OS": "Windows " + parts[0], "リリース": parts[1].uppercased(), "エディション": edition]
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
        let kept = rows.filter { $0["状態"] != "資料なし" }
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
