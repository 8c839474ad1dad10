import Foundation
import Testing

@Suite("The interview", .enabled(if: Command.isBuilt, Command.absence))
struct AskTests {
    let rules: SmallRules

    init() throws { rules = try SmallRules() }

    private static let work = "どのような作業をご希望ですか"
    private static let cause = "原因はどれですか"
    private static let ground = "相当の理由がありますか"

    /// An interview whose answers are lines of standard input.
    private func ask(_ lines: String..., with arguments: [String] = []) async throws -> Outcome {
        let input = lines.map { $0 + "\n" }.joined()
        return try await Command.run(["ask", "--as-of", "2026-11-22", "--rules", rules.path] + arguments, input: input)
    }

    /// How often words occur.
    private func count(_ words: String, _ outcome: Outcome) -> Int { outcome.output.components(separatedBy: words).count - 1 }

    @Test(
        "Answers by number, by name and in full width come to the same end",
        arguments: [["1", "1,2", "いいえ"], ["障害の復旧", "ウイルス感染、不正アクセス", "n"], ["１", "１，２", "２"], ["障害", "すべて", "違います"]])
    func answers(lines: [String]) async throws {
        let outcome = try await ask(lines[0], lines[1], lines[2])
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("【適用外】"))
        #expect(count(Self.work, outcome) == 1)
    }

    @Test("With a folder for the record the answer is on record, and is given again from it")
    func recorded() async throws {
        let data = rules.folder.place("data")
        let outcome = try await ask("1", "1,2", "いいえ", with: ["--data", data])
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("番号 1"))
        let replayed = try await Command.run(["replay", "--all", "--data", data])
        #expect(replayed.code == 0)
        #expect(replayed.output.contains("同じ判定 1 件"))
    }

    @Test("It stops as soon as nothing could change the answer")
    func stops() async throws {
        let outcome = try await ask("1", "なし")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("【対象】"))
        #expect(count(Self.ground, outcome) == 0)
    }

    @Test("わからない is taken, and not asked again", arguments: ["わからない", "?", "？"])
    func unknown(word: String) async throws {
        let outcome = try await ask("1", word, word, "1")
        #expect(outcome.code == 10)
        #expect(outcome.output.contains("まだ決まりません"))
        #expect(count(Self.cause + "　（", outcome) == 1, "\(outcome.output)")
    }

    @Test("What is not understood is said with what is taken, and the question stays")
    func misunderstood() async throws {
        let outcome = try await ask("99", "こんにちは", "3")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("「99」は範囲の外です。1〜4 の番号か名前"))
        #expect(outcome.output.contains("「こんにちは」は読み取れません"))
        #expect(count(Self.work, outcome) == 1)
    }

    @Test("戻る takes the last answer back", arguments: ["戻る", "<", "＜"])
    func back(word: String) async throws {
        let outcome = try await ask(word, "1", word, "3")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("これより前の答えはありません"))
        #expect(count(Self.work, outcome) == 2)
        #expect(outcome.output.contains("第4条第1項"))
    }

    @Test("一覧 shows the answers in words, and 変更 asks one again", arguments: ["変更 1", "変更１", "change 1"])
    func change(command: String) async throws {
        let outcome = try await ask("一覧", "1", "1,?", "一覧", "変更 7", command, "3")
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(outcome.output.contains("まだ答えはありません"))
        #expect(outcome.output.contains("1. \(Self.work) → 障害の復旧"))
        #expect(outcome.output.contains("2. \(Self.cause) → ウイルスへの感染・ほかは不明"))
        #expect(outcome.output.contains("「変更 2」のように"))
        #expect(outcome.output.contains("【対象】"))
    }

    @Test("中断 ends it with what is known so far", arguments: ["中断", "q", "Ｑ"])
    func breakOff(word: String) async throws {
        let outcome = try await ask("1", word)
        #expect(outcome.code == 10)
        #expect(outcome.output.contains("次の質問: \(Self.cause)"))
    }

    @Test("What is saved can be decided on, and resumed without asking again")
    func resume() async throws {
        let file = rules.folder.place("case.json")
        let first = try await ask("1", "?", "中断", with: ["--save", file])
        #expect(first.code == 10)
        #expect(first.output.contains("書き出しました: \(file)"))
        let decided = try await rules.run("decide", file, "--format", "json")
        #expect(decided.code == 10)
        #expect(decided.errors == "")
        #expect(try decided.json["as_of"] == "2026-11-22")

        let second = try await ask("はい", with: ["--resume", file, "--save", file])
        #expect(second.code == 0, "\(second.output)\(second.errors)")
        #expect(count(Self.work, second) == 0)
        #expect(count(Self.cause, second) == 0)
        #expect(count(Self.ground, second) == 1)
        #expect(try await rules.run("decide", file).code == 0)
    }

    @Test("What a file says of where facts come from is kept")
    func provenance() async throws {
        let text = """
            {"as_of": "2026-11-22", "依頼": {"作業": {"value": "その他", "source": "電話"}},
             "判断": {"範囲外": {"value": false, "by": "乙 窓口", "at": "2026-11-20", "reason": "対象の内"}}}
            """
        let file = try rules.folder.write("case.json", text)
        #expect(try await ask(with: ["--resume", file, "--save", file]).code == 0)
        let saved = try JSON(rules.folder.read("case.json"))
        #expect(saved["依頼"]?["作業"]?["source"] == "電話")
        #expect(saved["判断"]?["範囲外"]?["reason"] == "対象の内")
        #expect(try await rules.run("decide", file).code == 0)
    }

    @Test("Facts of a free text are used only when they are confirmed")
    func confirmed() async throws {
        let text = "ウイルスのせいなので復旧してほしい"
        let taken = try await ask("はい", "たぶん", "y", "いいえ", with: [text])
        #expect(taken.output.contains("「ウイルス」→ 障害の原因: ウイルスへの感染"))
        #expect(taken.output.contains("「はい」（y）か「いいえ」（n）で答えてください"))
        #expect(count(Self.work, taken) == 0)
        #expect(taken.code == 0)
        #expect(taken.output.contains("【適用外】"))
        let refused = try await ask("n", "n", "3", with: [text])
        #expect(count(Self.work, refused) == 1)
        #expect(refused.output.contains("【対象】"))
    }

    @Test("Enter is no yes to what was read: it is asked where it matters", arguments: [["", ""], ["n", ""], ["?", "？"]])
    func enterIsNoYes(lines: [String]) async throws {
        let outcome = try await ask(lines[0], lines[1], "1", "なし", with: ["ウイルスのせいなので復旧してほしい"])
        #expect(outcome.output.contains("[y/N]") && !outcome.output.contains("[Y/n]"))
        #expect(count(Self.work, outcome) == 1 && count(Self.cause, outcome) == 1)
        #expect(outcome.output.contains("【対象】"))
    }

    @Test("At the end of the input nothing that was read counts, and nothing of it is saved")
    func nothingSaved() async throws {
        let file = rules.folder.place("case.json")
        let outcome = try await ask(with: ["ウイルスのせいなので復旧してほしい", "--save", file])
        #expect(outcome.code == 10)
        let saved = try rules.folder.read("case.json")
        #expect(!saved.contains("ウイルス感染") && !saved.contains("障害復旧"))
    }

    @Test("What no longer matters is told, and not asked")
    func idle() async throws {
        let outcome = try await ask("y", with: ["地震のあと、使い方が分からなくなりました。使い方を教えてください", "--decision", "費用"])
        #expect(count("「地震」→", outcome) == 0)
        #expect(outcome.output.contains("結果を変えないので尋ねません: 障害の原因 地震や台風"))
    }

    @Test("One value of many that is denied is not offered")
    func denied() async throws {
        let outcome = try await ask("y", "なし", with: ["使い方ではなく復旧をお願いします"])
        #expect(count("「復旧」→", outcome) == 1)
        #expect(count("「使い方」→", outcome) == 0)
        #expect(count(Self.work, outcome) == 0)
    }

    @Test("With --format json standard output is the answer alone")
    func json() async throws {
        let outcome = try await ask("3", with: ["--format", "json"])
        #expect(outcome.code == 0)
        #expect(try outcome.json["decisions"]?.elements.first?["outcome"] == "対象")
        #expect(outcome.errors.contains(Self.work))
    }

    @Test("In English the conversation is English")
    func english() async throws {
        let outcome = try await ask("list", "change", "back", "?", "q", with: ["--lang", "en"])
        #expect(outcome.output.contains("there are no answers yet"))
        #expect(outcome.output.contains("there is no earlier answer"))
        #expect(outcome.output.contains("not settled yet"))
    }
}

@Suite("The interview on a terminal", .enabled(if: Command.isBuilt && FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), Command.absence))
struct AskKeysTests {
    /// What a person sees who presses keys: `script` gives the program a terminal.
    private func ask(_ keys: String, text: String = "") async throws -> Outcome {
        let rules = try SmallRules()
        let command = "'\(Command.path)' ask \(text) --as-of 2026-11-22 --rules '\(rules.path)'"
        return try await Command.run(["-qec", command, "/dev/null"], input: keys, program: "/usr/bin/script")
    }

    private static let down = "\u{1B}[B"
    private static let up = "\u{1B}[A"

    @Test(
        "The arrow keys move through the answers, Enter takes one, and typing works as ever",
        arguments: [down + down + down + "\r", up + up + up + "\r", "3\r", "訪問\r", "9\u{7F}3\r", down + "\u{15}3\r"])
    func choice(keys: String) async throws {
        let outcome = try await ask(keys)
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(outcome.output.contains("【対象】"))
    }

    @Test("Space marks several answers where a question takes several")
    func several() async throws {
        let outcome = try await ask(Self.down + "\r" + Self.down + " " + Self.down + " \r" + "いいえ\r")
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(outcome.output.contains("（1,2）"))
        #expect(outcome.output.contains("【適用外】"))
    }

    @Test("Enter alone confirms nothing that was read; a yes that is moved to does")
    func confirming() async throws {
        let left = try await ask("\r\r3\r", text: "ウイルスのせいなので復旧してほしい")
        #expect(left.output.contains("どのような作業をご希望ですか") && left.output.contains("【対象】"), "\(left.output)")
        let taken = try await ask(Self.down + "\r" + Self.down + "\r" + "いいえ\r", text: "ウイルスのせいなので復旧してほしい")
        #expect(!taken.output.contains("どのような作業をご希望ですか") && taken.output.contains("【適用外】"), "\(taken.output)")
    }
}
