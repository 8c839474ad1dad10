package import Decisions
package import Plans
package import Runtime
package import Vocabulary

/// Asks only what can still change the outcome of a decision, one question at a time. Pure: it neither reads nor writes anything.
package struct Interview: Sendable {
    /// Records that one list takes in an interview.
    package static let mostRecords = 100

    /// Why an interview asks no more.
    package enum Ending: String, Sendable, Hashable {
        case determined, conflict
        /// What remains open was answered with わからない, or rests on such an answer.
        case unanswered
        /// What remains open is no fact of the case: reference data, or an event that is still to come.
        case unanswerable
        /// The facts that the interview began with contradict each other.
        case contradiction
    }

    /// A point of the interview to which one can go back.
    struct State: Sendable {
        var answers: [(question: Question, answer: Answer)] = []
        /// The subject that is asked again, whether or not it matters.
        var reopened: Question.Subject?
    }

    /// All that follows from a state; made once for each.
    private struct View: Sendable {
        var frame: FactFrame
        var verdict: Decider.Verdict
        var next: Question?
    }

    package let plan: Plan
    package let decision: Place<Decision>
    private let decider: Decider
    private let given: FactFrame
    private let skippedBefore: Set<Question.Subject>
    private(set) var history: [State] = []
    private(set) var state = State()
    private var view: View

    /// An interview about what a frame leaves open.
    ///
    /// - Parameter skipped: ids of questions that were answered with わからない before (`skipped` of an earlier interview).
    package init(
        _ plan: Plan, decision: Place<Decision>, frame: FactFrame, skipped: some Sequence<String> = EmptyCollection<String>(), budget: Int = 200_000
    ) {
        self.plan = plan
        self.decision = decision
        decider = Decider(plan, budget: budget)
        given = frame
        skippedBefore = Set(skipped.compactMap { plan.subject($0) })
        view = View(frame: frame, verdict: decider.verdict(decision, frame), next: nil)
        view = view(of: state)
    }

    /// The facts so far.
    package var frame: FactFrame { view.frame }

    /// What the facts so far say.
    package var verdict: Decider.Verdict { view.verdict }

    /// What to ask; `nil` when nothing that is asked could change the outcome.
    package var next: Question? { view.next }

    /// The answers in the order in which they were given.
    package var answers: [(question: Question, answer: Answer)] { state.answers }

    /// Why nothing is asked; `nil` while something is.
    package var ending: Ending? {
        guard next == nil else { return nil }
        switch verdict.status {
        case .determined: return .determined
        case .conflict: return .conflict
        case .undetermined:
            if verdict.isContradictory { return .contradiction }
            let isFact = verdict.missing.contains { $0.decides && $0.subject != .reference }
            return isFact ? .unanswered : .unanswerable
        }
    }

    /// Answers the question that `next` asks.
    package mutating func answer(_ answer: Answer) -> Result<Void, AnswerFault> {
        guard let question = next else { return .failure(.noQuestion) }
        if let fault = question.fault(of: answer) { return .failure(fault) }
        if case .list(let list) = question.subject, case .record = answer, frame.lists[list.value].recordCount >= Self.mostRecords {
            return .failure(.tooManyRecords)
        }
        var changed = State(answers: state.answers, reopened: nil)
        changed.answers.append((question, answer))
        let after = view(of: changed)
        if answer != .unknown, let fault = contradiction(after) { return .failure(fault) }
        history.append(state)
        (state, view) = (changed, after)
        return .success(())
    }

    /// Takes the last answer back, or the last reopening; false at the beginning.
    @discardableResult
    package mutating func back() -> Bool {
        guard let before = history.popLast() else { return false }
        state = before
        view = view(of: before)
        return true
    }

    /// Asks an earlier question again; all other answers stay, but those that no longer apply do not count. False for an id that has no
    /// answer. Reopening a list asks for further records.
    @discardableResult
    package mutating func change(_ id: String) -> Bool {
        guard let subject = state.answers.first(where: { $0.question.id == id })?.question.subject else { return false }
        history.append(state)
        state.reopened = subject
        state.answers.removeAll { question, answer in
            if case .list = subject, case .record = answer { return false }
            return question.subject == subject
        }
        view = view(of: state)
        return true
    }

    // MARK: Views

    private func sheet(_ state: State) -> AnswerSheet { AnswerSheet(plan: plan, decision: decision, given: given, answers: state.answers) }

    private func view(of state: State) -> View {
        let sheet = sheet(state)
        let frame = sheet.frame()
        let verdict = decider.verdict(decision, frame)
        let agenda = Agenda(plan: plan, frame: frame, verdict: verdict, closed: closed(state))
        var next: Question?
        if let subject = state.reopened ?? agenda.next {
            let writer = QuestionWriter(plan: plan, frame: frame, recordNames: sheet.recordNames)
            next = writer.question(subject, remaining: max(1, agenda.open.count))
        }
        return View(frame: frame, verdict: verdict, next: next)
    }

    /// The fault of going on to a view whose facts break a constraint that held so far.
    private func contradiction(_ after: View) -> AnswerFault? {
        let broken = decider.violations(frame).map(\.label)
        let new = decider.violations(after.frame).map(\.label).filter { !broken.contains($0) }
        if !new.isEmpty { return .contradiction(new) }
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
