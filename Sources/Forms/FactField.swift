package import Diagnostics
package import Documents
package import Plans
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

    /// The field in the shape that the templates show.
    ///
    /// - Parameters:
    ///   - record: of a list, which record, counted from 0.
    ///   - values: what is chosen or typed; several of a set.
    ///   - isClosed: of a set, the members that are not chosen are out.
    ///   - isUnsure: nobody knows it now.
    ///   - asks: the question goes with it.
    package func json(
        _ place: Place<Fact>, record: Int? = nil, id: String, values: [String] = [], isClosed: Bool = false, isUnsure: Bool = false, asks: Bool = false,
        error: String? = nil
    ) -> JSONValue {
        let fact = plan.facts[place]
        let name = CasePlace(place, record: record).name(plan)
        let chosen = isUnsure ? [CaseForm.unknown] : values
        var (radios, select, checks, input, closed) = (JSONValue.null, JSONValue.null, JSONValue.null, JSONValue.null, JSONValue.null)
        switch fact.type {
        case .bool: radios = self.radios("fact:\(name)", id, [("はい", word("はい", "yes")), ("いいえ", word("いいえ", "no"))], chosen)
        case .enumeration(let of):
            let cases = plan.enumerations[of].cases.map { ($0.name, $0.label ?? $0.name) }
            if cases.count <= Self.mostRadios { radios = self.radios("fact:\(name)", id, cases, chosen) } else { select = menu(cases, chosen) }
        case .set(let of):
            checks = self.checks("fact:\(name)", id, plan.enumerations[of].cases.map { ($0.name, $0.label ?? $0.name) }, values)
            closed = box("\(id)-closed", "closed:\(name)", "yes", isClosed)
        case .date: input = typed(values, placeholder: "2026-03-01", mode: nil)
        case .month: input = typed(values, placeholder: "2026-03", mode: nil)
        case .time: input = typed(values, placeholder: "09:00", mode: nil)
        case .version: input = typed(values, placeholder: "8.1", mode: "decimal")
        case .number(let unit): input = typed(values, placeholder: nil, mode: "decimal", unit: unit)
        case .integer: input = typed(values, placeholder: nil, mode: "numeric")
        case .text: input = typed(values, placeholder: nil, mode: nil)
        }
        let isTyped = if case .null = input { false } else { true }
        let isChecked = if case .null = checks { false } else { true }
        return .object([
            ("id", .string(id)), ("name", .string("fact:\(name)")), ("label", .string(fact.caption)),
            ("question", asks ? .string(fact.question ?? fact.caption) : .null), ("hint", hint(fact).map { .string($0) } ?? .null),
            ("error", error.map { .string($0) } ?? .null), ("radios", radios), ("select", select), ("checks", checks), ("input", input), ("area", .null),
            ("unknown", asks && (isTyped || isChecked) ? box("\(id)-unknown", "unknown", name, isUnsure) : .null), ("closed", closed),
        ])
    }

    /// The question whether a list has records, of which a page without records takes only that there are none.
    package func json(_ list: Place<RecordList>, id: String) -> JSONValue {
        let hint = word("いるときは、申込チェックか表で確かめてください", "where there are some, check them as an application or in a table")
        return json(list, id: id, none: word("いない・ない", "none"), chosen: nil, hint: .string(hint))
    }

    /// The question whether a list has further records.
    ///
    /// - Parameter chosen: what was said before.
    package func json(_ list: Place<RecordList>, id: String, chosen: String?, hasRecords: Bool) -> JSONValue {
        let none = hasRecords ? word("ほかにはいない・ない", "no others") : word("いない・ない", "none")
        return json(list, id: id, none: none, chosen: chosen, hint: .null)
    }

    private func json(_ list: Place<RecordList>, id: String, none: String, chosen: String?, hint: JSONValue) -> JSONValue {
        let declared = plan.lists[list]
        let cases = [("none", none), (CaseForm.unknown, word("わからない", "I do not know"))]
        return .object([
            ("id", .string(id)), ("name", .string("list:\(declared.name)")), ("label", .string(declared.caption)),
            ("question", .string(declared.question ?? declared.caption)), ("hint", hint), ("error", .null),
            ("radios", .object([("options", options(cases, "list:\(declared.name)", id, [chosen].compactMap { $0 }))])), ("select", .null),
            ("checks", .null), ("input", .null), ("area", .null), ("unknown", .null), ("closed", .null),
        ])
    }

    /// Who may answer.
    private func hint(_ fact: Fact) -> String? {
        guard case .finding(let by) = fact.kind else { return nil }
        return word("\(by)の責任者だけが答えられます", "only a responsible person of \(by) may answer")
    }

    private func radios(_ name: String, _ id: String, _ cases: [(String, String)], _ values: [String]) -> JSONValue {
        let all = cases + [(CaseForm.unknown, word("わからない", "I do not know"))]
        return .object([("options", options(all, name, id, values))])
    }

    private func checks(_ name: String, _ id: String, _ cases: [(String, String)], _ values: [String]) -> JSONValue {
        .object([("options", options(cases, name, id, values))])
    }

    private func options(_ cases: [(String, String)], _ name: String, _ id: String, _ values: [String]) -> JSONValue {
        .array(
            cases.enumerated().map { number, one in
                .object([
                    ("id", .string("\(id)-\(number + 1)")), ("name", .string(name)), ("value", .string(one.0)), ("text", .string(one.1)),
                    ("checked", .bool(values.contains(one.0))),
                ])
            })
    }

    private func menu(_ cases: [(String, String)], _ values: [String]) -> JSONValue {
        let all = [("", word("（選んでください）", "(choose)"))] + cases + [(CaseForm.unknown, word("わからない", "I do not know"))]
        return .object([
            (
                "options",
                .array(
                    all.map { .object([("value", .string($0.0)), ("text", .string($0.1)), ("selected", .bool(!$0.0.isEmpty && values.contains($0.0)))]) })
            )
        ])
    }

    private func typed(_ values: [String], placeholder: String?, mode: String?, unit: String? = nil) -> JSONValue {
        .object([
            ("type", "text"), ("value", .string(values.first ?? "")), ("placeholder", placeholder.map { .string($0) } ?? .null),
            ("unit", unit.map { .string($0) } ?? .null), ("inputmode", mode.map { .string($0) } ?? .null),
        ])
    }

    private func box(_ id: String, _ name: String, _ value: String, _ isChecked: Bool) -> JSONValue {
        .object([("id", .string(id)), ("name", .string(name)), ("value", .string(value)), ("checked", .bool(isChecked))])
    }
}
