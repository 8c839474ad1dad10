import Foundation
import Testing

@Suite("Hostile texts in tables", .enabled(if: Command.isBuilt, Command.absence))
struct HostileTableTests {
    @Test("A table of hostile cells is judged row by row; its results run nothing in a spreadsheet, and can be judged again")
    func table() async throws {
        let service = try await RunningService(SmallRules())
        let visitor = try await service.readers(1)[0]
        func cell(_ text: String) -> String { "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\"" }
        let texts = (HostileText.plain + [HostileText.marks]).filter { !$0.text.isEmpty }
        let names = texts.filter { !$0.text.contains(/[\u{0}-\u{1F}\u{7F}]/) && $0.name != "combining marks" }.map { cell("列" + $0.text) }
        let head = (["備考欄", "=列", "依頼.作業", "端末.OS", "依頼.有償"] + names).joined(separator: ",")
        let blanks = String(repeating: ",", count: names.count)
        let rows =
            texts.flatMap { ["\(cell($0.text)),,問合せ,新版,\(blanks)", ",\(cell($0.text)),\(cell($0.text)),\(cell($0.text)),\(cell($0.text))\(blanks)"] }
            + ["-5,+81-3-1234,問合せ,新版,\(blanks)"]
        let table = ([head] + rows).joined(separator: "\n") + "\n"
        var (path, page) = ("", "")
        for file in ["=1+1.csv", "../../\"><img src=x onerror=1>\u{202E}.csv"] {
            let sent = try await visitor.upload(
                "/applications/fleet", ["decision": "対象可否", "day": "2026-11-22"], file: file.replacing("\"", with: "%22"), Data(table.utf8))
            path = try #require(sent.headers["location"], "\(sent.status)")
            repeat {
                try await Task.sleep(for: .milliseconds(50))
                let reply = try await visitor.get(path)
                reply.examine(file)
                page = reply.body
            } while page.contains("data-poll")
        }
        let refused = try await visitor.get(path + "/errors").body.prefix(2_000)
        let said = page.components(separatedBy: "</section>")[0].firstMatch(of: /[0-9]+ 行（[^<]*|role="alert">[^<]*/).map { String($0.0) } ?? ""
        #expect(said.hasPrefix("\(rows.count) 行（判定 "), "\(said) \(refused)")

        let errors = try await visitor.get(path + "/errors")
        let results = try await visitor.get(path + "/results")
        for reply in [errors, results] {
            #expect(reply.status == 200)
            let isRun = reply.body.contains(/(?:^|[,\n])"?[=@＝＠\t\r]|(?:^|[,\n])"?[-+＋－](?![0-9.]+"?[,\r])/)
            #expect(!isRun)
        }
        for cell in ["\r\n'=1+1,", "\r\n'@SUM(A1),", "\r\n'＝1+1,", "\r\n-5,'+81-3-1234,"] {
            let isThere = results.body.contains(cell)
            #expect(isThere, "\(cell)")
        }
        // Read again it says the same, to the byte; in another notation the apostrophes are gone.
        let folder = service.rules.folder
        let file = try folder.write("results.csv", results.body)
        for (format, name) in [("csv", "again.csv"), ("ndjson", "again.ndjson")] {
            let outcome = try await Command.run([
                "check", file, "--rules", service.rules.path, "--decision", "対象可否", "--as-of", "2026-11-22", "--ignore-unknown", "--format", format, "-o",
                folder.place(name),
            ])
            #expect([0, 10].contains(outcome.code), "\(outcome.errors.prefix(500))")
        }
        let again = String(decoding: FileManager.default.contents(atPath: folder.place("again.csv")) ?? Data(), as: UTF8.self)
        let lines = { (text: String) in text.components(separatedBy: "\r\n") }
        for (first, second) in zip(lines(results.body), lines(again)) { #expect(first == second) }
        #expect(again.utf8.count == results.body.utf8.count)
        let isPlain = try folder.read("again.ndjson").contains(#""備考欄":"=1+1""#)
        #expect(isPlain)
        try await service.settled()
    }

    @Test("A caller whose name is a formula is text in the exported record")
    func exported() async throws {
        let service = try await RunningService.behindProxy()
        let token = try await service.token("@SUM", "service")
        #expect(try await service.send("POST", "/v1/decisions", "{}", token: token).status == 200)
        let table = try await service.readers(1)[0].get("/records.csv").body
        #expect(table.contains(",'@SUM,") && !table.contains(",@SUM"))
    }
}
