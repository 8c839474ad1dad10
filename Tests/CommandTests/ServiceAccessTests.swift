import Foundation
import Testing

@Suite("Access to the service", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceAccessTests {
    private static let all = [
        ("POST", "/v1/decisions"), ("POST", "/v1/decisions:batch"), ("GET", "/v1/contracts"), ("GET", "/v1/records"), ("GET", "/v1/records/1"),
        ("POST", "/v1/records/1/replay"), ("POST", "/v1/rules:reload"), ("GET", "/metrics"),
    ]

    @Test("Without a token there is nothing but the health checks")
    func nothing() async throws {
        let service = try await RunningService(SmallRules())
        for (method, path) in Self.all {
            for token in ["", "kyk_0000", "x y"] {
                let reply = try await service.send(method, path, method == "POST" ? "{}" : nil, token: token)
                #expect(reply.status == 401, "\(path)")
                #expect(reply.headers["www-authenticate"] == "Bearer")
            }
        }
        #expect(try await service.send("GET", "/healthz", token: "").json["status"] == "ok")
        #expect(try await service.send("GET", "/readyz", token: "").json["status"] == "ready")
    }

    @Test(
        "A role opens what it is for",
        arguments: [
            ("staff", [200, 200, 200, 200, 403, 403]), ("author", [200, 200, 403, 403, 200, 403]), ("auditor", [403, 200, 200, 200, 403, 200]),
            ("service", [200, 200, 403, 403, 403, 200]),
        ])
    func roles(role: String, statuses: [Int]) async throws {
        let service = try await RunningService(SmallRules())
        _ = try await service.send("POST", "/v1/decisions", SmallRules.settled)
        let token = try await service.token(role + "-1", role)
        let requests = [
            ("POST", "/v1/decisions"), ("GET", "/v1/contracts"), ("GET", "/v1/records"), ("GET", "/v1/records/1"), ("POST", "/v1/rules:reload"),
            ("GET", "/metrics"),
        ]
        var found: [Int] = []
        for (method, path) in requests {
            found.append(try await service.send(method, path, method == "POST" ? SmallRules.settled : nil, token: token).status)
        }
        #expect(found == statuses)
        #expect(try await service.send("GET", "/v1/records/1?personal=true", token: token).status == (role == "auditor" ? 200 : 403))
    }

    @Test("The first token is said once; secrets are nowhere on the disk; a token that is removed opens nothing any more")
    func tokens() async throws {
        let service = try await RunningService(SmallRules())
        #expect(service.greeting.contains(service.admin))
        let token = try await service.token("crm", "service")
        for name in try FileManager.default.contentsOfDirectory(atPath: service.data) where name != "editions" {
            let bytes = FileManager.default.contents(atPath: service.data + "/" + name) ?? Data()
            #expect(bytes.range(of: Data(token.utf8)) == nil && bytes.range(of: Data(service.admin.utf8)) == nil, "\(name)")
        }
        #expect(try FileManager.default.attributesOfItem(atPath: service.data + "/tokens")[.posixPermissions] as? Int == 0o600)
        #expect(try await Command.run(["token", "list", "--data", service.data]).output.contains("crm  service"))
        #expect(try await service.send("GET", "/v1/contracts", token: token).status == 200)
        try await Task.sleep(for: .milliseconds(20))
        #expect(try await Command.run(["token", "remove", "crm", "--data", service.data]).code == 0)
        #expect(try await service.send("GET", "/v1/contracts", token: token).status == 401)
        #expect(try await Command.run(["token", "remove", "crm", "--data", service.data]).code == 2)
        #expect(try await Command.run(["token", "add", "admin", "--role", "staff", "--data", service.data]).code == 2)
        #expect(try await Command.run(["token", "add", "a b", "--role", "staff", "--data", service.data]).code == 2)
    }

    @Test("Every reply has the headers that keep browsers from guessing and keeping")
    func headers() async throws {
        let service = try await RunningService(SmallRules())
        for (path, token) in [("/healthz", ""), ("/v1/contracts", service.admin), ("/", "")] {
            let headers = try await service.send("GET", path, token: token).headers
            #expect(headers["x-content-type-options"] == "nosniff")
            #expect(headers["cache-control"] == "no-store")
            #expect(headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(headers["x-request-id"]?.isEmpty == false)
        }
    }
}
