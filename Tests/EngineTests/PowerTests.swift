import Completions
import Contract
import Decisions
import Planning
import Plans
import Runtime
import Testing
import Vocabulary

/// Reserved powers, against every completion with every exercise of every subset of them.
@Suite("Reserved powers, against all exercises")
struct PowerTests {
    static let (parts, size): (Range<UInt64>, UInt64) = (0..<12, 80)

    @Test("Those are listed that change something under some completion and some exercise of the others, with all that they lead to", arguments: parts)
    func exact(part: UInt64) throws {
        var (said, joint, unsaid) = (0, 0, 0)
        for seed in Seeds.first + part * Self.size..<Seeds.first + (part + 1) * Self.size {
            var rules = RandomRules(seed: seed, fields: 3...5, arithmetic: 0, kinds: [.bool, .listed, .set])
            let text = Self.withPowers(rules.rules().text)
            guard let contract = RuleText.check([text]).contract else { continue }
            let (plan, inlined) = (Plan(contract), contract.inlined)
            var worlds = RandomWorlds(inlined, seed: seed)
            for number in 0..<3 {
                var world = worlds.world(unknown: 60, days: 0..<3)
                let powers = plan.facts.places.filter { plan.facts[$0].isDiscretion && plan.program(Place(0)).facts.contains($0) }
                guard powers.allSatisfy({ plan.premises[$0.value] == nil }) else { continue }
                for power in powers { world.facts[power] = .unexercised }
                // What contradicts itself is another matter.
                guard Solver(plan, budget: 100_000).violations(world.frame(plan)).isEmpty else { continue }
                let answer = Decider(plan).answer(Place(0), world.frame(plan), .powers, order: .vocabulary)
                guard !answer.isApproximate, answer.reservedIsComplete, let expected = expected(inlined, plan, world, powers) else { continue }
                let told = Dictionary(answer.reserved.map { (Exercise($0.fact, $0.value), $0) }, uniquingKeysWith: { one, _ in one })
                let faults = Self.faults(told, expected)
                #expect(faults.isEmpty, "seed \(seed), case \(number)")
                if !faults.isEmpty { print(faults.joined(separator: "\n"), world, text, separator: "\n") }
                said += told.count
                joint += told.values.count { !$0.with.isEmpty }
                unsaid += powers.reduce(0) { $0 + plan.exercises(of: $1).count } - told.count
            }
        }
        print("powers: \(said) said, \(joint) of them only with others, \(unsaid) unsaid")
        #expect(said > 0 && unsaid > 0)
    }

    /// Some facts become discretions; what follows from a decision is another matter.
    private static func withPowers(_ text: String) -> String {
        var text = text
        for name in ["物.一", "物.種"] { text = text.replacing("問 「\(name)」", with: "問 「\(name)」 裁量 乙") }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { line in !["通例", "義務", "費用"].contains { line.hasPrefix($0) } }.joined(separator: "\n")
    }

    /// What one exercise comes to.
    private struct Effect {
        /// How few others must be exercised before it makes a difference.
        var with: Int
        /// The outcomes, each with how few others it needs.
        var leads: [Int: Int] = [:]
    }

    /// Nil where there is too much to try.
    private func expected(_ contract: CheckedContract, _ plan: Plan, _ world: World, _ powers: [Place<Fact>]) -> [Exercise: Effect]? {
        let declared = plan.decisions[0]
        // What each way of exercising the powers comes to under each completion.
        var ways: [[Place<Fact>: Int64]] = [[:]]
        for power in powers { ways += ways.flatMap { way in plan.exercises(of: power).map { value in way.merging([power: value]) { $1 } } } }
        guard ways.count <= 64 else { return nil }
        var results: [[Place<Fact>: Int64]: [Completions.Branch?]] = [:]
        for way in ways {
            var exercised = world
            for (power, value) in way { exercised.facts[power] = .value(value) }
            var completions = Completions(contract, exercised, Place(0))
            guard completions.count <= 400 else { return nil }
            completions.judge()
            guard !completions.isCutShort, !completions.hasGuesses else { return nil }
            results[way] = completions.branches.map { $0.count == 1 ? $0[0] : nil }
        }
        func side(_ branch: Completions.Branch) -> Set<Int> {
            let outcomes = branch.outcome == declared.conflict ? Set(branch.applying.map { plan.rules[$0].outcome }) : [branch.outcome]
            return declared.sides.map { Set($0.outcomes) }.filter { outcomes.isSubset(of: $0) }.min { $0.count < $1.count } ?? []
        }
        var effects: [Exercise: Effect] = [:]
        for power in powers {
            for value in plan.exercises(of: power) {
                var effect = Effect(with: .max)
                for way in ways where way[power] == nil {
                    guard let before = results[way], let after = results[way.merging([power: value]) { $1 }] else { return nil }
                    for case (let one, let other?) in zip(before, after) {
                        effect.leads[other.outcome] = min(effect.leads[other.outcome] ?? .max, way.count)
                        guard let one, one.outcome != other.outcome || side(one) != side(other) else { continue }
                        effect.with = min(effect.with, way.count)
                    }
                }
                if effect.with < .max { effects[Exercise(power, value)] = effect }
            }
        }
        return effects
    }

    private static func faults(_ told: [Exercise: ReservedPower], _ expected: [Exercise: Effect]) -> [String] {
        var faults: [String] = []
        func check(_ what: String, _ isRight: Bool) { if !isRight { faults.append(what) } }
        for exercise in Set(told.keys).union(expected.keys) {
            guard let power = told[exercise], let effect = expected[exercise] else {
                faults.append("\(exercise): \(told[exercise] == nil ? "not listed" : "listed, and changes nothing")")
                continue
            }
            check("\(exercise): with \(power.with), not \(effect.with)", power.with.count == effect.with)
            let leads = Dictionary(power.leads.map { ($0.outcome, $0.with.count) }, uniquingKeysWith: { one, _ in one })
            check("\(exercise): leads to \(leads), not \(effect.leads)", leads == effect.leads)
            check("\(exercise): possible \(Array(power.possible))", Set(power.possible).isSubset(of: Set(effect.leads.keys)))
        }
        return faults
    }
}
