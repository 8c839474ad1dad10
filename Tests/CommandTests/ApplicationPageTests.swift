import Foundation
import Testing

/// The form of the decision on an application. What is expected is read from the contract: 第5条第3項第5号 refuses where 第43条 is broken.
@Suite("The application page", .enabled(if: Command.isBuilt, Command.absence))
struct ApplicationPageTests {
    private func visitor(_ role: String = "staff") async throws -> Visitor {
        let service = try await RunningService(SmallRules(), serves: Command.shippedRules)
        try await Visitor.add("uketsuke", role, to: service)
        let visitor = Visitor(service)
        _ = try await visitor.signIn("uketsuke")
        return visitor
    }

    @Test("The page is for those who answer customers, and opens with the decision that its address names")
    func opening() async throws {
        let page = try await visitor().get("/applications?decision=%E7%94%B3%E8%BE%BC%E5%8F%AF%E5%90%A6")
        #expect(page.status == 200)
        #expect(page.body.contains("<option value=\"申込可否\" selected>"))
        #expect(try await visitor("author").get("/applications").status == 403)
    }

    @Test("A party is added, asked about by name and number, and taken away again")
    func parties() async throws {
        let visitor = try await visitor()
        let added = try await visitor.post("/applications", ["decision": "申込可否", "day": "2026-11-24", "add": "関係者"])
        #expect(added.status == 200)
        #expect(added.body.contains("name=\"records:関係者\" value=\"1\""))
        #expect(added.body.contains("name=\"fact:関係者[1].") && added.body.contains("name=\"drop\" value=\"関係者[1]\""))
        let removed = try await visitor.post(
            "/applications", ["decision": "申込可否", "day": "2026-11-24", "records:関係者": "1", "fact:関係者[1].側": "甲", "drop": "関係者[1]"])
        #expect(!removed.body.contains("records:関係者") && !removed.body.contains("関係者[1]"))
    }

    @Test("A party can be named as soon as it is added, and keeps its name")
    func names() async throws {
        let visitor = try await visitor()
        let added = try await visitor.post("/applications", ["decision": "申込可否", "day": "2026-11-24", "add": "関係者"])
        #expect(added.body.contains("name=\"fact:関係者[1].氏名\""))
        let named = try await visitor.post(
            "/applications", ["decision": "申込可否", "day": "2026-11-24", "records:関係者": "1", "fact:関係者[1].氏名": "見本商事"])
        #expect(named.status == 200)
        #expect(named.body.contains("value=\"見本商事\""))
    }

    @Test("An application is refused by its clause where one who mediated it supports antisocial forces, and the answer is kept")
    func refused() async throws {
        let visitor = try await visitor()
        let page = try await visitor.post(
            "/applications",
            [
                "decision": "申込可否", "day": "2026-11-24", "fact:申込.種類": "新規", "fact:申込.受領日": "2026-11-24", "fact:申込.必要事項の記載": "はい",
                "fact:申込.規約への同意": "はい", "fact:申込.義務違反": "いいえ", "fact:申込.義務違反のおそれ": "いいえ", "fact:申込.事実と違う記載": "いいえ",
                "fact:申込.支払いを怠るおそれ": "いいえ", "fact:申込.反社のおそれ": "いいえ", "fact:誓約.確認の方法": "一人ずつ",
                "fact:依頼.サービス": "導入設置", "fact:依頼.プラン": "UTMプラン", "fact:依頼.日本国内": "はい", "fact:依頼.ルーターのある環境": "いいえ",
                "records:関係者": "2", "fact:関係者[1].側": "甲", "fact:関係者[1].区分": "本人", "closed:関係者[1].該当": "yes",
                "closed:関係者[1].活動の助長": "yes", "closed:関係者[1].行為": "yes", "fact:関係者[2].側": "甲", "fact:関係者[2].区分": "媒介者",
                "fact:関係者[2].該当": "資金や便宜の提供", "closed:関係者[2].該当": "yes", "list:関係者": "none",
            ])
        #expect(page.status == 200)
        #expect(page.body.contains("第43条第3項第1号") && page.body.contains("panel determined"))
        #expect(page.body.contains("href=\"/records/1\""))
        #expect(try await visitor.get("/records/1").status == 200)
    }

    @Test("A value of a party that cannot be read is said at its field, and the rest is judged")
    func fault() async throws {
        let page = try await visitor().post(
            "/applications", ["decision": "申込可否", "day": "2026-11-24", "records:関係者": "1", "fact:関係者[1].側": "甲", "fact:関係者[1].区分": "社長"])
        #expect(page.status == 422)
        #expect(page.body.contains("関係者[1].区分") && page.body.contains("href=\"/records/1\""))
    }
}
