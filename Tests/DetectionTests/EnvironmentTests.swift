import Detection
import Diagnostics
import Foundation
import Testing

/// uap-core's own rules, where Debian's package is installed.
private let rules = FileManager.default.contents(atPath: "/usr/share/uap-core/regexes.yaml")

@Suite("Environments", .enabled(if: rules != nil, "uap-core is not installed"))
struct EnvironmentTests {
    static func detect(_ text: String, _ hints: [(name: String, value: String)] = []) throws -> Environment {
        var detector = EnvironmentDetector(try rules.map { try UserAgentRules([UInt8]($0)) })
        let finding = detector.detect(text, hints: ClientHints(headers: hints))
        return try #require(finding).environment
    }

    static let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36"

    @Test("A user agent alone cannot tell Windows 10 from 11") func windows() throws {
        let environment = try Self.detect(Self.chrome)
        #expect(environment.system?.name == nil)
        #expect(environment.system?.alternatives == ["Windows 10", "Windows 11"])
        #expect(environment.browser?.name == "Google Chrome")
        #expect(environment.browser?.version == "121")
        #expect(environment.doubts.count == 1)
    }

    /// Microsoft, "Detect Windows 11 using User-Agent Client Hints".
    @Test(
        "Client hints can",
        arguments: [
            ("\"15.0.0\"", "Windows 11", nil, 0), ("\"13.0.0\"", "Windows 11", nil, 0), ("\"10.0.0\"", "Windows 10", nil, 1),
            ("\"7.0.0\"", "Windows 10", "1809", 0), ("\"8.0.0\"", "Windows 10", nil, 1),
        ])
    func hints(version: String, name: String, release: String?, doubts: Int) throws {
        let environment = try Self.detect(Self.chrome, [("Sec-CH-UA-Platform", "\"Windows\""), ("sec-ch-ua-platform-version", version)])
        #expect(environment.system?.name == name)
        #expect(environment.system?.release == release)
        #expect(environment.doubts.count == doubts)
    }

    @Test("Version 0 of the hints is one of three systems") func oldHints() throws {
        let environment = try Self.detect(Self.chrome, [("Sec-CH-UA-Platform", "\"Windows\""), ("Sec-CH-UA-Platform-Version", "\"0.3.0\"")])
        #expect(environment.system?.alternatives == ["Windows 7", "Windows 8", "Windows 8.1"])
    }

    @Test("The brand of the hints is the browser, without the one that is made up") func brands() throws {
        let list = "\"Not A(Brand\";v=\"99.0.0.0\", \"Microsoft Edge\";v=\"121.0.2277.83\", \"Chromium\";v=\"121.0.6167.85\""
        let environment = try Self.detect(Self.chrome, [("Sec-CH-UA-Full-Version-List", list)])
        #expect(environment.browser?.name == "Microsoft Edge")
        #expect(environment.browser?.version == "121.0.2277.83")
    }

    @Test(
        "Products have their makers' names",
        arguments: [
            ("Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko", "Windows 7", "Internet Explorer", "11"),
            ("Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; Trident/7.0)", "Windows 7", "Internet Explorer", "11"),
            ("Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0)", "Windows XP", "Internet Explorer", "8"),
            ("Mozilla/5.0 (Windows NT 6.3; ARM; Trident/7.0; Touch; rv:11.0) like Gecko", "Windows RT 8.1", "Internet Explorer", "11"),
            ("Mozilla/5.0 (Windows NT 6.2; ARM; Trident/6.0)", "Windows RT", nil, nil),
            ("Mozilla/5.0 (Windows NT 6.3; rv:115.0) Gecko/20100101 Firefox/115.0", "Windows 8.1", "Firefox", "115"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.3 Mobile/15E148 Safari/604.1",
                "iOS", "Safari", "17.3"
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 15_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/112.0.5615.46 Mobile/15E148 Safari/604.1",
                "iPadOS", "Google Chrome", "112.0.5615.46"
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; SC-51B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.5414.117 Mobile Safari/537.36", "Android",
                "Google Chrome", "109.0.5414.117"
            ),
        ])
    func names(text: String, system: String, browser: String?, version: String?) throws {
        let environment = try Self.detect(text)
        #expect(environment.system?.name == system)
        if let browser { #expect(environment.browser?.name == browser) }
        if let version { #expect(environment.browser?.version == version) }
    }

    @Test("What user agents no longer say stays open") func frozen() throws {
        let mac = try Self.detect("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15")
        #expect(mac.system?.alternatives == ["macOS", "iPadOS", "iOS"])
        let android = try Self.detect("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Mobile Safari/537.36")
        #expect(android.system?.name == "Android" && android.system?.version == nil && android.doubts.count == 1)
        let explorer = try Self.detect("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko")
        #expect(explorer.browser?.alternatives == ["Internet Explorer", "Microsoft Edge"])
        let phone = try Self.detect(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1")
        #expect(phone.system?.name == "iOS" && phone.system?.version == nil)
    }

    /// Apple sends the Macintosh string from iPad and iPhone once desktop pages are asked for; other browsers there run on the same engine.
    @Test(
        "A Macintosh that may be an iPad or iPhone stays open",
        arguments: [
            ("10_15_7", "FxiOS/128.0 Safari/605.1.15", "Firefox", "128"), ("10.15", "FxiOS/98.0 Safari/605.1.15", "Firefox", "98"),
            ("10_15_7", "CriOS/126.0.6478.35 Version/11.1.1 Safari/605.1.15", "Google Chrome", "126.0.6478.35"),
            ("10_15_5", "CriOS/85 Version/11.1.1 Safari/605.1.15", "Google Chrome", "85"),
            ("10_15_7", "Version/17.0 EdgiOS/120.0.2210.126 Safari/605.1.15", "Microsoft Edge", "120.0.2210.126"),
            ("10_15_7", "", nil, nil), ("10_15_7", "Mobile/15E148", nil, nil), ("10_15", "OPT/3.3.3 Safari/605.1.15", nil, nil),
            ("10_15_7", "GSA/277.0 Safari/605.1.15", nil, nil), ("10_15_7", "Version/17.4 Safari/605.1.15 DuckDuckGo/7", nil, nil),
            ("10_15_6", "Version/13.1.2 Safari/605.1.15", "Safari", "13.1.2"),
        ])
    func macintosh(version: String, rest: String, browser: String?, number: String?) throws {
        let environment = try Self.detect("Mozilla/5.0 (Macintosh; Intel Mac OS X \(version)) AppleWebKit/605.1.15 (KHTML, like Gecko) \(rest)")
        #expect(environment.system?.name == nil)
        #expect(environment.system?.alternatives == (rest.contains("iOS/") ? ["iPadOS", "iOS"] : ["macOS", "iPadOS", "iOS"]))
        #expect(environment.browser?.name == browser)
        #expect(environment.browser?.version == number)
        #expect(!environment.doubts.isEmpty)
    }

    @Test(
        "What no iPad sends is a Mac",
        arguments: [
            "10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36", "10.15; rv:128.0) Gecko/20100101 Firefox/128.0",
            "10_14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Safari/605.1.15",
        ])
    func mac(rest: String) throws {
        #expect(try Self.detect("Mozilla/5.0 (Macintosh; Intel Mac OS X \(rest)").system?.name == "macOS")
    }

    @Test(
        "An Xbox is no PC, whatever Windows it names",
        arguments: [
            "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0; Xbox; Xbox One)",
            "Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0; Xbox)",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.19041",
        ])
    func console(text: String) throws {
        let system = try Self.detect(text, [("Sec-CH-UA-Platform", "\"Windows\""), ("Sec-CH-UA-Platform-Version", "\"10.0.0\"")]).system
        #expect(system?.name == "Xbox")
        #expect(system?.alternatives == [])
    }

    @Test("Linux may be Android that asks for desktop pages, unless it names who made it")
    func linux() throws {
        let text = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
        #expect(try Self.detect(text).system?.alternatives == ["Linux", "Android"])
        #expect(try Self.detect(text, [("Sec-CH-UA-Platform", "\"Linux\"")]).system?.alternatives == ["Linux", "Android"])
        #expect(try Self.detect("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0").system?.name == "Ubuntu")
    }

    @Test(
        "A page inside an app tells no browser",
        arguments: [
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
            "Mozilla/5.0 (Linux; Android 13; SC-51B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.230 Mobile Safari/537.36",
        ])
    func embedded(text: String) throws {
        let environment = try Self.detect(text)
        #expect(environment.browser == nil)
        #expect(environment.doubts.contains { $0.english.contains("inside an app") })
    }

    @Test("Windows builds are those of the reference data, where it is there") func builds() throws {
        let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data/lifecycle/windows_builds.json")
        guard let bytes = try? Data(contentsOf: data) else {
            print("not compared: ../shared is not there")
            return
        }
        let rows = try #require((try JSONSerialization.jsonObject(with: bytes) as? [String: Any])?["rows"] as? [[String: Any]])
        #expect(rows.count > 20)
        for row in rows {
            let build = try #require(row["build"] as? Int)
            let product = try #require(row["product"] as? String)
            let system = try #require(Environment(systemText: String(build))?.system, "\(build)")
            let server = row["server"] as? String
            #expect(([system.name].compactMap(\.self) + system.alternatives).contains(product), "\(build)")
            if let server { #expect(system.alternatives.contains(where: server.hasPrefix), "\(build)") }
        }
    }
}
