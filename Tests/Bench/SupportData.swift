import Plans
import Values
import Vocabulary

/// What reference data says of one product.
struct Support {
    enum State: Int { case ended, continues, endedUnknown, followsSystem, noData }
    let state: State
    let end: Int64?
    let checked: Int64?
}

/// The days on which versions came out.
struct Releases {
    private let days: [(day: Int64, version: Int64)]

    init(_ table: ReferenceTable) {
        days = table.rows.compactMap { row in
            guard case .value(let day) = row.keys[0], let version = row.values[0] else { return nil }
            return (day, version)
        }
    }

    /// The newest version on a day.
    func latest(_ day: Int64) -> Int64? {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? days[low - 1].version : nil
    }
}

/// The reference data of the rules in arrays made for the one function.
struct SupportData {
    private struct Row {
        let system: Int?
        let versions: ClosedRange<Int64>?
        let support: Support
    }

    private var windowsDays: [Int64?]
    private let appleRows: [Row]
    private let androidRows: [Row]
    private let safariRows: [Row]
    private let edgeRows: [Row]
    private let explorerRows: [Row]
    let chrome: Releases
    let firefox: Releases
    let until: Int64
    let version2_2 = Version("2.2")?.packed ?? 0
    let version4 = Version("4")?.packed ?? 0
    let version5 = Version("5")?.packed ?? 0
    let version6 = Version("6")?.packed ?? 0
    let version8 = Version("8")?.packed ?? 0
    let version9 = Version("9")?.packed ?? 0
    let version12 = Version("12")?.packed ?? 0
    let version79 = Version("79")?.packed ?? 0

    private static let releases = 24

    init?(_ plan: Plan) {
        func table(_ name: String) -> ReferenceTable? { plan.tables.first { $0.name == name } }
        guard let windows = table("Windowsサポート"), let apple = table("Appleサポート"), let android = table("Androidサポート"),
            let safari = table("Safariサポート"), let edge = table("Edgeサポート"), let explorer = table("IEサポート"),
            let chrome = table("Chrome公開"), let firefox = table("Firefox公開")
        else { return nil }
        windowsDays = Array(repeating: nil, count: System.allCases.count * Self.releases * Edition.allCases.count)
        for system in System.allCases {
            for release in 0..<Self.releases {
                for edition in Edition.allCases {
                    let keys = [Int64(system.rawValue), Int64(release), Int64(edition.rawValue)]
                    guard let row = windows.rows.first(where: { row in zip(row.keys, keys).allSatisfy { $0.matches($1) } }) else { continue }
                    windowsDays[Self.place(system, release, edition)] = row.values[0]
                }
            }
        }
        appleRows = Self.rows(apple, system: 0, version: 1)
        androidRows = Self.rows(android, system: nil, version: 0)
        safariRows = Self.rows(safari, system: nil, version: 0)
        explorerRows = Self.rows(explorer, system: 1, version: 0)
        // The generation of Edge is a listed value, kept like a version.
        edgeRows = Self.rows(edge, system: 1, version: 0)
        self.chrome = Releases(chrome)
        self.firefox = Releases(firefox)
        until = chrome.until ?? 0
    }

    private static func rows(_ table: ReferenceTable, system: Int?, version: Int) -> [Row] {
        table.rows.compactMap { row in
            guard let state = row.values[0].flatMap({ Support.State(rawValue: Int($0)) }) else { return nil }
            var versions: ClosedRange<Int64>?
            switch row.keys[version] {
            case .any: break
            case .value(let value): versions = value...value
            case .series(let range): versions = range
            }
            var own: Int?
            if let system, case .value(let value) = row.keys[system] { own = Int(value) }
            return Row(system: own, versions: versions, support: Support(state: state, end: row.values[1], checked: row.values[2]))
        }
    }

    private static func place(_ system: System, _ release: Int, _ edition: Edition) -> Int {
        (system.rawValue * releases + release) * Edition.allCases.count + edition.rawValue
    }

    private func find(_ rows: [Row], _ system: System?, _ version: Int64) -> Support? {
        rows.first { ($0.versions?.contains(version) ?? true) && ($0.system == nil || $0.system == system?.rawValue) }?.support
    }

    func windows(_ system: System, _ release: Int, _ edition: Edition) -> Int64? { windowsDays[Self.place(system, release, edition)] }
    func apple(_ system: System, _ version: Int64) -> Support? { find(appleRows, system, version) }
    func android(_ version: Int64) -> Support? { find(androidRows, nil, version) }
    func safari(_ version: Int64) -> Support? { find(safariRows, nil, version) }
    func edge(isOld: Bool, _ system: System) -> Support? { find(edgeRows, system, isOld ? 0 : 1) }
    func explorer(_ version: Int64, _ system: System) -> Support? { find(explorerRows, system, version) }
}
