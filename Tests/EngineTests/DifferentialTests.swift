import Contract
import Diagnostics
import Planning
import Plans
import Runtime
import Testing
import Vocabulary

@Suite("The evaluator against the language read literally")
struct DifferentialTests {
    /// Rule sets in one run, in parts so that they run side by side.
    static let (parts, size): (Range<UInt64>, Int) = (0..<20, 50)
    static let worlds = 100

    @Test("Random rules on random facts hold, apply and come out the same", arguments: parts)
    func agree(part: UInt64) throws {
        let first = Seeds.first + part * 1_000
        var (cyclic, seed, sets) = (0, first, 0)
        while sets < Self.size {
            defer { seed += 1 }
            var rules = RandomRules(seed: seed, fields: 3...8, arithmetic: 15)
            let text = rules.rules().text
            let checked = RuleText.check([text])
            guard let contract = checked.contract else {
                // Circles of precedence are the one error that random rules may have.
                let codes = Set(checked.diagnostics.filter { $0.severity == .error }.map(\.code))
                try #require(codes == [.cyclicPrecedence], "seed \(seed)\n\(RuleText.findings(checked))\n\(text)")
                cyclic += 1
                continue
            }
            sets += 1
            try compare(contract, seed: seed, text)
        }
        print("differential: seeds \(first)..<\(seed), \(sets) rule sets, \(cyclic) more with circles left out")
    }

    private func compare(_ contract: CheckedContract, seed: UInt64, _ text: String) throws {
        let plan = Plan(contract)
        let defeaters = Reference.defeaters(contract)
        var worlds = RandomWorlds(contract, seed: seed)
        var evaluator = Evaluator(plan, FactFrame(plan, asOf: 0, time: nil), tracer: NoTracer())
        for number in 0..<Self.worlds {
            let world = worlds.world(unknown: worlds.dice.pick([0, 10, 30, 60]))
            evaluator.load(world.frame(plan))
            let reference = Reference(contract, world, defeaters: defeaters)
            func agrees(_ what: String, _ own: Truth, _ wanted: Bool?) throws {
                if own != Truth(wanted) { print(world, text, separator: "\n") }
                try #require(own == Truth(wanted), "seed \(seed), case \(number): \(what)")
            }
            for decision in plan.decisions.places {
                evaluator.run(decision)
                for rule in plan.deciding[decision.value] {
                    let name = plan.rules[rule].name
                    try agrees("\(name) holds", evaluator.holds[rule.value], reference.holds(rule))
                    try agrees("\(name) applies", evaluator.applies[rule.value], reference.applies(rule))
                }
                let outcomes = OutcomeSet(reference.possible(decision))
                try #require(evaluator.outcomes(of: decision) == outcomes, "seed \(seed), case \(number): decision \(decision.value)")
            }
            for (norm, planned) in zip(contract.norms, plan.norms) {
                try agrees("a duty applies", evaluator.truth(planned.condition), reference.truth(norm.condition))
                for (own, wanted) in [(planned.deadline, norm.deadline), (planned.amount, norm.amount)] {
                    guard let own, let wanted else { continue }
                    let (reading, knowledge) = (evaluator.value(own), reference.value(wanted))
                    try #require(Knowledge(reading) == knowledge, "seed \(seed), case \(number): \(text)")
                }
            }
        }
    }
}

extension Knowledge {
    /// What the engine has of a value.
    init(_ reading: Reading) {
        self =
            switch reading.state {
            case .unknown: .unknown
            case .known: .value(reading.value)
            case .pending: .pending
            case .inapplicable: .inapplicable
            case .unexercised: .unexercised
            }
    }
}

extension Truth {
    init(_ value: Bool?) { self = value.map { Truth($0) } ?? .unknown }
}
