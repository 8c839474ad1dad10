import Batch
import Completions
import Decisions
import Foundation
import Kiyaku
import Plans
import RuleTesting
import Runtime
import Testing
import Vocabulary

/// Rows of a table that are equal in what decides are judged once: what else stands in them changes nothing.
@Suite("Equal rows")
struct EqualCasesTests {
    private let rules: CheckedRules
    private var plan: Plan { rules.plan }

    init() throws { rules = try CheckedRules(try RuleFiles.read(Repository.root.appendingPathComponent("Rules/rns").path)) }

    @Test("Whatever is said of facts outside the key, the answer is the same; each fact in the key is told apart", arguments: ["対象可否", "環境対応", "申込可否", "契約期間"])
    func key(of name: String) throws {
        let decision = try #require(plan.decisions.places.first { plan.decisions[$0].name == name })
        let equal = EqualCases(plan, [decision])
        let inside = Set(equal.facts)
        let outside = plan.facts.places.filter { plan.facts[$0].list == nil && !inside.contains($0) }
        #expect(!inside.isEmpty && !outside.isEmpty)
        let decider = Decider(plan)
        let frames = rules.trials(CaseFiles(Repository.root.appendingPathComponent("Corpus/cases").path, rules: nil)).map(\.frame)
        for frame in stride(from: 0, to: frames.count, by: 97).map({ frames[$0] }) {
            var other = frame
            for fact in outside { turn(fact, in: &other) }
            let (one, two) = (
                decider.answer(decision, frame, .conclusion, order: .vocabulary), decider.answer(decision, other, .conclusion, order: .vocabulary)
            )
            #expect(said(one) == said(two), "\(name)")
            // The second is taken from the first, on its own facts.
            _ = equal.answers(frame)
            let taken = equal.answers(other)[0]
            #expect(said(taken) == said(two) && outside.allSatisfy { taken.frame[$0] == other[$0] })
            var turned = frame
            turn(equal.facts[equal.facts.count / 2], in: &turned)
            #expect(said(equal.answers(turned)[0]) == said(decider.answer(decision, turned, .conclusion, order: .vocabulary)))
        }
    }

    /// Another value than it has.
    private func turn(_ fact: Place<Fact>, in frame: inout FactFrame) {
        let value: Int64 = frame[fact] == Reading(.known, 1) ? 0 : 1
        switch plan.facts[fact].type {
        case .set: frame.set(fact, yes: UInt64(value) + 1, no: 0)
        case .date: frame[fact] = Reading(.known, frame[.asOf].value - 10 + value)
        default: frame[fact] = Reading(.known, value)
        }
    }

    private func said(_ answer: Answer) -> String {
        let verdict = "\(answer.status) \(String(describing: answer.outcome)) \(answer.possible) \(String(describing: answer.side)) \(answer.isApproximate)"
        return "\(verdict) \(answer.grounds) \(answer.applying) \(answer.open) \(answer.missing) \(answer.norms) \(answer.nextChange)"
    }
}
