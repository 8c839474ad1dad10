import Foundation
import Testing

@Suite("The pages of the record", .enabled(if: Command.isBuilt, Command.absence))
struct RecordPagesTests {
    /// Three answers, two of them settled, and somebody of a role who looks at them.
    private func visitor(_ role: String) async throws -> Visitor {
        let service = try await RunningService(SmallRules())
        for body in [SmallRules.settled, "{}", SmallRules.settled] { _ = try await service.send("POST", "/v1/decisions", body) }
        try await Visitor.add("reader", role, to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("reader")
        return visitor
    }

    private func numbers(_ page: String) -> [String] { page.matches(of: /<a href="\/records\/([0-9]+)">/).map { String($0.1) } }

    @Test("The list has the newest first, and only what is looked for")
    func list() async throws {
        let visitor = try await visitor("staff")
        #expect(numbers(try await visitor.get("/records").body) == ["3", "2", "1"])
        #expect(numbers(try await visitor.get("/records?status=undetermined").body) == ["2"])
        #expect(numbers(try await visitor.get("/records?before=3").body) == ["2", "1"])
        #expect(numbers(try await visitor.get("/records?to=2001-01-01").body) == [])
        #expect(numbers(try await visitor.get("/records?by=nobody").body) == [])
        #expect(numbers(try await visitor.get("/records?by=admin").body) == ["3", "2", "1"])
        #expect(numbers(try await visitor.get("/records?text=%E5%BF%9C%E3%81%98%E3%82%8B&status=determined").body) == ["3", "1"])
        #expect(numbers(try await visitor.get("/records?text=zzzz").body) == [])
        let fault = try await visitor.get("/records?from=tomorrow%3Cb%3E").body
        #expect(fault.contains("「tomorrow&lt;b&gt;」は日付ではありません"))
        #expect(try await visitor.get("/records").body.contains("<rect class=\"s1\""))
    }

    @Test("A record shows its facts and the grounds of its answer, and is given again")
    func detail() async throws {
        let visitor = try await visitor("auditor")
        let page = try await visitor.get("/records/1")
        #expect(page.status == 200 && page.body.contains("第4条第1項") && page.body.contains("/contract/clauses/"))
        #expect(page.body.contains("href=\"/records/2\"") && !page.body.contains("href=\"/records/0\""))
        let again = try await visitor.post("/records/1/replay", [:])
        #expect(again.status == 200 && again.body.contains("記録と一字一句同じ判定になりました"))
        #expect(try await visitor.send("POST", "/records/1/replay", "csrf=0", [:]).status == 403)
        let file = try await visitor.get("/records/1/json")
        #expect(file.headers["content-disposition"] == "attachment; filename=\"record-1.json\"")
        #expect(try JSON(file.body)["record"]?["number"]?.number == 1)
        for path in ["/records/4", "/records/0", "/records/x", "/records/99999999999999999999", "/records/4/json"] {
            #expect(try await visitor.get(path).status == 404, "\(path)")
        }
    }

    @Test("What was erased stays said, and so does the answer")
    func erased() async throws {
        let visitor = try await visitor("staff")
        let erase = try await Command.run(["log", "erase", "1", "--reason", "本人の求め", "--data", visitor.service.data])
        #expect(erase.code == 0, "\(erase.errors)")
        let page = try await visitor.get("/records/1").body
        #expect(page.contains("本人の求め") && page.contains("記録 4") && page.contains("第4条第1項"))
        #expect(try await visitor.get("/records/4").body.contains("記録 1 の事実を消去しました"))
        #expect(try await visitor.post("/records/1/replay", [:]).body.contains("事実を消去したので、やり直せません"))
        #expect(numbers(try await visitor.get("/records").body) == ["4", "3", "2", "1"])
    }

    @Test("Files have every answer that is looked for, in order, and neither facts nor formulas")
    func files() async throws {
        let visitor = try await visitor("staff")
        let table = try await visitor.get("/records.csv?status=determined")
        #expect(table.headers["content-type"] == "text/csv; charset=utf-8" && table.body.hasPrefix("\u{FEFF}番号,"))
        let rows = table.body.split(separator: "\r\n").dropFirst()
        #expect(rows.map { $0.prefix(2) } == ["1,", "3,"])
        let lines = try await visitor.get("/records.ndjson").body.split(separator: "\n").map { try JSON(String($0)) }
        #expect(lines.map { $0["number"]?.number } == [1, 2, 3])
    }

    @Test("Who may not read the record sees nothing of it")
    func refused() async throws {
        let visitor = try await visitor("author")
        for path in ["/records", "/records/1", "/records/1/json", "/records.csv", "/records.ndjson"] {
            let reply = try await visitor.get(path)
            #expect(reply.status == 403 && !reply.body.contains("第4条第1項"), "\(path)")
        }
        #expect(try await visitor.post("/records/1/replay", [:]).status == 403)
    }
}
