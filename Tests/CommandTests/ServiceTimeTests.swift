import Foundation
import Testing

@Suite("Time and rates of the service", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceTimeTests {
    private static let head = #"Host: x\r\nAuthorization: Bearer TOKEN\r\nTransfer-Encoding: chunked\r\n"#

    /// What comes back on a connection of one's own, on which the script writes to 3, within ten seconds.
    private static func talk(_ service: RunningService, _ script: String) async throws -> String {
        let port = try #require(service.url.split(separator: ":").last)
        let whole = "exec 3<>/dev/tcp/127.0.0.1/\(port); \(script.replacingOccurrences(of: "TOKEN", with: service.admin)); timeout 10 cat <&3"
        let outcome = try await Command.run(["-c", whole], program: "/bin/bash")
        #expect(outcome.code == 0, "the connection stays open")
        return outcome.output
    }

    @Test("Half a body is answered with 408 and a problem document, and the connection is closed")
    func slowBody() async throws {
        let service = try await RunningService(SmallRules(), arguments: ["--timeout", "1"])
        let sent = #"printf 'POST /v1/decisions HTTP/1.1\r\nContent-Type: application/json\r\n\#(Self.head)\r\n1\r\n{\r\n' >&3"#
        let reply = try await Self.talk(service, sent)
        #expect(reply.hasPrefix("HTTP/1.1 408 "), "\(reply)")
        #expect(reply.lowercased().contains("content-type: application/problem+json"))
        #expect(reply.contains(#""status":408"#))
        #expect(try await service.send("GET", "/v1/records").json["records"]?.elements.isEmpty == true)
    }

    @Test("A batch whose line does not come to its end is told so in its place; what came before is answered")
    func slowLine() async throws {
        let service = try await RunningService(SmallRules(), arguments: ["--timeout", "1"])
        let line = SmallRules.open
        let length = String(line.utf8.count + 1, radix: 16)
        // One byte every half second keeps the connection busy, but never ends the line.
        let script =
            #"printf 'POST /v1/decisions:batch HTTP/1.1\r\nContent-Type: application/x-ndjson\r\n\#(Self.head)\r\n\#(length)\r\n\#(line)\n\r\n' >&3; "#
            + #"for i in 1 2 3 4; do printf '1\r\n \r\n' >&3; sleep 0.5; done"#
        let reply = try await Self.talk(service, script)
        #expect(reply.hasPrefix("HTTP/1.1 200 "), "\(reply)")
        #expect(reply.contains(#"{"line":1,"record":1,"#))
        #expect(reply.contains(#"{"line":2,"problem":"#) && reply.contains(#""status":408"#))
    }

    @Test("A batch goes on as long as each line comes in time")
    func slowBatch() async throws {
        let service = try await RunningService(SmallRules(), arguments: ["--timeout", "1"])
        let length = String(SmallRules.open.utf8.count + 1, radix: 16)
        let script =
            #"printf 'POST /v1/decisions:batch HTTP/1.1\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\n\#(Self.head)\r\n' >&3; "#
            + #"for i in 1 2 3 4; do printf '\#(length)\r\n\#(SmallRules.open)\n\r\n' >&3; sleep 0.5; done; printf '0\r\n\r\n' >&3"#
        let reply = try await Self.talk(service, script)
        #expect(reply.contains(#"{"line":4,"record":4,"#))
        #expect(!reply.contains("problem"))
    }

    @Test("A token that calls too often is told when to come again; the others are answered")
    func rate() async throws {
        let service = try await RunningService(SmallRules(), arguments: ["--rate", "30"])
        let other = try await service.token("other", "service")
        for _ in 0..<3 { #expect(try await service.send("GET", "/v1/contracts").status == 200) }
        let refused = try await service.send("GET", "/v1/contracts")
        #expect(refused.status == 429)
        #expect(refused.headers["content-type"] == "application/problem+json")
        let wait = try #require(refused.headers["retry-after"].flatMap { Int($0) })
        // Thirty a minute is one every two seconds.
        #expect((1...2).contains(wait))
        #expect(try await service.send("GET", "/v1/contracts", token: other).status == 200)
        #expect(try await service.send("GET", "/healthz", token: "").status == 200)
    }
}
