import Testing

@Suite("Looking up a clause", .enabled(if: Command.isBuilt, Command.absence))
struct ClauseTests {
    /// Spellings of one clause each.
    private static let spellings: [(String, [String])] = [
        (
            "40.1.3",
            [
                "第四十条第一項第三号", "第40条第1項第3号", "第４０条第１項第３号", "40条1項3号", "４０条１項３号", "第四〇条第一項第三号", "40.1.3", "第４０条１項３号",
                "第 40 条 第 1 項 第 3 号",
            ]
        ),
        ("40.1.3.proviso", ["第40条第1項第3号ただし書", "40条1項3号ただし書き", "40条1項3号但書", "40条1項3号但し書", "40.1.3.proviso"]),
        ("app2.note1", ["別紙2※1", "別紙２注１", "別紙2 ※1", "app2.note1"]),
        ("app1.5.3.3", ["別紙1 Ⅴ（3）3", "別紙１Ⅴ(３)３", "app1.5.3.3"]), ("5.1.2", ["第五条第二号", "第5条第2号", "5条2号"]),
        ("38_2_2.1", ["第三十八条の二の二第一項", "第38条の2の2第1項", "38条の2の2第1項", "第３８条の２の２第１項"]),
        ("12.1.proviso", ["第十二条第一項ただし書", "第12条第1項ただし書き", "12条1項但書", "12条1項但し書"]), ("12.1.first", ["第十二条第一項前段", "12条1項前段"]),
        ("3.2.1.1.1", ["第三条第二項第一号イ（１）", "3条2項1号イ(1)"]), ("app2", ["別紙2", "別紙２", "別紙二", "別紙第二"]), ("47", ["第47条", "47条", "47条1項", "第四十七条第一項"]),
    ]
    static let all = spellings.flatMap { id, spellings in spellings.map { (id, $0) } }

    @Test("A clause is found by every spelling of its number", arguments: all)
    func finds(id: String, spelling: String) async throws {
        let outcome = try await SmallRules().run("clause", spelling, "--format", "json")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try outcome.json["id"] == .text(id))
    }

    @Test("Its page says what programs rely on")
    func page() async throws {
        let rules = try SmallRules()
        let page = try await rules.run("clause", "40条1項3号", "--format", "json").json
        #expect(page.keys.isSuperset(of: ["id", "cite", "gist", "rules", "status"]))
        #expect(page["cite"] == "第40条第1項第3号")
        #expect(page["gist"] == "ウイルスによる障害の復旧は適用外")
        #expect(page["rules"]?.texts == ["ウイルス"])
        #expect(page["status"] == "encoded")
        #expect(page["below"]?.elements.compactMap { $0["id"]?.text } == ["40.1.3.proviso"])
        #expect(try await rules.run("clause", "別紙2注1", "--format", "json").json["status"] == "nonoperative")
    }

    @Test("Of the shipped contract too", arguments: [("第四十条第一項第三号", "40.1.3"), ("別紙2※1", "app2.note1"), ("別紙1 Ⅴ（3）3", "app1.5.3.3")])
    func shipped(spelling: String, id: String) async throws {
        let outcome = try await Command.run(["clause", spelling, "--format", "json", "--rules", Command.shippedRules])
        #expect(try outcome.json["id"] == .text(id))
        #expect(try outcome.json["gist"]?.text?.isEmpty == false)
    }

    @Test("A party is told by its name or by what it is called: who it is, what it owes, and what it decides", arguments: ["乙", "当社"])
    func party(written: String) async throws {
        let page = try await Command.run(["clause", written, "--format", "json", "--rules", Command.shippedRules]).json
        #expect(page["party"] == "乙" && page["label"] == "当社" && page["answers"] == true)
        #expect(page["others"]?.elements.compactMap { $0["party"]?.text } == ["甲"])
        let norms = page["norms"]?.elements ?? []
        #expect(norms.contains { $0["cite"] == "第14条第2項" && $0["kind"] == "duty" }, "乙 tells 甲 of a stop")
        #expect(!norms.contains { $0["cite"] == "第10条第5項" }, "taking the device off the network is 甲's duty")
        #expect(page["findings"]?.elements.isEmpty == false && page["discretions"]?.elements.isEmpty == false)
        let text = try await Command.run(["clause", "甲", "--rules", Command.shippedRules]).output
        #expect(text.hasPrefix("甲「お客様」") && text.contains("第10条第5項"))
    }
}
