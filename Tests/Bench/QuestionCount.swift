import Completions
import Documents
import Facts
import Foundation
import Interviews
import Plans
import Runtime
import Vocabulary

/// How many questions it takes to a settled answer: each case of the corpus with all its facts hidden, answered from the case when asked.
struct QuestionCount {
    let plan: Plan
    let root: URL

    /// The mean numbers in both orders, over what settles in both.
    func summary(_ order: QuestionOrder = .best) throws -> String {
        let folder = root.appending(path: "Corpus/cases")
        var (count, best, plain, fewer, more) = (0, 0, 0, 0, 0)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).filter({ $0.hasSuffix(".json") }).sorted() {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let file = CaseFile(try DocumentFormat.detect(fileName: name, bytes: bytes).read(bytes), plan: plan)
            for decision in Set(file.expectations.map(\.decision)).sorted() {
                guard let one = questions(file.reading.frame, decision, order), let other = questions(file.reading.frame, decision, .vocabulary) else {
                    continue
                }
                count += 1
                best += one
                plain += other
                if one < other { fewer += 1 }
                if one > other { more += 1 }
                if CommandLine.arguments.contains("--each") { print(one, other, name, plan.decisions[decision].name) }
            }
        }
        func mean(_ sum: Int) -> String { rounded(Double(sum) / Double(max(count, 1))) }
        return "questions to a settled answer:    \(mean(best)) best first, \(mean(plain)) in file order (mean of \(count); fewer in \(fewer), more in \(more))"
    }

    /// The questions that are asked until the answer is settled; `nil` where the case leaves it open.
    private func questions(_ full: FactFrame, _ decision: Place<Decision>, _ order: QuestionOrder) -> Int? {
        var hidden = FactFrame(plan, asOf: full[.asOf].value, time: full[.asOfTime].state == .known ? full[.asOfTime].value : nil)
        // What a party decides is never asked.
        for fact in plan.facts.places where plan.facts[fact].isDiscretion && plan.facts[fact].list == nil { hidden[fact] = full[fact] }
        var interview = Interview(plan, decision: decision, frame: hidden, order: order)
        var asked = 0
        while let question = interview.next {
            asked += 1
            guard asked < 500 else { return nil }
            if case .failure = interview.answer(answer(question, full, interview.frame)), case .failure = interview.answer(.unknown) { return nil }
        }
        return interview.ending == .determined || interview.ending == .conflict ? asked : nil
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
