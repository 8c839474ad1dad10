import Plans
import Runtime
import Vocabulary

/// The answers of an interview, put on top of the facts that were known before.
struct AnswerSheet {
    let plan: Plan
    let decision: Place<Decision>
    let given: FactFrame
    let answers: [(question: Question, answer: Response)]

    private struct Slot: Hashable {
        let fact: Place<Fact>
        let record: Int?
    }

    /// The facts with the answers. An answer to what is no longer asked, because an earlier answer has changed, waits and does not count.
    func frame() -> FactFrame {
        var waiting: Set<Slot> = []
        var frame = apply(except: waiting)
        // Premises do not go in circles: each round settles one more layer of them.
        for _ in 0...plan.facts.count {
            var evaluator = Evaluator(plan, frame, tracer: NoTracer())
            evaluator.run(decision)
            let next = Set(slots.filter { plan.premise($0.fact, $0.record, &evaluator) == .no })
            if next == waiting { break }
            waiting = next
            frame = apply(except: waiting)
        }
        return frame
    }

    /// The names that records were given, by their number.
    var recordNames: [Place<RecordList>: [Int: String]] {
        var names: [Place<RecordList>: [Int: String]] = [:]
        var counts: [Place<RecordList>: Int] = [:]
        for (question, answer) in answers {
            guard case .list(let list) = question.subject, case .record(let label) = answer else { continue }
            let number = given.lists[list.value].recordCount + counts[list, default: 0]
            counts[list, default: 0] += 1
            if let label { names[list, default: [:]][number] = label }
        }
        return names
    }

    /// The facts that have answers.
    private var slots: [Slot] {
        answers.flatMap { question, answer -> [Slot] in
            switch question.subject {
            case .fact(let fact, let record): [Slot(fact: fact, record: record)]
            case .group(let group, let record): plan.members(of: group, record: record).map { Slot(fact: $0, record: record) }
            case .list: []
            }
        }
    }

    private func apply(except waiting: Set<Slot>) -> FactFrame {
        var frame = given
        for (question, answer) in answers {
            guard case .list(let list) = question.subject else { continue }
            let fields = plan.lists[list].fields.map { plan.facts[$0] }
            frame.change(list) { own in
                switch answer {
                case .record: own.addRecord(fields)
                case .complete: own.isComplete = true
                default: break
                }
            }
        }
        for (question, answer) in answers {
            guard case .group(let group, let record) = question.subject else { continue }
            let members = plan.groups[group].members
            for fact in plan.members(of: group, record: record) where !waiting.contains(Slot(fact: fact, record: record)) {
                guard frame.reading(fact, record, plan).state == .unknown else { continue }
                switch answer {
                case .value(1): put(Reading(.known, 0), fact, record, &frame)
                case .members(let yes, _):
                    if let code = members.firstIndex(of: fact), yes >> UInt64(code) & 1 == 1 { put(Reading(.known, 1), fact, record, &frame) }
                default: break
                }
            }
        }
        for (question, answer) in answers {
            guard case .fact(let fact, let record) = question.subject, !waiting.contains(Slot(fact: fact, record: record)) else { continue }
            put(answer, fact, record, &frame)
        }
        return frame
    }

    private func put(_ answer: Response, _ fact: Place<Fact>, _ record: Int?, _ frame: inout FactFrame) {
        switch answer {
        case .value(let value): put(Reading(.known, value), fact, record, &frame)
        case .pending: put(Reading(.pending), fact, record, &frame)
        case .inapplicable: put(Reading(.inapplicable), fact, record, &frame)
        case .members(let yes, let no):
            let known = given.knownMembers(fact, record, plan)
            let (yes, no) = (yes | known.yes, no | known.no)
            guard let list = plan.facts[fact].list, let record else { return frame.set(fact, yes: yes, no: no) }
            let field = plan.fieldNumbers[fact.value]
            frame.change(list) { $0.set(record, field, yes: yes, no: no) }
        case .text, .record, .complete, .unknown: break
        }
    }

    private func put(_ reading: Reading, _ fact: Place<Fact>, _ record: Int?, _ frame: inout FactFrame) {
        guard let list = plan.facts[fact].list, let record else {
            frame[fact] = reading
            return
        }
        let field = plan.fieldNumbers[fact.value]
        frame.change(list) { $0[record, field] = reading }
    }
}
