import Dispatch
import Testing

/// The page that anyone may ask for takes nothing from those who are signed in, nor one address from another. The work is held at a gate, so that
/// what is answered meanwhile says all and no clock does.
@Suite("The page that is open to everyone")
struct OpenPageTests {
    private let gate = DispatchSemaphore(value: 0)

    private func service() async throws -> JumpingService {
        let gate = gate
        let service = try await JumpingService(callsPerMinute: 6_000, proxies: ["127.0.0.1"]) { gate.wait() }
        service.turn("2026-11-24T09:00:00+09:00")
        return service
    }

    private func look(_ service: JumpingService, _ address: String, _ method: String = "GET") async throws -> JumpingService.Reply {
        let type = method == "POST" ? ["Content-Type": "application/x-www-form-urlencoded"] : [:]
        return try await service.send(
            method, "/environment", method == "POST" ? "" : nil, type.merging(["X-Forwarded-For": address, "User-Agent": "Mozilla/5.0 (X)"]) { $1 })
    }

    @Test("Of many requests at once from one address most are to come again; a colleague's decision is answered meanwhile, and so is another address")
    func crowd() async throws {
        let service = try await service()
        let token = try service.token("crm")
        try await withThrowingTaskGroup(of: (String, JumpingService.Reply).self) { group in
            for number in 0..<30 { group.addTask { ("a", try await look(service, "192.0.2.1", number % 2 == 0 ? "GET" : "POST")) } }
            // Nothing passes the gate yet: what comes back is what was refused.
            for _ in 0..<26 {
                let (_, reply) = try #require(try await group.next())
                #expect(reply.status == 429)
                #expect(reply.headers["retry-after"].flatMap { Int($0) }.map { (1...60).contains($0) } == true)
            }
            group.addTask { ("b", try await look(service, "192.0.2.2")) }
            let headers = ["Authorization": "Bearer \(token)", "Content-Type": "application/json"]
            for _ in 0..<3 { #expect(try await service.send("POST", "/v1/decisions", #"{"as_of":"2026-11-24"}"#, headers).status == 200) }
            for _ in 0..<5 { gate.signal() }
            var served: [String] = []
            for try await (name, reply) in group {
                #expect(reply.status == 200)
                served.append(name)
            }
            #expect(served.sorted() == ["a", "a", "a", "a", "b"])
        }
    }

    @Test("One address may ask so often, and then waits; another need not")
    func rate() async throws {
        let service = try await service()
        for _ in 0..<200 { gate.signal() }
        for number in 1...60 { #expect(try await look(service, "192.0.2.1").status == 200, "\(number)") }
        #expect(try await look(service, "192.0.2.1").status == 429)
        service.pass(.seconds(1))
        #expect(try await look(service, "192.0.2.1").status == 200)
        #expect(try await look(service, "192.0.2.1").status == 429)
        #expect(try await look(service, "192.0.2.2").status == 200)
    }
}
