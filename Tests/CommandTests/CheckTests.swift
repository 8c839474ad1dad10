import Foundation
import Testing

/// `kiyaku check` on small rules (`SmallRules`): 依頼.作業 障害復旧 is 対象 unless a virus is among the causes.
@Suite("kiyaku check", .enabled(if: Command.isBuilt, Command.absence))
struct CheckTests {
    private static let table = "依頼.作業,障害.起因,判断.相当理由\n障害復旧,ウイルス感染,いいえ\n障害復旧,天災のみ,\n訪問,,\n障害復旧,,\n"

    /// The rows of a CSV without quotation marks, its mark taken off.
    private func rows(_ text: String) -> [[String]] {
        text.replacing("\u{FEFF}", with: "").components(separatedBy: "\r\n").filter { !$0.isEmpty }.map { $0.components(separatedBy: ",") }
    }

    private func check(_ text: String, _ arguments: String..., rules: SmallRules) async throws -> Outcome {
        try await Command.run(["check", "-", "--as-of", "2026-11-22", "--rules", rules.path] + arguments, input: text)
    }

    @Test("The columns of the input stay and the result's follow, in a form that Excel opens")
    func columns() async throws {
        let outcome = try await check(Self.table, rules: SmallRules())
        let rows = rows(outcome.output)
        #expect(rows[0].prefix(7) == ["依頼.作業", "障害.起因", "判断.相当理由", "判定の基準日", "対象可否.結果", "対象可否.側", "対象可否.状態"])
        #expect(rows[1].prefix(10) == ["障害復旧", "ウイルス感染", "いいえ", "2026-11-22", "適用外", "適用外", "確定", "", "40.1.3", "第40条第1項第3号"])
        #expect(rows[2][4] == "対象")
        #expect(rows[3][4] == "対象")
        #expect(rows[4][4...7] == ["", "", "未決", "適用外; 対象"])
        #expect(rows[4].suffix(2).first?.contains("原因はどれですか") == true && rows[4].last?.contains("原因はどれですか") == false)
        #expect(rows.count == 5)
        #expect(outcome.code == 10)
        #expect(outcome.errors.contains("4 件（判定 4、誤り 0）"))
    }

    @Test("Each result says what follows from it and when it next changes by itself")
    func follows() async throws {
        let rules = try SmallRules()
        let table = "依頼.作業,依頼.受付日,端末.OS\n問合せ,2026-11-20,新版\n訪問,2026-11-20,\n"
        let rows = rows(try await check(table, rules: rules).output)
        let duties = try #require(rows[0].firstIndex(of: "対象可否.義務と費用"))
        let next = try #require(rows[0].firstIndex(of: "対象可否.次に変わる時"))
        // The last day of support is 2030-10-14; the duty's day is three days after the request.
        #expect(rows[1][next] == "2030-10-15")
        #expect(rows[1][duties] == "乙→甲 受け付けたことを知らせる（期限: 2026年11月23日）　第4条第1項")
        #expect(rows[2][next] == "")
        let document = #"{"依頼": {"作業": "問合せ", "受付日": "2026-11-20"}, "端末": {"OS": "新版"}}"# + "\n"
        let outcome = try await check(document, "--decision", "費用", "--decision", "対象可否", rules: rules)
        let decisions = try JSON(outcome.output)["decisions"]?.elements ?? []
        #expect(decisions.map { $0["decision"] } == ["費用", "対象可否"])
        #expect(decisions.last?["next_change"] == "2030-10-15")
        #expect(decisions.last?["next_outcome"] == "適用外")
        #expect(decisions.last?["duties"]?.elements.map { $0["by"] } == ["2026-11-23"])
    }

    @Test("A bad row goes to the error file with line, column, value, reason and what is allowed; the rest is judged")
    func badRows() async throws {
        let rules = try SmallRules()
        let out = rules.folder.place("out.csv")
        let text = "依頼.作業,障害.起因\n障害復旧,のみ\nなぞ,天災のみ\n訪問\n\"訪問,\n問合せ,\u{0}\n,\n訪問,\n"
        let outcome = try await check(text, "--out", out, rules: rules)
        let errors = rows(try rules.folder.read("out.errors.csv"))
        #expect(errors[0] == ["行", "列", "値", "内容", "対処", "コード"])
        #expect(errors.dropFirst().map { $0[0] } == ["3", "4", "5", "6"])
        #expect(errors[1][1...2] == ["依頼.作業", "なぞ"])
        #expect(errors[1][4].contains("障害復旧・問合せ・訪問・その他"))
        #expect(rows(try rules.folder.read("out.csv")).map { $0[0] } == ["依頼.作業", "障害復旧", "訪問"])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("空の行を 1 行"))
    }

    @Test("Where nothing is wrong no error file stays; the results begin with a byte order mark")
    func noErrors() async throws {
        let rules = try SmallRules()
        let out = rules.folder.place("out.csv")
        #expect(try await check("依頼.作業\n訪問\n", "-o", out, rules: rules).code == 0)
        // Read as bytes: a reader of text takes the mark off.
        #expect(FileManager.default.contents(atPath: out)?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
        #expect(!FileManager.default.fileExists(atPath: rules.folder.place("out.errors.csv")))
    }

    @Test("A column that is no fact stops the run before it begins, unless it is to be kept")
    func unknownColumns() async throws {
        let rules = try SmallRules()
        let text = "番号,依頼.作業\n=7,訪問\n"
        let refused = try await check(text, rules: rules)
        #expect(refused.code == 2)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.contains("番号"))
        let kept = try await check(text, "--ignore-unknown", rules: rules)
        #expect(kept.code == 0)
        #expect(rows(kept.output)[1].prefix(2) == ["'=7", "訪問"])
        let misspelt = try await check("依頼.さぎょう\n訪問\n", "--ignore-unknown", rules: rules)
        #expect(misspelt.code == 2)
    }

    @Test("A result is read again as input, and its old columns are replaced")
    func again() async throws {
        let rules = try SmallRules()
        let first = try await check(Self.table, rules: rules).output
        #expect(try await check(first, rules: rules).output == first)
    }

    @Test("What Excel saves in Japanese is read: CP932, a byte order mark, UTF-16")
    func encodings() async throws {
        let rules = try SmallRules()
        let expected = try await check(Self.table, rules: rules).output
        for encoding in [String.Encoding.shiftJIS, .utf16LittleEndian] {
            var data = try #require(Self.table.replacing("\n", with: "\r\n").data(using: encoding))
            if encoding == .utf16LittleEndian { data = Data([0xFF, 0xFE]) + data }
            let file = rules.folder.place("in.csv")
            try data.write(to: URL(fileURLWithPath: file))
            let outcome = try await Command.run(["check", file, "--as-of", "2026-11-22", "--rules", rules.path])
            #expect(outcome.output == expected)
            #expect(outcome.errors.contains(encoding == .shiftJIS ? "CP932" : "UTF-16LE"))
        }
    }

    @Test("Documents on lines give documents on lines; a broken one is refused")
    func lines() async throws {
        let rules = try SmallRules()
        let text = #"{"id": "a", "依頼": {"作業": "訪問"}}"# + "\n\n{\"依頼\": \n" + #"{"as_of": "2026-01-05", "facts": {"依頼": {"作業": "その他"}}}"# + "\n"
        let outcome = try await Command.run(["check", "-", "--rules", rules.path, "--decision", "all"], input: text)
        let results = try outcome.output.split(separator: "\n").map { try JSON(String($0)) }
        #expect(results.map { $0["line"]?.number } == [1, 4])
        #expect(results[0]["input"]?["id"] == "a")
        #expect(results[1]["as_of"] == "2026-01-05")
        #expect(results[1]["decisions"]?.elements.map { $0["decision"] } == ["対象可否", "費用"])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("-:3: "))
    }

    @Test("As one document it has results and summary, and the summary is the one of --summary")
    func document() async throws {
        let rules = try SmallRules()
        let summary = rules.folder.place("summary.json")
        let whole = try await check(Self.table, "--format", "json", "--summary", summary, rules: rules).json
        #expect(whole["schema"] == "kiyaku.check/1")
        #expect(whole["results"]?.elements.count == 4)
        #expect(try whole["summary"] == JSON(rules.folder.read("summary.json")))
        let decision = try #require(whole["summary"]?["decisions"]?.elements.first)
        #expect(decision["undetermined"]?.number == 1)
        let outcomes = decision["outcomes"]?.elements ?? []
        #expect(outcomes.map { $0["outcome"] } == ["適用外", "対象"])
        #expect(outcomes.map { $0["cases"]?.number } == [1, 2])
        #expect(outcomes.first?["clauses"]?.elements.first?["clause"] == "40.1.3")
        #expect(Set(decision["missing"]?.elements.compactMap { $0["fact"]?.text } ?? []) == ["障害.起因", "判断.相当理由"])
    }

    @Test("Rows come out in the order in which they came in, however many are judged at once")
    func order() async throws {
        let rules = try SmallRules()
        let numbers = (1...3_000).map { "\($0)" }
        let text = "番号,依頼.作業,依頼.有償\n" + numbers.map { "\($0),\(["訪問", "その他", "問合せ", "なぞ"][$0.count - 1])," }.joined(separator: "\n")
        let outcome = try await check(
            text, "--ignore-unknown", "--summary", "-", "--errors", rules.folder.place("e.csv"), "-o", rules.folder.place("o.csv"), rules: rules)
        #expect(rows(try rules.folder.read("o.csv")).dropFirst().map { $0[0] } == (1...999).map { "\($0)" })
        #expect(rows(try rules.folder.read("e.csv")).dropFirst().map { $0[0] } == (1_000...3_000).map { "\($0 + 1)" })
        #expect(outcome.output.contains("3,000 件（判定 999、誤り 2,001）"))
    }

    @Test("No file is overwritten that is read or written already")
    func overwriting() async throws {
        let rules = try SmallRules()
        let file = try rules.folder.write("in.csv", Self.table)
        for arguments in [["-o", file], ["-o", rules.folder.place("o.csv"), "--errors", rules.folder.place("o.csv")], ["--errors", file]] {
            #expect(try await Command.run(["check", file, "--rules", rules.path] + arguments).code == 2)
        }
        #expect(try rules.folder.read("in.csv") == Self.table)
    }

    @Test("A file without cases is said to be one", arguments: ["", "\n\n"])
    func empty(text: String) async throws {
        let outcome = try await check(text, "--from", "csv", rules: SmallRules())
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("案件がありません"))
    }
}
