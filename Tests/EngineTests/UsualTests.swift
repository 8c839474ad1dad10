import Completions
import Contract
import Decisions
import Planning
import Plans
import Testing
import Vocabulary

@Suite("What holds under usual circumstances, against all completions")
struct UsualTests {
    static let (parts, size): (Range<UInt64>, UInt64) = (0..<12, 60)

    @Test("It is enough, none of it can be left out, and nothing else is touched", arguments: parts)
    func exact(part: UInt64) throws {
        var (said, givenUp, forStaff) = (0, 0, 0)
        for seed in Seeds.first + part * Self.size..<Seeds.first + (part + 1) * Self.size {
            var rules = RandomRules(seed: seed, fields: 2...4, arithmetic: 0, kinds: [.bool, .listed, .set])
            let text = rules.rules().text
            guard let contract = RuleText.check([text]).contract else { continue }
            let (plan, inlined) = (Plan(contract), contract.inlined)
            var worlds = RandomWorlds(inlined, seed: seed)
            for number in 0..<3 {
                let world = worlds.world(unknown: 75, days: 0..<3)
                let strict = Decider(plan).answer(Place(0), world.frame(plan), .usual, order: .vocabulary)
                guard !strict.isApproximate, let strictly = Self.possible(inlined, world) else { continue }
                #expect(strict == Decider(plan).answer(Place(0), world.frame(plan), [], order: .vocabulary), "seed \(seed)")
                let faults = faults(strict, strictly, inlined, plan, world)
                #expect(faults.isEmpty, "seed \(seed), case \(number)")
                if !faults.isEmpty { print(faults.joined(separator: "\n"), world, text, separator: "\n") }
                guard let usual = strict.usual else { continue }
                said += 1
                if !usual.givenUp.isEmpty { givenUp += 1 }
                if usual.isForStaffOnly { forStaff += 1 }
            }
        }
        print("usual: \(said) said, \(givenUp) with something given up, \(forStaff) for staff only")
        #expect(said > 0)
    }

    private static func possible(_ contract: CheckedContract, _ world: World) -> (codes: Set<Int>, outcomes: Set<Int>)? {
        Completions.possible(contract, world, atMost: 600)
    }

    private func faults(
        _ strict: Answer, _ strictly: (codes: Set<Int>, outcomes: Set<Int>), _ contract: CheckedContract, _ plan: Plan, _ world: World
    ) -> [String] {
        let declared = plan.decisions[0]
        func assuming(_ usuals: [Usual]) -> (codes: Set<Int>, outcomes: Set<Int>)? {
            var world = world
            for usual in usuals { world.facts[usual.fact] = .value(usual.value) }
            return Self.possible(contract, world)
        }
        func smallest(_ outcomes: Set<Int>) -> Int? {
            guard !outcomes.isEmpty else { return nil }
            return declared.sides.filter { outcomes.isSubset(of: Set($0.outcomes)) }.map { $0.outcomes.count }.min()
        }
        guard !strictly.codes.isEmpty else { return strict.usual == nil ? [] : ["assumed on facts that contradict each other"] }
        guard let usual = strict.usual else {
            // Everything that can be taken for so without a condition, where nothing forbids it, settles nothing.
            let free = contract.usuals.filter { $0.condition == nil && contract.premises[$0.usual.fact.value] == nil && world.facts[$0.usual.fact] == .unknown }
            guard strict.status == .undetermined, contract.constraints.isEmpty, free.count == contract.usuals.count else { return [] }
            guard let all = assuming(free.map(\.usual)) else { return [] }
            let settles =
                all.codes.count == 1 && !all.codes.contains(declared.conflict)
                || smallest(all.outcomes).map { $0 < smallest(strictly.outcomes) ?? .max } ?? false
            return settles ? ["nothing said, though \(free.map(\.usual)) settles \(all.codes)"] : []
        }
        var faults: [String] = []
        func check(_ what: String, _ isRight: Bool) { if !isRight { faults.append(what) } }
        check("said of what is settled", strict.status == .undetermined)
        check("assumes nothing", !usual.assumed.isEmpty)
        check("assumes what is known", usual.assumed.allSatisfy { world.facts[$0.fact] == .unknown })
        check("both assumed and given up", Set(usual.assumed).isDisjoint(with: usual.givenUp))
        guard let then = assuming(usual.assumed) else { return faults }
        check("allowed by no completion", !then.codes.isEmpty)
        check("possible: \(Array(usual.possible)), not \(then.codes)", Set(usual.possible) == then.codes)
        check("no side", usual.side.map { then.outcomes.isSubset(of: Set(declared.sides[$0].outcomes)) } ?? false)
        for one in usual.assumed {
            guard let fewer = assuming(usual.assumed.filter { $0 != one }) else { continue }
            check("\(plan.facts[one.fact].name) could be left out", fewer.codes != then.codes || smallest(fewer.outcomes) != smallest(then.outcomes))
        }
        for one in usual.givenUp {
            check("\(plan.facts[one.fact].name) is given up though nothing forbids it", !contract.constraints.isEmpty)
        }
        let against = Set(declared.outcomes.indices.filter { declared.outcomes[$0].favours == plan.title.answering })
        check("for staff only", usual.isForStaffOnly == (!then.outcomes.isDisjoint(with: against) && !strictly.outcomes.isSubset(of: against)))
        return faults
    }
}

extension Answer {
    /// Whether the strict answers are the same.
    fileprivate static func == (one: Answer, other: Answer) -> Bool {
        one.status == other.status && one.possible == other.possible && one.side == other.side && one.grounds == other.grounds
            && one.missing == other.missing && one.applying == other.applying && one.open == other.open
    }
}
