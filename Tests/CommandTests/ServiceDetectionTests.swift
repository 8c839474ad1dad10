import Foundation
import Testing

@Suite("Devices, by the service", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceDetectionTests {
    private static let agent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36"
    private static let hasRules = FileManager.default.fileExists(atPath: "/usr/share/uap-core/regexes.yaml")

    private static func body(_ text: String, _ more: String = "") -> String { #"{"text": "\#(text)"\#(more)}"# }

    @Test("A device is told as the command tells it", .enabled(if: hasRules, "uap-core is not installed"))
    func sameAsCommand() async throws {
        let service = try await RunningService(SmallRules())
        let hints = [
            "Sec-CH-UA-Platform: \"Windows\"", "Sec-CH-UA-Platform-Version: \"15.0.0\"",
        ]
        let fields = #", "headers": {"Sec-CH-UA-Platform": "\"Windows\"", "sec-ch-ua-platform-version": "\"15.0.0\"", "Cookie": "x"}"#
        for (more, arguments) in [("", []), (fields, hints.flatMap { ["--hint", $0] })] {
            let reply = try await service.send("POST", "/v1/detect", Self.body(Self.agent, more))
            let printed = try await Command.run(["detect", "--format", "json", "--rules", service.rules.path, Self.agent] + arguments)
            #expect(reply.status == 200)
            #expect(try reply.json == printed.json)
        }
        // Windows 11 has platform versions from 13 (Microsoft, "Detect Windows 11 using User-Agent Client Hints").
        let told = try await service.send("POST", "/v1/detect", Self.body(Self.agent, fields)).json
        #expect(told["os"]?["version"] == "11" || told["os"]?["product"] == "Windows 11", "\(told)")
        let untold = try await service.send("POST", "/v1/detect", Self.body(Self.agent)).json
        #expect(untold["os"]?["alternatives"]?.elements.isEmpty == false && untold["uncertain_en"]?.elements.isEmpty == false)
    }

    @Test("Without uap-core a user agent is refused with advice, and what Windows says of itself is read all the same")
    func withoutRules() async throws {
        let service = try await RunningService(SmallRules(), environment: ["KIYAKU_UAP": "/nowhere/regexes.yaml"])
        let refused = try await service.send("POST", "/v1/detect", Self.body(Self.agent))
        #expect(refused.status == 503)
        #expect(refused.headers["content-type"] == "application/problem+json")
        #expect(try refused.json["title"]?.text?.contains("uap-core") == true)
        let read = try await service.send("POST", "/v1/detect", Self.body("Microsoft Windows [Version 10.0.22631.3007]"))
        #expect(read.status == 200)
        #expect(try read.json["input"] == "system")
    }

    @Test("The rules are read again where they were not there the first time", .enabled(if: hasRules, "uap-core is not installed"))
    func later() async throws {
        let rules = try SmallRules()
        let path = rules.folder.place("regexes.yaml")
        let service = try await RunningService(rules, environment: ["KIYAKU_UAP": path])
        #expect(try await service.send("POST", "/v1/detect", Self.body(Self.agent)).status == 503)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/usr/share/uap-core/regexes.yaml")
        #expect(try await service.send("POST", "/v1/detect", Self.body(Self.agent)).status == 200)
        try FileManager.default.removeItem(atPath: path)
        #expect(try await service.send("POST", "/v1/detect", Self.body(Self.agent)).status == 200, "they are kept")
    }

    @Test(
        "What is no text is refused with what is expected",
        arguments: [
            ("{}", 422), ("[]", 422), (#"{"text": 1}"#, 422), (#"{"text": "x", "headers": []}"#, 422), (#"{"text": "x", "headers": {"a": 1}}"#, 422),
            (#"{"text": "x", "more": "y"}"#, 422), (#"{"text""#, 400), (#"{"text": "\#(String(repeating: "x", count: 40_000))"}"#, 413),
        ])
    func refuses(body: String, status: Int) async throws {
        let reply = try await RunningService(SmallRules()).send("POST", "/v1/detect", body)
        #expect(reply.status == status)
        #expect(reply.headers["content-type"] == "application/problem+json")
    }
}
