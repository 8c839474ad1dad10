import Algorithms
import Completions
import Decisions
import Plans
import Runtime
import Vocabulary

/// What may be asked at a point of an interview.
struct Agenda {
    let plan: Plan
    let frame: FactFrame
    let verdict: Answer
    /// What is not asked again.
    let closed: Set<Question.Subject>

    /// The subjects that can change the outcome, whose premise is true, and that have not been answered.
    var open: [Question.Subject] {
        guard verdict.status == .undetermined else { return [] }
        return verdict.missing.compactMap { missing in
            guard missing.decides, missing.isAsked else { return nil }
            let subject: Question.Subject
            switch missing.subject {
            case .fact(let fact, let record, _): subject = .fact(fact, record: record)
            case .list(let list): subject = .list(list)
            case .event, .reference: return nil
            }
            return closed.contains(subject) ? nil : subject
        }
    }

    /// What to ask first.
    var next: Question.Subject? { open.first.map(asked) }

    /// All that would be asked as things stand, best first, each once.
    var questions: [Question.Subject] { Array(open.map(asked).uniqued()) }

    /// The subject itself, or the group that it is asked with.
    private func asked(_ subject: Question.Subject) -> Question.Subject {
        guard case .fact(let fact, let record) = subject else { return subject }
        return group(of: fact, record: record) ?? subject
    }

    /// The group that has a fact, while more of its facts than that one are still open.
    private func group(of fact: Place<Fact>, record: Int?) -> Question.Subject? {
        for group in plan.groups.places where plan.groups[group].members.contains(fact) {
            let subject = Question.Subject.group(group, record: record)
            guard !closed.contains(subject) else { continue }
            let writer = QuestionWriter(plan: plan, frame: frame, recordNames: [:])
            let open = writer.open(group, record).filter { !closed.contains(.fact($0, record: record)) }
            if open.count > 1, open.contains(fact) { return subject }
        }
        return nil
    }
}
