import Diagnostics

extension Environment {
    /// What a user agent and its client hints tell. What user agents no longer say truly stays open.
    package init(_ agent: UserAgent, _ text: String, _ hints: ClientHints) {
        self.init()
        let tokens = ProductTokens(text)
        system = Self.system(agent, text, tokens, hints, &doubts)
        browser = Self.browser(agent, text, tokens, hints, &doubts)
    }

    // MARK: System

    private static func system(
        _ agent: UserAgent, _ text: String, _ tokens: ProductTokens, _ hints: ClientHints, _ doubts: inout [Wording]
    ) -> Product? {
        // A console with a Windows of its own, in the comment of every browser that runs on it.
        if text.contains("; Xbox") { return Product("Xbox") }
        if let hinted = hinted(hints, &doubts) { return hinted }
        guard let named = agent.system else { return nil }
        let version = named.version.isEmpty ? nil : named.version.joined(separator: ".")
        switch named.family {
        case "Windows": return windows(version, &doubts)
        case "iOS": return mobile(named, text, &doubts)
        case "Mac OS X": return macintosh(tokens, version, hints, &doubts)
        case "Linux": return linux(&doubts)
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

    /// An iPad or iPhone that asks for desktop pages calls itself a Macintosh with some 10.15; a Mac's version has stood still at 10.15.7 since 2020.
    ///
    /// On those devices every browser runs on WebKit and sends no client hints.
    private static func macintosh(_ tokens: ProductTokens, _ version: String?, _ hints: ClientHints, _ doubts: inout [Wording]) -> Product {
        if tokens.isMobileApple {
            doubts.append(Doubt.iPadOrIPhone)
            return Product(alternatives: ["iPadOS", "iOS"])
        }
        let isFrozen = version.map { $0 == "10.15.7" || $0 == "10.15" } ?? true
        if tokens.isWebKit, hints.platform == nil, version?.hasPrefix("10.15") ?? true {
            doubts.append(Doubt.macOrIPad)
            return Product(alternatives: ["macOS", "iPadOS", "iOS"])
        }
        if isFrozen { doubts.append(Doubt.appleVersion) }
        return Product("macOS", version: isFrozen ? nil : version)
    }

    /// Browsers on Android that ask for desktop pages call their system Linux, in the client hints too.
    private static func linux(_ doubts: inout [Wording]) -> Product {
        doubts.append(Doubt.linuxOrAndroid)
        return Product(alternatives: ["Linux", "Android"])
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
        case "Linux": return linux(&doubts)
        case "macOS", "Android", "iOS": return Product(platform, version: hints.platformVersion.flatMap(shortened))
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

    /// What apps show pages in: the name of a browser in it is not the browser's own.
    private static let embedded: Set<String> = ["Chrome Mobile WebView", "Mobile Safari UI/WKWebView", "Apple Mail"]

    private static func browser(
        _ agent: UserAgent, _ text: String, _ tokens: ProductTokens, _ hints: ClientHints, _ doubts: inout [Wording]
    ) -> Product? {
        if let brand = hints.brands.first(where: { $0.name != "Chromium" }) ?? hints.brands.first {
            return Product(brand.name, version: shortened(brand.version))
        }
        if let named = tokens.mobileAppleBrowser { return Product(named.name, version: shortened(named.version)) }
        guard let named = agent.browser else { return nil }
        let name = names[named.family] ?? named.family
        // uap-core takes for Safari what names no other browser that it knows.
        guard !embedded.contains(named.family), name != "Safari" || tokens.isPlainSafari else {
            doubts.append(Doubt.embedded)
            return nil
        }
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
        "Mac か、パソコン用の表示をしている iPad か iPhone かは、この情報では区別できません",
        "this cannot tell a Mac from an iPad or iPhone that asks for desktop pages")
    static let iPadOrIPhone = Wording(
        "パソコン用の表示をしている iPad か iPhone です。どちらかは、この情報では区別できません",
        "this is an iPad or iPhone that asks for desktop pages; it cannot tell which")
    static let linuxOrAndroid = Wording(
        "Linux か、パソコン用の表示をしている Android かは、この情報では区別できません",
        "this cannot tell Linux from an Android device that asks for desktop pages")
    static let embedded = Wording(
        "アプリの中の表示か、名前の分からないブラウザです。何で開いているかを確かめてください", "this is a page inside an app, or a browser that is not named; ask what shows it")
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
