import Completions
import Decisions
import Documents
import Facts
import Foundation
import Interviews
import Plans
import Runtime
import Vocabulary

/// How many questions it takes to an answer: each case of the corpus with all its facts hidden, answered from the case when asked.
struct QuestionCount {
    let decider: Decider
    let root: URL

    init(plan: Plan, root: URL) {
        decider = Decider(plan)
        self.root = root
    }

    private var plan: Plan { decider.plan }

    /// Questions of one interview that comes to an outcome.
    private struct Count {
        let outcome: Int
        /// Until the side is certain; as many as to the outcome where it stays open, as in a conflict.
        var side: Int?
        /// Until it is certain or, under usual circumstances, would be; and whether that was the side that the facts came to.
        var usual: (questions: Int, isBorneOut: Bool)?
    }

    /// The numbers of interviews that settle in both orders, added up.
    private struct Sum {
        private var count = 0
        private var (best, plain, side, usual) = (0, 0, 0, 0)
        private var (fewer, more, sideSooner, usualSooner, refuted) = (0, 0, 0, 0, 0)

        mutating func add(_ one: Count, inFileOrder plain: Int) {
            count += 1
            best += one.outcome
            self.plain += plain
            if one.outcome < plain { fewer += 1 }
            if one.outcome > plain { more += 1 }
            let (side, usual) = (one.side ?? one.outcome, one.usual?.questions ?? one.outcome)
            self.side += side
            self.usual += usual
            if side < one.outcome { sideSooner += 1 }
            if usual < one.outcome { usualSooner += 1 }
            if one.usual?.isBorneOut == false { refuted += 1 }
        }

        private func mean(_ sum: Int) -> String { rounded(Double(sum) / Double(max(count, 1)), 2) }

        var text: String {
            """
            questions to an outcome:           \(mean(best)) best first, \(mean(plain)) in file order (mean of \(count); fewer in \(fewer), more in \(more))
            questions to a side:               \(mean(side)) strict (sooner in \(sideSooner)), \(mean(usual)) with usual circumstances (sooner in \(usualSooner); \
            another side came of the facts in \(refuted))
            """
        }
    }

    /// The mean numbers, over what settles in both orders: of all decisions, and of the main one.
    func summary(_ order: QuestionOrder = .best) throws -> String {
        let folder = root.appending(path: "Corpus/cases")
        var (all, main) = (Sum(), Sum())
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).filter({ $0.hasSuffix(".json") }).sorted() {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let file = CaseFile(try DocumentFormat.detect(fileName: name, bytes: bytes).read(bytes), plan: plan)
            for decision in Set(file.expectations.map(\.decision)).sorted() {
                guard let one = questions(file.reading.frame, decision, order),
                    let other = questions(file.reading.frame, decision, .vocabulary)?.outcome
                else { continue }
                all.add(one, inFileOrder: other)
                if decision == plan.mainDecision { main.add(one, inFileOrder: other) }
                if CommandLine.arguments.contains("--each") {
                    print(one.outcome, other, one.side ?? "-", one.usual?.questions ?? "-", name, plan.decisions[decision].name)
                }
            }
        }
        return "\(all.text)\nof the main decision alone\n\(main.text)"
    }

    /// The questions that are asked until the outcome is settled; `nil` where the case leaves it open.
    private func questions(_ full: FactFrame, _ decision: Place<Decision>, _ order: QuestionOrder) -> Count? {
        var hidden = FactFrame(plan, asOf: full[.asOf].value, time: full[.asOfTime].state == .known ? full[.asOfTime].value : nil)
        // What a party decides is never asked.
        for fact in plan.facts.places where plan.facts[fact].isDiscretion && plan.facts[fact].list == nil { hidden[fact] = full[fact] }
        var interview = Interview(plan, decision: decision, frame: hidden, order: order)
        var (asked, side): (Int, Int?) = (0, nil)
        var usual: (questions: Int, outcomes: OutcomeSet)?
        let sides = plan.decisions[decision].sides
        func look() {
            if side == nil, interview.verdict.side != nil { side = asked }
            guard usual == nil, order != .vocabulary else { return }
            let certain = interview.verdict.side ?? decider.answer(decision, interview.frame, .usual, order: .vocabulary).usual?.side
            usual = certain.map { (asked, sides[$0].outcomes) }
        }
        look()
        while let question = interview.next {
            asked += 1
            guard asked < 500 else { return nil }
            if case .failure = interview.answer(answer(question, full, interview.frame)), case .failure = interview.answer(.unknown) { return nil }
            look()
        }
        guard interview.ending == .determined || interview.ending == .conflict else { return nil }
        let came = interview.verdict.outcome.map { OutcomeSet($0) }
        return Count(outcome: asked, side: side, usual: usual.map { usual in (usual.questions, came.map { $0.isSubset(of: usual.outcomes) } ?? false) })
    }

    private func answer(_ question: Question, _ full: FactFrame, _ known: FactFrame) -> Response {
        switch question.subject {
        case .list(let list):
            if known.lists[list.value].recordCount < full.lists[list.value].recordCount { return .record(label: nil) }
            return full.lists[list.value].isComplete ? .complete : .unknown
        case .group(let group, let record):
            let areAllNo = plan.groups[group].members.allSatisfy { reading($0, record, full).reading == Reading(.known, 0) }
            return .value(areAllNo ? 1 : 0)
        case .fact(let fact, let record):
            let (reading, no) = reading(fact, record, full)
            switch reading.state {
            case .unknown, .unexercised: return .unknown
            case .pending: return .pending
            case .inapplicable: return .inapplicable
            case .known:
                guard case .multiple(let options) = question.kind else { return .value(reading.value) }
                let asked = options.reduce(0 as UInt64) { $0 | 1 << UInt64($1.code) }
                return .members(yes: UInt64(bitPattern: reading.value) & asked, no: no & asked)
            }
        }
    }

    private func reading(_ fact: Place<Fact>, _ record: Int?, _ frame: FactFrame) -> (reading: Reading, no: UInt64) {
        guard let list = plan.facts[fact].list, let record else { return (frame[fact], frame.excluded[fact.value]) }
        let own = frame.lists[list.value]
        guard record < own.recordCount else { return (.unknown, 0) }
        return (own[record, plan.fieldNumbers[fact.value]], own.excluded[record * own.fieldCount + plan.fieldNumbers[fact.value]])
    }
}
