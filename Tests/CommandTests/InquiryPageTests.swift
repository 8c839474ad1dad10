import Foundation
import Testing

/// The inquiry page from one caller to the next, and over the end of a session.
@Suite("The inquiry page", .enabled(if: Command.isBuilt, Command.absence))
struct InquiryPageTests {
    private func visitor(_ name: String, _ role: String, _ service: RunningService) async throws -> Visitor {
        try await Visitor.add(name, role, to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn(name)
        return visitor
    }

    /// The hidden fields of the page's long form.
    private func hidden(_ page: String) -> [String: String] {
        let form = page.firstMatch(of: /<form[^>]*class="(?:desk|bench)".*?<\/form>/.dotMatchesNewlines())?.0 ?? ""
        return Dictionary(form.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)">/).map { (String($0.1), String($0.2)) }) { first, _ in first }
    }

    private func checked(_ page: String, _ name: String) -> String? {
        page.matches(of: /<input type="radio"[^>]* name="([^"]+)" value="([^"]*)" checked>/).first { $0.1 == name }.map { String($0.2) }
    }

    // MARK: Previews

    @Test(
        "What is only looked at is not recorded and says so; the same form sent by a press of the button is recorded once",
        arguments: ["/inquiry", "/applications"])
    func preview(path: String) async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await visitor("uketsuke", "staff", service)
        for _ in 0..<2 {
            let page = try await visitor.post(path, ["fact:依頼.有償": "はい", "preview": "yes"])
            #expect(page.status == 200 && page.body.contains("class=\"outcome\"") && page.body.contains("記録していません"))
            #expect(!page.body.contains("/records/") && !page.body.contains("data-copy=\"#"))
        }
        #expect(try await visitor.get("/records").body.contains("当てはまる記録はありません"))
        let answer = try await visitor.post(path, ["fact:依頼.有償": "はい"])
        #expect(answer.body.contains("href=\"/records/1\"") && answer.body.contains("data-copy=\"#reply\"") && !answer.body.contains("記録していません"))
        #expect(try await visitor.get("/records").body.matches(of: /<a href="\/records\/[0-9]+">/).count == 1)
    }

    // MARK: The next caller

    @Test("Answers that were given for the words of one caller are not used for those of another; the page says so, and puts them back when it is told to")
    func nextCaller() async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await visitor("uketsuke", "staff", service)
        let first = try await visitor.post("/inquiry", ["text": "復旧してください", "said": "復旧してください", "fact:依頼.有償": "はい", "fact:依頼.受付日": "?"])
        #expect(checked(first.body, "fact:依頼.有償") == "はい")
        let said = try #require(hidden(first.body)["said"])
        #expect(said == "復旧してください")
        let next = try await visitor.post("/inquiry", ["text": "使い方を教えて", "said": said, "fact:依頼.有償": "はい", "fact:依頼.受付日": "?"])
        #expect(checked(next.body, "fact:依頼.有償") == nil && !next.body.contains("name=\"reopen\""))
        #expect(next.body.contains("前の言葉のときの答え 2 件を外しました"))
        // What is on record was judged without them.
        let record = try await service.send("GET", "/v1/records/2").json
        #expect(record["facts"]?["依頼"]?.keys == ["作業"])
        let same = try await visitor.post(
            "/inquiry",
            ["text": "使い方を教えて", "said": "使い方を教えて", "kept:fact:依頼.有償": "はい", "kept:unknown": "依頼.受付日", "restore": "yes"])
        #expect(checked(same.body, "fact:依頼.有償") == "はい" && same.body.contains("name=\"reopen\" value=\"依頼.受付日\""))
        let longer = try await visitor.post("/inquiry", ["text": "使い方を教えて。急いでいます", "said": "使い方を教えて", "fact:依頼.有償": "はい"])
        #expect(checked(longer.body, "fact:依頼.有償") == "はい" && !longer.body.contains("外しました"))
    }

    @Test("A new inquiry is one step away, and is empty; no browser fills it again", arguments: ["/inquiry", "/applications"])
    func new(path: String) async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await visitor("uketsuke", "staff", service)
        let page = try await visitor.post(path, ["text": "復旧してください", "fact:依頼.有償": "はい", "day": "2020-01-01"])
        let link = try #require(page.body.firstMatch(of: /<a class="button" href="([^"]+)"[^>]*>新しい/)?.1)
        #expect(page.body.contains("class=\"desk\" method=\"post\" action=\"\(path)\" data-live=\"answer\" autocomplete=\"off\""))
        let empty = try await visitor.get(String(link))
        #expect(empty.status == 200 && !empty.body.contains("復旧してください") && !empty.body.contains("2020-01-01") && !empty.body.contains(" checked"))
        #expect(empty.headers["cache-control"] == "no-store")
    }

    @Test("Every form that carries something about a case is closed to what the browser remembers")
    func remembering() async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await visitor("all", "staff,author", service)
        for path in ["/inquiry", "/applications", "/environment", "/environment/codes", "/workbench"] {
            let forms = try await visitor.get(path).body.matches(of: /<form[^>]* method="post"[^>]*>/).map { String($0.0) }
            #expect(!forms.isEmpty && forms.allSatisfy { $0.contains(" autocomplete=\"off\"") }, "\(path): \(forms)")
        }
    }

    // MARK: A lost sign-in

    /// Sends a form with the token of a session that is over.
    private func send(
        _ visitor: Visitor, _ path: String, _ fields: KeyValuePairs<String, String>, token: String, _ headers: [String: String] = [:]
    ) async throws -> RunningService.Reply {
        let body = (fields.map { "\(Visitor.encoded($0))=\(Visitor.encoded($1))" } + ["csrf=\(token)"]).joined(separator: "&")
        return try await visitor.send("POST", path, body, headers)
    }

    /// The way of a session to its end.
    enum End: CaseIterable { case signedOut, anotherPassword, anotherStart }

    @Test("What is sent when the session is over is there again after signing in, once, and is not in an address", arguments: End.allCases)
    func lost(end: End) async throws {
        let rules = try SmallRules()
        var service = try await RunningService(rules)
        var visitor = try await visitor("uketsuke", "staff", service)
        let token = try #require(try await visitor.token())
        var password = Visitor.password
        switch end {
        case .signedOut: _ = try await visitor.send("POST", "/sign-out", "csrf=\(token)", [:])
        case .anotherPassword:
            password = "another password"
            try await Task.sleep(for: .milliseconds(20))
            #expect(try await Command.run(["user", "password", "uketsuke", "--data", service.data], input: password + "\n").code == 0)
        case .anotherStart:
            service.signal(SIGTERM)
            #expect(try await service.end() == 0)
            service = try await RunningService(rules)
            visitor = Visitor(service)
        }
        let reply = try await send(visitor, "/inquiry", ["text": "復旧してください", "fact:依頼.有償": "はい", "day": "2026-01-05"], token: token)
        #expect(reply.status == 303 && reply.headers["location"] == "/sign-in?to=/inquiry")
        let cookie = try #require(reply.headers["set-cookie"])
        #expect(cookie.hasPrefix("kiyaku_held=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        #expect(try await visitor.get("/inquiry").status == 303)
        #expect(try await !visitor.get("/sign-in?to=/inquiry").body.contains("復旧"))
        #expect(try await visitor.signIn("uketsuke", password).status == 303)
        let page = try await visitor.get("/inquiry")
        #expect(page.body.contains(">復旧してください</textarea>") && page.body.contains("value=\"2026-01-05\"") && page.body.contains("サインインする前に送った内容です"))
        #expect(checked(page.body, "fact:依頼.有償") == "はい")
        // It was not decided yet: nobody pressed anything in this session.
        #expect(try await visitor.get("/records").body.contains("当てはまる記録はありません"))
        #expect(try await !visitor.get("/inquiry").body.contains("復旧してください"))
        #expect(!service.log.contains("復旧"))
    }

    @Test("Another person who signs in sees nothing of it; the one who sent it does")
    func othersWords() async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await visitor("uketsuke", "staff", service)
        try await Visitor.add("betsu", "staff", to: service)
        let token = try #require(try await visitor.token())
        _ = try await visitor.send("POST", "/sign-out", "csrf=\(token)", [:])
        _ = try await send(visitor, "/inquiry", ["text": "復旧してください"], token: token)
        _ = try await visitor.signIn("betsu")
        #expect(try await !visitor.get("/inquiry").body.contains("復旧してください"))
        // Nor does the same person in another browser.
        let elsewhere = Visitor(service)
        _ = try await elsewhere.signIn("uketsuke")
        #expect(try await !elsewhere.get("/inquiry").body.contains("復旧してください"))
        _ = try await visitor.signIn("uketsuke")
        #expect(try await visitor.get("/inquiry").body.contains("復旧してください"))
    }

    @Test("Nothing is kept of what no page of ours sent, or sent for nobody")
    func foreign() async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await visitor("uketsuke", "staff", service)
        let token = try #require(try await visitor.token())
        _ = try await visitor.send("POST", "/sign-out", "csrf=\(token)", [:])
        for (token, headers) in [
            (token, ["Origin": "https://elsewhere.example"]), (token, ["Sec-Fetch-Site": "cross-site"]), (String(token.reversed()), [:]), ("", [:]),
        ] {
            let reply = try await send(visitor, "/inquiry", ["text": "復旧してください"], token: token, headers)
            #expect(reply.status == 401 && reply.headers["set-cookie"] == nil)
        }
        // Nor of what is no long form.
        #expect(try await send(visitor, "/environment/codes", ["code": "ZZZ-ZZZ"], token: token).status == 401)
    }

    @Test("Where the session is another one by now, the form is refused as ever, and what it said is there when the page is opened again")
    func anotherSession() async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await visitor("uketsuke", "staff", service)
        let token = try #require(try await visitor.token())
        _ = try await visitor.signIn("uketsuke")
        let reply = try await send(visitor, "/inquiry", ["text": "復旧してください"], token: token)
        #expect(reply.status == 403 && reply.body.contains("60 分残します") && !reply.body.contains("復旧してください"))
        #expect(try await visitor.get("/inquiry").body.contains(">復旧してください</textarea>"))
    }

    @Test("An application with its records and a draft of rules are kept too")
    func otherForms() async throws {
        let service = try await RunningService(SmallRules(), serves: Command.shippedRules)
        let visitor = try await visitor("uketsuke", "staff,author", service)
        let token = try #require(try await visitor.token())
        _ = try await visitor.send("POST", "/sign-out", "csrf=\(token)", [:])
        let application = try await send(
            visitor, "/applications", ["decision": "申込可否", "records:関係者": "1", "fact:関係者[1].氏名": "見本商事", "fact:申込.種類": "新規"], token: token)
        #expect(application.headers["location"] == "/sign-in?to=/applications")
        #expect(try await send(visitor, "/workbench", ["file": "draft.kiyaku", "source": "規則 途中 {", "act": "check"], token: token).status == 303)
        _ = try await visitor.signIn("uketsuke")
        let page = try await visitor.get("/applications")
        #expect(page.body.contains("value=\"見本商事\"") && checked(page.body, "fact:申込.種類") == "新規" || page.body.contains("<option value=\"新規\" selected>"))
        #expect(page.body.contains("<option value=\"申込可否\" selected>") && hidden(page.body)["records:関係者"] == "1")
        let bench = try await visitor.get("/workbench")
        #expect(bench.body.contains(">規則 途中 {</textarea>") && hidden(bench.body)["file"] == "draft.kiyaku")
        #expect(try await !visitor.get("/workbench").body.contains("規則 途中 {"))
    }
}
