import Foundation

/// Cells by the names of our columns.
typealias Cells = [String: String]

/// The reference data, in our words.
struct Reference {
    /// The last day of the data.
    static let lastDay = "2026-08-22"

    /// The releases of Windows by their cycle.
    let windows: [String: Cells]
    /// The releases of Windows by their build that came after the last day.
    let builds: [String: Cells]
    /// The extended updates of each release of Windows, as far as the data knew of them on its last day.
    let extensions: [String: Cells]
    /// The extended updates that were announced since, or that the data lacks.
    let announcements: [String: Cells]
    /// The versions of iOS and iPadOS by `OS / cycle`.
    let apple: [String: Cells]
    /// The versions of Android.
    let android: [String: Cells]
    /// The versions of Internet Explorer.
    let explorer: [String: Cells]
    /// The versions of Edge that the table speaks of: the old ones, and the last one for Windows 7 to 8.1.
    let edge: [String: Cells]
    /// The old versions among them.
    let oldEdge: [String]
    /// The versions of Safari.
    let safari: [String: Cells]
    /// The days of the major versions of Chrome.
    let chrome: [String: Cells]
    /// The days of the major versions of Firefox: of the first release of each.
    let firefox: [String: Cells]
    /// The facts that the data above lacks, by product and cycle.
    let supplement: [String: [String: Cells]]

    /// Reads all files.
    init() throws {
        let releases = try Self.read("lifecycle/windows.json", [Cycle].self)
        let windows = Self.byCycle(releases) { cycle in
            var cells = ["終了日": cycle.eol.asEnd]
            cells["メインストリーム終了日"] = cycle.support?.asEnd
            return cells
        }
        let builds = Self.ends(try Self.read("lifecycle/windows_builds.json", Builds.self)).filter { cycle, _ in
            windows[cycle] == nil && windows[String(cycle.dropLast(2))] == nil
        }
        let iOS = Self.ends(try Self.read("lifecycle/ios.json", [Cycle].self), before: "iOS / ")
        apple = iOS.merging(Self.ends(try Self.read("lifecycle/ipados.json", [Cycle].self), before: "iPadOS / ")) { first, _ in first }
        android = Self.ends(try Self.read("lifecycle/android.json", [Cycle].self))
        explorer = Self.ends(try Self.read("lifecycle/internet-explorer.json", [Cycle].self))
        safari = Self.ends(try Self.read("lifecycle/safari.json", [Cycle].self))

        let cycles = try Self.read("lifecycle/edge.json", [Cycle].self)
        oldEdge = cycles.filter { $0.edgeLegacy == true }.map(\.cycle)
        edge = Self.ends(cycles.filter { $0.edgeLegacy == true || $0.cycle == "109" })

        chrome = Self.days(try Self.read("browsers/chrome_majors.json", Releases.self))
        firefox = Self.days(try Self.read("browsers/firefox_versions.json", Releases.self))

        let columns = ["eol": "終了日", "eoas": "メインストリーム終了日"]
        var supplement: [String: [String: Cells]] = [:]
        var announcements: [String: Cells] = [:]
        for fact in try Self.read("lifecycle/supplement.json", Facts.self).facts {
            if fact.field == "eoes" { announcements[fact.cycle] = ["状態": "終了日あり", "終了日": fact.value] }
            if fact.field == "esu" { announcements[fact.cycle] = ["状態": "終わりの日不明", "終了日": "なし"] }
            guard let column = columns[fact.field] else { continue }
            supplement[fact.product, default: [:]][fact.cycle, default: [:]][column] = fact.value
        }

        var extensions = Self.byCycle(releases) { $0.extendedSupport?.asExtension(after: $0.eol) ?? [:] }
        for (cycle, cells) in (supplement["windows"] ?? [:]).merging(builds, uniquingKeysWith: { first, _ in first }) {
            guard extensions[cycle] == nil, let end = cells["終了日"] else { continue }
            extensions[cycle] = Ending.flag(false).asExtension(after: .day(end))
        }

        self.windows = windows
        self.builds = builds
        self.extensions = extensions
        self.announcements = announcements
        self.supplement = supplement
    }

    private static func read<Value: Decodable>(_ path: String, _ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: Repository.reference.appendingPathComponent(path)))
    }

    private static func byCycle(_ cycles: [Cycle], before prefix: String = "", _ cells: (Cycle) -> Cells) -> [String: Cells] {
        Dictionary(cycles.map { (prefix + $0.cycle, cells($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func ends(_ cycles: [Cycle], before prefix: String = "") -> [String: Cells] {
        byCycle(cycles, before: prefix) { ["終了日": $0.eol.asEnd] }
    }

    /// The ends of Windows 10 and 11, for Home and Pro and for Enterprise and Education.
    private static func ends(_ list: Builds) -> [String: Cells] {
        var ends: [String: Cells] = [:]
        for build in list.rows where ["Windows 10", "Windows 11"].contains(build.product) {
            let cycle = "\(build.product.dropFirst("Windows ".count))-\(build.release.lowercased())"
            if let end = build.endOfServicing?.homePro { ends[cycle + "-w"] = ["終了日": end] }
            if let end = build.endOfServicing?.enterpriseEducation { ends[cycle + "-e"] = ["終了日": end] }
        }
        return ends
    }

    private static func days(_ list: Releases) -> [String: Cells] {
        let kept = list.releases.filter { ($0.channel ?? "release") == "release" }
        return Dictionary(kept.map { (String($0.major), ["公開日": $0.date]) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A release and its ends.
private struct Cycle: Decodable {
    let cycle: String
    let eol: Ending
    let support: Ending?
    let extendedSupport: Ending?
    let edgeLegacy: Bool?
}

/// A day, or whether it has come.
private enum Ending: Decodable {
    case day(String)
    case flag(Bool)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let flag = try? value.decode(Bool.self) { self = .flag(flag) } else { self = .day(try value.decode(String.self)) }
    }

    /// The words for the end of support.
    var asEnd: String {
        switch self {
        case .day(let day): day
        case .flag(let ended): ended ? "終了（日付なし）" : "継続中"
        }
    }

    /// What is known of extended updates: where none are known and the release has not ended, they may still be announced.
    func asExtension(after end: Ending) -> Cells {
        switch self {
        case .day(let day): ["状態": "終了日あり", "終了日": day]
        case .flag(true): ["状態": "終わりの日不明", "終了日": "なし"]
        case .flag(false): ["状態": end.asEnd > Reference.lastDay ? "未発表" : "なし", "終了日": "なし"]
        }
    }
}

/// A list of releases.
private struct Releases: Decodable {
    struct Release: Decodable {
        let major: Int
        let date: String
        let channel: String?
    }
    let releases: [Release]
}

/// The builds of Windows.
private struct Builds: Decodable {
    struct Build: Decodable {
        let product: String
        let release: String
        let endOfServicing: Ends?
    }
    struct Ends: Decodable {
        let homePro: String?
        let enterpriseEducation: String?
    }
    let rows: [Build]
}

/// A list of facts.
private struct Facts: Decodable {
    struct Fact: Decodable {
        let product: String
        let cycle: String
        let field: String
        let value: String
    }
    let facts: [Fact]
}
