import Completions
import Contract
import Decisions
import Outlook
import Planning
import Plans
import Runtime
import Testing
import Vocabulary

@Suite("When an answer next changes, against looking at every day and minute")
struct NextChangeTests {
    /// Days that are looked at one by one.
    static let days: Int64 = 45

    @Test("The first other day is found where every fact is known", arguments: 0..<16 as Range<UInt64>)
    func known(part: UInt64) throws { try check(Seeds.first + part * 25..<Seeds.first + (part + 1) * 25, unknown: 0) }

    @Test("It is found, or said how far was looked, where facts are unknown", arguments: 0..<16 as Range<UInt64>)
    func unknown(part: UInt64) throws { try check(Seeds.first + 1_000 + part * 8..<Seeds.first + 1_000 + (part + 1) * 8, unknown: 25) }

    private func check(_ seeds: Range<UInt64>, unknown: Int) throws {
        for seed in seeds {
            var rules = RandomRules(seed: seed, fields: 2...5, arithmetic: 8)
            let text = rules.rules().text
            guard let contract = RuleText.check([text]).contract else { continue }
            let plan = Plan(contract)
            let decider = Decider(plan)
            var worlds = RandomWorlds(contract, seed: seed)
            for number in 0..<2 {
                let frame = worlds.world(unknown: unknown).frame(plan)
                let verdict = decider.answer(Place(0), frame, .nextChange, order: .vocabulary)
                guard !verdict.isApproximate, !verdict.isContradictory else { continue }
                let said = verdict.nextChange
                let fault =
                    fault(said.outcome?.moment, said.until, decider, frame) { $0.possible != verdict.possible }
                    ?? fault(said.side?.moment, said.sideUntil, decider, frame) { $0.side != verdict.side }.map { "side: " + $0 }
                if let fault {
                    Issue.record("seed \(seed), case \(number): \(fault)")
                    print(fault, frame.readings, text, separator: "\n")
                }
            }
        }
    }

    /// What is wrong with the moment that was said, of what was looked at up to a day; `nil` where all is right.
    private func fault(
        _ moment: NextChange.Moment?, _ until: Int64?, _ decider: Decider, _ frame: FactFrame, _ differs: (Answer) -> Bool
    ) -> String? {
        let day = frame[.asOf].value
        let last = min(day + Self.days, until ?? .max)
        var changed = frame
        let isTimed = frame[.asOfTime].state == .known
        for next in day...last {
            // The rules name 9:00 and 17:30; every minute around them, and the ends of the day.
            let minutes: [Int64?] = isTimed ? [0, 539, 540, 541, 1_049, 1_050, 1_051, 1_439] : [nil]
            for minute in minutes {
                if next == day, minute.map({ $0 <= frame[.asOfTime].value }) ?? true { continue }
                changed[.asOf] = Reading(.known, next)
                if let minute { changed[.asOfTime] = Reading(.known, minute) }
                let now = decider.answer(Place(0), changed, [], order: .vocabulary)
                if now.isApproximate { return nil }
                guard differs(now) else { continue }
                if moment?.day == next, moment?.minute == minute { return nil }
                return "day \(next), minute \(minute.map { String($0) } ?? "-"), not \(String(describing: moment)) (\(String(describing: until)))"
            }
        }
        guard let moment, moment.day <= last else { return nil }
        return "nothing changes on \(moment)"
    }
}
