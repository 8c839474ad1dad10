import Foundation
import Testing

/// Legal evaluations of the shipped contract. Whoever hears of them cannot decide by them: only a responsible person answers.
@Suite("Findings", .enabled(if: Command.isBuilt, Command.absence))
struct FindingTests {
    private static let evaluations = [
        "関係者.該当", "関係者.活動の助長", "関係者.行為", "誓約.本人の該当", "誓約.役員の該当", "誓約.業務従事者の該当", "誓約.媒介者の該当", "誓約.活動の助長",
        "誓約.禁止行為", "申込.義務違反", "停止.虚偽の通知が判明", "停止.業務の支障", "停止.嫌がらせや脅迫", "停止.規約の違反", "損害.乙の故意や重過失",
        "損害.漏れた秘密情報", "甲解除.乙の不履行", "代行.代行者の落ち度", "返金.失効", "秘密.除外", "秘密.通知の禁止",
        "障害.メーカー保証が不適用", "不具合.保証の範囲", "瑕疵.甲の資料による", "移設.残る障害", "乙解除.規約の違反", "停止.長時間の問合せ",
        "停止.問合せの繰返し",
    ]

    @Test("What the contract leaves to be judged is for a responsible person", arguments: evaluations)
    func declared(_ name: String) async throws {
        let facts = try await Command.run(["facts", "--format", "json", "--rules", Command.shippedRules]).json["facts"]?.elements ?? []
        let fact = try #require(facts.first { $0["name"]?.text == name })
        #expect(fact["kind"] == "finding" && fact["by"] == "乙")
    }
}
