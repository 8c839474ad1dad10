package import Documents
package import Plans
import Values
package import Vocabulary

/// A control of a form: a fact, of one record where it is one of a list.
package struct CasePlace: Hashable, Sendable {
    package let fact: Place<Fact>
    /// Counted from 0.
    package let record: Int?

    package init(_ fact: Place<Fact>, record: Int? = nil) {
        self.fact = fact
        self.record = record
    }

    /// As forms, documents and messages call it: 端末.OS, 関係者[1].区分.
    package func name(_ plan: Plan) -> String {
        guard let record, let list = plan.facts[fact].list else { return plan.facts[fact].name }
        return "\(plan.lists[list].name)[\(record + 1)].\(plan.facts[fact].field)"
    }
}

/// The records of the lists that a form carries.
package struct CaseRecords: Sendable {
    /// More records than these are for a table.
    package static let most = 100

    /// One record.
    package struct Record: Sendable {
        package fileprivate(set) var values: [Place<Fact>: [String]] = [:]
        /// Sets of which the members that are not named are out.
        package fileprivate(set) var closed: Set<Place<Fact>> = []
        /// Facts that nobody knows now.
        package fileprivate(set) var unsure: Set<Place<Fact>> = []

        /// Whether anything was said of a fact.
        package func tells(_ fact: Place<Fact>) -> Bool { values[fact] != nil || closed.contains(fact) || unsure.contains(fact) }
    }

    package private(set) var lists: [Place<RecordList>: [Record]] = [:]
    /// Lists that have these records and no others.
    package private(set) var complete: Set<Place<RecordList>>

    package init(_ fields: [(name: String, value: String)], _ form: CaseForm, _ plan: Plan) {
        complete = form.complete
        for list in plan.lists.places {
            let name = plan.lists[list].name
            let count = fields.first { $0.name == "records:\(name)" }.flatMap { Int($0.value) } ?? 0
            guard (1...Self.most).contains(count) else { continue }
            lists[list] = Array(repeating: Record(), count: count)
        }
        for (name, value) in fields {
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("fact", 2): change(parts[1], plan) { Self.take(value.trimmed, $1, &$0) }
            case ("closed", 2): change(parts[1], plan) { $0.closed.insert($1) }
            case ("unknown", 1): change(value, plan) { $0.unsure.insert($1) }
            default: break
            }
        }
        for list in lists.keys {
            for number in lists[list, default: []].indices {
                for fact in lists[list, default: []][number].unsure { lists[list]?[number].values[fact] = nil }
            }
        }
        // Buttons come last, as those of a form do.
        for list in plan.lists.places {
            let name = plan.lists[list].name
            if fields.contains(where: { $0 == ("add", name) }), lists[list, default: []].count < Self.most {
                lists[list, default: []].append(Record())
                complete.remove(list)
            }
            for number in lists[list, default: []].indices.reversed() where fields.contains(where: { $0 == ("drop", "\(name)[\(number + 1)]") }) {
                lists[list]?.remove(at: number)
            }
        }
    }

    private mutating func change(_ name: String, _ plan: Plan, _ body: (inout Record, Place<Fact>) -> Void) {
        guard let place = plan.place(at: name), let list = plan.facts[place.fact].list, let number = place.record, place.name(plan) == name,
            lists[list]?.indices.contains(number) == true, var record = lists[list]?[number]
        else { return }
        body(&record, place.fact)
        lists[list]?[number] = record
    }

    private static func take(_ value: String, _ fact: Place<Fact>, _ record: inout Record) {
        if value.isEmpty { return }
        if value == CaseForm.unknown { record.unsure.insert(fact) } else { record.values[fact, default: []].append(value) }
    }

    /// The lists as members of a facts document.
    package func members(_ plan: Plan, without: Set<CasePlace> = []) -> [(String, JSONValue)] {
        plan.lists.places.filter { complete.contains($0) || lists[$0]?.isEmpty == false }.map { list in
            let records = lists[list, default: []].enumerated().map { number, record -> JSONValue in
                .object(
                    plan.lists[list].fields.filter { !without.contains(CasePlace($0, record: number)) }.compactMap { fact in
                        let (values, isClosed) = (record.values[fact] ?? [], record.closed.contains(fact))
                        guard !values.isEmpty || isClosed else { return nil }
                        return (plan.facts[fact].field, CaseFacts.value(values, isClosed: isClosed, plan.facts[fact].type))
                    })
            }
            let whole: [(String, JSONValue)] = complete.contains(list) ? [("全員", .bool(true))] : []
            return (plan.lists[list].name, .object(whole + [("項目", .array(records))]))
        }
    }
}

extension Plan {
    /// The fact that a path of a document leads to or into, with the number of its record: 関係者[1].区分.
    package func place(at path: String) -> CasePlace? {
        if let fact = fact(at: path), facts[fact].list == nil { return CasePlace(fact) }
        guard let open = path.firstIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
            let number = Int(path[path.index(after: open)..<close]), number > 0,
            let list = lists.places.first(where: { lists[$0].name == path[..<open] })
        else { return nil }
        let rest = path[path.index(after: close)...]
        return lists[list].fields.first { rest == ".\(facts[$0].field)" || rest.hasPrefix(".\(facts[$0].field).") || rest.hasPrefix(".\(facts[$0].field)[") }
            .map { CasePlace($0, record: number - 1) }
    }
}
