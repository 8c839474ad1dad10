import Foundation
import Testing

@Suite("The interview of the service", .enabled(if: Command.isBuilt, Command.absence))
struct ServiceInterviewTests {
    @Test("Facts go in, questions come out, until nothing is left to be asked; only then is there an answer, on record")
    func course() async throws {
        let service = try await RunningService(SmallRules())
        let first = try await service.send("POST", "/v1/interview", #"{"as_of": "2026-11-22"}"#).json
        #expect(first["status"] == "undetermined")
        #expect(first["outcome"] == .null && first["ending"] == .null && first["record"] == .null && first["answer"] == .null)
        let question = try #require(first["questions"]?.elements.first)
        #expect(question["id"] == "依頼.作業" && question["kind"] == "choice" && question["question"] == "どのような作業をご希望ですか")
        #expect(question["options"]?.elements.map { $0["value"]?.text } == ["障害復旧", "問合せ", "訪問", "その他"])
        #expect(question["options"]?.elements.first?["label"] == "障害の復旧")
        let second = try await service.send("POST", "/v1/interview", #"{"as_of": "2026-11-22", "依頼.作業": "障害復旧"}"#).json
        #expect(second["questions"]?.elements.contains { $0["id"] == "障害.起因" && $0["kind"] == "multiple" } == true)
        #expect(try await service.send("GET", "/v1/records").json["records"]?.elements.isEmpty == true)
        let last = try await service.send("POST", "/v1/interview", SmallRules.settled).json
        #expect(last["ending"] == "determined" && last["outcome"] == "対象" && last["questions"]?.elements.isEmpty == true)
        #expect(last["record"]?.number == 1)
        #expect(last["answer"]?["decisions"]?.elements.first?["outcome"] == "対象")
        #expect(try await service.send("POST", "/v1/records/1/replay").json["outcome"] == "same")
    }

    @Test("The first question is the one that the command asks", arguments: [#"{"as_of": "2026-11-22"}"#, SmallRules.open])
    func sameQuestion(facts: String) async throws {
        let service = try await RunningService(SmallRules())
        let asked = try await service.send("POST", "/v1/interview", facts).json["questions"]?.elements.first?["question"]?.text
        let file = try service.rules.folder.write("facts.json", facts)
        let shown = try await service.rules.run("ask", "--resume", file, input: "q\n").output
        let question = try #require(asked)
        #expect(shown.contains("1. \(question)"), "\(shown.prefix(300))")
    }

    @Test("What is not known is not asked again; where nothing else is left, that is the end")
    func skipped() async throws {
        let service = try await RunningService(SmallRules())
        let ids = { (reply: JSON) in reply["questions"]?.elements.compactMap { $0["id"]?.text } ?? [] }
        let open = try await service.send("POST", "/v1/interview", SmallRules.open).json
        #expect(ids(open).contains("障害.起因"))
        let all = ids(open).map { "\"\($0)\"" }.joined(separator: ", ")
        let one = try await service.send("POST", "/v1/interview", SmallRules.open.dropLast() + #", "skipped": ["障害.起因"]}"#).json
        #expect(!ids(one).contains("障害.起因"))
        let none = try await service.send("POST", "/v1/interview", SmallRules.open.dropLast() + #", "skipped": [\#(all), "障害.起因"]}"#).json
        #expect(ids(none).isEmpty)
        #expect(none["ending"] == "unanswered" && none["status"] == "undetermined" && none["record"]?.number == 1)
    }

    @Test("What says that none of these is so is given as facts to add, and they settle the question")
    func noneOfThese() async throws {
        let service = try await RunningService(SmallRules(), serves: Command.shippedRules)
        let facts = #"{"as_of": "2026-11-22", "依頼": {"サービス": "オンサイト保守", "作業": "修理", "日本国内": true, "言語": "日本語", "機器が本サービス提供": true}"#
        let first = try await service.send("POST", "/v1/interview", facts + "}").json
        let cause = try #require(first["questions"]?.elements.first { $0["id"] == "障害.起因" })
        #expect(cause["asked_of"] == "caller" && cause["asked_party"] == "甲" && cause["none"]?["障害.起因"]?["火災"] == false)
        let all = cause["options"]?.elements.compactMap { $0["value"]?.text }.map { "\"\($0)\": false" } ?? []
        let second = try await service.send("POST", "/v1/interview", facts + #", "障害.起因": {\#(all.joined(separator: ", "))}}"#).json
        #expect(second["questions"]?.elements.contains { $0["id"] == "障害.起因" } == false)
        #expect(first["assuming"] != nil)
    }

    @Test("A group is one question, with its facts for who answers no")
    func group() async throws {
        let service = try await RunningService(SmallRules(), serves: Command.shippedRules)
        let vocabulary = try await service.send("GET", "/v1/contracts/rns/facts").json
        let groups = Set(vocabulary["groups"]?.elements.compactMap { $0["name"]?.text } ?? [])
        let decisions = try await service.send("GET", "/v1/contracts").json["contracts"]?.elements.first?["decisions"]?.elements ?? []
        var found = 0
        for name in decisions.compactMap({ $0["decision"]?.text }) {
            let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let reply = try await service.send("POST", "/v1/interview?decision=\(encoded)", #"{"as_of": "2026-11-22"}"#).json
            for question in reply["questions"]?.elements ?? [] where question["kind"] == "group" {
                found += 1
                #expect(groups.contains(question["id"]?.text?.split(separator: "[").first.map(String.init) ?? ""))
                let members = question["members"]?.elements ?? []
                #expect(!members.isEmpty && members.count == question["items"]?.elements.count)
                #expect(members.allSatisfy { $0["kind"] == "bool" && $0["fact"]?.text != nil })
            }
        }
        #expect(found > 0)
    }

    @Test(
        "What cannot be read is refused, and nothing is recorded",
        arguments: [
            ("", #"{"skipped": "x"}"#, 422), ("", #"{"skipped": [1]}"#, 422), ("", #"{"skipped": ["なぞ"]}"#, 422), ("", #"{"なぞ": 1}"#, 422),
            ("", "[]", 422), ("", "{", 400), ("?decision=all", "{}", 400), ("?decision=x", "{}", 400), ("?day=x", "{}", 400),
        ])
    func refuses(query: String, body: String, status: Int) async throws {
        let service = try await RunningService(SmallRules())
        let reply = try await service.send("POST", "/v1/interview\(query)", body)
        #expect(reply.status == status, "\(reply.body)")
        #expect(reply.headers["content-type"] == "application/problem+json")
        #expect(try await service.send("GET", "/v1/records").json["records"]?.elements.isEmpty == true)
    }
}
