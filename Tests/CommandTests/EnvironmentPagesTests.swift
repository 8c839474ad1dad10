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

    @Test("What only a responsible person finds or decides is neither asked nor taken from the open page, nor is what has nothing to do with it")
    func findings() async throws {
        let service = try await service()
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        func post(_ fields: KeyValuePairs<String, String>) async throws -> String {
            let body = fields.map { "\(Visitor.encoded($0))=\(Visitor.encoded($1))" }.joined(separator: "&")
            return try await visitor.send("POST", "/environment", body, ["User-Agent": Self.windows]).body
        }
        let asked = try await post([
            "fact:依頼.サービス": "クライアント設定", "fact:端末.OS": "Windows 8.1", "fact:端末.空き容量": "20GB", "fact:端末.回線不適": "いいえ", "fact:端末.上り不足": "いいえ",
            "fact:端末.エディション": "一般", "fact:ブラウザ.利用": "いいえ", "fact:端末.メモリ不足": "はい", "fact:端末.CPU不足": "はい", "fact:障害.起因": "ウイルス感染",
        ])
        for name in ["端末.メモリ不足", "端末.CPU不足", "障害.起因"] { #expect(!asked.contains("fact:\(name)"), "\(name)") }
        // 別紙2注1: the maker's support ended in January 2023, whatever is found about the processor.
        #expect(asked.contains("panel determined") && asked.contains("別紙2 ※1") && !asked.contains("別紙2 対応OS"))
        let number = try #require(self.code(asked))
        _ = try await visitor.signIn("uketsuke")
        let shown = try await visitor.post("/environment/codes", ["code": number])
        #expect(shown.status == 200 && shown.body.contains("Windows 8.1") && !shown.body.contains("メモリ不足") && !shown.body.contains("障害.起因"))
    }

    @Test("From the first it says what it can: what may come of it; and where the rest is for us to find, that and what it is")
    func honest() async throws {
        let visitor = Visitor(try await RunningService(SmallRules()))
        func post(_ body: String) async throws -> String { try await visitor.send("POST", "/environment", body, [:]).body }
        let start = try await visitor.get("/environment").body
        #expect(start.contains("panel undetermined") && start.contains("class=\"possible\"") && start.contains("name=\"fact:依頼.作業\""))
        let work = "fact:" + Visitor.encoded("依頼.作業") + "=" + Visitor.encoded("障害復旧")
        let cause = "fact:" + Visitor.encoded("障害.起因") + "=" + Visitor.encoded("ウイルス感染")
        let reason = "fact:" + Visitor.encoded("判断.相当理由") + "=" + Visitor.encoded("はい")
        let left = try await post([work, cause, reason].joined(separator: "&"))
        #expect(left.contains("panel undetermined") && left.contains("決めるために残っていること") && left.contains("<li>相当の理由</li>"))
        #expect(!left.contains("fact:判断.相当理由"))
        // A discretion that nobody has exercised is named beside what comes without it.
        let usual = try await post("fact:" + Visitor.encoded("依頼.作業") + "=" + Visitor.encoded("訪問"))
        #expect(usual.contains("panel determined") && usual.contains("範囲外との判断"))
        // What cannot be read is said, and asked again.
        let odd = try await post("fact:" + Visitor.encoded("依頼.作業") + "=x")
        #expect(odd.contains("role=\"alert\"") && odd.contains("name=\"fact:依頼.作業\"") && !odd.contains("type=\"hidden\" name=\"fact:依頼.作業\""))
    }

    @Test("There is a check only where the contract names the decision for it: else no page, no way to it and no codes")
    func absent() async throws {
        let rules = try SmallRules()
        try rules.folder.write("rules/main.kiyaku", rules.folder.read("rules/main.kiyaku").replacing("環境判定 対象可否", with: ""))
        let service = try await RunningService(rules)
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        #expect(try await visitor.get("/environment").status == 404)
        #expect(try await visitor.send("POST", "/environment", "", [:]).status == 404)
        _ = try await visitor.signIn("uketsuke")
        #expect(try await visitor.get("/environment/codes").status == 404)
        #expect(try await visitor.post("/environment/codes", ["code": "ZZZ-ZZZ"]).status == 404)
        for path in ["/inquiry", "/applications", "/records"] { #expect(try await !visitor.get(path).body.contains("/environment"), "\(path)") }
        #expect(try await visitor.get("/inquiry").body.contains("<nav"))
    }

    @Test("Codes are not guessed: after some wrong ones one waits")
    func guessing() async throws {
        let service = try await service()
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("uketsuke")
        let token = try #require(try await visitor.token())
        var statuses: [Int] = []
        // While they are sent, some more may be.
        for _ in 0..<60 where statuses.last != 429 {
            statuses.append(try await visitor.send("POST", "/environment/codes", "code=ZZZZZZ&csrf=\(token)", [:]).status)
        }
        #expect(statuses.prefix(20) == Array(repeating: 404, count: 20)[...] && statuses.last == 429)
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
