package import Diagnostics
package import Plans
import Serialization
package import Vocabulary

/// The control for a fact, made of the vocabulary alone.
package struct FactField: Bilingual {
    /// More cases than these are a menu.
    private static let mostRadios = 5

    private let plan: Plan
    package let language: MessageLanguage

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
    }

    /// The control of a fact.
    ///
    /// - Parameters:
    ///   - record: of a list, which record, counted from 0.
    ///   - values: what is chosen or typed; several of a set.
    ///   - isClosed: of a set, the members that are not chosen are out.
    ///   - isUnsure: nobody knows it now.
    ///   - asks: the question goes with it.
    package func content(
        _ place: Place<Fact>, record: Int? = nil, id: String, values: [String] = [], isClosed: Bool = false, isUnsure: Bool = false, asks: Bool = false,
        error: String? = nil
    ) -> FieldContent {
        let fact = plan.facts[place]
        let name = CasePlace(place, record: record).name(plan)
        let chosen = isUnsure ? [CaseForm.unknown] : values
        var field = FieldContent(
            id: id, name: "fact:\(name)", label: fact.caption, question: asks ? fact.question ?? fact.caption : nil, hint: hint(fact), error: error)
        func typed(_ placeholder: String? = nil, _ mode: String? = nil, unit: String? = nil) {
            field.input = .init(value: values.first ?? "", placeholder: placeholder, inputMode: mode, unit: unit)
        }
        switch fact.type {
        case .bool: field.radios = radios(field, [("はい", word("はい", "yes")), ("いいえ", word("いいえ", "no"))], chosen)
        case .enumeration(let of):
            let cases = cases(of)
            if cases.count <= Self.mostRadios { field.radios = radios(field, cases, chosen) } else { field.select = menu(cases, chosen) }
        case .set(let of):
            field.checks = choices(field, cases(of), values)
            field.closed = .init(id: "\(id)-closed", name: "closed:\(name)", value: "yes", isChecked: isClosed)
        case .date: typed("2026-03-01")
        case .month: typed("2026-03")
        case .time: typed("09:00")
        case .version: typed("8.1", "decimal")
        case .number(let unit): typed(nil, "decimal", unit: unit)
        case .integer: typed(nil, "numeric")
        case .text: typed()
        }
        if asks, field.input != nil || field.checks != nil {
            field.unknown = .init(id: "\(id)-unknown", name: "unknown", value: name, isChecked: isUnsure)
        }
        return field
    }

    /// What is asked, a fact or a group, and whether it is ours to find out.
    func asked(_ item: AskedTogether, id: String) -> (field: FieldContent, isOurs: Bool) {
        let asking = Asking(plan.title, plan.facts)
        switch item {
        case .fact(let fact): return (content(fact, id: id, asks: true), asking.isOurs(plan.facts[fact].askedOf))
        case .group(let group, let facts):
            return (content(plan.groups[group], facts, id: id), asking.isOurs(asking.askedOf(plan.groups[group])))
        }
    }

    /// One question for several facts: each can be chosen, and none of them. What is not chosen stays open.
    private func content(_ group: FactGroup, _ facts: [Place<Fact>], id: String) -> FieldContent {
        let names = facts.map { plan.facts[$0].name }.joined(separator: CaseForm.separator)
        let hints = facts.compactMap { hint(plan.facts[$0]) }
        var field = FieldContent(
            id: id, name: group.name, label: group.label ?? group.name, question: group.question ?? group.label ?? group.name, hint: hints.first)
        field.checks = .init(
            options: facts.enumerated().map { number, fact in
                .init(id: "\(id)-\(number + 1)", name: "fact:\(plan.facts[fact].name)", value: "はい", text: plan.facts[fact].caption, isChecked: false)
            })
        field.none = .init(id: "\(id)-none", name: "none", value: names, isChecked: false)
        field.unknown = .init(id: "\(id)-unknown", name: "unknown", value: names, isChecked: false)
        return field
    }

    /// The question whether a list has records, of which a page without records takes only that there are none.
    package func content(_ list: Place<RecordList>, id: String) -> FieldContent {
        let hint = word("いるときは、申込チェックか表で確かめてください", "where there are some, check them as an application or in a table")
        return content(list, id: id, none: word("いない・ない", "none"), chosen: nil, hint: hint)
    }

    /// The question whether a list has further records.
    ///
    /// - Parameter chosen: what was said before.
    package func content(_ list: Place<RecordList>, id: String, chosen: String?, hasRecords: Bool) -> FieldContent {
        content(list, id: id, none: hasRecords ? word("ほかにはいない・ない", "no others") : word("いない・ない", "none"), chosen: chosen, hint: nil)
    }

    private func content(_ list: Place<RecordList>, id: String, none: String, chosen: String?, hint: String?) -> FieldContent {
        let declared = plan.lists[list]
        var field = FieldContent(
            id: id, name: "list:\(declared.name)", label: declared.caption, question: declared.question ?? declared.caption, hint: hint)
        field.radios = radios(field, [("none", none)], [chosen].compactMap(\.self))
        return field
    }

    /// Who may answer.
    private func hint(_ fact: Fact) -> String? {
        guard case .finding(let by) = fact.kind else {
            return Asking(plan.title, plan.facts).isOurs(fact.askedOf) ? word("当社で確かめることです", "for us to find out") : nil
        }
        return word("\(by)の責任者だけが答えられます", "only a responsible person of \(by) may answer")
    }

    private func cases(_ enumeration: Place<Enumeration>) -> [(String, String)] {
        plan.enumerations[enumeration].cases.map { ($0.name, $0.label ?? $0.name) }
    }

    private func radios(_ field: FieldContent, _ cases: [(String, String)], _ values: [String]) -> FieldContent.Choices {
        choices(field, cases + [(CaseForm.unknown, word("わからない", "I do not know"))], values)
    }

    private func choices(_ field: FieldContent, _ cases: [(String, String)], _ values: [String]) -> FieldContent.Choices {
        .init(
            options: cases.enumerated().map { number, one in
                .init(id: "\(field.id)-\(number + 1)", name: field.name, value: one.0, text: one.1, isChecked: values.contains(one.0))
            })
    }

    private func menu(_ cases: [(String, String)], _ values: [String]) -> FieldContent.Menu {
        let all = [("", word("（選んでください）", "(choose)"))] + cases + [(CaseForm.unknown, word("わからない", "I do not know"))]
        return .init(options: all.map { MenuOption(value: $0.0, text: $0.1, isSelected: !$0.0.isEmpty && values.contains($0.0)) })
    }
}
