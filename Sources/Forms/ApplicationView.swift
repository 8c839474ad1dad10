import Completions
package import Decisions
package import Diagnostics
package import Documents
package import Facts
package import Plans
import Serialization
package import Vocabulary

/// The content of the application page: what was answered, the records of each list, and what is still to be asked.
package struct ApplicationView: Bilingual {
    /// So many questions are put at a time.
    private static let mostQuestions = 8

    private let plan: Plan
    package let language: MessageLanguage
    private let field: FactField

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        field = FactField(plan, language: language)
    }

    /// The whole content.
    ///
    /// - Parameters:
    ///   - answer: nil where nothing was decided.
    ///   - shown: the answer as `AnswerView` shows it.
    ///   - faults: what could not be read.
    ///   - fleet: the way to have a whole file decided; null where there is none.
    package func json(
        _ form: CaseForm, _ facts: CaseFacts, _ records: CaseRecords, decision: Place<Decision>, day: String, time: String, answer: Answer?,
        shown: JSONValue, faults: [FactFault], action: String, fleet: JSONValue
    ) -> JSONValue {
        let asked = answer.map { open($0) } ?? []
        let lists = plan.lists.places.filter { list in
            records.complete.contains(list) || form.unsureLists.contains(list) || records.lists[list]?.isEmpty == false
                || answer?.missing.contains { $0.subject == .list(list) && $0.decides } == true
        }
        let told = Set(facts.known.map(\.fact) + facts.unsure)
        let questions = asked.filter { $0.record == nil && !told.contains($0.fact) }
        var groups: [JSONValue] = []
        if !questions.isEmpty {
            groups.append(
                group(
                    word("次の質問", "Next questions"),
                    questions.prefix(Self.mostQuestions).enumerated().map { field.json($1.fact, id: "q\($0 + 1)", asks: true) }))
        }
        for list in lists { groups += self.records(list, records, form, asked, faults) }
        let answered = known(facts, faults)
        if !answered.isEmpty { groups.append(group(word("これまでの答え", "Answers so far"), answered)) }
        let rest = questions.count - min(questions.count, Self.mostQuestions)
        return .object([
            ("action", .string(action)), ("fleet", fleet), ("day", .string(day)), ("time", .string(time)),
            ("decisions", plan.options(plan.vocabulary.menu(.application), chosen: decision)), ("carried", .array(carried(records))), ("answer", shown),
            ("groups", groups.isEmpty ? .null : .array(groups)),
            ("later", rest > 0 ? .string(word("ほかに \(rest) つの質問が残っています", "\(rest) more questions remain")) : .null),
            ("errors", faults.isEmpty ? .null : .array(faults.map { error($0) })),
        ])
    }

    /// What can still change the outcome and can be asked, best first.
    private func open(_ answer: Answer) -> [CasePlace] {
        answer.missing.compactMap { item in
            guard item.decides, item.isAsked, case .fact(let fact, let record, _) = item.subject, plan.facts[fact].kind.isAsked else { return nil }
            return CasePlace(fact, record: record)
        }
    }

    private func group(_ title: String, _ fields: [JSONValue], add: JSONValue = .null, drop: JSONValue = .null) -> JSONValue {
        .object([("title", .string(title)), ("fields", fields.isEmpty ? .null : .array(fields)), ("add", add), ("drop", drop)])
    }

    private func known(_ facts: CaseFacts, _ faults: [FactFault]) -> [JSONValue] {
        let known = facts.known.map { one in
            field.json(one.fact, id: id(CasePlace(one.fact)), values: one.values, isClosed: one.isClosed, asks: true, error: fault(CasePlace(one.fact), faults))
        }
        return known + facts.unsure.map { field.json($0, id: id(CasePlace($0)), isUnsure: true, asks: true) }
    }

    /// The records of a list, one group each, and whether there are more.
    private func records(
        _ list: Place<RecordList>, _ records: CaseRecords, _ form: CaseForm, _ asked: [CasePlace], _ faults: [FactFault]
    ) -> [JSONValue] {
        let declared = plan.lists[list]
        let all = records.lists[list, default: []]
        let groups = all.enumerated().map { number, record -> JSONValue in
            let fields = declared.fields.filter { fact in
                record.tells(fact) || isLabel(fact) || asked.contains(CasePlace(fact, record: number))
            }
            let controls = fields.map { fact in
                let place = CasePlace(fact, record: number)
                return field.json(
                    fact, record: number, id: id(place), values: record.values[fact] ?? [], isClosed: record.closed.contains(fact),
                    isUnsure: record.unsure.contains(fact), asks: true, error: fault(place, faults))
            }
            let title = "\(declared.caption) \(number + 1)"
            return group(title, controls, drop: button("\(declared.name)[\(number + 1)]", title))
        }
        let state = records.complete.contains(list) ? "none" : form.unsureLists.contains(list) ? CaseForm.unknown : nil
        let question = field.json(list, id: "list-\(list.value + 1)", chosen: state, hasRecords: !all.isEmpty)
        let add = all.count < CaseRecords.most ? button(declared.name, declared.caption) : .null
        return groups + [group(declared.caption, [question], add: add)]
    }

    /// Whether a fact tells a record from the others: a text, such as a name, which no rule waits for and which nothing would ask about.
    private func isLabel(_ place: Place<Fact>) -> Bool {
        let fact = plan.facts[place]
        if case .text = fact.type { return fact.kind.isAsked }
        return false
    }

    private func button(_ value: String, _ title: String) -> JSONValue { .object([("value", .string(value)), ("name", .string(title))]) }

    /// The control's id stays the same while the page goes to and fro, so that the focus does.
    private func id(_ place: CasePlace) -> String { "f\(place.fact.value)" + (place.record.map { "-r\($0 + 1)" } ?? "") }

    /// What has no control of its own.
    private func carried(_ records: CaseRecords) -> [JSONValue] {
        plan.lists.places.compactMap { list in
            guard let count = records.lists[list]?.count, count > 0 else { return nil }
            return .object([("name", .string("records:\(plan.lists[list].name)")), ("value", .string("\(count)"))])
        }
    }

    private func fault(_ place: CasePlace, _ faults: [FactFault]) -> String? { faults.first { plan.place(at: $0.path) == place }?.message(language) }

    private func error(_ fault: FactFault) -> JSONValue {
        .object([
            ("message", .string(fault.message(language))), ("advice", .string(fault.help(language))), ("code", .string(fault.code.rawValue)),
            ("href", plan.place(at: fault.path).map { .string("#\(id($0))") } ?? .null),
        ])
    }
}
