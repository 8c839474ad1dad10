import Completions
package import Decisions
package import Diagnostics
package import Facts
package import Plans
package import Serialization
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
    ///   - isHeld: whether it was sent before somebody had signed in.
    package func content(
        _ form: CaseForm, _ facts: CaseFacts, _ records: CaseRecords, decision: Place<Decision>, day: String, time: String, answer: Answer? = nil,
        shown: AnswerContent? = nil, faults: [FactFault] = [], action: String, isHeld: Bool = false
    ) -> ApplicationContent {
        let asked = answer.map { open($0) } ?? []
        let lists = plan.lists.places.filter { list in
            records.complete.contains(list) || form.unsureLists.contains(list) || records.lists[list]?.isEmpty == false
                || answer?.missing.contains { $0.subject == .list(list) && $0.decides } == true
        }
        let told = Set(facts.known.map(\.fact) + facts.unsure)
        let questions = asked.filter { $0.record == nil && !told.contains($0.fact) }
        var groups: [ApplicationContent.Group] = []
        let together = AskedTogether.of(questions.map(\.fact), plan)
        let items = questions.compactMap { together[$0.fact] }
        let fields = items.prefix(Self.mostQuestions).enumerated().map { field.asked($1, id: "q\($0 + 1)") }
        for (title, isOurs) in [(word("次の質問", "Next questions"), false), (word("当社で確かめること", "For us to find out"), true)] {
            let own = fields.filter { $0.isOurs == isOurs }.map(\.field)
            if !own.isEmpty { groups.append(.init(title: title, fields: own)) }
        }
        for list in lists { groups += self.records(list, records, form, asked, faults) }
        let answered = known(facts, faults)
        if !answered.isEmpty { groups.append(.init(title: word("これまでの答え", "Answers so far"), fields: answered)) }
        let rest = items.count - fields.count
        return ApplicationContent(
            action: action, day: day, time: time, decisions: plan.options(plan.vocabulary.menu(.application), chosen: decision), carried: carried(records),
            answer: shown, groups: groups, later: rest > 0 ? word("ほかに \(rest) つの質問が残っています", "\(rest) more questions remain") : nil,
            errors: faults.map(error), isHeld: isHeld)
    }

    /// What can still change the outcome and can be asked, best first.
    private func open(_ answer: Answer) -> [CasePlace] {
        answer.missing.compactMap { item in
            guard item.decides, item.isAsked, case .fact(let fact, let record, _) = item.subject, plan.facts[fact].kind.isAsked else { return nil }
            return CasePlace(fact, record: record)
        }
    }

    private func known(_ facts: CaseFacts, _ faults: [FactFault]) -> [FieldContent] {
        let known = facts.known.map { one in
            field.content(
                one.fact, id: id(CasePlace(one.fact)), values: one.values, isClosed: one.isClosed, asks: true, error: fault(CasePlace(one.fact), faults))
        }
        return known + facts.unsure.map { field.content($0, id: id(CasePlace($0)), isUnsure: true, asks: true) }
    }

    /// The records of a list, one group each, and whether there are more.
    private func records(
        _ list: Place<RecordList>, _ records: CaseRecords, _ form: CaseForm, _ asked: [CasePlace], _ faults: [FactFault]
    ) -> [ApplicationContent.Group] {
        let declared = plan.lists[list]
        let all = records.lists[list, default: []]
        let groups = all.enumerated().map { number, record -> ApplicationContent.Group in
            let fields = declared.fields.filter { fact in
                record.tells(fact) || isLabel(fact) || asked.contains(CasePlace(fact, record: number))
            }
            let controls = fields.map { fact in
                let place = CasePlace(fact, record: number)
                return field.content(
                    fact, record: number, id: id(place), values: record.values[fact] ?? [], isClosed: record.closed.contains(fact),
                    isUnsure: record.unsure.contains(fact), asks: true, error: fault(place, faults))
            }
            let title = "\(declared.caption) \(number + 1)"
            return .init(title: title, fields: controls, drop: .init(value: "\(declared.name)[\(number + 1)]", name: title))
        }
        let state = records.complete.contains(list) ? "none" : form.unsureLists.contains(list) ? CaseForm.unknown : nil
        let question = field.content(list, id: "list-\(list.value + 1)", chosen: state, hasRecords: !all.isEmpty)
        let add = all.count < CaseRecords.most ? ApplicationContent.Button(value: declared.name, name: declared.caption) : nil
        return groups + [.init(title: declared.caption, fields: [question], add: add)]
    }

    /// Whether a fact tells a record from the others: a text, such as a name, which no rule waits for and which nothing would ask about.
    private func isLabel(_ place: Place<Fact>) -> Bool {
        let fact = plan.facts[place]
        if case .text = fact.type { return fact.kind.isAsked }
        return false
    }

    /// The control's id stays the same while the page goes to and fro, so that the focus does.
    private func id(_ place: CasePlace) -> String { "f\(place.fact.value)" + (place.record.map { "-r\($0 + 1)" } ?? "") }

    /// What has no control of its own.
    private func carried(_ records: CaseRecords) -> [HiddenField] {
        plan.lists.places.compactMap { list in
            guard let count = records.lists[list]?.count, count > 0 else { return nil }
            return HiddenField(name: "records:\(plan.lists[list].name)", value: "\(count)")
        }
    }

    private func fault(_ place: CasePlace, _ faults: [FactFault]) -> String? { faults.first { plan.place(at: $0.path) == place }?.message(language) }

    private func error(_ fault: FactFault) -> FaultNotice {
        FaultNotice(
            message: fault.message(language), advice: fault.help(language), code: fault.code.rawValue,
            href: plan.place(at: fault.path).map { "#\(id($0))" })
    }
}
