import Foundation
import Testing

@Suite("The service", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceTests {
    private static func service() async throws -> RunningService { try await RunningService(SmallRules()) }

    @Test("A decision is the one that the command line gives, with its number on record")
    func decision() async throws {
        let service = try await Self.service()
        let reply = try await service.send("POST", "/v1/decisions", SmallRules.settled)
        #expect(reply.status == 200)
        #expect(reply.headers["location"] == "/v1/records/1")
        let commanded = try await service.rules.decide(SmallRules.settled, "--format", "json").json
        let members = try reply.json
        #expect(members["record"]?.number == 1)
        #expect(members.keys == commanded.keys.union(["record"]))
        for key in commanded.keys { #expect(members[key] == commanded[key]) }
        let all = try await service.send("POST", "/v1/decisions?decision=all", SmallRules.settled).json
        #expect(all["decisions"]?.elements.count == 2)
    }

    @Test("Where no day is named the day in Japan is judged by, and the answer says which")
    func today() async throws {
        let service = try await Self.service()
        let reply = try await service.send("POST", "/v1/decisions", #"{"依頼":{"作業":"訪問"}}"#).json
        #expect(reply["as_of"]?.text?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
    }

    @Test("What was recorded is listed, shown, verified and given again")
    func record() async throws {
        let service = try await Self.service()
        for facts in [SmallRules.settled, SmallRules.open] { _ = try await service.send("POST", "/v1/decisions", facts) }
        #expect(try await service.send("GET", "/v1/records").json["records"]?.elements.count == 2)
        #expect(try await service.send("GET", "/v1/records?from=2&limit=1").json["records"]?.elements.first?["number"]?.number == 2)
        let shown = try await service.send("GET", "/v1/records/1").json
        #expect(shown["record"]?["by"] == "admin")
        #expect(shown["facts"]?["依頼"]?["作業"] == "障害復旧")
        #expect(try await service.send("POST", "/v1/records/1/replay").json["outcome"] == "same")
        #expect(try await service.send("GET", "/v1/records/9").status == 404)
        #expect(try await Command.run(["log", "verify", "--data", service.data]).code == 0)
        #expect(try await Command.run(["replay", "--all", "--data", service.data]).code == 0)
    }

    @Test("Faults of the facts are a problem document with the codes, and nothing is recorded")
    func faults() async throws {
        let service = try await Self.service()
        let reply = try await service.send("POST", "/v1/decisions", #"{"as_of":"2026-11-22","依頼":{"受付曰":"2026-11-20"}}"#)
        #expect(reply.status == 422)
        #expect(reply.headers["content-type"] == "application/problem+json")
        let problem = try reply.json
        #expect(problem["code"] == "K5002")
        #expect(problem["status"]?.number == 422)
        #expect(problem["errors"]?.elements.first?["suggestion"] == "受付日")
        #expect(problem["instance"]?.text == "urn:kiyaku:request:" + (reply.headers["x-request-id"] ?? "?"))
        #expect(try await service.send("GET", "/v1/records").json["records"]?.elements.isEmpty == true)
    }

    @Test(
        "Bad requests are refused with a problem document",
        arguments: [
            ("POST", "/v1/decisions", #"{"as_of":"#, 400), ("POST", "/v1/decisions", "", 400), ("POST", "/v1/decisions", "[]", 422),
            ("POST", "/v1/decisions", String(repeating: "[", count: 5000), 400), ("POST", "/v1/decisions?decision=x", "{}", 400),
            ("POST", "/v1/decisions?day=x", "{}", 400), ("POST", "/v1/decisions?decision=all&decision=all", "{}", 400),
            ("GET", "/v1/records/0", nil, 400), ("GET", "/v1/records/x", nil, 400), ("GET", "/v1/records/99999999999999999999", nil, 400),
            ("GET", "/v1/records/1?personal=x", nil, 400), ("GET", "/v1/nothing", nil, 404), ("GET", "/v1/contracts/x/facts", nil, 404),
            ("GET", "/v1/contracts/%E8%A6%8B%E6%9C%AC/clauses/%00", nil, 404), ("POST", "/v1/decisions", #"{"\u0000":1}"#, 422),
        ] as [(String, String, String?, Int)])
    func bad(method: String, path: String, body: String?, status: Int) async throws {
        let service = try await Self.service()
        let reply = try await service.send(method, path, body)
        #expect(reply.status == status, "\(reply.body)")
        #expect(reply.headers["content-type"] == "application/problem+json")
        #expect(try reply.json["title"]?.text?.isEmpty == false)
    }

    @Test("A body that is too large, or no JSON, is refused")
    func oversized() async throws {
        let service = try await Self.service()
        let large = #"{"as_of":"2026-11-22","x":""# + String(repeating: "あ", count: 400_000) + "\"}"
        #expect(try await service.send("POST", "/v1/decisions", large).status == 413)
        #expect(try await service.send("POST", "/v1/decisions", "{}", headers: ["Content-Type": "text/plain"]).status == 415)
        #expect(try await service.send("POST", "/v1/decisions", SmallRules.settled).status == 200)
    }

    @Test("A batch answers each line in order; a bad line is told, and the rest goes on")
    func batch() async throws {
        let service = try await Self.service()
        let lines = [SmallRules.settled, "{", "", SmallRules.open, #"{"as_of":"2026-11-22","なぞ":1}"#, SmallRules.settled]
        let reply = try await service.send(
            "POST", "/v1/decisions:batch", lines.joined(separator: "\n"), headers: ["Content-Type": "application/x-ndjson"])
        #expect(reply.status == 200)
        let answers = try reply.body.split(separator: "\n").map { try JSON(String($0)) }
        #expect(answers.compactMap { $0["line"]?.number } == [1, 2, 4, 5, 6])
        #expect(answers.map { $0["record"]?.number } == [1, nil, 2, nil, 3])
        #expect(answers.map { $0["problem"]?["code"]?.text } == [nil, "K5001", nil, "K5002", nil])
        let outcomes = answers.map { $0["answer"]?["decisions"]?.elements.first?["status"]?.text }
        #expect(outcomes == ["determined", nil, "undetermined", nil, "determined"])
        #expect(try await Command.run(["log", "verify", "--data", service.data]).code == 0)
    }

    @Test("The contract can be read: vocabulary, schema, clauses, interpretations")
    func contract() async throws {
        let service = try await Self.service()
        let name = "/v1/contracts/%E8%A6%8B%E6%9C%AC"
        #expect(try await service.send("GET", "/v1/contracts").json["contracts"]?.elements.first?["contract"] == "見本")
        #expect(try await service.send("GET", name + "/facts").json == service.rules.run("facts", "--format", "json").json)
        #expect(try await service.send("GET", name + "/schema").json == service.rules.run("facts", "--schema").json)
        #expect(try await service.send("GET", name + "/interpretations").json == service.rules.run("interpretations", "--format", "json").json)
        #expect(try await service.send("GET", name + "/clauses/40.1.3").json["cite"] == "第40条第1項第3号")
        #expect(try await service.send("GET", name + "/clauses/99").status == 404)
    }

    @Test("The log has a line for each request, and nothing of its facts")
    func log() async throws {
        let service = try await Self.service()
        _ = try await service.send("POST", "/v1/decisions", SmallRules.settled)
        _ = try await service.send("GET", "/v1/records/1?personal=true")
        _ = try await service.send("GET", "/v1/%E7%A7%98%E5%AF%86")
        let lines = try service.log.split(separator: "\n").map { try JSON(String($0)) }
        #expect(lines.map { $0["route"]?.text } == ["/v1/decisions", "/v1/records/{number}", "NotFound"])
        #expect(lines.map { $0["status"]?.number } == [200, 200, 404])
        #expect(lines.allSatisfy { $0["caller"] == "admin" })
        #expect(!service.log.contains("障害復旧"))
        let metrics = try await service.send("GET", "/metrics").body
        #expect(metrics.contains(#"kiyaku_requests_total{method="POST",route="/v1/decisions",status="200"} 1"#))
        #expect(metrics.contains(#"kiyaku_decisions_total{decision="対象可否",status="determined",outcome="対象"} 1"#))
    }
}
