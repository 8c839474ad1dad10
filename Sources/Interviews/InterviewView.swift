import Completions
import Decisions
import Plans
package import Runtime
import Vocabulary

/// What follows from the answers of an interview.
extension Interview {
    private func sheet(_ state: State) -> AnswerSheet { AnswerSheet(plan: plan, decision: decision, given: given, answers: state.answers) }

    func view(of state: State) -> View {
        let sheet = sheet(state)
        let frame = sheet.frame()
        let verdict = decider.answer(decision, frame, [], order: order)
        let agenda = Agenda(plan: plan, frame: frame, verdict: verdict, closed: closed(state))
        var next: Question?
        if let subject = state.reopened ?? agenda.next {
            let writer = QuestionWriter(plan: plan, frame: frame, recordNames: sheet.recordNames)
            next = writer.question(subject, remaining: max(1, agenda.open.count))
        }
        return View(frame: frame, verdict: verdict, next: next)
    }

    /// All that would be asked as things stand, best first: what a page or a program shows that asks several things at a time.
    package var questions: [Question] {
        let agenda = Agenda(plan: plan, frame: frame, verdict: verdict, closed: closed(state))
        let remaining = agenda.open.count
        return agenda.questions.map { writer.question($0, remaining: remaining) }
    }

    /// The facts of a group that are still open, as they are asked one by one; none for another question.
    package func members(of question: Question) -> [Question] {
        guard case .group(let group, let record) = question.subject else { return [] }
        return writer.open(group, record).map { writer.question(.fact($0, record: record), remaining: question.remaining) }
    }

    /// The facts so far, with those that were answered with わからない named as such: nothing is assumed of them.
    package var frameWithDeclined: FactFrame {
        var frame = frame
        let unknown = skippedBefore.union(state.answers.filter { $0.answer == .unknown }.map(\.question.subject))
        for case .fact(let fact, nil) in unknown.union(members(of: unknown)) { frame.declined.insert(fact) }
        return frame
    }

    private var writer: QuestionWriter { QuestionWriter(plan: plan, frame: frame, recordNames: sheet(state).recordNames) }

    /// The fault of going on to a view whose facts break a constraint that held so far.
    func contradiction(_ after: View) -> AnswerFault? {
        let broken = decider.solver.violations(frame).map(\.label)
        let new = decider.solver.violations(after.frame).map(\.label).filter { !broken.contains($0) }
        if !new.isEmpty { return .contradiction(new) }
        // Constraints that are kept one by one may exclude each other.
        if case .contradictory(let contradiction) = decider.solver.consistency(after.frame) {
            guard case .contradictory = decider.solver.consistency(frame) else { return .contradiction(contradiction.constraints) }
            return nil
        }
        guard after.verdict.isContradictory, !verdict.isContradictory else { return nil }
        return .contradiction(plan.constraints.map(\.label))
    }

    /// What has been answered, with a value or with わからない, and is not asked again.
    private func closed(_ state: State) -> Set<Question.Subject> {
        var closed = skippedBefore
        for (question, answer) in state.answers {
            if case .record = answer { continue }
            closed.insert(question.subject)
        }
        return closed.union(members(of: closed.subtracting(known(state))))
    }

    /// A group that nobody knows about closes its members.
    private func members(of closed: Set<Question.Subject>) -> [Question.Subject] {
        closed.flatMap { subject -> [Question.Subject] in
            guard case .group(let group, let record) = subject else { return [] }
            return plan.members(of: group, record: record).map { .fact($0, record: record) }
        }
    }

    private func known(_ state: State) -> [Question.Subject] {
        state.answers.filter { $0.answer != .unknown }.map(\.question.subject)
    }

    /// The ids of the questions that were answered with わからない: what a later interview must not ask again.
    package var skipped: [String] {
        let writer = QuestionWriter(plan: plan, frame: frame, recordNames: [:])
        let partly = state.answers.filter { $0.answer == .unknown || $0.question.isPartial($0.answer) }.map(\.question.subject)
        return Set(skippedBefore.union(partly).map { writer.id($0) }).sorted()
    }
}
