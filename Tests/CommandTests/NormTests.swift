import Testing

@Suite("Duties and charges in an answer", .enabled(if: Command.isBuilt, Command.absence))
struct NormTests {
    private static let rules = """
        規約 見本 { 当事者 甲 「利用者」, 乙 「提供者」 ; 主判定 支払 }
        事実 契約 「契約」 {
          元金 : 数 円 「元金」 問 「元金はいくらですか」
          期日 : 日付 「支払の期日」 問 「期日はいつですか」
          検収日 : 日付 「検収の日」 問 「いつ検収しましたか」
          開始日 : 日付 「開始の日」 問 「いつ始まりますか」
        }
        事実 通知 「通知」 { 書面 : 真偽 「書面」 問 「書面ですか」 ; 緊急 : 真偽 「緊急」 問 「緊急ですか」 }
        判定 支払 「支払うか」 { 結果 支払う ; 既定 支払わない }
        判定 停止 「停止できるか」 { 結果 可 ; 既定 不可 }
        第1条第1項 「期日を過ぎたら利息を払う」
        規則 遅滞 { もし 契約.期日 が 基準日 より前 ならば 支払 = 支払う }
        費用 利息 {
          者 甲 ; 相手 乙 ; 内容 「利息を払う」
          額 四捨五入(契約.元金 × 14.6% × 日数(契約.期日, 基準日) ÷ 365, 1円)
          もし 支払 = 支払う
          期限 月末(契約.検収日 + 1か月)
        }
        義務 報告 { 者 乙 ; 内容 「毎月報告する」 ; もし 支払 = 支払う ; 周期 毎月 契約.開始日 から 2027-04 まで }
        第2条第1項 「書面で知らせれば停止できる」
        規則 停止 { 要件 書面 : 通知.書面 ; ならば 停止 = 可 }
        第2条第2項 「緊急なら書面は要らない」
        規則 緊急 { もし 通知.緊急 かつ 祝日(基準日 + 2年) ならば 停止 = 可 ; 免除 第2条第1項 要件 書面 }
        規則 緊急時 { もし 通知.緊急 ならば 停止 = 可 ; 免除 規則 停止 要件 書面 }
        第3条 誠実 「誠実に行う」
        義務 誠実 { 者 乙 ; 相手 甲 ; 内容 「誠実に行う」 }

        """

    private func decide(_ facts: String, _ arguments: String...) async throws -> Outcome {
        let folder = try TemporaryFolder()
        try folder.write("rules/main.kiyaku", Self.rules)
        return try await Command.run(["decide", "-", "--rules", folder.place("rules")] + arguments, input: facts)
    }

    private static let late = #"{"as_of": "2026-11-23", "契約": {"元金": "50000円", "期日": "2026-10-04", "検収日": "2026-10-31", "開始日": "2026-05-11"}}"#

    @Test("A charge has its amount and its day, a recurring duty its next month")
    func computed() async throws {
        let duties = try #require(try await decide(Self.late, "--format", "json").json["decisions"]?.elements.first?["duties"]?.elements)
        #expect(duties.map { $0["name"] } == ["利息", "報告"])
        #expect(duties.first?["kind"] == "charge")
        // 50 days of 14.6 % a year: 50000 × 0.146 × 50 ÷ 365.
        #expect(duties.first?["amount"] == "1000円")
        #expect(duties.first?["by"] == "2026-11-30")
        #expect(duties.first?["missing"] == nil)
        #expect(duties.last?["recurs"] == .object(["every": "month", "from": "2026-05", "to": "2027-04", "next": "2026-12"]))
        #expect(duties.last?["amount"] == nil)
    }

    @Test("What cannot be computed is null and names what it waits for")
    func waiting() async throws {
        let facts = #"{"as_of": "2027-04-10", "契約": {"期日": "2026-10-04", "検収日": "未到来"}}"#
        let duties = try #require(try await decide(facts, "--format", "json").json["decisions"]?.elements.first?["duties"]?.elements)
        #expect(duties.first?["amount"] == .null)
        #expect(duties.first?["by"] == .null)
        #expect(Set(duties.first?["missing"]?.texts ?? []) == ["契約.元金", "契約.検収日"])
        #expect(duties.last?["recurs"] == .object(["every": "month", "from": .null, "to": "2027-04", "next": .null]))
        #expect(duties.last?["missing"]?.texts == ["契約.開始日"])
    }

    @Test("A person reads the amount, the day and the months")
    func text() async throws {
        let text = try await decide(Self.late).output
        #expect(text.contains("額: 1,000円、期限: 2026年11月30日"))
        #expect(text.contains("毎月: 2026年5月〜2027年4月、次は2026年12月"))
    }

    @Test("A requirement that another provision takes away is said to be so")
    func waived() async throws {
        let facts = #"{"as_of": "2026-11-23", "通知": {"書面": false, "緊急": true}}"#
        let answer = try #require(try await decide(facts, "--format", "json", "--decision", "停止").json["decisions"]?.elements.first)
        let ground = try #require(answer["grounds"]?.elements.first { $0["rule"] == "停止" })
        #expect(ground["waived"]?.elements.first?["requirement"] == "書面")
        #expect(ground["waived"]?.elements.first?["by"]?.texts.contains("2.2") == true)
        #expect(try await decide(facts, "--decision", "停止").output.contains("「書面」の要件は第2条第2項により外れる"))
    }

    @Test("A holiday that is not announced yet stands among the sources as predicted")
    func predicted() async throws {
        let facts = #"{"as_of": "2026-11-23", "通知": {"緊急": true}}"#
        let answer = try #require(try await decide(facts, "--format", "json", "--decision", "停止").json["decisions"]?.elements.first)
        let source = try #require(answer["sources"]?.elements.first { $0["table"] == "国民の祝日" })
        #expect(source["predicted"] == true)
        #expect(source["row"] == "2028-11-23")
        #expect(source["values"]?["祝日"] == "勤労感謝の日")
    }

    @Test("Who owes what by when is told for the whole contract: what no decision reads too, and what may come in addition")
    func obligations() async throws {
        let all = try await decide(Self.late, "--obligations", "--format", "json").json
        #expect(all["decisions"]?.elements.isEmpty == true)
        #expect(all["obligations"]?["in_force"]?.elements.compactMap { $0["name"]?.text } == ["利息", "報告", "誠実"])
        #expect(all["obligations"]?["possible"]?.elements.isEmpty == true)
        let open = try await decide(#"{"as_of": "2026-11-23"}"#, "--obligations", "--format", "json").json["obligations"]
        #expect(open?["in_force"]?.elements.compactMap { $0["name"]?.text } == ["誠実"])
        #expect(open?["possible"]?.elements.map { $0["undecided"]?.texts } == [["支払"], ["支払"]])
        let text = try await decide(Self.late, "--obligations").output
        #expect(text.contains("  甲（利用者）\n    費用: 甲→乙 利息を払う（額: 1,000円、期限: 2026年11月30日）　第1条第1項\n"))
        #expect(text.hasSuffix("    義務: 乙→甲 誠実に行う　第3条\n"))
    }

    @Test("Several decisions are answered at once, each with what follows; the worst gives the exit code")
    func several() async throws {
        let outcome = try await decide(Self.late, "--decision", "支払", "--decision", "停止", "--decision", "支払", "--format", "json")
        let decisions = try outcome.json["decisions"]?.elements ?? []
        #expect(decisions.map { $0["decision"] } == ["支払", "停止"])
        #expect(decisions.map { $0["status"] } == ["determined", "undetermined"])
        #expect(decisions.first?["duties"]?.elements.first?["amount"] == "1000円")
        #expect(outcome.code == 10)
    }
}
