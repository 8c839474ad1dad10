import Completions
import Contract
import Decisions
import Foundation
import Outlook
import Planning
import Plans
import Runtime
import Testing
import Values
import Vocabulary

/// The examples that the decision records follow through: what they say is what comes out.
@Suite("Worked examples")
struct WorkedExampleTests {
    /// The plan of the rules that a decision record shows.
    private func plan(_ page: String) throws -> Plan {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/decisions/\(page).md"), encoding: .utf8)
        let rules = try #require(text.components(separatedBy: "```kiyaku\n").dropFirst().first?.components(separatedBy: "```").first)
        let checked = RuleText.check([rules])
        return Plan(try #require(checked.contract, "\(RuleText.findings(checked))"))
    }

    private func fact(_ name: String, _ plan: Plan) throws -> Place<Fact> { Place(try #require(plan.facts.firstIndex { $0.name == name })) }

    private func names(_ outcomes: OutcomeSet, _ plan: Plan) -> [String] { outcomes.map { plan.decisions[0].outcomes[$0].name } }

    @Test("The exact search leaves two outcomes of three, asks for the colour, and needs the points for the grounds alone")
    func exactSearch() throws {
        let plan = try plan("exact-search")
        var frame = FactFrame(plan, asOf: 20_700, time: nil)
        frame[try fact("物.新品", plan)] = Reading(.known, 1)
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(Place(0))
        #expect(names(evaluator.outcomes(of: Place(0)), plan) == ["否", "可", "他"])
        let answer = Decider(plan).answer(Place(0), frame, [])
        #expect(names(answer.possible, plan) == ["否", "可"])
        let (colour, points) = (try fact("物.色", plan), try fact("物.点", plan))
        #expect(answer.missing.map(\.subject) == [.fact(colour, record: nil, members: []), .fact(points, record: nil, members: [])])
        #expect(answer.missing.map(\.decides) == [true, false])
        #expect(!answer.isApproximate)
    }

    @Test("The next change is the day after the month has run out, though a Monday comes before it")
    func nextChange() throws {
        let plan = try plan("next-change")
        func day(_ text: String) throws -> Int64 { Int64(try #require(CivilDate(text)).dayNumber) }
        var frame = FactFrame(plan, asOf: try day("2026-02-20"), time: nil)
        frame[try fact("物.届", plan)] = Reading(.known, try day("2026-01-31"))
        let answer = Decider(plan).answer(Place(0), frame, .nextChange)
        #expect(names(answer.possible, plan) == ["可"])
        let next = try #require(answer.nextChange.outcome)
        #expect(next.moment.day == (try day("2026-03-01")))
        #expect(names(next.possible, plan) == ["否"])
    }
}
