import Completions
import Decisions
import Diagnostics
import Documents
import Explanation
import Outlook
import Plans
import Values
import Vocabulary

/// The columns that results add to a table: one with the day, and for each decision 対象可否.結果, 対象可否.状態 and so on.
struct ResultColumns: Sendable {
    private enum Kind: CaseIterable {
        case outcome, side, status, possible, clauses, citations, gists, duties, next, missing, own

        var name: Wording {
            switch self {
            case .outcome: Wording("結果", "outcome")
            case .side: Wording("側", "side")
            case .status: Wording("状態", "status")
            case .possible: Wording("ありうる結果", "possible")
            case .clauses: Wording("条項", "clauses")
            case .citations: Wording("引用", "cite")
            case .gists: Wording("要旨", "gist")
            case .duties: Wording("義務と費用", "duties")
            case .next: Wording("次に変わる時", "next_change")
            case .missing: Wording("確認すること", "missing")
            case .own: Wording("当社で確かめること", "missing_own")
            }
        }
    }

    private static let day = Wording("判定の基準日", "judged_as_of")

    private let request: BatchRequest
    private let norms: NormWords
    private let asking: Asking
    private var plan: Plan { request.plan }

    init(_ request: BatchRequest) {
        self.request = request
        norms = NormWords(request.plan, language: request.language)
        asking = Asking(request.plan.title, request.plan.facts)
    }

    /// All names that such columns can have, in both languages and of all decisions: a table may be the result of an earlier run.
    static func allNames(_ request: BatchRequest) -> Set<String> {
        let ends = Kind.allCases.flatMap { [$0.name.japanese, $0.name.english] }
        let names = request.plan.decisions.flatMap { decision in ends.map { "\(decision.name).\($0)" } }
        return Set(names + [day.japanese, day.english])
    }

    var names: [String] {
        [Self.day(request.language)]
            + request.decisions.flatMap { place in Kind.allCases.map { "\(plan.decisions[place].name).\($0.name(request.language))" } }
    }

    func cells<Kept>(_ judged: JudgedCase<Kept>) -> [String] {
        [judged.asOf?.description ?? ""] + judged.answers.flatMap { answer in Kind.allCases.map { cell($0, answer) } }
    }

    private func cell(_ kind: Kind, _ answer: Answer) -> String {
        let decision = plan.decisions[answer.decision]
        let clauses = answer.grounds.filter(\.isPrimary).compactMap(\.clause).map { plan.clauses[$0] }
        func name(_ outcome: Int) -> String { outcome < decision.outcomes.count ? decision.outcomes[outcome].name : conflict }
        switch kind {
        case .outcome: return answer.outcome.map(name) ?? ""
        case .side: return answer.side.map { decision.sides[$0].name } ?? ""
        case .status: return word(answer.status)
        case .possible: return answer.status == .undetermined ? answer.possible.map(name).joined(separator: "; ") : ""
        case .clauses: return clauses.map(\.id).joined(separator: "; ")
        case .citations: return clauses.map(\.citation).joined(separator: "; ")
        case .gists: return clauses.compactMap(\.gist).joined(separator: "; ")
        case .duties: return answer.norms.map { norms.sentence($0) }.joined(separator: "; ")
        case .next: return answer.nextChange.outcome.map { $0.moment.description } ?? ""
        case .missing: return open(answer) { !$0.isOurs }
        case .own: return open(answer, \.isOurs)
        }
    }

    private func open(_ answer: Answer, _ isNamed: (OpenQuestion) -> Bool) -> String {
        answer.missing.filter(\.decides).map { OpenQuestion($0, plan, asking) }.filter(isNamed).map { $0.text(request.language) }.joined(separator: "; ")
    }

    private var conflict: String { request.word("抵触", "conflict") }

    private func word(_ status: DecisionStatus) -> String {
        switch status {
        case .determined: request.word("確定", "determined")
        case .undetermined: request.word("未決", "undetermined")
        case .conflict: conflict
        }
    }
}
