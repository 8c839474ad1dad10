package import Plans
import Runtime
import Vocabulary

extension Plan {
    /// The facts that a group settles: those outside lists, or those of a list for one of its records. What a party decides is never
    /// settled along with the rest.
    func members(of group: Place<FactGroup>, record: Int?) -> [Place<Fact>] {
        let list = record == nil ? nil : groups[group].members.compactMap { facts[$0].list }.first
        return groups[group].members.filter { facts[$0].list == list && !facts[$0].isDiscretion }
    }

    /// Whether an id is one of a question that an interview may put.
    package func asks(_ id: String) -> Bool { subject(id) != nil }

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
