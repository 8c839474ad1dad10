import Contract
import Planning
import Plans
import Testing
import Vocabulary

@Suite("The order of declarations, clauses and files means nothing")
struct OrderTests {
    @Test("Of random rules", arguments: 0..<20 as Range<UInt64>)
    func random(part: UInt64) throws {
        let first = Seeds.first + part * 10
        for seed in first..<first + 10 {
            var rules = RandomRules(seed: seed, fields: 2...5, arithmetic: 5)
            let text = rules.rules()
            let before = RuleText.check([text.text])
            var dice = Dice(seed: seed &+ 1)
            let after = RuleText.check(text.shuffled(&dice))
            try #require((before.contract == nil) == (after.contract == nil), "seed \(seed): an error hangs on the order")
            guard let old = before.contract, let new = after.contract else { continue }
            try expectSame(old, new, Place(0), cases: 10, seed: seed)
        }
        print("order: seeds \(first)..<\(first + 10)")
    }

    @Test("Of the rules that come with the program", arguments: 0..<3 as Range<UInt64>)
    func shipped(seed: UInt64) throws {
        let rules = try #require(ShippedRules.read())
        let old = try #require(rules.check(rules.texts).contract)
        var dice = Dice(seed: seed)
        let after = rules.check(rules.shuffled(&dice))
        let new = try #require(after.contract, "seed \(seed)\n\(RuleText.findings(after))")
        let main = try #require(old.purposes[.main])
        try expectSame(old, new, main, cases: 12, seed: seed)
    }

    private func expectSame(_ old: CheckedContract, _ new: CheckedContract, _ decision: Place<Decision>, cases: Int, seed: UInt64) throws {
        let name = old.decisions[decision].name
        let other = try #require(new.decisions.firstIndex { $0.name == name })
        let (oldPlan, newPlan) = (Plan(old), Plan(new))
        var worlds = RandomWorlds(old, seed: seed)
        for number in 0..<cases {
            let world = worlds.world(unknown: worlds.dice.pick([0, 10, 30]))
            let answers = Answers(oldPlan, world, decision)
            let answersToo = Answers(newPlan, world.moved(from: old, to: new), Place(other))
            #expect(answers == answersToo, "seed \(seed), case \(number)")
        }
    }
}
