import Foundation
import Testing

@Suite("The workbench", .enabled(if: Command.isBuilt, Command.absence))
struct WorkbenchPageTests {
    private func visitor(_ role: String) async throws -> Visitor {
        let service = try await RunningService(SmallRules())
        try await Visitor.add("kisoku", role, to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("kisoku")
        return visitor
    }

    private func post(_ visitor: Visitor, _ act: String, _ source: String, file: String = "main.kiyaku") async throws -> RunningService.Reply {
        try await visitor.post("/workbench", ["file": file, "source": source, "act": act])
    }

    @Test("A file of the rules is opened; other files are not")
    func open() async throws {
        let visitor = try await visitor("author")
        let page = try await visitor.get("/workbench?file=main.kiyaku")
        #expect(page.status == 200 && page.body.contains("規則 訪問料"))
        for name in ["support.csv", "..%2Fusers", "users"] { #expect(try await visitor.get("/workbench?file=\(name)").status == 404, "\(name)") }
        #expect(try await post(visitor, "check", "", file: "../users").status == 404)
    }

    @Test("What is wrong is said with its place and what to do; tests wait until it is right")
    func faults() async throws {
        let visitor = try await visitor("author")
        let source = try String(contentsOfFile: visitor.service.rules.path + "/main.kiyaku", encoding: .utf8)
        let page = try await post(visitor, "test", source.replacing("もし 依頼.作業 = 訪問 ならば 費用", with: "もし 依頼.作 = 訪問 ならば 費用"))
        #expect(page.status == 200 && page.body.contains("試験は行っていません") && page.body.contains("依頼.作業"))
        #expect(page.body.contains("data-line=\"") && page.body.contains("<code>K2"))
    }

    @Test("A changed rule is tried: its failing test, the changed rule and nothing else; the edition in use stays")
    func trial() async throws {
        let visitor = try await visitor("author")
        let source = try String(contentsOfFile: visitor.service.rules.path + "/main.kiyaku", encoding: .utf8)
        let same = try await post(visitor, "test", source)
        #expect(same.body.contains("すべて通りました") && same.body.contains("変わった規則 0、結果の変わる事例 0"))
        let page = try await post(visitor, "test", source.replacing("のいずれかを含む ならば 対象可否 = 適用外", with: "のいずれかを含む ならば 対象可否 = 対象"))
        #expect(page.body.contains("件が失敗しました") && page.body.contains("ウイルスは適用外"))
        #expect(page.body.contains("変わった規則 1、") && page.body.contains("<b>変更</b> ウイルス"))
        #expect(try await visitor.service.send("POST", "/v1/decisions", SmallRules.settled).status == 200)
        #expect(try String(contentsOfFile: visitor.service.rules.path + "/main.kiyaku", encoding: .utf8) == source)
    }

    @Test("What is typed is text, whatever it looks like; only authors try rules")
    func hostile() async throws {
        let visitor = try await visitor("author")
        let page = try await post(visitor, "check", "</textarea><script>alert(1)</script>{{title}}", file: "draft.kiyaku")
        #expect(page.status == 200 && !page.body.contains("<script>alert") && page.body.contains("&lt;script&gt;"))
        let staff = try await self.visitor("staff")
        #expect(try await staff.get("/workbench").status == 403)
        #expect(try await post(staff, "check", "").status == 403)
    }
}
