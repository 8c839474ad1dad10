import Foundation
import Testing

@Suite("The life of the service", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceLifeTests {
    private static let other = ("規則 提供 {", "規則 供給 {")

    private static func digest(_ service: RunningService) async throws -> String? {
        try await service.send("GET", "/v1/contracts").json["contracts"]?.elements.first?["rules_digest"]?.text
    }

    @Test("Rules are read anew by a request or by SIGHUP; rules with errors are refused, and those of before stay")
    func reload() async throws {
        let rules = try SmallRules()
        let service = try await RunningService(rules)
        let text = try rules.folder.read("rules/main.kiyaku")
        let first = try await Self.digest(service)
        try rules.folder.write("rules/main.kiyaku", text + "規則 誤り {")
        let refused = try await service.send("POST", "/v1/rules:reload")
        #expect(refused.status == 422)
        #expect(try refused.json["detail"]?.text?.contains("K1") == true)
        #expect(try await Self.digest(service) == first)
        try rules.folder.write("rules/main.kiyaku", text.replacingOccurrences(of: Self.other.0, with: Self.other.1))
        let second = try await service.send("POST", "/v1/rules:reload").json["rules_digest"]?.text
        #expect(second != first)
        #expect(try await Self.digest(service) == second)
        try rules.folder.write("rules/main.kiyaku", text)
        service.signal(SIGHUP)
        for _ in 0..<100 where try await Self.digest(service) != first { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try await Self.digest(service) == first)
        _ = try await service.send("POST", "/v1/decisions", SmallRules.settled)
        #expect(try await Command.run(["replay", "--all", "--data", service.data]).code == 0)
    }

    @Test("It ends when it is told to, with requests under way answered", arguments: [SIGTERM, SIGINT])
    func ends(signal: Int32) async throws {
        let service = try await RunningService(SmallRules())
        let lines = Array(repeating: SmallRules.open, count: 300).joined(separator: "\n")
        async let reply = service.send("POST", "/v1/decisions:batch", lines, headers: ["Content-Type": "application/x-ndjson"])
        // Under way is what has been answered in part.
        for _ in 0..<500 where try await !service.send("GET", "/metrics").body.contains("kiyaku_decisions_total{") {
            try await Task.sleep(for: .milliseconds(10))
        }
        service.signal(signal)
        #expect(try await reply.body.split(separator: "\n").count == 300)
        #expect(try await service.end() == 0)
        let verified = try await Command.run(["log", "verify", "--data", service.data, "--format", "json"])
        #expect(verified.code == 0)
        #expect(try verified.json["records"]?.number == 300)
    }

    @Test(
        "A client that is too slow is cut off, and the others are answered",
        arguments: [
            #"POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n"#
                + #"Authorization: Bearer TOKEN\r\n\r\n{"#,
            "GET /healthz HT",
        ])
    func slow(request: String) async throws {
        let service = try await RunningService(SmallRules(), arguments: ["--timeout", "1"])
        let port = try #require(service.url.split(separator: ":").last)
        let sent = request.replacingOccurrences(of: "TOKEN", with: service.admin)
        let script = "exec 3<>/dev/tcp/127.0.0.1/\(port); printf '\(sent)' >&3; timeout 10 cat <&3"
        async let slow = Command.run(["-c", script], program: "/bin/bash")
        #expect(try await service.send("POST", "/v1/decisions", SmallRules.settled).status == 200)
        #expect(try await slow.code == 0, "the connection stays open")
    }

    @Test("It does not start with rules that have errors, nor with a record that was touched")
    func refuses() async throws {
        let rules = try SmallRules()
        let text = try rules.folder.read("rules/main.kiyaku")
        try rules.folder.write("rules/main.kiyaku", text + "規則 誤り {")
        #expect(try await rules.run("serve", "--port", "0", "--data", rules.folder.place("data")).code == 3)
        try rules.folder.write("rules/main.kiyaku", text)
        _ = try await rules.decide(SmallRules.settled, "--data", rules.folder.place("data"))
        try FileManager.default.removeItem(atPath: rules.folder.place("data/record.key"))
        let outcome = try await rules.run("serve", "--port", "0", "--data", rules.folder.place("data"))
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("K8007"))
    }

    @Test("Killed in the middle of writing, it loses no answer that it gave, and the record is whole")
    func killed() async throws {
        let rules = try SmallRules()
        let kills = ProcessInfo.processInfo.environment["KIYAKU_KILLS"].flatMap { Int($0) } ?? 5
        var given: Set<Int> = []
        var admin = ""
        for round in 0..<kills {
            let service = try await RunningService(rules)
            if round == 0 { admin = service.admin }
            let token = admin
            let numbers = await withTaskGroup(of: [Int].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        var own: [Int] = []
                        while let reply = try? await service.send("POST", "/v1/decisions", SmallRules.settled, token: token), reply.status == 200 {
                            own += (try? reply.json["record"]?.number).flatMap { $0 }.map { [$0] } ?? []
                        }
                        return own
                    }
                }
                try? await Task.sleep(for: .milliseconds(50 + 37 * (round % 7)))
                service.signal(SIGKILL)
                return await group.reduce(into: []) { $0 += $1 }
            }
            #expect(given.isDisjoint(with: numbers))
            given.formUnion(numbers)
        }
        let verified = try await Command.run(["log", "verify", "--data", rules.folder.place("data"), "--format", "json"])
        #expect(verified.code == 0)
        let count = try #require(try verified.json["records"]?.number)
        #expect(!given.isEmpty && given.allSatisfy { (1...count).contains($0) })
        // At most the four requests of each round were recorded without their answer having come back.
        #expect(count - given.count <= 4 * kills)
    }
}
