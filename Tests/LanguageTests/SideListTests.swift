import Foundation
import Kiyaku
import Plans
import Testing
import Vocabulary

@Suite("The decisions without sides")
struct SideListTests {
    @Test("The list in docs/decisions/sides.md names every decision that groups its outcomes in no sides and favours nobody, and no other")
    func complete() throws {
        let rules = try CheckedRules(try RuleFiles.read(Repository.root.appendingPathComponent("Rules/rns").path))
        let without = rules.plan.decisions.filter { decision in
            !decision.sides.contains(where: \.isDeclared) && decision.outcomes.allSatisfy { $0.favours == nil }
        }
        let text = String(decoding: Repository.bytes("docs/decisions/sides.md"), as: UTF8.self)
        let list = try #require(text.split(separator: "何も書かない: ").last).split(separator: "。")[0].split(separator: "・").map(String.init)
        #expect(Set(list) == Set(without.map(\.name)))
        #expect(list.count == Set(list).count)
    }
}
