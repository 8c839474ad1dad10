import Records
import Testing

/// The clock of a machine is set by hand, by the network or by an empty battery; the service goes on.
@Suite("A clock that jumps")
struct ClockTests {
    private static let form = ["Content-Type": "application/x-www-form-urlencoded"]
    /// Back a year, on two years, to the beginning of the clock, and home again.
    private static let times = [
        "2026-11-24T09:00:00+09:00", "2025-11-24T09:00:00+09:00", "2027-11-24T09:00:00+09:00", "1970-01-01T09:00:00+09:00", "2026-11-24T09:00:01+09:00",
    ]

    @Test("Answers are recorded in their order, each with what the clock said; the chain holds, and each is given again")
    func records() async throws {
        let service = try await JumpingService(callsPerMinute: 6_000)
        let token = try service.token("crm")
        for time in Self.times {
            service.turn(time)
            let readings = service.clockReadings
            let reply = try await service.send("POST", "/v1/decisions", "{}", ["Authorization": "Bearer \(token)", "Content-Type": "application/json"])
            #expect(reply.status == 200)
            #expect(service.clockReadings == readings + 1, "a request has one moment")
        }
        let entries = try service.log.entries()
        #expect(entries.map(\.number) == [1, 2, 3, 4, 5])
        #expect(entries.map { $0.text("at") } == Self.times)
        // A case that names no day is judged by that of the clock.
        #expect(entries.map { $0.text("as_of") } == Self.times.map { String($0.prefix(10)) })
        #expect(try service.log.verify().faults.isEmpty)
        var replay = Replay(service.log)
        for entry in entries { #expect(try replay.replay(entry) == .same) }
        #expect(service.lines.filter { $0.contains("/v1/decisions") }.count == Self.times.count)
        for (line, time) in zip(service.lines, Self.times) { #expect(line.contains(time)) }
    }

    @Test("Who is signed in stays so, and a code that a customer reads out still holds")
    func sessions() async throws {
        let service = try await JumpingService(callsPerMinute: 6_000)
        service.turn(Self.times[0])
        try service.addPerson("uketsuke", password: "a password of some length")
        let entered = try await service.send("POST", "/sign-in", "name=uketsuke&password=a+password+of+some+length&next=/", Self.form)
        let cookie = try #require(entered.headers["set-cookie"]?.split(separator: ";").first.map(String.init), "\(entered.status)")
        let shown = try await service.send("POST", "/environment", "fact:%E7%AB%AF%E6%9C%AB.OS=Windows+11", Self.form)
        let code = try #require(shown.body.firstMatch(of: /<p class="digits">([^<]+)<\/p>/)).1
        for time in Self.times {
            service.turn(time)
            let page = try await service.send("GET", "/environment/codes", nil, ["Cookie": cookie])
            #expect(page.status == 200, "\(time)")
            let token = try #require(page.body.firstMatch(of: /name="csrf" value="([0-9a-f]+)"/)).1
            let found = try await service.send("POST", "/environment/codes", "code=\(code)&csrf=\(token)", Self.form.merging(["Cookie": cookie]) { $1 })
            #expect(found.status == 200 && found.body.contains("Windows 11"), "\(time)")
            for path in ["/inquiry", "/applications", "/records", "/contract/support"] {
                #expect(try await service.send("GET", path, nil, ["Cookie": cookie]).status == 200, "\(path) at \(time)")
            }
        }
    }

    @Test("A limit of rate neither opens nor closes for a year")
    func rates() async throws {
        // Two a minute: the next is free after half a minute, which no test takes.
        let service = try await JumpingService(callsPerMinute: 2)
        service.turn(Self.times[0])
        let token = try service.token("crm")
        func ask() async throws -> JumpingService.Reply { try await service.send("GET", "/v1/contracts", nil, ["Authorization": "Bearer \(token)"]) }
        #expect(try await ask().status == 200)
        for time in Self.times {
            service.turn(time)
            let refused = try await ask()
            #expect(refused.status == 429, "\(time)")
            #expect(refused.headers["retry-after"].flatMap { Int($0) }.map { (1...30).contains($0) } == true, "\(time)")
        }
    }
}
