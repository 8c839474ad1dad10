import Decisions
import Facts
import Foundation
import Kiyaku
import Norms
import Plans
import Runtime
import Testing
import Vocabulary

/// The months that the cases about monthly fees speak of: 第34条第3項 and its last sentence.
@Suite("From and to which month a fee runs")
struct FeeMonthsTests {
    /// A month as plans count them.
    private static func month(_ year: Int64, _ month: Int64) -> Int64 { year * 12 + month - 1 }

    @Test(
        "The months are those that the contract gives",
        arguments: [
            // Accepted in April 2026, and going on.
            ("caller-34-3-run-from-may", "", month(2026, 5), nil),
            // Ended by the provider on 10 April 2026: the contract ends with that month.
            ("caller-34-3-run-to-month-after-end", "", month(2024, 5), month(2026, 4)),
            ("caller-34-3-run-to-month-after-end", "翌月分まで", month(2024, 5), month(2026, 5)),
            // Ended by the customer under article 10, as wished for the end of April 2026.
            ("caller-34-3-run-to-termination-month", "", month(2024, 5), month(2026, 4)),
            // Ended by the customer under article 43 on 20 May 2026, which article 10 has nothing to do with.
            ("caller-34-3-month-after-antisocial-termination", "", month(2025, 5), month(2026, 5)),
        ] as [(String, String, Int64, Int64?)])
    func months(file: String, reading: String, from: Int64, through: Int64?) throws {
        let plan = try CheckedRules(try RuleFiles.read(Repository.root.appendingPathComponent("Rules/rns").path)).plan
        let read = FactReader(plan: plan).read(Repository.bytes("Corpus/cases/\(file).json"), fileName: "\(file).json")
        #expect(read.faults == [])
        var frame = read.frame
        let place = try #require(plan.interpretations.places.first { plan.interpretations[$0].name == "月額費用の終わり" })
        if !reading.isEmpty {
            frame.interpretations[place.value] = try #require(plan.interpretations[place].readings.firstIndex { $0.name == reading })
        }
        let decision = try #require(plan.decisions.places.first { plan.decisions[$0].name == "月額費用の期間" })
        let found = Set(Decider(plan).answer(decision, frame, .norms).norms.compactMap(\.recurrence))
        let months = try #require(found.count == 1 ? found.first : nil, "\(found)")
        #expect(months.from == from && months.through == through, "\(months)")
    }
}
