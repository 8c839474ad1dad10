import Completions
import Contract
import Decisions
import Planning
import Plans
import Runtime
import Testing
import Vocabulary

/// The parts of an answer, each alone and in company.
@Suite("Parts of an answer")
struct PartsTests {
    private static let single: [AnswerParts] = [.readings, .powers, .norms, .sources, .nextChange, .wouldChange, .usual, .lacking]

    @Test("A part is the same in whatever order and company it is asked for, and whatever case was asked before", .timeLimit(.minutes(5)))
    func alone() throws {
        var (answers, open) = (0, 0)
        for seed in Seeds.first..<Seeds.first + 300 {
            var rules = RandomRules(seed: seed, fields: 3...7, arithmetic: 20)
            guard let contract = RuleText.check([rules.rules().text]).contract else { continue }
            let plan = Plan(contract)
            // Few enough nodes that some searches are given up.
            let decider = Decider(plan, budget: seed % 3 == 0 ? 300 : 20_000)
            var worlds = RandomWorlds(contract, seed: seed)
            var kept = Case(decider, Place(0), FactFrame(plan, asOf: 0, time: nil))
            _ = kept.answer(.all)
            for number in 0..<2 {
                let frame = worlds.world(unknown: 40).frame(plan)
                let whole = decider.answer(Place(0), frame)
                answers += 1
                if whole.status == .undetermined { open += 1 }
                kept.take(Place(0), frame)
                for part in Self.single.shuffled(using: &rules.dice) {
                    #expect(Self.said(decider.answer(Place(0), frame, part), part) == Self.said(whole, part), "seed \(seed), case \(number)")
                    #expect(Self.said(kept.answer(part), part) == Self.said(whole, part), "seed \(seed), case \(number), a case that is used again")
                }
                #expect(Self.verdict(decider.answer(Place(0), frame, [])) == Self.verdict(whole), "seed \(seed), case \(number)")
                #expect(Self.verdict(kept.answer(.all)) == Self.verdict(whole), "seed \(seed), case \(number), a case that is used again")
            }
        }
        #expect(answers > 200 && open > 50)
    }

    /// All that the verdict says, and what it rests on.
    private static func verdict(_ answer: Answer) -> [AnyHashable] {
        [
            answer.status, answer.outcome, answer.possible, answer.applying, answer.open, answer.missing, answer.isApproximate, answer.isContradictory,
            answer.grounds, answer.openGrounds, answer.defeated,
        ]
    }

    private static func said(_ answer: Answer, _ part: AnswerParts) -> [AnyHashable] {
        switch part {
        case .readings: [answer.interpretations, answer.readingsMatterTogether, answer.readingsAreComplete]
        case .powers: [answer.reserved, answer.reservedIsComplete]
        case .norms: [answer.norms]
        case .sources: [answer.sources, answer.predicted]
        case .nextChange: [answer.nextChange]
        case .usual: [answer.usual, answer.usualIsComplete]
        case .lacking: [answer.shortfall]
        default: [answer.counterfactuals]
        }
    }
}
