import Foundation
import Testing

@Suite("A file of many cases among the pages", .enabled(if: Command.isBuilt, Command.absence))
struct FleetPageTests {
    /// By the rules of `SmallRules` on 2026-11-22: covered, not covered for two reasons, open, not readable.
    private static let table = """
        拠点,依頼.作業,端末.OS,依頼.有償
        一,問合せ,新版,
        二,問合せ,旧版,
        三,その他,,はい
        四,問合せ,,
        五,修理,新版,

        """

    private func visitor(_ role: String = "staff", on service: RunningService? = nil, name: String = "uketsuke") async throws -> Visitor {
        let running: RunningService
        if let service { running = service } else { running = try await RunningService(SmallRules()) }
        try await Visitor.add(name, role, to: running)
        let visitor = Visitor(running)
        _ = try await visitor.signIn(name)
        return visitor
    }

    private func send(_ visitor: Visitor, _ content: Data, file: String = "台帳.csv") async throws -> RunningService.Reply {
        try await visitor.upload("/applications/fleet", ["decision": "対象可否", "day": "2026-11-22"], file: file, content)
    }

    /// The page of a file that was sent, when it has ended.
    private func ended(_ visitor: Visitor, _ sent: RunningService.Reply) async throws -> (path: String, page: String) {
        try #require(sent.status == 303, "\(sent.status) \(sent.body.prefix(400))")
        let path = try #require(sent.headers["location"])
        while true {
            let page = try await visitor.get(path)
            try #require(page.status == 200)
            if !page.body.contains("data-poll") { return (path, page.body) }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// The cells of each row of the tables of a page.
    private func rows(_ page: String) -> [[String]] {
        page.matches(of: /<tr[^>]*>(.*?)<\/tr>/.dotMatchesNewlines()).map { row in
            row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines()).map { cell in
                String(cell.1).replacing(/<[^>]*>/, with: " ").split(separator: /\s+/).joined(separator: " ")
            }
        }
    }

    @Test(
        "Rows are counted by the side that is certain, beside by outcome; those of a side within another in both, which is said",
        arguments: [
            ("側 不可 「お受けできません」 { 危険物, 地域外 }", [["お受けできません", "2", "40.0%"], ["お休みです", "1", "20.0%"]], false),
            (
                "側 いまは不可 「いまはお受けできません」 { 休み, 不可 「お受けできません」 { 危険物, 地域外 } }",
                [["お受けできません", "2", "40.0%"], ["いまはお受けできません", "3", "60.0%"]], true
            ),
        ])
    func sides(_ sides: String, counts: [[String]], isNested: Bool) async throws {
        let rules = try SmallRules()
        try rules.folder.write(
            "rules/main.kiyaku",
            """
            規約 見本 { 当事者 甲, 乙 ; 主判定 受付 ; 環境判定 受付 }
            事実 物 「物」 { 国外 : 真偽 「国外」 問 「国外ですか」 ; 危険 : 真偽 「危険」 問 「危険ですか」 ; 休み : 真偽 「休み」 問 「休みですか」 }
            判定 受付 「受けるか」 { 結果 危険物, 地域外, 休み 「お休みです」 ; 順位 ; 既定 可 「お受けします」 ; \(sides) }
            第1条 「国内の危険でない物を受ける」
            規則 国外 { もし 物.国外 ならば 受付 = 地域外 }
            規則 危険 { もし 物.危険 ならば 受付 = 危険物 }
            規則 休み { もし 物.休み ならば 受付 = 休み }

            """)
        let visitor = try await visitor(on: try await RunningService(rules))
        let table = "物.国外,物.危険,物.休み\nはい,,いいえ\nはい,いいえ,いいえ\nいいえ,いいえ,いいえ\n,いいえ,いいえ\nいいえ,いいえ,はい\n"
        let sent = try await visitor.upload("/applications/fleet", ["decision": "受付", "day": "2026-11-22"], file: "台帳.csv", Data(table.utf8))
        let page = try await ended(visitor, sent).page
        let rows = rows(page)
        // By outcome two rows are open; of one of them is certain that it is refused.
        #expect(rows.contains { $0.first?.hasPrefix("まだ決まりません") == true && $0[1] == "2" })
        for count in counts + [["お受けします", "1", "20.0%"]] { #expect(rows.contains { $0.starts(with: count) }, "\(count): \(rows)") }
        #expect(page.contains("外の側にも数えています") == isNested)
    }

    @Test("A table is judged: results by outcome and clause, what cannot be read with its reason, files to take away, answers on record")
    func table() async throws {
        let visitor = try await visitor()
        let (path, page) = try await ended(visitor, send(visitor, Data(Self.table.utf8)))
        let rows = rows(page)
        #expect(page.contains("5 行（判定 4、誤り 1）") && page.contains("拠点"))
        #expect(rows.contains { $0.starts(with: ["適用外 確定", "2", "50.0%"]) })
        #expect(rows.contains { $0.starts(with: ["対象 確定", "1", "25.0%"]) })
        #expect(rows.contains { $0.first?.hasPrefix("まだ決まりません") == true && $0[1] == "1" })
        #expect(rows.contains { $0.count == 3 && $0[0] == "適用外" && $0[1].contains("第40条第1項第4号") && $0[2] == "1" })
        #expect(rows.contains { $0.count == 3 && $0[0] == "適用外" && $0[1].contains("別紙1") && $0[2] == "1" })
        #expect(rows.contains(["OS は何ですか", "1"]))
        #expect(rows.contains { $0.count == 5 && $0[0] == "6" && $0[1] == "依頼.作業" && $0[2] == "修理" && $0[4].hasPrefix("K") })

        let results = try await visitor.get(path + "/results")
        #expect(results.headers["content-disposition"]?.contains("filename*=UTF-8''%E5%8F%B0%E5%B8%B3.results.csv") == true)
        let lines = results.body.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(results.body.unicodeScalars.first == "\u{FEFF}" && lines.count == 5)
        #expect(lines[1].hasPrefix("一,問合せ,新版,") && lines[1].contains(",対象,確定,") && lines[3].contains(",適用外,確定,"))
        let errors = try await visitor.get(path + "/errors").body.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(errors.count == 2 && errors[1].hasPrefix("6,依頼.作業,修理,"))

        let record = try await Command.run(["log", "verify", "--data", visitor.service.data])
        #expect(record.code == 0 && page.contains("href=\"/records/1\"") && page.contains("href=\"/records/4\""))
        let replay = try await Command.run(["replay", "--all", "--rules", visitor.service.rules.path, "--data", visitor.service.data])
        #expect(replay.code == 0, "\(replay.output) \(replay.errors)")
        #expect(try await visitor.get("/applications").body.contains(path))
    }

    @Test("A file as Excel saves it and documents on lines are read too")
    func notations() async throws {
        let visitor = try await visitor()
        let table = try #require(Self.table.replacing("\n", with: "\r\n").data(using: .shiftJIS))
        let (_, page) = try await ended(visitor, send(visitor, table))
        #expect(page.contains("5 行（判定 4、誤り 1）") && page.contains("cp932"))
        let documents = "\(SmallRules.settled)\n{\"依頼\":\n\(SmallRules.open)\n"
        let (path, second) = try await ended(visitor, send(visitor, Data(documents.utf8), file: "cases.ndjson"))
        #expect(second.contains("3 行（判定 2、誤り 1）"))
        let lines = try await visitor.get(path + "/results").body.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].contains("\"outcome\":\"対象\""))
    }

    @Test("A file that cannot be begun says why", arguments: [("", "案件がありません"), ("依頼.作\n問合せ\n", "依頼.作業"), ("\u{0}\u{1}", "見出し")])
    func unbegun(content: String, said: String) async throws {
        let visitor = try await visitor()
        let (_, page) = try await ended(visitor, send(visitor, Data(content.utf8)))
        #expect(page.contains("role=\"alert\"") && page.contains(said))
    }

    @Test("One at a time; it can be stopped, and what was judged by then stays")
    func stopped() async throws {
        let visitor = try await visitor()
        let many = "依頼.作業,端末.OS\n" + String(repeating: "問合せ,新版\n", count: 100_000)
        let sent = try await send(visitor, Data(many.utf8))
        let path = try #require(sent.headers["location"])
        #expect(try await send(visitor, Data(Self.table.utf8)).status == 409)
        while try await !visitor.get(path).body.contains("/records/1\"") { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try await visitor.post(path + "/stop", [:]).status == 303)
        let (_, page) = try await ended(visitor, sent)
        #expect(page.contains("途中で止めました") && page.contains(path + "/results"))
        let lines = try await visitor.get(path + "/results").body.split(separator: "\r\n").count - 1
        let last = try #require(page.matches(of: /href="\/records\/(\d+)"/).last.flatMap { Int($0.1) })
        #expect(lines == last && last < 100_000)
        #expect(try await send(visitor, Data(Self.table.utf8)).status == 303)
    }

    @Test("Only who sent it sees it, and only staff send")
    func owners() async throws {
        let visitor = try await visitor()
        let (path, _) = try await ended(visitor, send(visitor, Data(Self.table.utf8)))
        let other = try await self.visitor(on: visitor.service, name: "madoguchi")
        for place in [path, path + "/results", path + "/errors", "/applications/fleet/0"] { #expect(try await other.get(place).status == 404, "\(place)") }
        #expect(try await other.post(path + "/stop", [:]).status == 404)
        #expect(try await !other.get("/applications").body.contains(path))
        let author = try await self.visitor("author", on: visitor.service, name: "kisoku")
        #expect(try await send(author, Data(Self.table.utf8)).status == 403)
        #expect(try await Visitor(visitor.service).get(path).status == 303)
    }

    @Test("What no page of ours sends is refused, and text stays text")
    func hostile() async throws {
        let visitor = try await visitor()
        let token = try #require(try await visitor.token())
        func raw(_ body: String, boundary: String = "x") async throws -> Int {
            let type = "multipart/form-data; boundary=\(boundary)"
            return try await visitor.send("POST", "/applications/fleet", body, ["Content-Type": type]).status
        }
        let field = "Content-Disposition: form-data; name=\"csrf\"\r\n\r\n"
        let file = "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n依頼.作業\n"
        #expect(try await raw("--x\r\n\(field)\(token)\r\n--x\r\n\(file)\r\n--x--\r\n") == 404)
        #expect(try await raw("--x\r\n\(field)\(token)\r\n--x--\r\n") == 400)
        #expect(try await raw("--x\r\n\(field)wrong\r\n--x\r\n\(file)\r\n--x--\r\n") == 403)
        let broken = [
            "", "--x", "--x\r\n", "--y\r\n\(field)\(token)\r\n--y--", "--x\r\n\(field)\(token)", "--x\r\nX: y\r\n\r\n\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=csrf\r\n\r\n\r\n--x--", "--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--x--",
            "--x\r\n" + String(repeating: "a", count: 5_000) + "\r\n\r\n\r\n--x--", String(repeating: "--x\r\n\(field)\r\n", count: 50) + "--x--",
        ]
        for body in broken { #expect(try await raw(body) == 400, "\(body.prefix(80))") }
        #expect(try await raw("--x--", boundary: "") == 400)
        #expect(try await visitor.post("/applications/fleet", [:]).status == 415)
        #expect(try await raw(String(repeating: "x", count: 9 << 20)) == 413)

        let table = Data("<script>alert(1)</script>,依頼.作業\n1,<img src=x>\n".utf8)
        let (_, page) = try await ended(visitor, send(visitor, table, file: "<b>台帳</b>.csv"))
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<b>台帳") && page.contains("&lt;img src=x"))
    }
}
