import Foundation
import Testing

@Suite("The API's description of itself, as it is served", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceOpenAPITests {
    @Test("Whoever has a token can read it, and it goes with the rules that answer")
    func served() async throws {
        let rules = try SmallRules()
        let service = try await RunningService(rules)
        func cases() async throws -> String {
            let reply = try await service.send("GET", "/openapi.json")
            #expect(reply.status == 200 && reply.headers["content-type"] == "application/json")
            #expect(try reply.json["openapi"] == "3.1.0")
            return reply.body
        }
        #expect(try await service.send("GET", "/openapi.json", token: "").status == 401)
        #expect(try await cases().contains("障害復旧"))
        #expect(try await !cases().contains("旅行"))
        let text = try rules.folder.read("rules/main.kiyaku")
        try rules.folder.write("rules/main.kiyaku", text.replacing("  訪問 「技術者の訪問」", with: "  訪問 「技術者の訪問」 ; 旅行 「旅行」"))
        #expect(try await service.send("POST", "/v1/rules:reload").status == 200)
        #expect(try await cases().contains("旅行"))
    }

    @Test("What can be got can be asked for without its body", arguments: ["/healthz", "/openapi.json", "/v1/contracts"])
    func head(path: String) async throws {
        let service = try await RunningService(SmallRules())
        let (whole, head) = (try await service.send("GET", path), try await service.send("HEAD", path))
        #expect(head.status == whole.status && head.body.isEmpty)
        #expect(head.headers["content-type"] == whole.headers["content-type"])
        #expect(head.headers["content-length"] == "\(whole.body.utf8.count)")
    }
}
