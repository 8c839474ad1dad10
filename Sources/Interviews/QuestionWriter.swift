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
                note: note(declared.kind), recordLabel: label(declared.list, record), remaining: remaining)
        case .group(let group, let record):
            let declared = plan.groups[group]
            var evaluator = Evaluator(plan, frame, tracer: NoTracer())
            let members = plan.members(of: group, record: record).filter { plan.premise($0, record, &evaluator) != .no }
            return Question(
                id: id(subject), subject: subject, text: declared.question ?? declared.label ?? declared.name, kind: .bool,
                items: members.map { plan.facts[$0].caption },
                note: Wording(
                    "「はい」と答えると、挙げた事項はすべて「いいえ」になります。「いいえ」なら一つずつ尋ねます",
                    "yes answers all of these with no; after no they are asked one by one"),
                recordLabel: label(members.first.flatMap { plan.facts[$0].list }, record), remaining: remaining)
        case .list(let list):
            let declared = plan.lists[list]
            return Question(
                id: id(subject), subject: subject, text: declared.question ?? declared.caption, kind: .list, items: labels(list), note: nil,
                recordLabel: nil, remaining: remaining)
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

    private func note(_ kind: FactKind) -> Wording? {
        switch kind {
        case .plain, .judgement: nil
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

extension Plan {
    /// The facts that a group settles: those outside lists, or those of a list for one of its records. What a party decides is never
    /// settled along with the rest.
    func members(of group: Place<FactGroup>, record: Int?) -> [Place<Fact>] {
        let list = record == nil ? nil : groups[group].members.compactMap { facts[$0].list }.first
        return groups[group].members.filter { facts[$0].list == list && !facts[$0].isDiscretion }
    }

    /// The subject that an id names.
    func subject(_ id: String) -> Question.Subject? {
        if let fact = facts.firstIndex(where: { $0.name == id && $0.list == nil }) { return .fact(Place(fact), record: nil) }
        if let group = groups.firstIndex(where: { $0.name == id }) { return .group(Place(group), record: nil) }
        guard let open = id.firstIndex(of: "["), let close = id[open...].firstIndex(of: "]") else { return nil }
        let (name, inside) = (String(id[..<open]), String(id[id.index(after: open)..<close]))
        let rest = id[id.index(after: close)...]
        let list = lists.firstIndex { $0.name == name }
        if inside.isEmpty, rest.isEmpty { return list.map { .list(Place($0)) } }
        guard let record = Int(inside), record > 0 else { return nil }
        if rest.isEmpty { return groups.firstIndex { $0.name == name }.map { .group(Place($0), record: record - 1) } }
        guard let list else { return nil }
        return lists[list].fields.first { "." + facts[$0].field == rest }.map { .fact($0, record: record - 1) }
    }

    /// Whether a fact is asked, as far as Kleene logic tells.
    func premise(_ fact: Place<Fact>, _ record: Int?, _ evaluator: inout Evaluator<NoTracer>) -> Truth {
        guard let premise = premises[fact.value] else { return .yes }
        guard let list = facts[fact].list, let record else { return evaluator.truth(premise) }
        return evaluator.truth(premise, record: record, of: list)
    }
}

extension FactFrame {
    /// What is known of a fact, in a record where it is one of a list.
    func reading(_ fact: Place<Fact>, _ record: Int?, _ plan: Plan) -> Reading {
        guard let list = plan.facts[fact].list, let record else { return self[fact] }
        return record < lists[list.value].recordCount ? lists[list.value][record, plan.fieldNumbers[fact.value]] : .unknown
    }

    /// The members of a set that are known.
    func knownMembers(_ fact: Place<Fact>, _ record: Int?, _ plan: Plan) -> (yes: UInt64, no: UInt64) {
        let reading = reading(fact, record, plan)
        guard reading.state == .known else { return (0, 0) }
        var no = excluded[fact.value]
        if let list = plan.facts[fact].list, let record {
            no = lists[list.value].excluded[record * lists[list.value].fieldCount + plan.fieldNumbers[fact.value]]
        }
        return (UInt64(bitPattern: reading.value), no)
    }
}
