import Foundation
import Testing

/// What the shipped vocabulary takes from a text: texts of our own, in the words of callers of all kinds.
@Suite("What may count of a caller's words", .enabled(if: Command.isBuilt, Command.absence))
struct CertaintyTests {
    /// A fact that was found.
    private struct Found {
        let fact: String
        let value: String
        let isNegated: Bool
        let isCertain: Bool
    }

    private static func found(_ texts: [String]) async throws -> [[Found]] {
        let outcome = try await Command.run(
            ["extract", "--lines", "--format", "json", "--as-of", "2026-11-20", "--rules", Command.shippedRules], input: texts.joined(separator: "\n") + "\n")
        return try outcome.output.split(separator: "\n").map { line in
            try (JSON(String(line))["facts"]?.elements ?? []).map {
                Found(fact: $0["fact"]?.text ?? "", value: $0["value"]?.text ?? "", isNegated: $0["negated"] == true, isCertain: $0["certain"] == true)
            }
        }
    }

    @Test("Causes, actors, consent, notice, days and what is contracted are never certain")
    func basis() async throws {
        let texts = [
            "落雷でルーターが故障しました", "ランサムウェアに感染しました", "別の業者が配線を工事しました", "自分で分解しました", "リモート操作に同意します", "事前に連絡しました", "来月末で解約します",
            "2026年12月31日で解約します", "検収日は2026年11月1日です", "UTMプランです", "ESUは契約しています", "社員がルーターを移動した", "片道30キロです", "解約の通知は書面で送りました", "無断で設定を変更した",
        ]
        for (text, found) in zip(texts, try await Self.found(texts)) {
            #expect(!found.isEmpty, "\(text)")
            #expect(found.allSatisfy { !$0.isCertain }, "\(text): \(found)")
        }
    }

    @Test("The work, the product and its version are, where they are stated plainly")
    func asked() async throws {
        let texts = [
            ("ルーターを修理してほしい", "依頼.作業"), ("Windows 11の使い方を教えてください", "端末.OS"),
            ("Android 14です", "端末.版"), ("Windows 10の22H2です", "端末.リリース"),
        ]
        for ((text, fact), found) in zip(texts, try await Self.found(texts.map(\.0))) {
            #expect(found.contains { $0.fact == fact && $0.isCertain }, "\(text): \(found)")
        }
    }

    @Test("A condition, a wish, what has been and what only follows are not")
    func notPlain() async throws {
        let texts = [
            "もし修理になったらいくらですか", "修理の場合は無料ですか", "VPNを設定したいねんけど", "去年修理していただいたルーターです",
            "昔はWindows 7だったんですが", "インターネットにつながりません", "修理をお願いするなら、どこへ電話すればいいですか",
        ]
        for (text, found) in zip(texts, try await Self.found(texts)) {
            #expect(found.allSatisfy { !$0.isCertain }, "\(text): \(found)")
        }
    }

    @Test("What the provider, a maker or a tradesperson did is never the customer's act")
    func actors() async throws {
        let texts = [
            "御社の方が分解しました", "御社の社員さんがルーターを分解しはった", "おたくの社員が分解した", "お宅の担当者が改造しました",
            "そちらの作業員が取り付けました", "そっちの社員がいじった", "業者が自社で運びました", "メーカーの社員さんが運んだ", "業者さんが運んでくれました",
            "引っ越し屋が運んだ", "御社の社員が運搬したときに", "おたくの社員がルーターを動かした", "業者の社員がルーターを移動した",
            "うちに来た御社の作業員が分解", "うちの倉庫から業者が運んだ", "社員が業者に頼んで分解してもらった", "自分で直せず業者に分解してもらった",
            "メーカーさんがうっかり設定を消した", "お宅の担当が誤って電源を切った", "そちらの社員がわざと外した",
        ]
        let acts: Set<String> = ["甲による輸送", "甲の故意", "甲の過失"]
        for (text, found) in zip(texts, try await Self.found(texts)) {
            #expect(found.allSatisfy { $0.value != "甲" && !acts.contains($0.value) }, "\(text): \(found)")
        }
    }

    @Test("What the customer did still is")
    func ownActs() async throws {
        let texts = [
            ("自分で分解しました", "甲"), ("うちの社員がルーターを移動した", "甲"), ("弊社の社員が運びました", "甲による輸送"),
            ("御社から届いたルーターを自分で分解した", "甲"), ("自分たちで運んだ", "甲による輸送"), ("うっかり落とした", "甲の過失"),
        ]
        for ((text, value), found) in zip(texts, try await Self.found(texts.map(\.0))) {
            #expect(found.contains { $0.value == value }, "\(text): \(found)")
        }
    }

    @Test("わからない, 不明, まだ and 未定 give no day, and neither yes nor no")
    func unknown() async throws {
        let texts = [
            "検収日は11月10日だったか、わかりません", "納入日は不明です。先週の話です", "解約はまだ決めていませんが12月末かも",
            "計画停電は12月5日かまだ未定です", "事前に連絡したかどうか分かりません", "事前に連絡したかは知りません", "事前に連絡したかわからへん",
            "リモート操作に同意するかはまだ決まっていません", "インターネット回線はあるか不明です", "立会いできるかどうか、まだ未定です",
            "国内だけかどうかは、まだ分かりかねます", "工事が必要かどうか存じません、不明です", "グローバルIPがあるか分からんのです",
            "来月末で解約するかは決まっとらん",
        ]
        let values: Set<String> = ["真", "偽"]
        for (text, found) in zip(texts, try await Self.found(texts)) {
            #expect(found.allSatisfy { !values.contains($0.value) && $0.value.firstMatch(of: /^\d{4}-\d\d-\d\d$/) == nil }, "\(text): \(found)")
        }
    }

    @Test("Of two days in a text neither is certain")
    func twoDays() async throws {
        let texts = ["12月末か来年3月末で解約します", "解約日は12月10日か12月20日です", "12月10日で解約します。やっぱり12月20日で解約します"]
        for (text, found) in zip(texts, try await Self.found(texts)) {
            #expect(found.filter { $0.fact == "契約.解除希望日" }.allSatisfy { !$0.isCertain }, "\(text): \(found)")
        }
    }

    @Test("What is not contracted is neither had nor asked for")
    func notContracted() async throws {
        let texts = [
            "VPNは未契約", "VPNサービスは未契約です", "拠点間VPNは未契約なんです", "ヘルプデスクは契約していません", "ヘルプデスクは契約してへん",
            "オンサイト保守には未加入です", "オンサイト保守は検討中です", "クライアントサポートには入っていません",
            "クライアントサポートのご契約はしておりません",
            "監視サービスは申し込んでいません", "未契約のヘルプデスクの件", "UTMプランは未契約です", "UTMは契約しとらん", "ESUは未契約です", "ESUには加入してません", "センドバックは契約外です",
        ]
        for (text, found) in zip(texts, try await Self.found(texts)) {
            #expect(found.allSatisfy { $0.isNegated || $0.value == "偽" || !$0.isCertain }, "\(text): \(found)")
            let had = found.filter { ["契約.サービス", "依頼.プラン", "端末.ESU契約"].contains($0.fact) && !$0.isNegated && !["偽", "なし"].contains($0.value) }
            #expect(had.isEmpty, "\(text): \(found)")
        }
    }

    // MARK: The page

    @Test("A refusal does not rest on what was only read: the page puts it to be confirmed, and then answers")
    func page() async throws {
        let service = try await RunningService(SmallRules(), serves: Command.shippedRules)
        try await Visitor.add("uketsuke", "staff", to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("uketsuke")
        let text = "ランサムウェアに感染した。パソコンを復旧してほしい"
        let asked = try await visitor.post("/inquiry", ["text": text, "decision": "対象可否", "day": "2026-11-24", "time": "10:20"])
        #expect(asked.status == 200)
        #expect(!asked.body.contains("panel determined"))
        #expect(asked.body.contains("読み取ったことの確認") && asked.body.contains("name=\"confirm\" value=\"障害.起因\""))
        // All that the page's controls have, sent again without a word of the person.
        let controls: KeyValuePairs = [
            "text": text, "decision": "対象可否", "day": "2026-11-24", "time": "10:20", "found:依頼.作業": "障害復旧", "fact:依頼.作業": "障害復旧",
            "found:障害.起因": "ウイルス感染", "fact:障害.起因": "ウイルス感染",
        ]
        #expect(try await visitor.post("/inquiry", controls).body.contains("panel determined") == false)
        let confirmed = try await visitor.post(
            "/inquiry",
            [
                "text": text, "decision": "対象可否", "day": "2026-11-24", "time": "10:20", "found:依頼.作業": "障害復旧", "fact:依頼.作業": "障害復旧",
                "found:障害.起因": "ウイルス感染", "fact:障害.起因": "ウイルス感染", "confirm": "障害.起因",
            ])
        #expect(confirmed.body.contains("panel determined") && confirmed.body.contains("第40条第1項第3号"))
    }
}
