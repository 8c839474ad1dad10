import Foundation

/// Cells by the names of our columns.
typealias Cells = [String: String]

/// The reference data, in our words.
struct Reference {
    /// The releases of Windows by their cycle.
    let windows: [String: Cells]
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
        windows = Self.byCycle(try Self.read("lifecycle/windows.json", [Cycle].self)) { cycle in
            var cells = ["終了日": cycle.eol.asEnd]
            cells["メインストリーム終了日"] = cycle.support?.asEnd
            cells["ESU終了日"] = cycle.extendedSupport?.asExtension
            return cells
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

        let columns = ["eol": "終了日", "eoas": "メインストリーム終了日", "eoes": "ESU終了日"]
        var supplement: [String: [String: Cells]] = [:]
        for fact in try Self.read("lifecycle/supplement.json", Facts.self).facts {
            guard let column = columns[fact.field] else { continue }
            supplement[fact.product, default: [:]][fact.cycle, default: [:]][column] = fact.value
        }
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

    /// The words for the end of an extension that not every release has.
    var asExtension: String {
        switch self {
        case .day(let day): day
        case .flag(let offered): offered ? "あり（日付なし）" : "なし"
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
