import Completions
import Contract
import Decisions
import Outlook
import Planning
import Plans
import Runtime
import Testing
import Vocabulary

/// What the nearest rules lack and until when, against the reference on every flip of facts and every day.
@Suite("What is lacking, against all flips and all days")
struct ShortfallTests {
    static let (parts, size): (Range<UInt64>, UInt64) = (0..<8, 60)
    private static let atoms = [
        "知.書面", "知.控え", "物.一", "知.書面 でない", "知.日 が 知.期 - 1か月 以前", "知.日 が 知.期 - 1か月 より前", "知.日 が 2026-03-10 以前", "知.期 ≥ 基準日 + 10日",
        "知.日 が 未到来 でない", "満了日(知.日, 1か月) ≤ 知.期", "月末(知.日) < 知.期", "休日送り(知.日) < 知.期", "基準日 が 知.期 - 14日 以前", "知.日 > 2026-01-10",
    ]

    @Test("Doing what is lacking meets the rule, doing less does not, and no other better rule lacks less; the last day is the last", arguments: parts)
    func exact(part: UInt64) throws {
        var (said, days, never) = (0, 0, 0)
        for seed in Seeds.first + part * Self.size..<Seeds.first + (part + 1) * Self.size {
            var dice = Dice(seed: seed)
            let text = Self.text(&dice)
            let result = RuleText.check([text])
            let contract = try #require(result.contract, "\(RuleText.findings(result)) \(text)")
            let (plan, inlined) = (Plan(contract), contract.inlined)
            for number in 0..<4 {
                let world = Self.world(inlined, &dice)
                let answer = Decider(plan).answer(Place(0), world.frame(plan), .lacking, order: .vocabulary)
                // Whether that is so ExactnessTests show.
                let isRefused = answer.outcome == inlined.decisions[0].fallback && answer.applying.isEmpty
                if !isRefused {
                    #expect(answer.shortfall.rules.isEmpty, "seed \(seed), case \(number)")
                    continue
                }
                let faults = answer.shortfall.rules.flatMap { Self.faults($0, answer.shortfall.isCut, inlined, plan, world) }
                #expect(faults.isEmpty, "seed \(seed), case \(number)")
                if !faults.isEmpty { print(faults.joined(separator: "\n"), world, text, separator: "\n") }
                if answer.shortfall.rules.isEmpty { never += 1 }
                said += answer.shortfall.rules.count
                days += answer.shortfall.rules.reduce(0) { $0 + $1.lastDays.count }
            }
        }
        print("lacking: \(said) rules, \(days) last days, \(never) without a rule")
        #expect(said > 0 && days > 0)
    }

    private static func text(_ dice: inout Dice) -> String {
        func condition(_ depth: Int) -> String {
            guard depth > 0, dice.chance(80) else { return dice.pick(atoms) }
            let word = dice.pick([" かつ ", " かつ ", " または "])
            return (0..<dice.number(2...3)).map { _ in "(\(condition(depth - 1)))" }.joined(separator: word)
        }
        let rules = (1...dice.number(1...3)).map { "規則 r\($0) { もし \(condition(2)) ならば 主 = \(dice.pick(["可", "可", "否"])) }" }
        return """
            規約 t { 当事者 甲, 乙 ; 回答者 乙 }
            事実 知 「知」 { 日 : 日付 「日」 問 「日」 ; 期 : 日付 「期」 問 「期」 ; 書面 : 真偽 「書面」 問 「書面」 変更可 ; 控え : 真偽 「控え」 問 「控え」 }
            事実 物 「物」 { 一 : 真偽 「一」 問 「一」 }
            判定 主 { 結果 可, 否 ; 既定 不可 ; 有利 甲 { 可 } 乙 { 不可, 否 } }
            第1条 一 「」
            \(rules.joined(separator: "\n"))
            """
    }

    private static func world(_ contract: CheckedContract, _ dice: inout Dice) -> World {
        let today = Almanac.number(2026, 2, 10)
        var world = World(contract, asOf: today, time: nil)
        for fact in contract.facts.places.dropFirst(2) {
            switch contract.facts[fact].type {
            case .bool: world.facts[fact] = dice.chance(85) ? .value(dice.chance(50) ? 1 : 0) : .unknown
            default: world.facts[fact] = .value(today + Int64(dice.number(-40...60)))
            }
        }
        return world
    }

    // MARK: What is wrong

    private static func faults(_ near: NearestRule, _ isCut: Bool, _ contract: CheckedContract, _ plan: Plan, _ world: World) -> [String] {
        var faults: [String] = []
        func check(_ what: String, _ isRight: Bool) { if !isRight { faults.append("\(plan.rules[near.rule].name): \(what)") } }
        check("not better", plan.decisions[0].outcomes[plan.rules[near.rule].outcome].favours == "甲")
        // Which facts of yes or no would have to be otherwise; the rest of what is lacking is about days.
        func flips(_ lack: NearestRule.Lack) -> [(fact: Place<Fact>, value: Int64)]? {
            var found: [(Place<Fact>, Int64)] = []
            for test in lack.tests {
                guard case .isCase(let fact, _, let low) = plan[test.condition] else { return nil }
                found.append((fact, (low == 2) == test.wanted ? 1 : 0))
            }
            return found
        }
        func holds(_ world: World) -> Bool { Reference(contract, world).holds(near.rule) == true }
        let own = near.lacks.map(flips)
        if own.allSatisfy({ $0 != nil }) {
            // Any choice meets the rule; leaving one out does not.
            var worlds = [world]
            for flips in own {
                worlds = worlds.flatMap { world in
                    (flips ?? []).map { flip in
                        var changed = world
                        changed.facts[flip.fact] = .value(flip.value)
                        return changed
                    }
                }
            }
            for changed in worlds { check("is not met by what it lacks", holds(changed)) }
            check("more than is needed", isCut || near.lacks.count <= fewest(near.rule, contract, world) ?? .max)
            for rule in contract.rules.indices where contract.rules[rule].rule.outcome == 0 && !isCut {
                if let other = fewest(Place(rule), contract, world) { check("r\(rule + 1) is nearer", other >= near.lacks.count) }
            }
        }
        for last in near.lastDays {
            // All that is lacking and does not ask for that day is done.
            var done = world
            for (lack, flips) in zip(near.lacks, own) {
                if let flip = flips?.first { done.facts[flip.fact] = .value(flip.value) } else if !asks(lack, for: last.fact, plan) { return faults }
            }
            func isMet(_ day: Int64) -> Bool {
                if last.fact == .asOf {
                    var other = World(contract, asOf: day, time: nil)
                    for (fact, knowledge) in done.facts where fact != .asOf { other.facts[fact] = knowledge }
                    return holds(other)
                }
                done.facts[last.fact] = .value(day)
                return holds(done)
            }
            check("not met on the last day \(last.day)", isMet(last.day))
            check("met after the last day \(last.day)", !(last.day + 1...last.day + 200).contains(where: isMet) && !isMet(last.day + 9_000))
            check("passed", last.hasPassed == (last.day < world.asOf))
        }
        return faults
    }

    private static func asks(_ lack: NearestRule.Lack, for fact: Place<Fact>, _ plan: Plan) -> Bool {
        var reach = Reach()
        for test in lack.tests { reach.add(test.condition, of: plan) }
        return reach.facts.contains(fact)
    }

    /// How few facts of yes or no must be otherwise, or known, for a rule to be met; nil where that does not do it.
    private static func fewest(_ rule: Place<Rule>, _ contract: CheckedContract, _ world: World) -> Int? {
        let facts = contract.facts.places.filter { contract.facts[$0].type == .bool }
        var least: Int?
        for mask in 0..<1 << facts.count {
            var changed = world
            var count = 0
            for (number, fact) in facts.enumerated() {
                let value = Knowledge.value(Int64(mask >> number & 1))
                if world.facts[fact] != value {
                    changed.facts[fact] = value
                    count += 1
                }
            }
            if Reference(contract, changed).holds(rule) == true { least = min(least ?? .max, count) }
        }
        return least
    }
}
