import Completions
import Diagnostics
import Plans
import Vocabulary

/// What is to be found out about a case.
struct OpenQuestion: Hashable, Sendable {
    /// The fact or the list; `nil` where reference data is silent.
    let fact: String?
    /// Whether it is ours to find out.
    let isOurs: Bool
    /// Whose question it is, where the rules say it.
    let role: Asking.Role?
    private let wording: Wording

    /// - Parameter namesRecord: whether the question says which record of a list it is about.
    init(_ missing: Missing, _ plan: Plan, _ asking: Asking, namesRecord: Bool = true) {
        let asked = plan.askedOf(missing.subject)
        (isOurs, role) = (asking.isOurs(asked), asked.map(asking.role))
        switch missing.subject {
        case .fact(let place, let record, _):
            let fact = plan.facts[place]
            let text = (record.flatMap { namesRecord ? $0 : nil }.map { "［\($0 + 1)］" } ?? "") + (fact.question ?? fact.caption)
            (self.fact, wording) = (fact.name, Wording(text, text))
        case .list(let place):
            let list = plan.lists[place]
            let text = list.question ?? list.caption
            (fact, wording) = (list.name, Wording(text, text))
        case .event(let place):
            let name = plan.facts[place].caption
            (fact, wording) = (plan.facts[place].name, Wording("「\(name)」がまだ来ていません", "`\(name)` is still to come"))
        case .reference: (fact, wording) = (nil, Wording("参照データに分からない所があります", "reference data leaves this open"))
        }
    }

    func text(_ language: MessageLanguage) -> String { wording(language) }
}
