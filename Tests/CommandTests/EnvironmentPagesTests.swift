import Foundation
import Testing

@Suite("The environment check", .enabled(if: Command.isBuilt, Command.absence))
struct EnvironmentPagesTests {
    private static let windows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
    private static let phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"

    private func service() async throws -> RunningService { try await RunningService(SmallRules(), serves: Command.shippedRules) }

    private func code(_ page: String) -> String? { page.firstMatch(of: /<p class="digits">([^<]+)<\/p>/).map { String($0.1) } }

    @Test("A customer needs no sign-in, sees what was detected, and gets a code; without hints Windows 10 and 11 are not told apart")
    func customer() async throws {
        let visitor = Visitor(try await service())
        let plain = try await visitor.send("GET", "/environment", nil, ["User-Agent": Self.windows])
        #expect(plain.status == 200 && plain.body.contains("Windows 10") && plain.body.contains("Windows 11"))
        #expect(plain.body.contains("name=\"fact:端末.OS\"") && !plain.body.contains("name=\"fact:端末.OS\" value=\"Windows 11\" checked"))
        #expect(plain.headers["accept-ch"]?.contains("Sec-CH-UA-Platform-Version") == true)
        #expect(!plain.body.contains("<nav") && !plain.body.contains("name=\"csrf\""))
        let hinted = try await visitor.send(
            "GET", "/environment", nil,
            ["User-Agent": Self.windows, "Sec-CH-UA-Platform": "\"Windows\"", "Sec-CH-UA-Platform-Version": "\"15.0.0\""])
        #expect(hinted.body.contains("type=\"hidden\" name=\"fact:端末.OS\" value=\"Windows 11\""))
        #expect(code(hinted.body) != nil)
        #expect(try await visitor.send("GET", "/environment/codes", nil, [:]).status == 303)
        #expect(try await visitor.service.send("GET", "/v1/records").json["records"]?.elements.isEmpty == true)
    }

    @Test("Support get the facts by the code and begin an inquiry with them")
    func support() async throws {
        let service = try await service()
        try await Visitor.add("uketsuke", "staff", to: service)
        let code = try #require(code(try await Visitor(service).send("GET", "/environment", nil, ["User-Agent": Self.phone]).body))
        let visitor = Visitor(service)
        _ = try await visitor.signIn("uketsuke")
        let page = try await visitor.post("/environment/codes", ["code": code.lowercased()])
        #expect(page.status == 200 && page.body.contains("iOS") && page.body.contains("action=\"/inquiry\""))
        let fields = page.body.matches(of: /<input type="hidden" name="(fact:[^"]+)" value="([^"]+)">/).map { (String($0.1), String($0.2)) }
        #expect(fields.contains { $0.0 == "fact:端末.OS" })
        let token = try #require(try await visitor.token())
        let body = fields.map { "\(Visitor.encoded($0.0))=\(Visitor.encoded($0.1))" }.joined(separator: "&")
        let inquiry = try await visitor.send("POST", "/inquiry", body + "&csrf=\(token)", [:])
        #expect(inquiry.status == 200 && fields.allSatisfy { inquiry.body.contains("name=\"\($0.0)\"") })
        let wrong = try await visitor.post("/environment/codes", ["code": "ZZZ-ZZZ"])
        #expect(wrong.status == 404 && wrong.body.contains("その番号はないか、期限が切れています"))
        #expect(try await visitor.send("POST", "/environment/codes", "code=\(code)", [:]).status == 403)
    }

    @Test("Codes are not guessed: after some wrong ones one waits")
    func guessing() async throws {
        let service = try await service()
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("uketsuke")
        let token = try #require(try await visitor.token())
        var statuses: [Int] = []
        for _ in 0..<21 { statuses.append(try await visitor.send("POST", "/environment/codes", "code=ZZZZZZ&csrf=\(token)", [:]).status) }
        #expect(statuses == Array(repeating: 404, count: 20) + [429])
    }

    @Test("What a browser says of itself is text, whatever it says; a form from elsewhere is refused")
    func hostile() async throws {
        let visitor = Visitor(try await service())
        for agent in ["<script>alert(1)</script>", String(repeating: "x", count: 5_000), "'; --", "\u{202E}"] {
            let page = try await visitor.send("GET", "/environment", nil, ["User-Agent": agent])
            #expect(page.status == 200 && !page.body.contains("<script>alert"))
        }
        #expect(try await visitor.send("POST", "/environment", "", ["Origin": "https://elsewhere.example"]).status == 403)
        #expect(
            try await visitor.send("POST", "/environment", "fact:%E7%AB%AF%E6%9C%AB.OS=%3Cb%3E", ["User-Agent": Self.windows]).body.contains("<b>") == false)
    }
}
