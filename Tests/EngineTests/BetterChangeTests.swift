import Completions
import Contract
import Decisions
import Outlook
import Planning
import Plans
import Runtime
import Testing
import Vocabulary

/// What is offered as a change, against every change of every set of facts and all completions of what stays unknown.
@Suite("Changes for the better, against all changes")
struct BetterChangeTests {
    static let (parts, size): (Range<UInt64>, UInt64) = (0..<10, 60)

    /// A fact that can be changed, with all that it can be.
    private struct Changeable {
        let fact: Place<Fact>
        let options: [Knowledge]
    }

    @Test("Each is for the better and the smallest of its kind, lifts nothing usual, and all smallest ones are there", arguments: parts)
    func exact(part: UInt64) throws {
        var (said, none) = (0, 0)
        for seed in Seeds.first + part * Self.size..<Seeds.first + (part + 1) * Self.size {
            var rules = RandomRules(seed: seed, fields: 2...4, arithmetic: 0, kinds: [.bool, .listed, .set])
            var text = rules.rules().text
            for (number, name) in ["物.一", "物.種", "物.因", "物.二"].enumerated() where number < 3 || seed % 2 == 0 {
                text = text.replacing("問 「\(name)」", with: "問 「\(name)」 変更可")
            }
            guard let contract = RuleText.check([text]).contract else { continue }
            let (plan, inlined) = (Plan(contract), contract.inlined)
            var worlds = RandomWorlds(inlined, seed: seed)
            for number in 0..<3 {
                let world = worlds.world(unknown: 15, days: 0..<3)
                let answer = Decider(plan).answer(Place(0), world.frame(plan), .wouldChange, order: .vocabulary)
                guard !answer.isApproximate, let faults = faults(answer, inlined, plan, world) else { continue }
                #expect(faults.isEmpty, "seed \(seed), case \(number)")
                if !faults.isEmpty { print(faults.joined(separator: "\n"), world, text, separator: "\n") }
                if answer.counterfactuals.found.isEmpty { none += 1 } else { said += 1 }
            }
        }
        print("changes: \(said) with some, \(none) with none")
        #expect(said > 0 && none > 0)
    }

    private func outcomes(_ contract: CheckedContract, _ world: World) -> (codes: Set<Int>, outcomes: Set<Int>)? {
        Completions.possible(contract, world, atMost: 200)
    }

    private func changeable(_ contract: CheckedContract, _ plan: Plan, _ world: World) -> [Changeable] {
        let facts = plan.program(Place(0)).facts.sorted().filter { contract.facts[$0].isChangeable && !contract.facts[$0].isDiscretion }
        return facts.compactMap { fact in
            guard let now = world.facts[fact], now != .inapplicable else { return nil }
            guard case .set(let of) = contract.facts[fact].type else {
                return Changeable(fact: fact, options: Grid.values(contract.facts[fact].type, contract).map { .value($0) }.filter { $0 != now })
            }
            // Of a set one member goes or comes, or all go.
            let all = RandomWorlds.members(of, contract)
            var yes: UInt64 = 0
            if case .members(let own, _) = now { yes = own }
            let masks = [0] + contract.enumerations[of].cases.indices.map { yes ^ 1 << UInt64($0) }
            return Changeable(fact: fact, options: Set(masks).filter { $0 != yes }.map { .members(yes: $0, no: all & ~$0) })
        }
    }

    private func faults(_ answer: Answer, _ contract: CheckedContract, _ plan: Plan, _ world: World) -> [String]? {
        let declared = plan.decisions[0]
        guard let now = outcomes(contract, world), !now.codes.isEmpty else { return nil }
        func favour(_ outcome: Int) -> Int { declared.outcomes[outcome].favours.map { $0 == plan.title.answering ? -1 : 1 } ?? 0 }
        let tells = declared.outcomes.contains { $0.favours != nil }
        let isSettled = now.codes.count == 1
        let isCertain = declared.sides.contains { now.outcomes.isSubset(of: Set($0.outcomes)) }
        // Which outcomes would be better.
        var better: Set<Int> = []
        if tells, isSettled || isCertain {
            better = Set(declared.outcomes.indices.filter { outcome in now.outcomes.allSatisfy { favour($0) < favour(outcome) } })
        } else if !tells, isSettled, let present = now.codes.first {
            better = Set(
                declared.outcomes.indices.filter {
                    $0 != present && (!declared.isRanked || present == declared.fallback || $0 > present || $0 == declared.fallback)
                })
        }
        let slots = changeable(contract, plan, world)
        // Whether a changed fact is asked at all is another matter, and so is what contradicts itself.
        let solver = Solver(plan, budget: 100_000)
        guard slots.allSatisfy({ plan.premises[$0.fact.value] == nil }), solver.violations(world.frame(plan)).isEmpty else { return nil }
        let usual = Dictionary(contract.usuals.map { ($0.usual.fact, $0.usual.value) }, uniquingKeysWith: { one, _ in one })
        let hasConditions = contract.usuals.contains { $0.condition != nil }
        // For each set of facts what its changes can settle.
        var reached: [Set<Place<Fact>>: Set<Int>] = [:]
        // Whatever is certain of a side, how good that is.
        var sides: [Set<Place<Fact>>: Int] = [:]
        let betterSides = declared.sides.filter { tells && $0.outcomes.count > 1 && Set($0.outcomes).isSubset(of: better) }
        for facts in subsets(slots) where (1...Counterfactuals.mostChanges).contains(facts.count) {
            var worlds = [world]
            for slot in facts {
                worlds = worlds.flatMap { world in
                    slot.options.filter { option in
                        guard let wanted = usual[slot.fact] else { return true }
                        return option == .value(wanted)
                    }.map { option in
                        var changed = world
                        changed.facts[slot.fact] = option
                        return changed
                    }
                }
            }
            for changed in worlds {
                guard let then = outcomes(contract, changed) else { return nil }
                guard solver.violations(changed.frame(plan)).isEmpty, !then.codes.isEmpty else { continue }
                for side in betterSides where then.outcomes.isSubset(of: Set(side.outcomes)) {
                    sides[Set(facts.map(\.fact))] = max(sides[Set(facts.map(\.fact))] ?? .min, side.outcomes.map(favour).min() ?? .min)
                }
                if then.codes.count == 1, let only = then.codes.first, better.contains(only) { reached[Set(facts.map(\.fact)), default: []].insert(only) }
            }
        }
        var faults: [String] = []
        func check(_ what: String, _ isRight: Bool) { if !isRight { faults.append(what) } }
        let found = answer.counterfactuals.found
        var sizes = 0
        for one in found {
            let facts = Set(one.changes.map(\.fact))
            var changed = world
            for change in one.changes {
                check("\(plan.facts[change.fact].name) cannot be changed", slots.contains { $0.fact == change.fact })
                changed.facts[change.fact] = knowledge(change.value, contract.facts[change.fact], contract)
                if let wanted = usual[change.fact], !hasConditions { check("\(plan.facts[change.fact].name) is usually so", change.value.value == wanted) }
            }
            guard let then = outcomes(contract, changed) else { return nil }
            check("for the worse: \(then.outcomes)", !then.outcomes.isEmpty && then.outcomes.isSubset(of: better))
            check(
                "outcome \(one.outcome as Any), not \(then.codes)", one.outcome.map { then.codes == [$0] } ?? (then.codes.count > 1 || then.outcomes.count > 1))
            check("no side", one.side.map { then.outcomes.isSubset(of: Set(declared.sides[$0].outcomes)) } ?? false)
            check("larger after smaller", facts.count >= sizes)
            sizes = facts.count
            guard !hasConditions, let outcome = one.outcome else { continue }
            let smaller = reached.filter { $0.key.isStrictSubset(of: facts) && $0.value.contains(outcome) }
            check("\(facts.map { plan.facts[$0].name }): \(smaller.keys.map { $0.map { plan.facts[$0].name } }) would do", smaller.isEmpty)
        }
        guard !answer.counterfactuals.isApproximate, !hasConditions else { return faults }
        for (facts, outcomes) in reached {
            for outcome in outcomes {
                let isSmaller = reached.contains { smaller, others in
                    smaller.isStrictSubset(of: facts) && others.contains { $0 == outcome || tells && favour($0) >= favour(outcome) }
                }
                if isSmaller || sides.contains(where: { $0.key.isStrictSubset(of: facts) && $0.value >= favour(outcome) }) { continue }
                check(
                    "\(facts.map { plan.facts[$0].name }) gives \(declared.outcomes[outcome].name), and is not named",
                    found.contains { Set($0.changes.map(\.fact)) == facts && $0.outcome == outcome })
            }
        }
        return faults
    }

    private func knowledge(_ reading: Reading, _ fact: Fact, _ contract: CheckedContract) -> Knowledge {
        guard case .set(let of) = fact.type else { return .value(reading.value) }
        let yes = UInt64(bitPattern: reading.value)
        return .members(yes: yes, no: RandomWorlds.members(of, contract) & ~yes)
    }

    private func subsets(_ slots: [Changeable]) -> [[Changeable]] {
        slots.reduce([[]]) { sets, slot in sets + sets.map { $0 + [slot] } }
    }
}
