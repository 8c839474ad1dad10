import Testing

@Suite("Answers for different readers", .enabled(if: Command.isBuilt, Command.absence))
struct AudienceTests {
    let rules: SmallRules

    init() throws { rules = try SmallRules() }

    private static let virus =
        #"{"as_of": "2026-11-22", "依頼": {"作業": "障害復旧"}, "障害": {"起因": ["ウイルス感染"]}, "判断": {"相当理由": false}}"#

    @Test("The customer gets a polite reply that can be pasted into a mail")
    func customer() async throws {
        let outcome = try await rules.decide(Self.virus, "--audience", "customer")
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                お問い合わせいただき、ありがとうございます。
                「この依頼は対象か」につきまして、2026年11月22日を基準として、次のとおりお答えいたします。

                ■ ご回答
                「適用外」となります。

                ■ 理由
                ・見本サービス規約 第40条第1項第3号（概要: ウイルスによる障害の復旧は適用外）
                ※ 概要は、当社が内容を要約したものです。正確な文言は規約をご覧ください。

                ■ お答えの前提とした内容
                ・依頼された作業: 障害の復旧
                ・障害の原因: ウイルスへの感染

                上の内容に事実と違うところがございましたら、お知らせください。ご案内が変わることがございます。
                ご不明な点がございましたら、お気軽にお知らせください。

                """)
    }

    @Test("While the answer is open the customer is asked what a customer can know")
    func open() async throws {
        let output = try await rules.decide(SmallRules.open, "--audience", "customer").output
        #expect(output.contains("■ 教えていただきたいこと\n・原因はどれですか"))
        // Whether there is good cause is for a responsible person of the provider to find.
        #expect(!output.contains("相当の理由がありますか"))
    }

    @Test("Lawyers get the proof down to the facts, with who said them, and what gave way")
    func legal() async throws {
        let facts = #"""
            {"as_of": "2026-11-22", "依頼": {"作業": "障害復旧"}, "障害": {"起因": ["ウイルス感染"]},
             "判断": {"相当理由": {"value": true, "by": "法務担当", "at": "2026-11-20", "reason": "復旧の手順が決まっている"}}}
            """#
        let output = try await rules.decide(facts, "--audience", "legal").output
        #expect(output.contains("第40条第1項第3号ただし書（結論を決める） 規則「相当の理由」→ 対象\n"))
        #expect(output.contains("■ 成立するが退く規定\n  第40条第1項第3号 規則「ウイルス」→ 適用外\n"))
        #expect(output.contains("退けた規則: 第40条第1項第3号ただし書 規則「相当の理由」（ただし書）"))
        #expect(output.contains("○ 相当の理由: はい〔法務担当 2026-11-20 復旧の手順が決まっている〕"))
    }

    @Test("What the customer can change is offered, and duties are said with their day; the parties are called as the header calls them")
    func offered() async throws {
        let facts = #"{"as_of": "2026-11-22", "依頼": {"作業": "訪問", "有償": false, "受付日": "2026-11-20"}}"#
        let duty = try await rules.decide(facts, "--audience", "customer").output
        #expect(duty.contains("■ 当社が行うこと\n・受け付けたことを知らせること（期限: 2026年11月23日）　第4条第1項"))
        let change = try await rules.decide(SmallRules.disputed, "--decision", "費用", "--audience", "customer").output
        #expect(change.contains("・「有償の了承」に当てはまる場合は、「有料」というご案内になります（第12条第1項）。"))
        #expect(!change.contains("甲") && !change.contains("乙"))
    }

    @Test("The JSON for lawyers has the proof, and only that")
    func json() async throws {
        let legal = try await rules.decide(Self.virus, "--audience", "legal", "--format", "json").json
        #expect(legal["decisions"]?.elements.first?["proof"]?["applying"]?.elements.isEmpty == false)
        let staff = try await rules.decide(Self.virus, "--format", "json").json
        #expect(staff["decisions"]?.elements.first?["proof"] == nil)
    }
}
