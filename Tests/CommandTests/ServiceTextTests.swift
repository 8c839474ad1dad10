import Foundation
import Testing

@Suite("Texts and places of the service", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceTextTests {
    @Test("The facts of a text come with the words that gave them, as the command gives them")
    func extracts() async throws {
        let service = try await RunningService(SmallRules())
        let reply = try await service.send("POST", "/v1/extract", #"{"text": "ウイルスで動きません。復旧をお願いします", "as_of": "2026-11-22"}"#)
        #expect(reply.status == 200)
        let facts = try #require(try reply.json["facts"]?.elements)
        #expect(facts.map { $0["fact"]?.text } == ["障害.起因", "依頼.作業"])
        #expect(facts.map { $0["value"]?.text } == ["ウイルス感染", "障害復旧"])
        // A cause is what an answer rests on: the service hands it out to be confirmed.
        #expect(facts.map { $0["certain"] } == [.bool(false), .bool(true)])
        #expect(facts.first?["doubts"]?.elements.map(\.text) == ["basis"])
        #expect(facts.first?["span"]?.elements.map(\.number) == [0, 4])
        let printed = try await Command.run([
            "extract", "--format", "json", "--as-of", "2026-11-22", "--rules", service.rules.path, "ウイルスで動きません。復旧をお願いします",
        ])
        #expect(try JSON(printed.output) == reply.json)
        #expect(try await service.send("GET", "/v1/records").json["records"]?.elements.isEmpty == true)
    }

    @Test(
        "What is no text is refused with what is expected",
        arguments: [
            (#"{}"#, 422), (#"{"text": 1}"#, 422), (#"{"text": "x", "as_of": "きのう"}"#, 422), (#"{"text": "x", "more": "y"}"#, 422), (#"[]"#, 422),
            (#"{"text""#, 400),
        ])
    func refuses(body: String, status: Int) async throws {
        let reply = try await RunningService(SmallRules()).send("POST", "/v1/extract", body)
        #expect(reply.status == status)
        #expect(reply.headers["content-type"] == "application/problem+json")
    }

    @Test("A text that is too long is refused as a whole")
    func tooLong() async throws {
        let text = String(repeating: "復旧", count: 10_000)
        #expect(try await RunningService(SmallRules()).send("POST", "/v1/extract", #"{"text": "\#(text)"}"#).status == 413)
    }

    @Test("A wrong method is told from a wrong place, with the methods that there are")
    func methods() async throws {
        let service = try await RunningService(SmallRules())
        let cases = [
            ("GET", "/v1/decisions", 405, "POST"), ("DELETE", "/v1/records/1", 405, "GET, HEAD"), ("POST", "/healthz", 405, "GET, HEAD"),
            ("PUT", "/v1/contracts/x/clauses/1", 405, "GET, HEAD"), ("PUT", "/v1/nothing", 404, nil), ("GET", "/v1/records/1/replay/x", 404, nil),
        ]
        for (method, path, status, allowed) in cases {
            let reply = try await service.send(method, path)
            #expect(reply.status == status, "\(method) \(path)")
            #expect(reply.headers["allow"] == allowed, "\(method) \(path)")
        }
        #expect(try await service.send("GET", "/v1/decisions", token: "").status == 401)
    }
}
