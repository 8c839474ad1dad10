import Foundation
import Testing

@Suite("People sign in", .enabled(if: Command.isBuilt, Command.absence))
struct SignInTests {
    @Test("Without signing in there is nothing but the way in")
    func nothing() async throws {
        let visitor = Visitor(try await RunningService(SmallRules()))
        for path in ["/", "/inquiry", "/anything?a=b"] {
            let reply = try await visitor.get(path)
            #expect(reply.status == 303 && reply.headers["location"]?.hasPrefix("/sign-in") == true, "\(path)")
        }
        #expect(try await visitor.get("/anything?a=b").headers["location"] == "/sign-in?to=/anything%3Fa%3Db")
        #expect(try await visitor.send("POST", "/inquiry", "text=", [:]).status == 401)
        let page = try await visitor.get("/sign-in?to=/inquiry")
        #expect(page.status == 200 && page.body.contains("name=\"next\" value=\"/inquiry\""))
        #expect(page.headers["content-security-policy"]?.contains("script-src 'self'") == true)
        #expect(try await visitor.get("/sign-in?to=//elsewhere.example").body.contains("name=\"next\" value=\"/\""))
    }

    @Test("With the password one comes in, and out again; the cookie is not for scripts, and opens nothing afterwards")
    func inAndOut() async throws {
        let service = try await RunningService(SmallRules())
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        #expect(try await visitor.signIn("uketsuke", "another password").status == 422)
        #expect(visitor.cookies.isEmpty)
        let reply = try await visitor.signIn("uketsuke")
        #expect(reply.status == 303 && reply.headers["location"] == "/")
        let cookie = try #require(reply.headers["set-cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/") && !cookie.contains("Secure"))
        #expect(try await visitor.get("/").headers["location"] == "/inquiry")
        #expect(try await visitor.get("/inquiry").status == 200)
        #expect(try await visitor.send("POST", "/sign-out", "csrf=0", [:]).status == 403)
        let (kept, token) = (visitor.cookies, try #require(try await visitor.token()))
        #expect(try await visitor.send("POST", "/sign-out", "csrf=\(token)", [:]).headers["location"] == "/sign-in")
        let old = kept.map { "\($0)=\($1)" }.joined()
        #expect(try await visitor.send("GET", "/inquiry", nil, ["Cookie": old]).status == 303)
    }

    @Test("A form must come from a page of this session and of this service")
    func forms() async throws {
        let service = try await RunningService(SmallRules())
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("uketsuke")
        #expect(try await visitor.post("/inquiry", ["text": ""]).status == 200)
        #expect(try await visitor.post("/inquiry", ["text": ""], headers: ["Origin": "https://elsewhere.example"]).status == 403)
        #expect(try await visitor.post("/inquiry", ["text": ""], headers: ["Sec-Fetch-Site": "cross-site"]).status == 403)
        #expect(try await visitor.send("POST", "/inquiry", "text=", [:]).status == 403)
        #expect(try await visitor.send("POST", "/inquiry", "{}", ["Content-Type": "application/json"]).status == 415)
        let other = Visitor(service)
        _ = try await other.signIn("uketsuke")
        let token = try #require(try await other.token())
        #expect(try await visitor.send("POST", "/inquiry", "csrf=\(token)", [:]).status == 403)
    }

    @Test("After wrong passwords one waits, by name and by address; over TLS the cookie is for TLS alone")
    func waiting() async throws {
        let service = try await RunningService(SmallRules(), arguments: ["--proxy", "127.0.0.1"])
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        var statuses: [Int] = []
        for _ in 0..<6 { statuses.append(try await visitor.signIn("uketsuke", "another password").status) }
        #expect(statuses == [422, 422, 422, 422, 422, 429])
        let refused = try await visitor.signIn("uketsuke")
        #expect(refused.status == 429 && Int(refused.headers["retry-after"] ?? "").map { $0 > 0 } == true)
        // Another name from elsewhere is not kept waiting.
        let elsewhere = ["X-Forwarded-For": "10.0.0.1, 192.0.2.7", "X-Forwarded-Proto": "https"]
        try await Visitor.add("kansa", "auditor", to: service)
        let body = "name=kansa&password=\(Visitor.password.replacing(" ", with: "+"))&next=%2F"
        let cookie = try await visitor.send("POST", "/sign-in", body, elsewhere).headers["set-cookie"]
        #expect(cookie?.hasPrefix("__Host-kiyaku_session=") == true && cookie?.contains("; Secure") == true)
    }

    @Test("Another password, another role or no person any more shows at the next request; a slip in the file locks nobody out")
    func changes() async throws {
        let service = try await RunningService(SmallRules())
        try await Visitor.add("uketsuke", "staff", to: service)
        try await Visitor.add("kisoku", "author", to: service)
        let (visitor, other) = (Visitor(service), Visitor(service))
        _ = try await visitor.signIn("uketsuke")
        _ = try await other.signIn("kisoku")
        #expect(try await visitor.get("/inquiry").status == 200)
        #expect(try await other.get("/inquiry").status == 403)
        let users = service.data + "/users"
        let text = try String(contentsOfFile: users, encoding: .utf8)
        try await Task.sleep(for: .milliseconds(20))
        try (text + "broken").write(toFile: users, atomically: true, encoding: .utf8)
        #expect(try await visitor.get("/inquiry").status == 200)
        #expect(service.log.contains("access unreadable"))
        try await Task.sleep(for: .milliseconds(20))
        try text.trimmingCharacters(in: .newlines).write(toFile: users, atomically: true, encoding: .utf8)
        try await Visitor.add("kansa", "auditor", to: service)
        #expect(try await Command.run(["user", "list", "--data", service.data]).output.contains("kansa  auditor"))
        #expect(try await visitor.get("/inquiry").status == 200)
        try await Task.sleep(for: .milliseconds(20))
        #expect(try await Command.run(["user", "password", "uketsuke", "--data", service.data], input: "another password\n").code == 0)
        #expect(try await visitor.get("/inquiry").status == 303)
        #expect(try await visitor.signIn("uketsuke", "another password").status == 303)
        try await Task.sleep(for: .milliseconds(20))
        #expect(try await Command.run(["user", "remove", "uketsuke", "--data", service.data]).code == 0)
        #expect(try await visitor.get("/inquiry").status == 303)
    }

    @Test("The users file has hashes alone and is its owner's; names, roles and passwords are checked")
    func users() async throws {
        let service = try await RunningService(SmallRules())
        try await Visitor.add("uketsuke", "staff,auditor", to: service)
        let users = service.data + "/users"
        let text = try String(contentsOfFile: users, encoding: .utf8)
        #expect(text.contains("uketsuke auditor,staff $argon2id$v=19$m=65536,") && !text.contains(Visitor.password))
        #expect(try FileManager.default.attributesOfItem(atPath: users)[.posixPermissions] as? Int == 0o600)
        for (name, role, password) in [
            ("uketsuke", "staff", Visitor.password), ("a b", "staff", Visitor.password), ("a", "boss", Visitor.password), ("a", "service", Visitor.password),
            ("a", "", Visitor.password), ("a", "staff", "short"), ("a", "staff", ""),
        ] {
            let outcome = try await Command.run(["user", "add", name, "--role", role, "--data", service.data], input: password + "\n")
            #expect(outcome.code == 2 && !outcome.errors.isEmpty, "\(name) \(role) \(password)")
        }
        #expect(try String(contentsOfFile: users, encoding: .utf8) == text)
    }

    @Test("The assets are open; they are kept for long at the address that names their content")
    func assets() async throws {
        let visitor = Visitor(try await RunningService(SmallRules()))
        let page = try await visitor.get("/sign-in").body
        let address = try #require(page.firstMatch(of: /href="(\/assets\/kiyaku\.css\?v=[0-9a-f]+)"/)?.1)
        let asset = try await visitor.get(String(address))
        #expect(asset.status == 200 && asset.headers["cache-control"]?.contains("immutable") == true)
        let tag = try #require(asset.headers["etag"])
        #expect(try await visitor.send("GET", String(address), nil, ["If-None-Match": tag]).status == 304)
        #expect(try await visitor.get("/assets/kiyaku.css?v=0").headers["cache-control"] == "no-cache")
        #expect(try await visitor.get("/assets/users").status == 404)
        #expect(try await visitor.get("/assets/..%2Fusers").status == 404)
    }
}
