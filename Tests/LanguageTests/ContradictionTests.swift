import Diagnostics
import Facts
import Foundation
import Kiyaku
import Plans
import Testing

/// Facts that no constraint of the shipped rules excludes alone, and several together do.
@Suite("Facts of the shipped rules that exclude each other")
struct ContradictionTests {
    private let reader: FactReader

    init() throws {
        reader = FactReader(plan: try CheckedRules(try RuleFiles.read(Repository.root.appendingPathComponent("Rules/rns").path)).plan)
    }

    private func faults(_ members: String) -> [FactFault] {
        reader.read(Array(#"{"as_of": "2026-06-10", \#(members)}"#.utf8), fileName: "facts.json").faults
    }

    @Test(
        "They are refused, and only what excludes each other is named",
        arguments: [
            (
                #""損害": {"乙の責めによらない": true, "乙の故意や重過失": true, "善管注意でも防げない": false}, "契約": {"検収日": "2026-04-01"}"#,
                ["損害.乙の責めによらない", "損害.乙の故意や重過失"]
            ),
            (
                #""検収": {"訪問の終了日": "未到来"}, "契約": {"検収日": "2026-04-01", "開始希望日": "2026-03-01"}"#,
                ["検収.訪問の終了日", "契約.検収日"]
            ),
            (
                #""検収": {"訪問の終了日": "2026-04-10"}, "契約": {"検収日": "2026-04-01"}"#, ["検収.訪問の終了日", "契約.検収日"]
            ),
            (
                #""終了": {"行為": "甲の解除"}, "契約": {"終了の意思表示": "未到来", "解除希望日": "2026-07-31"}"#, ["終了.行為", "契約.終了の意思表示"]
            ),
            (
                #""依頼": {"サービス": "ヘルプデスク"}, "調査": {"開始した": true}, "契約": {"サービス": ["監視"]}, "代替機": {"発送した": true, "発送日": "未到来"}"#,
                ["代替機.発送した", "代替機.発送日"]
            ),
        ])
    func refused(members: String, facts: [String]) throws {
        let faults = faults(members)
        #expect(faults.map(\.code) == [.brokenConstraint])
        let message = try #require(faults.first?.message.japanese)
        for fact in facts { #expect(message.contains("\(fact) = "), "\(message)") }
        #expect(message.split(separator: " = ").count == facts.count + 1, "\(message)")
    }

    @Test(
        "What some completion allows is taken",
        arguments: [
            #""損害": {"乙の責めによらない": true, "乙の故意や重過失": false}"#,
            #""検収": {"訪問の終了日": "2026-04-10"}, "契約": {"検収日": "2026-04-20"}"#,
            #""終了": {"行為": "甲の解除"}, "契約": {"終了の意思表示": "2026-06-01", "解除希望日": "2026-07-31"}"#,
            #""終了": {"行為": "なし"}, "契約": {"終了の意思表示": "未到来"}"#,
        ])
    func taken(members: String) {
        #expect(faults(members).map(\.message.japanese) == [])
    }
}
