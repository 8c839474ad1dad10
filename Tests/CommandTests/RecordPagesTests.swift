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

    /// Two outcomes are one side, and one fact is enough for it.
    private static let sides = """
        規約 見本 { 当事者 甲, 乙 ; 主判定 受付 }
        事実 物 「物」 { 国外 : 真偽 「国外」 問 「国外ですか」 ; 危険 : 真偽 「危険」 問 「危険ですか」 }
        判定 受付 「受けるか」 { 結果 危険物 「危険物です」, 地域外 「地域の外です」 ; 順位 ; 既定 可 「お受けします」 ; 側 不可 「お受けできません」 { 危険物, 地域外 } }
        判定 色 { 結果 赤 ; 既定 白 }
        第1条 「国内の危険でない物を受ける」
        規則 国外 { もし 物.国外 ならば 受付 = 地域外 }
        規則 危険 { もし 物.危険 ならば 受付 = 危険物 }
        規則 赤 { もし 物.危険 ならば 色 = 赤 }

        """

    @Test("Answers are counted by side beside by outcome, listed and found by it")
    func sides() async throws {
        let rules = try SmallRules()
        try rules.folder.write("rules/main.kiyaku", Self.sides)
        let service = try await RunningService(rules)
        for facts in [#"{"国外": true}"#, #"{"国外": true, "危険": false}"#, #"{"国外": false, "危険": false}"#, "{}"] {
            #expect(try await service.send("POST", "/v1/decisions", #"{"as_of": "2026-11-22", "物": \#(facts)}"#).status == 200)
        }
        try await Visitor.add("reader", "staff", to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("reader")
        let page = try await visitor.get("/records").body
        // By outcome 国外 alone is open; by side it is refused, as what is known not to be dangerous is.
        for count in ["まだ決まりません（2）", "地域の外です（1）", "お受けできません（2）", "お受けします（1）", "側は決まっていない（1）"] {
            #expect(page.contains(count), "\(count)")
        }
        #expect(page.contains("週ごとの件数（側）"))
        #expect(page.contains("<b>お受けできません</b>"))
        #expect(numbers(try await visitor.get("/records?text=%E5%8F%97%E3%81%91%E3%81%A7%E3%81%8D%E3%81%BE%E3%81%9B%E3%82%93").body) == ["2", "1"])
        let table = try await visitor.get("/records.csv").body.split(separator: "\r\n")
        #expect(table.map { $0.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) } == ["側", "不可", "不可", "可", ""])
        let list = try await Command.run(["log", "list", "--data", service.data]).output.split(separator: "\n")
        #expect(list.first?.contains("受付 = 未決・抵触（側 不可）") ?? false, "\(list)")
        #expect(list.last?.contains("受付 = 未決・抵触") ?? false && list.last?.contains("側") == false, "\(list)")
    }

    @Test("Where no decision has sides, there is one chart")
    func withoutSides() async throws {
        let page = try await visitor("staff").get("/records").body
        #expect(page.contains("週ごとの件数") && !page.contains("週ごとの件数（側）"))
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
