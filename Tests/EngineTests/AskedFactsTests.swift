import Completions
import Contract
import Decisions
import Planning
import Plans
import Runtime
import Testing
import Values
import Vocabulary

/// That a fact is asked is a claim: under some completion it changes the outcome. Each claim is made good by two
/// cases that differ in that fact, and in what is asked because of it.
@Suite("Facts that are asked of the rules that come with the program")
struct AskedFactsTests {
    @Test("Each changes the outcome in some case that the constraints allow", arguments: 0..<4 as Range<UInt64>)
    func witnessed(part: UInt64) throws {
        let rules = try #require(ShippedRules.read())
        let plan = Plan(try #require(rules.check(rules.texts).contract))
        var walk = AskedWalk(plan, seed: part)
        let witnesses = WitnessSearch(decider: Decider(plan))
        var (claims, skipped, idle) = (0, 0, [String]())
        for decision in plan.decisions.places where decision.value % 4 == Int(part) {
            for steps in 0...5 {
                guard let (frame, answer) = walk.start(decision, steps: steps) else { continue }
                guard !answer.isApproximate else {
                    skipped += 1
                    continue
                }
                for fact in answer.askedFacts {
                    claims += 1
                    if try !witnesses.isFound(fact, decision, frame), !walk.matters(fact, decision, frame) {
                        idle.append("\(plan.decisions[decision].name): \(plan.facts[fact].name) after \(walk.told(frame))")
                    }
                }
            }
        }
        print("asked facts, part \(part): \(claims) claims, \(skipped) starts not looked through, \(idle.count) idle")
        for claim in idle { print("no case found in which it decides: \(claim)") }
        #expect(claims > 100 && idle.isEmpty, "\(idle.joined(separator: "\n"))")
    }
}

extension Answer {
    /// The facts, not of records, that may be asked because they can change the outcome.
    var askedFacts: [Place<Fact>] {
        missing.compactMap { missing in
            guard missing.decides, missing.isAsked, case .fact(let fact, nil, _) = missing.subject else { return nil }
            return fact
        }
    }
}

/// Cases in which more and more of what is asked is known.
private struct AskedWalk {
    let plan: Plan
    let decider: Decider
    var dice: Dice
    private let constants: [Int64]
    private static let first = CivilDate("2026-04-01").map { Int64($0.dayNumber) } ?? 0

    init(_ plan: Plan, seed: UInt64) {
        self.plan = plan
        decider = Decider(plan)
        dice = Dice(seed: seed &+ 77)
        constants = Set(plan.valueNodes.compactMap { if case .constant(let value) = $0 { value } else { nil } }).sorted()
    }

    private func answer(_ decision: Place<Decision>, _ frame: FactFrame) -> Answer {
        var one = Case(decider, decision, frame)
        return one.answer([])
    }

    /// Whether the facts of a case would be taken: they go together.
    private func goTogether(_ frame: FactFrame) -> Bool { ConsistencyCheck(plan).check(frame) == .possible }

    /// A case in which so many of the asked facts are known, and what is asked then.
    mutating func start(_ decision: Place<Decision>, steps: Int) -> (FactFrame, Answer)? {
        var frame = FactFrame(plan, asOf: Self.first, time: nil)
        var answer = self.answer(decision, frame)
        for _ in 0..<steps {
            guard answer.status == .undetermined, let fact = answer.askedFacts.randomElement(using: &dice) else { return nil }
            var isTaken = false
            for next in values(fact, frame).shuffled(using: &dice) where !isTaken {
                let other = self.answer(decision, next)
                guard other.status == .undetermined, goTogether(next) else { continue }
                (frame, answer, isTaken) = (next, other, true)
            }
            guard isTaken else { return nil }
        }
        return answer.status == .undetermined ? (frame, answer) : nil
    }

    /// Whether two cases are found that differ in the fact alone and in what may come of them: where constraints tie facts together, none of them
    /// changes the outcome alone, but each leaves others possible.
    mutating func matters(_ fact: Place<Fact>, _ decision: Place<Decision>, _ start: FactFrame) -> Bool {
        var frames = [start]
        var looked = 0
        while let frame = frames.popLast(), looked < 400 {
            looked += 1
            var possible: Set<OutcomeSet> = []
            for next in values(fact, frame) {
                let answer = answer(decision, next)
                if goTogether(next) { possible.insert(answer.possible) }
                if possible.count > 1 { return true }
            }
            let others = answer(decision, frame).askedFacts.filter { $0 != fact }
            for other in others.prefix(6).reversed() {
                for next in values(other, frame).shuffled(using: &dice).prefix(8) {
                    let answer = answer(decision, next)
                    if goTogether(next), answer.askedFacts.contains(fact) {
                        frames.append(next)
                        break
                    }
                }
            }
        }
        return false
    }

    /// The case with each of the values that a person might name.
    private func values(_ fact: Place<Fact>, _ frame: FactFrame) -> [FactFrame] {
        func with(_ value: Int64) -> FactFrame {
            var next = frame
            next[fact] = Reading(.known, value)
            return next
        }
        switch plan.facts[fact].type {
        case .bool: return [0, 1].map(with)
        case .enumeration(let of): return plan.enumerations[of].cases.indices.map { with(Int64($0)) }
        case .set(let of):
            let all = UInt64.max >> UInt64(64 - plan.enumerations[of].cases.count)
            let members: [UInt64] = plan.enumerations[of].cases.indices.map { 1 << UInt64($0) }
            return ([0] + members).map { yes in
                var next = frame
                next.set(fact, yes: yes, no: all & ~yes)
                return next
            }
        case .date:
            var pending = frame
            pending[fact] = Reading(.pending)
            let known = plan.facts.places.compactMap { plan.facts[$0].type == .date && frame[$0].state == .known ? frame[$0].value : nil }
            let days = Set(([Self.first] + known).flatMap { day in [-800, -400, -190, -70, -40, -20, -1, 0, 1, 20, 40, 70, 400].map { day + $0 } })
            return days.sorted().map(with) + [pending]
        case .month: return (-15...3).map { with(2026 * 12 + 3 + $0) }
        case .time: return [0, 510, 539, 540, 720, 1_019, 1_020, 1_079, 1_080].map(with)
        case .number, .integer, .version: return constants.flatMap { [$0 - 1_000_000, $0, $0 + 1_000_000] }.map(with)
        case .text: return []
        }
    }

    /// What is known in a case, for the reader of a failure.
    func told(_ frame: FactFrame) -> String {
        let known = plan.facts.places.filter { $0 != .asOf && frame[$0].state != .unknown && frame[$0].state != .unexercised }
        return known.map { "\(plan.facts[$0].name)=\(frame[$0].state == .pending ? "pending" : "\(frame[$0].value)")" }.joined(separator: ", ")
    }
}
