import Diagnostics
import Plans
import Runtime
import Vocabulary

/// Puts subjects into questions.
struct QuestionWriter {
    let plan: Plan
    let frame: FactFrame
    /// The names that records were given.
    let recordNames: [Place<RecordList>: [Int: String]]

    func question(_ subject: Question.Subject, remaining: Int) -> Question {
        switch subject {
        case .fact(let fact, let record):
            let declared = plan.facts[fact]
            return Question(
                id: id(subject), subject: subject, text: declared.question ?? declared.caption, kind: kind(fact, record), items: [],
                askedOf: declared.askedOf, note: note(declared), recordLabel: label(declared.list, record), remaining: remaining)
        case .group(let group, let record):
            let declared = plan.groups[group]
            let members = open(group, record)
            let options = members.enumerated().compactMap { number, fact in
                declared.members.firstIndex(of: fact).map { code in
                    Question.Option(number: number + 1, code: code, name: plan.facts[fact].name, label: plan.facts[fact].caption)
                }
            }
            return Question(
                id: id(subject), subject: subject, text: declared.question ?? declared.label ?? declared.name, kind: .group(options),
                items: members.map { plan.facts[$0].caption }, askedOf: asking.askedOf(declared),
                note: Wording(
                    "「はい」（どれでもない）と答えると、挙げた事項はすべて「いいえ」になります。番号を選ぶと、それだけが「はい」になり、ほかは一つずつ尋ねます。「いいえ」なら一つずつ尋ねます",
                    "yes (none of these) answers all of these with no; a number answers that one with yes, and the others are asked one by one, as after no"
                ),
                recordLabel: label(members.first.flatMap { plan.facts[$0].list }, record), remaining: remaining)
        case .list(let list):
            let declared = plan.lists[list]
            return Question(
                id: id(subject), subject: subject, text: declared.question ?? declared.caption, kind: .list, items: labels(list),
                askedOf: declared.askedOf, note: asking.isOurs(declared.askedOf) ? Self.ours : nil,
                recordLabel: nil, remaining: remaining)
        }
    }

    /// What a group settles here: what is still unknown of it and may be asked.
    func open(_ group: Place<FactGroup>, _ record: Int?) -> [Place<Fact>] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        return plan.members(of: group, record: record).filter {
            frame.reading($0, record, plan).state == .unknown && plan.premise($0, record, &evaluator) != .no
        }
    }

    /// The name by which a question can be reopened.
    func id(_ subject: Question.Subject) -> String {
        switch subject {
        case .fact(let fact, let record):
            let declared = plan.facts[fact]
            guard let list = declared.list, let record else { return declared.name }
            return "\(plan.lists[list].name)[\(record + 1)].\(declared.field)"
        case .group(let group, let record): return plan.groups[group].name + (record.map { "[\($0 + 1)]" } ?? "")
        case .list(let list): return plan.lists[list].name + "[]"
        }
    }

    private func kind(_ fact: Place<Fact>, _ record: Int?) -> Question.Kind {
        switch plan.facts[fact].type {
        case .bool: return .bool
        case .enumeration(let of): return .choice(options(of) { _ in true })
        case .set(let of):
            // Members that are known already are not asked again.
            let known = frame.knownMembers(fact, record, plan)
            return .multiple(options(of) { (known.yes | known.no) >> UInt64($0) & 1 == 0 })
        case .date: return .date
        case .month: return .month
        case .time: return .time
        case .version: return .version
        case .number(let unit): return .number(unit: unit)
        case .integer: return .integer
        case .text: return .text
        }
    }

    private func options(_ of: Place<Enumeration>, _ isAsked: (Int) -> Bool) -> [Question.Option] {
        let cases = plan.enumerations[of].cases
        return cases.indices.filter(isAsked).enumerated().map { number, code in
            Question.Option(number: number + 1, code: code, name: cases[code].name, label: cases[code].label)
        }
    }

    private static let ours = Wording("当社で確かめることです", "for us to find out")

    private var asking: Asking { Asking(plan.title, plan.facts) }

    private func note(_ fact: Fact) -> Wording? {
        switch fact.kind {
        case .plain: asking.isOurs(fact.askedOf) ? Self.ours : nil
        case .judgement: nil
        case .discretion(let by):
            Wording("\(by)が決めることです。だれが、いつ、なぜ決めたかを残してください", "for \(by) to decide; record who decided it, when and why")
        case .finding(let by): Wording("\(by)の責任者だけが答えられます", "only a responsible person of \(by) may answer")
        }
    }

    // MARK: Records

    private func label(_ list: Place<RecordList>?, _ record: Int?) -> String? {
        guard let list, let record else { return nil }
        return recordNames[list]?[record] ?? "\(plan.lists[list].caption) \(record + 1)"
    }

    private func labels(_ list: Place<RecordList>) -> [String] {
        (0..<frame.lists[list.value].recordCount).compactMap { label(list, $0) }
    }
}
