package import Completions
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
        var answers: [(question: Question, answer: Response)] = []
        /// The subject that is asked again, whether or not it matters.
        var reopened: Question.Subject?
    }

    /// All that follows from a state; made once for each.
    struct View: Sendable {
        var frame: FactFrame
        var verdict: Answer
        var next: Question?
    }

    package let plan: Plan
    package let decision: Place<Decision>
    let decider: Decider
    let order: QuestionOrder
    let given: FactFrame
    let skippedBefore: Set<Question.Subject>
    private(set) var history: [State] = []
    private(set) var state = State()
    private var view: View

    /// An interview about what a frame leaves open.
    ///
    /// - Parameters:
    ///   - skipped: ids of questions that were answered with わからない before (`skipped` of an earlier interview).
    ///   - order: which of the questions that matter comes first.
    package init(
        _ plan: Plan, decision: Place<Decision>, frame: FactFrame, skipped: some Sequence<String> = EmptyCollection<String>(), budget: Int = 200_000,
        order: QuestionOrder = .best
    ) {
        self.plan = plan
        self.decision = decision
        decider = Decider(plan, budget: budget)
        self.order = order
        given = frame
        skippedBefore = Set(skipped.compactMap { plan.subject($0) })
        view = View(frame: frame, verdict: decider.answer(decision, frame, [], order: order), next: nil)
        view = view(of: state)
    }

    /// The facts so far.
    package var frame: FactFrame { view.frame }

    /// What the facts so far say.
    package var verdict: Answer { view.verdict }

    /// What to ask; `nil` when nothing that is asked could change the outcome.
    package var next: Question? { view.next }

    /// The answers in the order in which they were given.
    package var answers: [(question: Question, answer: Response)] { state.answers }

    /// Why nothing is asked; `nil` while something is.
    package var ending: Ending? {
        guard next == nil else { return nil }
        switch verdict.status {
        case .determined: return .determined
        case .conflict: return .conflict
        case .undetermined:
            if verdict.isContradictory { return .contradiction }
            let isFact = verdict.missing.contains { $0.decides && $0.subject.isAsked }
            return isFact ? .unanswered : .unanswerable
        }
    }

    /// Answers the question that `next` asks.
    package mutating func answer(_ answer: Response) -> Result<Void, AnswerFault> {
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
}
