import Foundation
import Testing

@Suite("Which decision words ask for", .enabled(if: Command.isBuilt, Command.absence))
struct DecisionChoiceTests {
    let rules: SmallRules

    /// The small rules, with how callers ask for their two decisions.
    init() throws {
        rules = try SmallRules()
        var text = try rules.folder.read("rules/main.kiyaku")
        for (head, phrases) in [
            ("判定 対象可否 「この依頼は対象か」 {", "「直してもらえますか」, 「機械が動かない」, 「見に来てほしい」"),
            (
                "判定 費用 「費用はかかるか」 {",
                "「お金は取られますか」, 「訪問は有料ですか」, 「値段を知りたい」, 「出張の料金」, 「無料で来てくれる」, 「見積もりの金額」, 「who pays the visit」"
            ),
        ] { text = text.replacingOccurrences(of: head, with: "\(head)\n  尋ね方 \(phrases)") }
        try rules.folder.write("rules/main.kiyaku", text)
    }

    private static let clear = "出張の値段を知りたい。訪問は有料で、お金は取られますか。見積もりの金額と料金は"

    @Test("What can be decided is listed by question, with how callers ask, and is the same for programs")
    func list() async throws {
        let outcome = try await rules.run("decisions")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("費用はかかるか　[費用]"))
        #expect(outcome.output.contains("「お金は取られますか」"))
        let decisions = try await rules.run("decisions", "--format", "json").json["decisions"]?.elements ?? []
        #expect(decisions.map { $0["decision"]?.text } == ["対象可否", "費用"])
        #expect(decisions.last?["facts"]?.elements.map(\.text) == ["依頼.作業", "依頼.有償"])
        #expect(decisions.first?["purposes"]?.elements.map(\.text) == ["main", "environment"])
    }

    @Test("A decision by its name shows what it reads")
    func one() async throws {
        let outcome = try await rules.run("decisions", "費用")
        #expect(outcome.output.contains("依頼.有償"))
        #expect(!outcome.output.contains("この依頼は対象か"))
    }

    @Test("Words find the decision, with the words that spoke for it")
    func found() async throws {
        let outcome = try await rules.run("decisions", "訪問の値段はいくらになりますか", "--format", "json")
        let first = try outcome.json["questions"]?.elements.first?["candidates"]?.elements.first
        #expect(first?["decision"] == "費用")
        let words = first?["words"]?.elements.compactMap { $0["words"]?.text } ?? []
        #expect(words.contains("訪問") && words.contains("値段"))
    }

    @Test("The service says the same, and keeps no record")
    func service() async throws {
        let service = try await RunningService(rules)
        let reply = try await service.send("POST", "/v1/route", #"{"text": "訪問の値段"}"#)
        #expect(reply.status == 200)
        #expect(try JSON(try await rules.run("decisions", "訪問の値段", "--format", "json").output) == reply.json)
        #expect(try await service.send("POST", "/v1/route", #"{"text": 1}"#).status == 422)
        #expect(try await service.send("POST", "/v1/route", #"{"text": "x", "as_of": "2026-11-22"}"#).status == 422)
        let listed = try await service.send("GET", "/v1/contracts/見本/decisions".addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "")
        #expect(listed.status == 200)
        #expect(try await service.send("GET", "/v1/records").json["records"]?.elements.isEmpty == true)
    }

    @Test("One clear decision is gone on with, and can be changed")
    func clear() async throws {
        let outcome = try await Command.run(["ask", "--as-of", "2026-11-22", "--rules", rules.path, Self.clear], input: "判定\n対象可否\n3\n")
        #expect(outcome.output.contains("お尋ねを「費用はかかるか」と受け取りました"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("お尋ねはどれですか"))
        #expect(outcome.output.contains("【対象】"))
    }

    @Test("Where it is not clear, the person chooses by number; Enter takes the first", arguments: [("1", "費用はかかるか"), ("", "費用はかかるか"), ("2", "この依頼は対象か")])
    func choose(answer: String, question: String) async throws {
        let outcome = try await Command.run(["ask", "--as-of", "2026-11-22", "--rules", rules.path, "見積もりの金額、機械"], input: "\(answer)\nq\n")
        #expect(outcome.output.contains("1. 費用はかかるか　[費用]"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.components(separatedBy: "\n").contains { $0.contains(question) })
    }

    @Test("A name that is none leads to the list")
    func absent() async throws {
        let outcome = try await rules.decide(SmallRules.open, "--decision", "費")
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("kiyaku decisions"))
    }
}
