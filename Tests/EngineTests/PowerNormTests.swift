import Completions
import Contract
import Decisions
import Norms
import Planning
import Plans
import Runtime
import Testing
import Vocabulary

/// What powers change of duties, amounts and deadlines, against every completion with every exercise of every subset of them.
@Suite("Reserved powers and duties, against all exercises")
struct PowerNormTests {
    static let (parts, size): (Range<UInt64>, UInt64) = (0..<6, 60)
    private static let facts = ["物.い", "物.ろ", "物.は", "物.い でない"]
    private static let powers = ["判断.一", "判断.二", "判断.三", "判断.扱い = 断る", "判断.扱い = 延ばす", "判断.一 でない", "判断.扱い ≠ 断る"]

    @Test(
        "Those are listed that change the outcome, or a duty, an amount or a deadline under some completion and some exercise of the others", arguments: parts)
    func exact(part: UInt64) throws {
        var (said, joint, open, unsaid) = (0, 0, 0, 0)
        for seed in Seeds.first + part * Self.size..<Seeds.first + (part + 1) * Self.size {
            var dice = Dice(seed: seed)
            let text = Self.text(&dice)
            let result = RuleText.check([text])
            let contract = try #require(result.contract, "\(RuleText.findings(result)) \(text)")
            let (plan, inlined) = (Plan(contract), contract.inlined)
            for number in 0..<3 {
                let world = Self.world(inlined, &dice)
                let answer = Decider(plan).answer(Place(0), world.frame(plan), .powers, order: .vocabulary)
                let told = Dictionary(answer.reserved.map { (Exercise($0.fact, $0.value), $0.with.count) }, uniquingKeysWith: { one, _ in one })
                let expected = Self.expected(inlined, plan, world)
                #expect(told == expected && answer.reservedIsComplete, "seed \(seed), case \(number)")
                if told != expected { print(told, expected, world, text, separator: "\n") }
                said += told.count
                joint += told.values.count { $0 > 0 }
                open += answer.reserved.count { $0.norms.contains { if case .hanging = $0 { true } else { false } } }
                unsaid += Self.powers(plan).reduce(0) { $0 + plan.exercises(of: $1).count } - told.count
            }
        }
        print("powers and duties: \(said) said, \(joint) of them only with others, \(open) depending on facts, \(unsaid) unsaid")
        #expect(said > 0 && joint > 0 && open > 0 && unsaid > 0)
    }

    private static func text(_ dice: inout Dice) -> String {
        func condition(_ count: Int) -> String {
            (0..<count).map { _ in dice.pick(dice.chance(55) ? facts : powers) }.joined(separator: dice.pick([" かつ ", " かつ ", " または "]))
        }
        // What asks the same of the same, so that one may take the place of another.
        let norms = (1...dice.number(1...3)).map { number in
            let content = dice.pick(["払う", "払う", "直す"])
            let amount = dice.pick(["額 100円 × 1", "額 200円 × 1", "額 料 × 1", "額 物.額面 × 2"])
            let terms = content == "払う" ? amount : dice.pick(["期限 2026-03-31", "期限 2026-04-30", "期限 物.日"])
            let read = dice.chance(30) ? "何 = 可 かつ " : ""
            return "\(content == "払う" ? "費用" : "義務") n\(number) { 者 甲 ; 内容 「\(content)」 ; もし \(read)(\(condition(2))) ; \(terms) }"
        }
        return """
            規約 t { 当事者 甲, 乙 }
            列挙 扱い { 断る ; 延ばす }
            事実 物 「物」 {
              い : 真偽 「い」 問 「い」 ; ろ : 真偽 「ろ」 問 「ろ」 ; は : 真偽 「は」 問 「は」 ; 額面 : 数 円 「額面」 問 「額面」 ; 日 : 日付 「日」 問 「日」
            }
            事実 判断 「判断」 {
              一 : 真偽 「一」 問 「一」 裁量 乙 ; 二 : 真偽 「二」 問 「二」 裁量 乙 前提 物.は ; 三 : 真偽 「三」 問 「三」 裁量 乙
              扱い : 扱い 「扱い」 問 「扱い」 裁量 乙
            }
            表 料 先勝ち : 数 円 {
              | 判断.三 | 物.い || 料 |
              | \(dice.pick(["真", "-"])) | \(dice.pick(["真", "偽", "-"])) || 110円 |
              | - | 真 || 物.額面 |
              | - | - || 130円 |
            }
            判定 何 { 結果 可 ; 既定 否 }
            第1条 一 「」
            規則 r { もし \(condition(2)) ならば 何 = 可 }
            \(norms.joined(separator: "\n"))
            """
    }

    private static func world(_ contract: CheckedContract, _ dice: inout Dice) -> World {
        var world = World(contract, asOf: Almanac.number(2026, 2, 10), time: nil)
        for fact in contract.facts.places.dropFirst(2) {
            if contract.facts[fact].isDiscretion {
                world.facts[fact] = .unexercised
            } else if contract.facts[fact].type == .bool {
                world.facts[fact] = dice.chance(50) ? .unknown : .value(dice.chance(50) ? 1 : 0)
            } else {
                // Amounts and days are known or not; neither changes which of them is meant.
                world.facts[fact] = dice.chance(50) ? .unknown : .value(contract.facts[fact].type == .date ? world.asOf + 90 : 70_000_000)
            }
        }
        return world
    }

    private static func powers(_ plan: Plan) -> [Place<Fact>] { plan.facts.places.filter { plan.facts[$0].isDiscretion } }

    /// What comes of a case in which all is known: the outcome, and what each duty comes to.
    private struct Result: Equatable {
        let outcome: Set<Int>
        let duties: [String]
    }

    private static func result(_ contract: CheckedContract, _ bearing: [Int], _ world: World) -> Result {
        let reference = Reference(contract, world)
        var duties: [String] = []
        for norm in bearing.map({ contract.norms[$0] }) where reference.truth(norm.condition) == true {
            duties.append(([norm.norm.content] + [norm.deadline, norm.amount].map { $0.map { "\(reference.value($0))" } ?? "-" }).joined(separator: " "))
        }
        return Result(outcome: reference.possible(Place(0)), duties: duties.sorted())
    }

    /// The exercises that make a difference, each with how few others that takes.
    private static func expected(_ contract: CheckedContract, _ plan: Plan, _ world: World) -> [Exercise: Int] {
        // Every completion; two amounts and days that nothing else comes to stand for all.
        var worlds = [world]
        for fact in contract.facts.places.dropFirst(2) where world.facts[fact] == .unknown {
            let options: [Int64] =
                switch contract.facts[fact].type {
                case .bool: [0, 1]
                case .date: [world.asOf + 91]
                default: [70_000_000]
                }
            worlds = worlds.flatMap { world in
                options.map { value in
                    var completed = world
                    completed.facts[fact] = .value(value)
                    return completed
                }
            }
        }
        // Duties that have nothing to do with the decision are not told of.
        let bearing = Decider(plan).norms.bearing(on: Place(0)).norms
        let powers = powers(plan)
        var ways: [[Place<Fact>: Int64]] = [[:]]
        for power in powers { ways += ways.flatMap { way in plan.exercises(of: power).map { value in way.merging([power: value]) { $1 } } } }
        var expected: [Exercise: Int] = [:]
        for completed in worlds {
            var results: [[Place<Fact>: Int64]: Result] = [:]
            for way in ways {
                var exercised = completed
                for (power, value) in way { exercised.facts[power] = .value(value) }
                // What is not asked cannot be exercised.
                let reference = Reference(contract, exercised)
                guard way.keys.allSatisfy({ contract.premises[$0.value].map { reference.truth($0) == true } ?? true }) else { continue }
                results[way] = result(contract, bearing, exercised)
            }
            for (way, before) in results {
                for power in powers where way[power] == nil {
                    for value in plan.exercises(of: power) {
                        guard let after = results[way.merging([power: value]) { $1 }], after != before else { continue }
                        expected[Exercise(power, value)] = min(expected[Exercise(power, value)] ?? .max, way.count)
                    }
                }
            }
        }
        return expected
    }
}
