import Testing

@Suite("The JSON of a decision", .enabled(if: Command.isBuilt, Command.absence))
struct DecisionTests {
    let rules: SmallRules

    init() throws { rules = try SmallRules() }

    private static let top: Set = [
        "schema", "contract", "edition", "effective", "edition_assumed_in_force", "edition_in_force", "rules_digest", "as_of", "decisions", "obligations",
    ]
    private static let decision: Set = [
        "decision", "status", "outcome", "possible", "side", "side_text", "next_side", "next_side_change", "next_side_change_until", "assuming", "grounds",
        "possible_grounds", "defeated", "missing", "discretion", "interpretations",
        "readings_matter_together",
        "sources", "duties", "approximate", "next_change", "next_status", "next_outcome", "next_grounds_change", "next_change_until", "would_change",
        "would_change_complete", "lacking", "lacking_complete", "next_change_complete", "next_grounds_change_complete", "interpretations_complete",
        "discretion_complete", "assuming_complete",
    ]
    /// The keys that programs rely on, by where they stand.
    private static let entries: [String: Set<String>] = [
        "grounds": ["clause", "cite", "rule", "gist", "primary"], "defeated": ["clause", "cite", "by"],
        "missing": ["fact", "question", "decides", "decides_side"],
        "discretion": ["power", "by", "clause", "outcome", "possible", "with", "leads_to"], "interpretations": ["name", "adopted", "changes_outcome"],
        "sources": ["table", "row", "source", "retrieved"], "duties": ["who", "what", "by", "clause"],
    ]

    private static let virus =
        #"{"as_of": "2026-11-22", "依頼": {"作業": "障害復旧", "受付日": "2026-11-20"}, "障害": {"起因": ["ウイルス感染"]}, "判断": {"相当理由": true}}"#
    private static let old = #"{"as_of": "2026-11-22", "依頼": {"作業": "問合せ"}, "端末": {"OS": "旧版"}}"#

    /// The one decision of an answer.
    private func decide(_ facts: String, _ arguments: String...) async throws -> JSON {
        let outcome = try await Command.run(["decide", "-", "--rules", rules.path, "--format", "json"] + arguments, input: facts)
        let decisions = try outcome.json["decisions"]?.elements ?? []
        #expect(decisions.count == 1)
        return try #require(decisions.first)
    }

    @Test("It has the stable keys and no others", arguments: [SmallRules.settled, SmallRules.open, SmallRules.disputed, virus, old])
    func keys(facts: String) async throws {
        let document = try await rules.decide(facts, "--format", "json", "--decision", "all").json
        #expect(document.keys == Self.top)
        #expect(document["schema"] == "kiyaku.decision/1")
        #expect(document["contract"] == "見本")
        #expect(document["edition"] == .null)
        #expect(document["edition_assumed_in_force"] == true)
        #expect(document["edition_in_force"] == .null)
        #expect(document["as_of"] == "2026-11-22")
        #expect(document["rules_digest"]?.text?.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
        #expect(document["decisions"]?.elements.map { $0["decision"] } == ["対象可否", "費用"])
        for decision in document["decisions"]?.elements ?? [] {
            #expect(decision.keys == Self.decision)
            for (name, keys) in Self.entries {
                for entry in decision[name]?.elements ?? [] { #expect(keys.isSubset(of: entry.keys), "\(name): \(entry.keys)") }
            }
        }
    }

    @Test("Every part of it is filled where there is something to say")
    func filled() async throws {
        let proviso = try await decide(Self.virus)
        #expect(proviso["status"] == "determined")
        #expect(proviso["outcome"] == "対象")
        #expect(proviso["possible"]?.texts == ["対象"])
        #expect(proviso["grounds"]?.elements.compactMap { $0["clause"]?.text } == ["4.1", "40.1.3.proviso"])
        #expect(proviso["defeated"]?.elements.first?["by"] == "40.1.3.proviso")
        #expect(proviso["discretion"]?.elements.first?["power"] == "判断.範囲外")
        #expect(proviso["discretion"]?.elements.first?["by"] == "乙")
        #expect(proviso["duties"]?.elements.first?["by"] == "2026-11-23")

        let open = try await decide(SmallRules.open)
        #expect(open["status"] == "undetermined")
        #expect(open["outcome"] == .null)
        #expect(open["possible"]?.texts == ["適用外", "対象"])
        #expect(open["missing"]?.elements.first?["fact"] == "障害.起因")
        #expect(open["missing"]?.elements.first?["decides"] == true)

        let source = try await decide(Self.old)["sources"]?.elements.first
        #expect(source?["table"] == "サポート終了")
        #expect(source?["source"] == "開発元の発表")
        #expect(source?["retrieved"] == "2026-08-22")

        let reading = try await decide(SmallRules.disputed)["interpretations"]?.elements.first
        #expect(reading?["name"] == "訪問の扱い")
        #expect(reading?["adopted"] == "含む")
        #expect(reading?["changes_outcome"] == true)
    }

    @Test("The day to judge by can be given beside the facts, and changes the answer")
    func asOf() async throws {
        let before = try await rules.decide(Self.old, "--as-of", "令和元年12月31日", "--format", "json").json
        #expect(before["as_of"] == "2019-12-31")
        #expect(before["decisions"]?.elements.first?["outcome"] == "対象")
        #expect(try await decide(Self.old)["outcome"] == "適用外")
    }

    @Test("An end of support to come is the day on which the answer changes, and what it becomes is said")
    func nextChange() async throws {
        let facts = #"{"as_of": "2026-11-22", "依頼": {"作業": "問合せ"}, "端末": {"OS": "新版"}}"#
        let decision = try await decide(facts)
        // The last day of support, 2030-10-14, still counts.
        #expect(decision["next_change"] == "2030-10-15")
        #expect(decision["next_outcome"] == "適用外")
        #expect(try await rules.decide(facts).output.contains("この答えが変わる日: 2030年10月15日（「適用外」に変わります）"))
        #expect(try await decide(SmallRules.settled)["next_change"] == .null)
        #expect(try await decide(SmallRules.settled)["next_change_until"] == .null)
    }

    @Test("What the customer can change to settle another outcome is named, with the clause that then decides")
    func wouldChange() async throws {
        let decision = try await decide(SmallRules.disputed, "--decision", "費用")
        #expect(decision["status"] == "conflict")
        let change = decision["would_change"]?.elements.first
        #expect(change?["set"]?["依頼.有償"] == true)
        #expect(change?["outcome"] == "有料")
        #expect(change?["clause"] == "12.1")
        // A virus is not for the customer to change.
        #expect(try await decide(Self.virus)["would_change"]?.elements == [])
    }

    @Test("The same facts are read from a file and from standard input, in JSON and in YAML")
    func sources() async throws {
        let yaml = "as_of: 2026-11-22\n依頼:\n  作業: 障害復旧\n障害:\n  起因:\n    のみ: [天災]\n"
        let wanted = try await rules.decide(SmallRules.settled, "--format", "json").output
        #expect(try await rules.decide(yaml, "--format", "json").output == wanted)
        for (name, text) in [("f.json", SmallRules.settled), ("f.yaml", yaml), ("f.yml", yaml), ("noname", yaml)] {
            let path = try rules.folder.write(name, text)
            #expect(try await rules.run("decide", path, "--format", "json").output == wanted, "\(name)")
        }
    }

    @Test("Where the outcome is settled but not by which clause, that is said")
    func openGround() async throws {
        let facts = #"{"as_of": "2026-11-22", "依頼": {"作業": "その他"}}"#
        let decision = try await decide(facts)
        #expect(decision["outcome"] == "適用外")
        #expect(decision["grounds"]?.elements == [])
        #expect(decision["possible_grounds"]?.elements.map { $0["clause"] } == ["40.1.4", "40.1.5"])
        #expect(decision["missing"]?.elements.map { $0["decides"] } == [false])
        #expect(try await rules.decide(facts).output.contains("ありうる根拠: 第40条第1項第4号　有償のそのほかの作業は適用外"))
    }

    @Test("Without a day the case is judged by today, and that is said")
    func today() async throws {
        let outcome = try await rules.decide(#"{"依頼": {"作業": "訪問"}}"#)
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("今日として判定します"))
    }
}
