import Completions
import Decisions
import Diagnostics
package import Documents
import Explanation
package import Facts
import Interviews
import Plans
import Runtime
import Serialization
package import Vocabulary

/// What is still to be asked about a case, for programs that keep the answers themselves: `kiyaku.interview/1`.
package struct CaseInterview: Sendable {
    private let interview: Interview
    private let edition: Edition

    /// - Parameters:
    ///   - reading: the facts so far, without faults.
    ///   - skipped: ids of the questions that were answered with わからない.
    package init(_ reading: FactReading, _ decision: Place<Decision>, skipped: [String], _ edition: Edition) {
        interview = Interview(edition.plan, decision: decision, frame: reading.frame, skipped: skipped)
        self.edition = edition
    }

    /// Whether nothing more is asked.
    package var isOver: Bool { interview.next == nil }

    /// The state, then the questions, best first.
    package var json: JSONValue {
        let plan = edition.plan
        let decision = plan.decisions[interview.decision]
        let verdict = interview.verdict
        let questions = interview.questions
        let usual = edition.decider.answer(interview.decision, interview.frameWithDeclined, .usual)
        return .object([
            ("schema", "kiyaku.interview/1"), ("contract", .string(plan.title.name)), ("rules_digest", .string(edition.digest)),
            ("as_of", .string(DecisionJSON(plan, digest: edition.digest).asOf(interview.frame))), ("decision", .string(decision.name)),
            ("status", .string(verdict.status.rawValue)), ("outcome", text(verdict.outcome.map { decision.outcomes[$0].name })),
            ("possible", .array(verdict.possible.map { .string($0 == decision.conflict ? "conflict" : decision.outcomes[$0].name) })),
            ("side", text(verdict.side.map { decision.sides[$0].name })), ("side_text", text(verdict.side.map { decision.sides[$0].text })),
            ("left", text(AnswerWords(plan, language: .japanese).left(verdict))), ("left_en", text(AnswerWords(plan, language: .english).left(verdict))),
            ("approximate", .bool(verdict.isApproximate)), ("ending", text(interview.ending?.rawValue)),
            ("remaining", .integer(Int64(questions.first?.remaining ?? 0))), ("questions", .array(questions.map(json))),
            ("assuming", DecisionJSON(plan, digest: edition.digest).assuming(usual)),
        ])
    }

    /// A question with all that is needed to put it and to write its answer down.
    private func json(_ question: Question) -> JSONValue {
        let fact: Fact? = if case .fact(let place, _) = question.subject { edition.plan.facts[place] } else { nil }
        let record: Int? =
            switch question.subject {
            case .fact(_, let record), .group(_, let record): record
            case .list: nil
            }
        return .object(
            [
                ("id", .string(question.id)), ("kind", .string(kind(question))), ("question", .string(question.text)), ("fact", text(fact?.name)),
                ("label", text(fact?.caption)), ("unit", text(unit(question))), ("personal", .bool(fact?.isPersonal ?? false)),
                ("options", .array(question.options.map { ["value": .string($0.name), "label": .string($0.caption)] })),
                ("record", record.map { .integer(Int64($0) + 1) } ?? .null), ("record_label", text(question.recordLabel)),
                ("note", text(question.note?.japanese)), ("note_en", text(question.note?.english)),
                ("items", .array(question.items.map { .string($0) })), ("members", .array(interview.members(of: question).map(json))),
                ("none", noneOfThese(question)),
            ] + Asking(edition.plan.title, edition.plan.facts).json(question.askedOf))
    }

    /// What "none of these" says, as facts to add to the document; null where that is no answer, and for a record of a list.
    private func noneOfThese(_ question: Question) -> JSONValue {
        switch (question.subject, question.kind) {
        case (.fact(let fact, nil), .multiple(let options)):
            let known = UInt64(bitPattern: interview.frame[fact].state == .known ? interview.frame[fact].value : 0)
            guard case .set(let of) = edition.plan.facts[fact].type else { return .null }
            let cases = edition.plan.enumerations[of].cases
            let yes = cases.indices.filter { known >> UInt64($0) & 1 == 1 }.map { (cases[$0].name, JSONValue.bool(true)) }
            return .object([(edition.plan.facts[fact].name, .object(yes + options.map { ($0.name, JSONValue.bool(false)) }))])
        case (.group(_, nil), .group(let options)): return .object(options.map { ($0.name, JSONValue.bool(false)) })
        default: return .null
        }
    }

    /// The form of the answer.
    private func kind(_ question: Question) -> String {
        switch question.kind {
        case .group: "group"
        case .choice: "choice"
        case .multiple: "multiple"
        case .bool: "bool"
        case .date: "date"
        case .month: "month"
        case .time: "time"
        case .number: "number"
        case .integer: "integer"
        case .version: "version"
        case .text: "text"
        case .list: "list"
        }
    }

    private func unit(_ question: Question) -> String? { if case .number(let unit) = question.kind { unit } else { nil } }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
