import Diagnostics

extension Environment {
    /// What a user agent and its client hints tell. What user agents no longer say truly stays open.
    package init(_ agent: UserAgent, _ text: String, _ hints: ClientHints) {
        self.init()
        system = Self.system(agent, text, hints, &doubts)
        browser = Self.browser(agent, text, hints, system, &doubts)
    }

    // MARK: System

    private static func system(_ agent: UserAgent, _ text: String, _ hints: ClientHints, _ doubts: inout [Wording]) -> Product? {
        if let hinted = hinted(hints, &doubts) { return hinted }
        guard let named = agent.system else { return nil }
        let version = named.version.isEmpty ? nil : named.version.joined(separator: ".")
        switch named.family {
        case "Windows": return windows(version, &doubts)
        case "iOS": return mobile(named, text, &doubts)
        case "Mac OS X": return macintosh(agent, version, hints, &doubts)
        case "Android":
            // Chromium since 110 and Android's WebView name this device and version whatever they run on.
            guard text.contains("Android 10; K)") else { return Product("Android", version: version) }
            doubts.append(Doubt.androidVersion)
            return Product("Android")
        case "Chrome OS": return Product("ChromeOS")
        default: return Product(named.family, version: version)
        }
    }

    private static func windows(_ version: String?, _ doubts: inout [Wording]) -> Product {
        switch version {
        case "10":
            doubts.append(Doubt.windows10Or11)
            return Product(alternatives: ["Windows 10", "Windows 11"])
        case "RT 8.1": return Product("Windows RT 8.1")
        case let version?: return Product("Windows \(version)")
        case nil: return Product("Windows")
        }
    }

    /// An iPad has called its system iPadOS since 13; since 26 the version stands still at 18.6.
    private static func mobile(_ named: UserAgent.Product, _ text: String, _ doubts: inout [Wording]) -> Product {
        let major = named.version.first.flatMap { Int($0) } ?? 0
        let name = text.contains("iPad") && major >= 13 ? "iPadOS" : "iOS"
        // Safari says its own version beside it, which is the system's.
        if major == 18, named.version.dropFirst().first.flatMap({ Int($0) }) ?? 0 >= 6, !text.contains("Version/18.") {
            doubts.append(Doubt.appleVersion)
            return Product(name)
        }
        return Product(name, version: named.version.joined(separator: "."))
    }

    /// An iPad that asks for desktop pages calls itself a Macintosh; and the version has stood still at 10.15.7 since 2020.
    private static func macintosh(_ agent: UserAgent, _ version: String?, _ hints: ClientHints, _ doubts: inout [Wording]) -> Product {
        let isFrozen = version.map { $0 == "10.15.7" || $0 == "10.15" } ?? true
        if agent.browser?.family == "Safari", hints.platform == nil, isFrozen {
            doubts.append(Doubt.macOrIPad)
            return Product(alternatives: ["macOS", "iPadOS"])
        }
        if isFrozen { doubts.append(Doubt.appleVersion) }
        return Product("macOS", version: isFrozen ? nil : version)
    }

    private static func hinted(_ hints: ClientHints, _ doubts: inout [Wording]) -> Product? {
        guard let platform = hints.platform else { return nil }
        switch platform {
        case "Windows":
            guard let told = hints.platformVersion.flatMap(WindowsBuilds.product(platformVersion:)) else {
                doubts.append(Doubt.windows10Or11)
                return Product(alternatives: ["Windows 10", "Windows 11"])
            }
            var product = Product(told.name, alternatives: told.alternatives)
            if told.releases.count == 1 { product.release = told.releases.first }
            if told.releases.count > 1 { doubts.append(Doubt.release(told.releases)) }
            return product
        case "Chrome OS", "Chromium OS": return Product("ChromeOS")
        case "macOS", "Android", "iOS", "Linux": return Product(platform, version: hints.platformVersion.flatMap(shortened))
        default: return nil
        }
    }

    // MARK: Browser

    /// Makers' names for uap-core's.
    private static let names = [
        "Chrome": "Google Chrome", "Chrome Mobile": "Google Chrome", "Chrome Mobile iOS": "Google Chrome",
        "Edge": "Microsoft Edge", "Edge Mobile": "Microsoft Edge", "IE": "Internet Explorer", "IE Mobile": "Internet Explorer",
        "Firefox Mobile": "Firefox", "Firefox iOS": "Firefox", "Mobile Safari": "Safari",
    ]

    private static func browser(
        _ agent: UserAgent, _ text: String, _ hints: ClientHints, _ system: Product?, _ doubts: inout [Wording]
    ) -> Product? {
        if let brand = hints.brands.first(where: { $0.name != "Chromium" }) ?? hints.brands.first {
            return Product(brand.name, version: shortened(brand.version))
        }
        guard let named = agent.browser else { return nil }
        let name = names[named.family] ?? named.family
        let version = named.version.isEmpty ? nil : shortened(named.version.joined(separator: "."))
        if name == "Internet Explorer", version == "11", text.contains("Windows NT 10.0") {
            doubts.append(Doubt.explorerMode)
            return Product(version: version, alternatives: ["Internet Explorer", "Microsoft Edge"])
        }
        return Product(name, version: version)
    }

    /// Without the zeros at the end: `121.0.0.0` says no more than `121`.
    private static func shortened(_ version: String) -> String? {
        var parts = version.split(separator: ".")
        while parts.count > 1, parts.last == "0" { parts.removeLast() }
        return parts.isEmpty ? nil : parts.joined(separator: ".")
    }
}

/// What cannot be told.
enum Doubt {
    static let windows10Or11 = Wording(
        "Windows 10 か 11 かは、この情報では区別できません。端末で winver を実行して確かめてください",
        "this cannot tell Windows 10 from Windows 11; run winver on the device")
    static let androidVersion = Wording("Android のバージョンは、この情報では分かりません", "this does not tell the version of Android")
    static let appleVersion = Wording("OS のバージョンは、この情報では分かりません（表示が固定されています）", "this does not tell the version of the system: it stands still")
    static let macOrIPad = Wording(
        "Mac か、パソコン用の表示をしている iPad かは、この情報では区別できません", "this cannot tell a Mac from an iPad that asks for desktop pages")
    static let explorerMode = Wording(
        "Internet Explorer 11 か、Edge の IE モードかは、この情報では区別できません", "this cannot tell Internet Explorer 11 from the IE mode of Edge")
    static let clientOrServer = Wording(
        "このビルド番号は、パソコン用とサーバー用の Windows に共通です。OS の名前を確かめてください",
        "client and server Windows share this build number; look for the name of the system")

    static func release(_ releases: [String]) -> Wording {
        Wording("Windows 10 のバージョンは \(releases.joined(separator: "・")) のどれかです", "the version of Windows 10 is one of \(releases.joined(separator: ", "))")
    }

    static func unknownBuild(_ build: Int) -> Wording {
        Wording("ビルド番号 \(build) は資料にありません", "build \(build) is not in the table")
    }
}
