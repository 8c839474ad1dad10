import Foundation
import Testing

@Suite("The pages of the contract", .enabled(if: Command.isBuilt, Command.absence))
struct ContractPagesTests {
    private func visitor(_ role: String) async throws -> Visitor {
        let service = try await RunningService(SmallRules())
        try await Visitor.add("reader", role, to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("reader")
        return visitor
    }

    private func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }

    @Test("A clause's number in any spelling leads to its page; words lead to the clauses that have them")
    func search() async throws {
        let visitor = try await visitor("author")
        for spelling in ["第40条第1項第3号", "第四十条一項三号", "40条1項3号", "40.1.3"] {
            let reply = try await visitor.get("/contract?q=\(encoded(spelling))")
            #expect(reply.status == 303 && reply.headers["location"] == "/contract/clauses/40.1.3", "\(spelling)")
        }
        let found = try await visitor.get("/contract?q=\(encoded("ウイルス　復旧"))").body
        #expect(found.contains("1 件") && found.contains("/contract/clauses/40.1.3\""))
        let none = try await visitor.get("/contract?q=\(encoded("<b>ない言葉"))").body
        #expect(none.contains("見つかりません") && none.contains("&lt;b&gt;ない言葉"))
        #expect(try await visitor.get("/contract").body.contains("/contract/clauses/12.1\""))
        #expect(try await Visitor(visitor.service).get("/contract").status == 303)
    }

    @Test("A clause shows its rules in words without anyone's facts, and as they are written")
    func clause() async throws {
        let visitor = try await visitor("staff")
        let page = try await visitor.get("/contract/clauses/40.1.3").body
        #expect(page.contains("障害の原因に「ウイルスへの感染」「外部からの不正アクセス」のいずれかを含む") && page.contains("依頼された作業が「障害の復旧」"))
        #expect(!page.contains("（事実") && page.contains("規則 ウイルス { もし"))
        let other = try await visitor.get("/contract/clauses/4.1").body
        #expect(other.contains("訪問の扱い") && other.contains("復旧のために行くから"))
        #expect(other.contains("受け付けたことを知らせる") && other.contains("受付の日の3日後"))
        #expect(try await visitor.get("/contract/clauses/\(encoded("第40条第1項第3号"))").headers["location"] == "/contract/clauses/40.1.3")
        #expect(try await visitor.get("/contract/clauses/99").status == 404)
    }

    @Test("What is supported is so to the end of its last day, and moves with the day one looks from")
    func support() async throws {
        let visitor = try await visitor("auditor")
        func state(_ day: String) async throws -> String? {
            try await visitor.get("/contract/support?day=\(day)").body.firstMatch(of: /<th scope="row">旧版<\/th><td class="([a-z]+)">/).map { String($0.1) }
        }
        #expect(try await state("2019-01-13") == "supported")
        #expect(try await state("2020-01-14") == "ending")
        #expect(try await state("2020-01-15") == "ended")
        #expect(try await visitor.get("/contract/support?day=tomorrow").status == 400)
        #expect(try await visitor.get("/contract/support").status == 200)
    }
}
